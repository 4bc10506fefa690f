// Package pysecrets is Python's module secrets. It is a package of its own because package crypto makes every program that links it
// larger and slower to start. It may import the standard library and runtime/py.
package pysecrets

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"iter"
	"math/big"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// TokenBytes is secrets.token_bytes(nbytes), of 32 bytes for None.
func TokenBytes(n py.Opt[int64]) py.Bytes {
	if n.Or(32) < 0 {
		py.Throw(py.ValueError, "negative argument not allowed")
	}
	b := make([]byte, n.Or(32))
	rand.Read(b) // never fails
	return py.Bytes(b)
}

// TokenHex is secrets.token_hex(nbytes).
func TokenHex(n py.Opt[int64]) string { return hex.EncodeToString([]byte(TokenBytes(n))) }

// TokenUrlsafe is secrets.token_urlsafe(nbytes).
func TokenUrlsafe(n py.Opt[int64]) string {
	return base64.RawURLEncoding.EncodeToString([]byte(TokenBytes(n)))
}

// Randbelow is secrets.randbelow(n); it raises ValueError.
func Randbelow(n int64) int64 {
	if n <= 0 {
		py.Throw(py.ValueError, "Upper bound must be positive.")
	}
	x, err := rand.Int(rand.Reader, big.NewInt(n))
	if err != nil {
		py.Raise(py.NewOSError(err))
	}
	return x.Int64()
}

// Choice is secrets.choice(sequence); it raises IndexError.
func Choice[T any](sequence iter.Seq[T]) T {
	list := py.ListOf(sequence)
	if list.Len() == 0 {
		py.Throw(py.IndexError, "Cannot choose from an empty sequence")
	}
	return list.At(Randbelow(list.Len()))
}

// CompareDigest is secrets.compare_digest(a, b).
func CompareDigest(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// CompareDigestBytes is secrets.compare_digest of bytes.
func CompareDigestBytes(a, b py.Bytes) bool { return CompareDigest(string(a), string(b)) }
