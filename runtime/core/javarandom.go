package core

import (
	"encoding/binary"
	"math/bits"
)

// startPosition is the partition before the one where Spark's repartition starts to deal out the batches of
// partition index: new XORShiftRandom(index).nextInt(n).
func startPosition(index, n int) int {
	r := xorShift(hashSeed(int64(index)))
	return int(r.nextInt(int32(n)))
}

// xorShift is Spark's XORShiftRandom, a java.util.Random with another generator.
type xorShift uint64

func (r *xorShift) next(n uint) int32 {
	s := uint64(*r)
	s ^= s << 21
	s ^= s >> 35
	s ^= s << 4
	*r = xorShift(s)
	return int32(s & (1<<n - 1))
}

// nextInt is java.util.Random.nextInt(bound).
func (r *xorShift) nextInt(bound int32) int32 {
	u := r.next(31)
	m := bound - 1
	if bound&m == 0 {
		return int32(int64(bound) * int64(u) >> 31)
	}
	for {
		v := u % bound
		if u-v+m >= 0 {
			return v
		}
		u = r.next(31)
	}
}

// hashSeed spreads the bits of a seed: Murmur3 over its bytes, twice.
func hashSeed(seed int64) uint64 {
	var b [8]byte
	binary.BigEndian.PutUint64(b[:], uint64(seed))
	low := murmur3(b[:], 0x3c074a61)
	high := murmur3(b[:], low)
	return uint64(high)<<32 | uint64(low)
}

// murmur3 is scala.util.hashing.MurmurHash3.bytesHash for a multiple of 4 bytes.
func murmur3(b []byte, seed uint32) uint32 {
	h := seed
	for i := 0; i+4 <= len(b); i += 4 {
		k := binary.LittleEndian.Uint32(b[i:]) * 0xcc9e2d51
		k = bits.RotateLeft32(k, 15) * 0x1b873593
		h = bits.RotateLeft32(h^k, 13)*5 + 0xe6546b64
	}
	h ^= uint32(len(b))
	h = (h ^ h>>16) * 0x85ebca6b
	h = (h ^ h>>13) * 0xc2b2ae35
	return h ^ h>>16
}
