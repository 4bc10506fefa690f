package pyhashlib

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"hash"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Hash is the object that md5() and the others give.
type Hash struct {
	h    hash.Hash
	name string
}

func start(name string, h hash.Hash, data []py.Bytes) *Hash {
	out := &Hash{h, name}
	for _, d := range data {
		out.Update(d)
	}
	return out
}

// Md5 is hashlib.md5(), or md5(data); and so the others.
func Md5(data ...py.Bytes) *Hash { return start("md5", md5.New(), data) }

// Sha1 is hashlib.sha1(data).
func Sha1(data ...py.Bytes) *Hash { return start("sha1", sha1.New(), data) }

// Sha224 is hashlib.sha224(data).
func Sha224(data ...py.Bytes) *Hash { return start("sha224", sha256.New224(), data) }

// Sha256 is hashlib.sha256(data).
func Sha256(data ...py.Bytes) *Hash { return start("sha256", sha256.New(), data) }

// Sha384 is hashlib.sha384(data).
func Sha384(data ...py.Bytes) *Hash { return start("sha384", sha512.New384(), data) }

// Sha512 is hashlib.sha512(data).
func Sha512(data ...py.Bytes) *Hash { return start("sha512", sha512.New(), data) }

// Update is h.update(data).
func (h *Hash) Update(data py.Bytes) { h.h.Write([]byte(data)) }

// Digest is h.digest().
func (h *Hash) Digest() py.Bytes { return py.Bytes(h.h.Sum(nil)) }

// Hexdigest is h.hexdigest().
func (h *Hash) Hexdigest() string { return hex.EncodeToString(h.h.Sum(nil)) }

// Name is h.name.
func (h *Hash) Name() string { return h.name }

// DigestSize is h.digest_size.
func (h *Hash) DigestSize() int64 { return int64(h.h.Size()) }

// BlockSize is h.block_size.
func (h *Hash) BlockSize() int64 { return int64(h.h.BlockSize()) }

// PyTypeName is "_hashlib.HASH".
func (h *Hash) PyTypeName() string { return "_hashlib.HASH" }

// PyEqual is identity.
func (h *Hash) PyEqual(other any) bool { return any(h) == other }
