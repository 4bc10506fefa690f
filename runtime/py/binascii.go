package py

import (
	"encoding/base64"
	"encoding/hex"
	"hash/crc32"
)

// BinasciiHexlify is binascii.hexlify(data).
func BinasciiHexlify(data Bytes) Bytes { return Bytes(BytesHex(data)) }

// BinasciiHexlifySep is binascii.hexlify(data, sep, bytes_per_sep).
func BinasciiHexlifySep(data Bytes, sep any, group int64) Bytes {
	return Bytes(StrEncode(BytesHexSep(data, sep, group), "latin-1", "strict"))
}

// BinasciiUnhexlify is binascii.unhexlify(hexstr).
func BinasciiUnhexlify(digits Bytes) Bytes {
	if len(digits)%2 != 0 {
		throw(BinasciiError, "Odd-length string")
	}
	out, err := hex.DecodeString(string(digits))
	if err != nil {
		throw(BinasciiError, "Non-hexadecimal digit found")
	}
	return Bytes(out)
}

// BinasciiUnhexlifyStr is binascii.unhexlify of a str.
func BinasciiUnhexlifyStr(digits string) Bytes { return BinasciiUnhexlify(asciiOnly(digits)) }

// asciiOnly is the text of an argument that may be bytes or a str of ASCII characters.
func asciiOnly(text string) Bytes {
	if !StrIsascii(text) {
		throw(ValueError, "string argument should contain only ASCII characters")
	}
	return Bytes(text)
}

// BinasciiB2aBase64 is binascii.b2a_base64(data, newline=newline).
func BinasciiB2aBase64(data Bytes, newline bool) Bytes {
	out := base64.StdEncoding.EncodeToString([]byte(data))
	if newline {
		out += "\n"
	}
	return Bytes(out)
}

// BinasciiCrc32 is binascii.crc32(data, crc), and zlib.crc32.
func BinasciiCrc32(data Bytes, crc int64) int64 {
	return int64(crc32.Update(uint32(crc), crc32.IEEETable, []byte(data)))
}

// BinasciiCrcHqx is binascii.crc_hqx(data, crc): a CRC of 16 bits with polynomial x^16 + x^12 + x^5 + 1.
func BinasciiCrcHqx(data Bytes, crc int64) int64 {
	c := uint16(crc)
	for i := range len(data) {
		c ^= uint16(data[i]) << 8
		for range 8 {
			top := c & 0x8000
			c <<= 1
			if top != 0 {
				c ^= 0x1021
			}
		}
	}
	return int64(c)
}

// ZlibAdler32 is zlib.adler32(data, value).
func ZlibAdler32(data Bytes, value int64) int64 {
	const modulus = 65521
	a, b := uint32(value)&0xffff, uint32(value)>>16
	for i := range len(data) {
		a = (a + uint32(data[i])) % modulus
		b = (b + a) % modulus
	}
	return int64(b<<16 | a)
}
