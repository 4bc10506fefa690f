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

// Version is u.version.
func (u UUID) Version() int64 { return int64(u[6] >> 4) }

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
