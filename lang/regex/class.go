package regex

import "strings"

// class is a set of characters of ASCII.
type class [2]uint64

func (c *class) add(b byte) { c[b/64] |= 1 << (b % 64) }

func (c *class) has(b byte) bool { return c[b/64]&(1<<(b%64)) != 0 }

func (c *class) join(o class) { c[0], c[1] = c[0]|o[0], c[1]|o[1] }

func (c *class) meets(o class) bool { return c[0]&o[0]|c[1]&o[1] != 0 }

func (c *class) others() class { return class{^c[0], ^c[1]} }

// only is the one character of a class that has no other.
func (c *class) only() (byte, bool) {
	found := -1
	for b := range 128 {
		if c.has(byte(b)) {
			if found >= 0 {
				return 0, false
			}
			found = b
		}
	}
	return byte(max(found, 0)), found >= 0
}

// of is the class of some characters and ranges of them: "09" is a range, as are all pairs.
func of(pairs string) (out class) {
	for i := 0; i < len(pairs); i += 2 {
		for b := pairs[i]; b <= pairs[i+1]; b++ {
			out.add(b)
		}
	}
	return out
}

// named are the classes of escapes.
var named = map[byte]class{'d': of("09"), 's': of("\t\r\x1c "), 'w': of("09AZ__az")}

// controls are the characters of escapes.
var controls = map[byte]byte{'a': '\a', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v'}

// single reads what stands for one character.
func (r *reader) single() (class, bool) {
	c := r.rest[0]
	switch {
	case c == '[':
		return r.set()
	case c == '\\':
		return r.escape()
	case c == '.':
		r.rest = r.rest[1:]
		newline := of("\n\n")
		return newline.others(), true
	case c >= 0x80 || strings.IndexByte("|*+?{", c) >= 0:
		return class{}, false
	}
	r.rest = r.rest[1:]
	return of(string([]byte{c, c})), true
}

// escape reads a backslash and what it escapes.
func (r *reader) escape() (class, bool) {
	if len(r.rest) < 2 {
		return class{}, false
	}
	c := r.rest[1]
	r.rest = r.rest[2:]
	letter := c | 0x20
	if out, ok := named[letter]; ok && c != letter {
		return out.others(), true
	} else if ok {
		return out, true
	}
	if control, ok := controls[c]; ok {
		c = control
	} else if letter >= 'a' && letter <= 'z' || c >= '0' && c <= '9' || c >= 0x80 {
		return class{}, false
	}
	return of(string([]byte{c, c})), true
}

// set reads a set in brackets.
func (r *reader) set() (out class, ok bool) {
	r.rest = r.rest[1:]
	rest, not := strings.CutPrefix(r.rest, "^")
	r.rest = rest
	for first := true; ; first = false {
		if r.rest == "" {
			return class{}, false
		}
		if r.rest[0] == ']' && !first {
			break
		}
		low, ok := r.member()
		if !ok {
			return class{}, false
		}
		if len(r.rest) > 1 && r.rest[0] == '-' && r.rest[1] != ']' {
			r.rest = r.rest[1:]
			high, ok := r.member()
			from, one1 := low.only()
			to, one2 := high.only()
			if !ok || !one1 || !one2 || from > to {
				return class{}, false
			}
			low = of(string([]byte{from, to}))
		}
		out.join(low)
	}
	r.rest = r.rest[1:]
	if not {
		out = out.others()
	}
	return out, true
}

// member reads one of the members of a set.
func (r *reader) member() (class, bool) {
	if r.rest == "" || r.rest[0] >= 0x80 {
		return class{}, false
	}
	if r.rest[0] == '\\' {
		return r.escape()
	}
	c := r.rest[0]
	r.rest = r.rest[1:]
	return of(string([]byte{c, c})), true
}
