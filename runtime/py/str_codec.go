package py

import (
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// encodeCharmap encodes with one byte per character.
func encodeCharmap(s, name, errors string) Bytes {
	table := []rune(charmaps[name])
	var out []byte
	position := 0
	for _, r := range s {
		switch i := slices.Index(table, r); {
		case r < utf8.RuneSelf:
			out = append(out, byte(r))
		case i >= 0 && r != utf8.RuneError:
			out = append(out, byte(i+0x80))
		default:
			out = charmapError(out, table, s, r, position, errors)
		}
		position++
	}
	return Bytes(out)
}

func charmapError(out []byte, table []rune, s string, r rune, position int, errors string) []byte {
	if errors != "strict" {
		return encodeError(out, "charmap", s, r, position, utf8.MaxRune, errors)
	}
	end := position
	for _, next := range []rune(s)[position:] {
		if next < utf8.RuneSelf || slices.Index(table, next) >= 0 {
			break
		}
		end++
	}
	encodeFailure("charmap", s, r, position, end, "character maps to <undefined>")
	return nil
}

func decodeCharmap(b Bytes, name, errors string) string {
	table := []rune(charmaps[name])
	var out strings.Builder
	for i := range len(b) {
		switch c := b[i]; {
		case c < utf8.RuneSelf:
			out.WriteByte(c)
		case table[c-0x80] != utf8.RuneError:
			out.WriteRune(table[c-0x80])
		default:
			decodeError(&out, "charmap", b, i, 1, "character maps to <undefined>", errors)
		}
	}
	return out.String()
}

// wideCodec is how UTF-16 and UTF-32 are laid out.
type wideCodec struct {
	unit  int // bytes
	order binary.ByteOrder
	mark  bool // it begins with a byte order mark
}

func wideOf(name string) wideCodec {
	w := wideCodec{2, binary.LittleEndian, len(name) == len("utf-16")}
	if strings.HasPrefix(name, "utf-32") {
		w.unit = 4
	}
	if strings.HasSuffix(name, "-be") {
		w.order = binary.BigEndian
	}
	return w
}

func (w wideCodec) append(out []byte, n uint32) []byte {
	var unit [4]byte
	if w.unit == 2 {
		w.order.PutUint16(unit[:], uint16(n))
	} else {
		w.order.PutUint32(unit[:], n)
	}
	return append(out, unit[:w.unit]...)
}

func (w wideCodec) at(b Bytes) rune {
	if w.unit == 2 {
		return rune(w.order.Uint16([]byte(b[:2])))
	}
	return rune(w.order.Uint32([]byte(b[:4])))
}

// encodeWide encodes as UTF-16 or UTF-32.
func encodeWide(s, name string) Bytes {
	w := wideOf(name)
	var out []byte
	if w.mark {
		out = w.append(out, 0xfeff)
	}
	for _, r := range s {
		if high, low := utf16.EncodeRune(r); w.unit == 2 && high != utf8.RuneError {
			out = w.append(w.append(out, uint32(high)), uint32(low))
		} else {
			out = w.append(out, uint32(r))
		}
	}
	return Bytes(out)
}

func decodeWide(b Bytes, name, errors string) string {
	w := wideOf(name)
	at := 0
	if w.mark && len(b) >= w.unit {
		big := w
		big.order = binary.BigEndian
		switch {
		case w.at(b) == 0xfeff:
			at = w.unit
		case big.at(b) == 0xfeff:
			at, w = w.unit, big
		}
	}
	if w.mark && w.order == binary.BigEndian {
		name += "-be"
	} else if w.mark {
		name += "-le"
	}
	var out strings.Builder
	for at < len(b) {
		r, size, reason := w.decode(b[at:])
		if reason != "" {
			decodeError(&out, name, b, at, size, reason, errors)
		} else {
			out.WriteRune(r)
		}
		at += size
	}
	return out.String()
}

// decode is the first character and its size, or how many bytes are wrong and why.
func (w wideCodec) decode(b Bytes) (r rune, size int, reason string) {
	if len(b) < w.unit {
		return 0, len(b), "truncated data"
	}
	r = w.at(b)
	switch {
	case w.unit == 4 && r >= 0 && r <= utf8.MaxRune && (r < 0xd800 || r > 0xdfff):
		return r, 4, ""
	case w.unit == 4 && r >= 0xd800 && r <= 0xdfff:
		return 0, 4, "code point in surrogate code point range(0xd800, 0xe000)"
	case w.unit == 4:
		return 0, 4, "code point not in range(0x110000)"
	case r < 0xd800 || r > 0xdfff:
		return r, 2, ""
	case r > 0xdbff:
		return 0, 2, "illegal encoding"
	case len(b) < 4:
		return 0, len(b), "unexpected end of data"
	}
	if pair := utf16.DecodeRune(r, w.at(b[2:])); pair != utf8.RuneError {
		return pair, 4, ""
	}
	return 0, 2, "illegal UTF-16 surrogate"
}
