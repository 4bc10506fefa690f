package core

import (
	"encoding/binary"
	"math"
	"reflect"
	"strings"
	"sync"
	"unsafe"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// keyShape is how a composite key type lies in memory: a tuple, an Optional, or a single value that is neither a string nor an
// int. By it a key is hashed, and written as bytes that are equal where the keys are, without boxing its parts. So the table
// of strings serves such keys too, and holds no pointers.
//
// The bytes that are compared may be followed by one for each float, which says what the comparison must not see: whether a
// zero is negative, and whether the float is NaN, which is equal to nothing.
type keyShape struct {
	kind   partKind
	offset uintptr
	ok     uintptr     // of an Optional: where it says that there is a value, which is in parts
	parts  []*keyShape // of a tuple or an Optional
	floats int         // in all parts
	steps  []step      // of the whole key
}

type partKind uint8

const (
	strPart partKind = iota
	bytesPart
	intPart
	boolPart
	floatPart
	datePart
	nonePart
	optPart
	tuplePart
)

// What is said of a float behind the compared bytes.
const (
	plainFloat byte = iota
	minusZero
	notANumber
)

var keyShapes sync.Map // reflect.Type to *keyShape, nil for types that have none

// shapeOf is the shape of a key type, nil if some part of it has to be compared as an object.
func shapeOf[K any]() *keyShape { return shapeOfPointee((*K)(nil)) }

// shapeOfPointee is shapeOf for the type that a pointer points to, apart so that no program has to compile it again.
func shapeOfPointee(pointer any) *keyShape {
	t := pointee(pointer)
	if s, ok := keyShapes.Load(t); ok {
		return s.(*keyShape)
	}
	s := newShape(t, 0)
	if s != nil {
		s.steps = s.flatten(nil)
	}
	keyShapes.Store(t, s)
	return s
}

// tuplePackage is where the types of tuples and Optionals are declared.
var tuplePackage = reflect.TypeFor[py.NoneType]().PkgPath()

func newShape(t reflect.Type, offset uintptr) *keyShape {
	s := &keyShape{offset: offset}
	switch t {
	case reflect.TypeFor[string]():
		s.kind = strPart
	case reflect.TypeFor[py.Bytes]():
		s.kind = bytesPart
	case reflect.TypeFor[int64]():
		s.kind = intPart
	case reflect.TypeFor[bool]():
		s.kind = boolPart
	case reflect.TypeFor[float64]():
		s.kind, s.floats = floatPart, 1
	case reflect.TypeFor[py.Date]():
		s.kind = datePart
	case reflect.TypeFor[py.NoneType]():
		s.kind = nonePart
	default:
		if t.Kind() != reflect.Struct || t.PkgPath() != tuplePackage {
			return nil
		}
		return compound(s, t)
	}
	return s
}

// compound makes s the shape of a tuple (py.Tuple2 and so on, with the fields V0, V1 …) or of a py.Opt.
// (It is no method: with a type, programs compile what the parameters of its methods need, and a reflect.Type needs much.)
func compound(s *keyShape, t reflect.Type) *keyShape {
	n := t.NumField()
	switch {
	case strings.HasPrefix(t.Name(), "Tuple") && (n == 0 || t.Field(0).Name == "V0"):
		s.kind = tuplePart
	case strings.HasPrefix(t.Name(), "Opt["):
		s.kind, s.ok = optPart, s.offset+t.Field(1).Offset
		n = 1
	default:
		return nil
	}
	for i := range n {
		f := t.Field(i)
		part := newShape(f.Type, s.offset+f.Offset)
		if part == nil {
			return nil
		}
		s.parts = append(s.parts, part)
		s.floats += part.floats
	}
	return s
}

// step is one step of writing a key: a part that is not itself made of parts, or the mark of an Optional.
type step struct {
	kind   partKind
	offset uintptr
	skip   int // of an Optional: how many steps a None leaves out
}

// flatten appends the steps that write the shape.
func (s *keyShape) flatten(to []step) []step {
	switch s.kind {
	case nonePart:
		return to
	case optPart:
		at := len(to)
		to = s.parts[0].flatten(append(to, step{kind: optPart, offset: s.ok}))
		to[at].skip = len(to) - at - 1
		return to
	case tuplePart:
		for _, part := range s.parts {
			to = part.flatten(to)
		}
		return to
	}
	return append(to, step{kind: s.kind, offset: s.offset})
}

// maxStep is the most that a step writes, beside the bytes of a string.
const maxStep = 8

// write is the compared bytes of the key at p, in buf if it is long enough.
func (s *keyShape) write(buf []byte, p unsafe.Pointer) []byte {
	if len(buf) < maxStep*len(s.steps) {
		buf = make([]byte, maxStep*len(s.steps)+64)
	}
	n := 0
	for i := 0; i < len(s.steps); i++ {
		at := unsafe.Add(p, s.steps[i].offset)
		switch s.steps[i].kind {
		case strPart, bytesPart:
			text := *(*string)(at)
			if need := n + len(text) + maxStep*(len(s.steps)-i); len(buf) < need {
				buf = append(buf[:n], make([]byte, 2*need-n)...)
			}
			binary.LittleEndian.PutUint32(buf[n:], uint32(len(text)))
			n += 4 + copy(buf[n+4:], text)
		case boolPart:
			buf[n] = *(*byte)(at)
			n++
		case optPart:
			buf[n] = *(*byte)(at)
			if buf[n] == 0 {
				i += s.steps[i].skip
			}
			n++
		case floatPart:
			binary.LittleEndian.PutUint64(buf[n:], math.Float64bits(*(*float64)(at)+0)) // -0.0 + 0 is 0.0
			n += 8
		default:
			binary.LittleEndian.PutUint64(buf[n:], *(*uint64)(at))
			n += 8
		}
	}
	return buf[:n]
}

// appendFloats appends what is said of the floats, in their order.
func (s *keyShape) appendFloats(dst []byte, p unsafe.Pointer) []byte {
	if s.floats == 0 {
		return dst
	}
	switch {
	case s.kind == optPart && *(*byte)(unsafe.Add(p, s.ok)) == 0:
		return append(dst, make([]byte, s.floats)...)
	case s.kind != floatPart:
		for _, part := range s.parts {
			dst = part.appendFloats(dst, p)
		}
		return dst
	}
	switch f := *(*float64)(unsafe.Add(p, s.offset)); {
	case f != f:
		return append(dst, notANumber)
	case f == 0 && math.Signbit(f):
		return append(dst, minusZero)
	}
	return append(dst, plainFloat)
}

// read sets the key at p to what was written, and gives what follows in both byte sequences. Strings are views.
func (s *keyShape) read(key, floats string, p unsafe.Pointer) (restKey, restFloats string) {
	at := unsafe.Add(p, s.offset)
	switch s.kind {
	case strPart, bytesPart:
		n := leUint32(key)
		*(*string)(at) = key[4 : 4+n]
		return key[4+n:], floats
	case intPart, datePart, floatPart:
		*(*uint64)(at) = leUint64(key)
		if s.kind == floatPart {
			if floats[0] == minusZero {
				*(*float64)(at) = math.Copysign(0, -1)
			}
			floats = floats[1:]
		}
		return key[8:], floats
	case boolPart:
		*(*byte)(at) = key[0]
		return key[1:], floats
	case optPart:
		*(*byte)(unsafe.Add(p, s.ok)) = key[0]
		if key[0] == 0 {
			return key[1:], floats[s.floats:]
		}
		key = key[1:]
	}
	for _, part := range s.parts {
		key, floats = part.read(key, floats, p)
	}
	return key, floats
}

func leUint32(s string) uint32 {
	return binary.LittleEndian.Uint32(unsafe.Slice(unsafe.StringData(s), 4))
}

func leUint64(s string) uint64 {
	return binary.LittleEndian.Uint64(unsafe.Slice(unsafe.StringData(s), 8))
}

// portableHash is [PortableHash] of the key at p.
func (s *keyShape) portableHash(p unsafe.Pointer) int64 {
	at := unsafe.Add(p, s.offset)
	switch s.kind {
	case strPart:
		return py.Hash(*(*string)(at))
	case bytesPart:
		return py.Hash(*(*py.Bytes)(at))
	case intPart:
		return py.Hash(*(*int64)(at))
	case boolPart:
		return int64(*(*byte)(at))
	case floatPart:
		return py.Hash(*(*float64)(at))
	case datePart:
		return (*(*py.Date)(at)).PyHash()
	case nonePart:
		return 0
	case optPart:
		if *(*byte)(unsafe.Add(p, s.ok)) == 0 {
			return 0
		}
		return s.parts[0].portableHash(p)
	}
	h := int64(0x345678)
	for _, part := range s.parts {
		h ^= part.portableHash(p)
		h *= 1000003
		h &= math.MaxInt64
	}
	return h ^ int64(len(s.parts))
}
