package py

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// UUID is uuid.UUID.
type UUID [16]byte

// UuidUuid4 is uuid.uuid4(): a random one. It names things, as in Python; it is no secret.
func UuidUuid4() UUID {
	var u UUID
	for i := range u {
		u[i] = byte(rand.Uint32())
	}
	u[6], u[8] = u[6]&0x0f|0x40, u[8]&0x3f|0x80
	return u
}

// NewUUID is uuid.UUID(text); it raises ValueError.
func NewUUID(text string) UUID {
	digits := strings.NewReplacer("urn:", "", "uuid:", "").Replace(text)
	digits = strings.ReplaceAll(strings.Trim(digits, "{}"), "-", "")
	var b Bytes
	if len(digits) != 32 || Try(func() { b = BytesFromhex(digits) }) != nil {
		throw(ValueError, "badly formed hexadecimal UUID string")
	}
	return UUID([]byte(b))
}

// Hex is u.hex.
func (u UUID) Hex() string { return fmt.Sprintf("%x", u[:]) }

// UUIDOfBytes is uuid.UUID(bytes=b, version=v), with Nothing to leave the bytes as they are; it raises ValueError.
func UUIDOfBytes(b Bytes, version Opt[int64]) UUID {
	if len(b) != 16 {
		throw(ValueError, "bytes is not a 16-char string")
	}
	u := UUID([]byte(b))
	if !version.Ok {
		return u
	}
	if version.V < 1 || version.V > 5 {
		throw(ValueError, "illegal version number")
	}
	u[6], u[8] = u[6]&0x0f|byte(version.V)<<4, u[8]&0x3f|0x80
	return u
}

// Urn is u.urn.
func (u UUID) Urn() string { return "urn:uuid:" + u.PyStr() }

// Variant is u.variant.
func (u UUID) Variant() string {
	switch {
	case u[8]&0x80 == 0:
		return "reserved for NCS compatibility"
	case u[8]&0x40 == 0:
		return "specified in RFC 4122"
	case u[8]&0x20 == 0:
		return "reserved for Microsoft compatibility"
	}
	return "reserved for future definition"
}

// Version is u.version, which only those of RFC 4122 have.
func (u UUID) Version() Opt[int64] {
	return Opt[int64]{int64(u[6] >> 4), u[8]&0xc0 == 0x80}
}

// number is an unsigned number of some of the bytes.
func (u UUID) number(from, to int) (n int64) {
	for _, b := range u[from:to] {
		n = n<<8 | int64(b)
	}
	return n
}

// TimeLow is u.time_low.
func (u UUID) TimeLow() int64 { return u.number(0, 4) }

// TimeMid is u.time_mid.
func (u UUID) TimeMid() int64 { return u.number(4, 6) }

// TimeHiVersion is u.time_hi_version.
func (u UUID) TimeHiVersion() int64 { return u.number(6, 8) }

// ClockSeqHiVariant is u.clock_seq_hi_variant.
func (u UUID) ClockSeqHiVariant() int64 { return u.number(8, 9) }

// ClockSeqLow is u.clock_seq_low.
func (u UUID) ClockSeqLow() int64 { return u.number(9, 10) }

// ClockSeq is u.clock_seq.
func (u UUID) ClockSeq() int64 { return u.number(8, 10) & 0x3fff }

// Time is u.time: since 1582, in units of 100 ns.
func (u UUID) Time() int64 { return u.TimeHiVersion()&0x0fff<<48 | u.TimeMid()<<32 | u.TimeLow() }

// Node is u.node.
func (u UUID) Node() int64 { return u.number(10, 16) }

// BytesLe is u.bytes_le: the first three fields with their lowest bytes first.
func (u UUID) BytesLe() Bytes {
	return Bytes([]byte{u[3], u[2], u[1], u[0], u[5], u[4], u[7], u[6], u[8], u[9], u[10], u[11], u[12], u[13], u[14], u[15]})
}

// Bytes is u.bytes.
func (u UUID) Bytes() Bytes { return Bytes(u[:]) }

// PyTypeName is "UUID".
func (u UUID) PyTypeName() string { return "UUID" }

// PyModule is "uuid".
func (UUID) PyModule() string { return "uuid" }

// PyStr is the text with hyphens.
func (u UUID) PyStr() string {
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

// PyRepr is UUID('…').
func (u UUID) PyRepr() string { return "UUID('" + u.PyStr() + "')" }

// PyEqual is u == other.
func (u UUID) PyEqual(other any) bool { return any(u) == other }

// PyCompare orders by the bytes.
func (u UUID) PyCompare(other any) (int, bool) {
	o, ok := other.(UUID)
	return strings.Compare(string(u[:]), string(o[:])), ok
}

// PyHash is by the bytes.
func (u UUID) PyHash() int64 { return hashString(string(u[:])) }
