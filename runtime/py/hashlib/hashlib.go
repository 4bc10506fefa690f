package pyhashlib

import (
	"crypto/md5"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"encoding/hex"
	"hash"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Hash is the object that md5() and the others give.
type Hash struct {
	h    hash.Hash
	name string
}

// algorithms are the digests by their names. What names one itself does not link the others.
var algorithms = map[string]func() hash.Hash{
	"md5": md5.New, "sha1": sha1.New, "sha224": sha256.New224, "sha256": sha256.New, "sha384": sha512.New384, "sha512": sha512.New,
	"sha3_224": func() hash.Hash { return sha3.New224() }, "sha3_256": func() hash.Hash { return sha3.New256() },
	"sha3_384": func() hash.Hash { return sha3.New384() }, "sha3_512": func() hash.Hash { return sha3.New512() },
}

func start(name string, h hash.Hash, data py.Bytes) *Hash {
	out := &Hash{h, name}
	out.Update(data)
	return out
}

// New is hashlib.new(name, data); it raises ValueError for a name that it does not know.
func New(name string, data py.Bytes, _ bool) *Hash {
	known := strings.ToLower(name)
	if f := algorithms[known]; f != nil {
		return start(known, f(), data)
	}
	py.Throw(py.ValueError, "unsupported hash type "+name)
	return nil
}

// Md5 is hashlib.md5(data, usedforsecurity=…); and so the others.
func Md5(data py.Bytes, _ bool) *Hash { return start("md5", md5.New(), data) }

// Sha1 is hashlib.sha1(data).
func Sha1(data py.Bytes, _ bool) *Hash { return start("sha1", sha1.New(), data) }

// Sha224 is hashlib.sha224(data).
func Sha224(data py.Bytes, _ bool) *Hash { return start("sha224", sha256.New224(), data) }

// Sha256 is hashlib.sha256(data).
func Sha256(data py.Bytes, _ bool) *Hash { return start("sha256", sha256.New(), data) }

// Sha384 is hashlib.sha384(data).
func Sha384(data py.Bytes, _ bool) *Hash { return start("sha384", sha512.New384(), data) }

// Sha512 is hashlib.sha512(data).
func Sha512(data py.Bytes, _ bool) *Hash { return start("sha512", sha512.New(), data) }

// Sha3Of224 is hashlib.sha3_224(data).
func Sha3Of224(data py.Bytes, _ bool) *Hash { return start("sha3_224", sha3.New224(), data) }

// Sha3Of256 is hashlib.sha3_256(data).
func Sha3Of256(data py.Bytes, _ bool) *Hash { return start("sha3_256", sha3.New256(), data) }

// Sha3Of384 is hashlib.sha3_384(data).
func Sha3Of384(data py.Bytes, _ bool) *Hash { return start("sha3_384", sha3.New384(), data) }

// Sha3Of512 is hashlib.sha3_512(data).
func Sha3Of512(data py.Bytes, _ bool) *Hash { return start("sha3_512", sha3.New512(), data) }

// Pbkdf2Hmac is hashlib.pbkdf2_hmac(name, password, salt, iterations, dklen).
func Pbkdf2Hmac(name string, password, salt py.Bytes, iterations int64, length py.Opt[int64]) py.Bytes {
	f := algorithms[strings.ToLower(name)]
	switch {
	case f == nil:
		py.Throw(py.ValueError, "[digital envelope routines] unsupported") // as OpenSSL says it
	case iterations < 1:
		py.Throw(py.ValueError, "iteration value must be greater than 0.")
	case length.Ok && length.V < 1:
		py.Throw(py.ValueError, "key length must be greater than 0.")
	}
	n := f().Size()
	if length.Ok {
		n = int(length.V)
	}
	key, err := pbkdf2.Key(f, string(password), []byte(salt), int(iterations), n)
	if err != nil {
		py.Throw(py.ValueError, err.Error())
	}
	return py.Bytes(key)
}

// Copy is h.copy(): a digest of its own of what was given so far.
func (h *Hash) Copy() *Hash {
	c, err := h.h.(hash.Cloner).Clone()
	if err != nil {
		py.Throw(py.ValueError, err.Error())
	}
	return &Hash{c, h.name}
}

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
