package py

import "encoding/binary"

const (
	onePerByte = 0x0101010101010101
	lowBits    = 0x7f7f7f7f7f7f7f7f // of each byte
	highBits   = 0x8080808080808080
	highToTop  = 0x0002040810204081 // times highBits of bytes: these as the highest byte
)

// places64 has bit i where b[at+i] is c, for the 64 bytes from at on, or as many as there are. It takes no branch that depends on what the
// bytes are: where the fields of a line end, none can be foreseen, and each that is taken wrong costs as much as all of this.
func places64(b []byte, at int, c byte) (m uint64) {
	sought := uint64(c) * onePerByte
	if at+64 <= len(b) {
		b = b[at : at+64 : at+64]
		return places8(b, sought) | places8(b[8:], sought)<<8 | places8(b[16:], sought)<<16 | places8(b[24:], sought)<<24 |
			places8(b[32:], sought)<<32 | places8(b[40:], sought)<<40 | places8(b[48:], sought)<<48 | places8(b[56:], sought)<<56
	}
	i := at
	for ; i+8 <= len(b); i += 8 {
		m |= places8(b[i:], sought) << uint(i-at)
	}
	switch rest := len(b) - i; {
	case rest == 0:
	case len(b) >= 8: // the last eight bytes, less those that were looked at
		m |= places8(b[len(b)-8:], sought) >> uint(8-rest) << uint(i-at)
	default:
		for ; i < len(b); i++ {
			if b[i] == c {
				m |= 1 << uint(i-at)
			}
		}
	}
	return m
}

// places8 is places64 for eight bytes, and a character eight times.
func places8(b []byte, sought uint64) uint64 {
	x := binary.LittleEndian.Uint64(b) ^ sought
	return ^(x&lowBits + lowBits | x) & highBits * highToTop >> 56
}
