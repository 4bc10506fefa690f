package py

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unsafe"
)

// JsonFields are fields of JSON objects: what a program uses of the result of json.loads. A text is checked as a whole,
// but nothing else of it is built.
type JsonFields struct {
	root  *jsonNode
	slots []jsonSlot
}

// jsonNode is an object, or a value in it that is asked for.
type jsonNode struct {
	name string
	bit  uint64 // of an object: its bit in the set of those that were seen
	slot int    // of a value: its number; -1 for an object
	kids []*jsonNode
}

// jsonSlot is a value that is asked for: its path, and the object that it is in.
type jsonSlot struct {
	path []string
	in   *jsonNode
}

// NewJsonFields makes fields of their paths, of which none leads through another.
func NewJsonFields(paths ...[]string) *JsonFields {
	f := &JsonFields{root: &jsonNode{slot: -1, bit: 1}}
	next := uint64(2)
	for i, path := range paths {
		in := f.root
		for _, name := range path[:len(path)-1] {
			kid := in.find(name)
			if kid == nil {
				kid = &jsonNode{name: name, bit: next, slot: -1}
				next <<= 1
				in.kids = append(in.kids, kid)
			}
			in = kid
		}
		in.kids = append(in.kids, &jsonNode{name: path[len(path)-1], slot: i})
		f.slots = append(f.slots, jsonSlot{path, in})
	}
	return f
}

func (n *jsonNode) find(name string) *jsonNode {
	for _, kid := range n.kids {
		if kid.name == name {
			return kid
		}
	}
	return nil
}

// JsonRecord is json.loads(text) as far as it is used.
type JsonRecord struct {
	fields *JsonFields
	text   string
	at     int                // where the text is read
	seen   uint64             // the objects on the paths that are there
	values [MaxJsonFields]any // of the slots; nil where there is none
}

// MaxJsonFields is how many fields a JsonFields may have.
const MaxJsonFields = 12

// Read reads a text; it raises JSONDecodeError.
func (f *JsonFields) Read(text string) (r JsonRecord) {
	r.fields, r.text = f, text
	if !r.scan() {
		r = JsonRecord{fields: f, text: text}
		r.take(f.root, JsonLoads(text))
	}
	return r
}

// Pick is json.loads(text)[…][…] of the only field.
func (f *JsonFields) Pick(text string) any {
	r := f.Read(text)
	return r.At(0)
}

// At is the value of a slot by subscripts; it raises what they raise.
func (r *JsonRecord) At(slot int) any {
	if v := r.values[slot]; v != nil {
		return v
	}
	path := r.fields.slots[slot].path
	return DynGetItem(r.container(path), path[len(path)-1])
}

// Get is the value of a slot with get for the last step.
func (r *JsonRecord) Get(slot int, otherwise any) any {
	if v := r.values[slot]; v != nil {
		return v
	}
	s := &r.fields.slots[slot]
	if r.seen&s.in.bit != 0 {
		return otherwise
	}
	return DynCallMethod(r.container(s.path), "get", s.path[len(s.path)-1], otherwise)
}

// Has reports whether the last step of a slot is in its object.
func (r *JsonRecord) Has(slot int) bool {
	if r.values[slot] != nil {
		return true
	}
	s := &r.fields.slots[slot]
	if r.seen&s.in.bit != 0 {
		return false
	}
	return DynContains(r.container(s.path), s.path[len(s.path)-1])
}

// container is what the last step of a path is asked of, of the whole text decoded.
func (r *JsonRecord) container(path []string) any {
	v := JsonLoads(r.text)
	for _, name := range path[:len(path)-1] {
		v = DynGetItem(v, name)
	}
	return v
}

// take fills the slots below n from a decoded value.
func (r *JsonRecord) take(n *jsonNode, v any) {
	d, ok := v.(*Dict[string, any])
	if !ok {
		return
	}
	r.seen |= n.bit
	for _, kid := range n.kids {
		if v, ok := d.Lookup(kid.name); ok && kid.slot >= 0 {
			r.values[kid.slot] = v
		} else if ok {
			r.take(kid, v)
		}
	}
}

// scan reads the whole text. It gives up, with false, at anything that is rare or wrong: JsonLoads knows what to do.
func (r *JsonRecord) scan() bool {
	ok := false
	if r.space() == '{' {
		ok = r.object(r.fields.root, 0)
	} else {
		ok = r.skip(0)
	}
	return ok && r.space() == 0 && r.at == len(r.text)
}

// space passes white space and gives the byte after it, 0 at the end.
func (r *JsonRecord) space() byte {
	for r.at < len(r.text) {
		c := r.text[r.at]
		if c > ' ' || c != ' ' && c != '\n' && c != '\r' && c != '\t' {
			return c
		}
		r.at++
	}
	return 0
}

// maxJsonDepth is how deep objects and arrays may be nested for a scan.
const maxJsonDepth = 200

// object reads an object, n of the paths.
func (r *JsonRecord) object(n *jsonNode, depth int) bool {
	r.forget(n)
	r.seen |= n.bit
	r.at++
	if r.space() == '}' {
		r.at++
		return true
	}
	for {
		if r.space() != '"' {
			return false
		}
		from := r.at + 1
		plain, ok := r.passString()
		if !ok || !plain {
			return false
		}
		name := r.text[from : r.at-1]
		if r.space() != ':' {
			return false
		}
		r.at++
		r.space()
		if kid := n.find(name); kid == nil {
			ok = r.skip(depth + 1)
		} else {
			ok = r.member(kid, depth+1)
		}
		if !ok {
			return false
		}
		switch r.space() {
		case ',':
			r.at++
		case '}':
			r.at++
			return true
		default:
			return false
		}
	}
}

// member reads a value on the paths.
func (r *JsonRecord) member(n *jsonNode, depth int) bool {
	switch {
	case n.slot >= 0:
		return r.value(n.slot)
	case r.at < len(r.text) && r.text[r.at] == '{':
		return depth < maxJsonDepth && r.object(n, depth)
	}
	r.forget(n)
	return r.skip(depth)
}

// forget empties the slots below an object that comes again: the last one counts.
func (r *JsonRecord) forget(n *jsonNode) {
	if r.seen&n.bit == 0 {
		return
	}
	r.seen &^= n.bit
	for _, kid := range n.kids {
		if kid.slot >= 0 {
			r.values[kid.slot] = nil
		} else {
			r.forget(kid)
		}
	}
}

// value builds the value of a slot.
func (r *JsonRecord) value(slot int) bool {
	if r.at < len(r.text) && r.text[r.at] == '"' {
		from := r.at
		plain, ok := r.passString()
		if ok && plain {
			r.values[slot] = r.text[from+1 : r.at-1]
			return true
		}
		r.at = from
	} else if n, ok := r.smallInt(); ok {
		r.values[slot] = n
		return true
	}
	in := jsonReader{s: r.text, at: r.at}
	r.values[slot] = in.value()
	r.at = in.at
	return true
}

// smallInt reads an int of some digits.
func (r *JsonRecord) smallInt() (int64, bool) {
	i, n := r.at, int64(0)
	minus := i < len(r.text) && r.text[i] == '-'
	if minus {
		i++
	}
	start := i
	for i < len(r.text) && i-start < 18 && r.text[i]-'0' < 10 {
		n = n*10 + int64(r.text[i]-'0')
		i++
	}
	if i == start || i == len(r.text) || r.text[start] == '0' && i > start+1 {
		return 0, false
	}
	if c := r.text[i]; c != ',' && c != '}' && c != ']' && c > ' ' {
		return 0, false
	}
	r.at = i
	if minus {
		n = -n
	}
	return n, true
}

// skip checks a value and passes it.
func (r *JsonRecord) skip(depth int) bool {
	if r.at == len(r.text) || depth > maxJsonDepth {
		return false
	}
	switch c := r.text[r.at]; c {
	case '"':
		_, ok := r.passString()
		return ok
	case '{':
		return r.skipObject(depth)
	case '[':
		return r.skipArray(depth)
	case 't':
		return r.skipWord("true")
	case 'f':
		return r.skipWord("false")
	case 'n':
		return r.skipWord("null")
	}
	return r.skipNumber()
}

func (r *JsonRecord) skipWord(word string) bool {
	if !strings.HasPrefix(r.text[r.at:], word) {
		return false
	}
	r.at += len(word)
	return true
}

func (r *JsonRecord) skipObject(depth int) bool {
	r.at++
	if r.space() == '}' {
		r.at++
		return true
	}
	for {
		if r.space() != '"' {
			return false
		}
		if _, ok := r.passString(); !ok || r.space() != ':' {
			return false
		}
		r.at++
		r.space()
		if !r.skip(depth + 1) {
			return false
		}
		switch r.space() {
		case ',':
			r.at++
		case '}':
			r.at++
			return true
		default:
			return false
		}
	}
}

func (r *JsonRecord) skipArray(depth int) bool {
	r.at++
	if r.space() == ']' {
		r.at++
		return true
	}
	for {
		r.space()
		if !r.skip(depth + 1) {
			return false
		}
		switch r.space() {
		case ',':
			r.at++
		case ']':
			r.at++
			return true
		default:
			return false
		}
	}
}

// skipNumber passes -?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?.
func (r *JsonRecord) skipNumber() bool {
	s, i := r.text, r.at
	digits := func() bool {
		from := i
		for i < len(s) && s[i]-'0' < 10 {
			i++
		}
		return i > from
	}
	if s[i] == '-' {
		i++
	}
	if i < len(s) && s[i] == '0' {
		i++
	} else if !digits() {
		return false
	}
	if i < len(s) && s[i] == '.' {
		if i++; !digits() {
			return false
		}
	}
	if i < len(s) && s[i]|0x20 == 'e' {
		if i++; i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if !digits() {
			return false
		}
	}
	r.at = i
	return true
}

// passString passes a string from its opening quote on, looking at eight bytes at a time. It is plain if it is written
// without backslashes.
func (r *JsonRecord) passString() (plain, ok bool) {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	b := unsafe.Slice(unsafe.StringData(r.text), len(r.text))
	plain = true
	i := r.at + 1
	for {
		for i+8 <= len(b) {
			x := binary.LittleEndian.Uint64(b[i:])
			quote, slash := x^ones*'"', x^ones*'\\'
			// The lowest of these bits is right: a borrow only disturbs those above.
			hit := ((quote-ones)&^quote | (slash-ones)&^slash | (x-ones*' ')&^x) & tops
			if hit != 0 {
				i += bits.TrailingZeros64(hit) >> 3
				break
			}
			i += 8
		}
		for i < len(b) && b[i] != '"' && b[i] != '\\' && b[i] >= ' ' {
			i++
		}
		if i == len(b) || b[i] < ' ' {
			return plain, false
		}
		if b[i] == '"' {
			r.at = i + 1
			return plain, true
		}
		plain = false
		if i++; i == len(b) {
			return plain, false
		}
		if b[i] == 'u' {
			if i+4 >= len(b) || !isHex(b[i+1]) || !isHex(b[i+2]) || !isHex(b[i+3]) || !isHex(b[i+4]) {
				return plain, false
			}
			i += 4
		} else if strings.IndexByte(`"\/bfnrt`, b[i]) < 0 {
			return plain, false
		}
		i++
	}
}

func isHex(c byte) bool {
	return c-'0' < 10 || c|0x20-'a' < 6
}
