package core

import "math/bits"

// mersenne is CPython's random.Random: the Mersenne Twister MT19937, seeded by an int.
type mersenne struct {
	state [624]uint32
	at    int
}

// newMersenne is random.Random(seed).
func newMersenne(seed int64) *mersenne {
	abs := uint64(seed)
	if seed < 0 {
		abs = -abs
	}
	key := []uint32{uint32(abs)}
	if abs>>32 != 0 {
		key = append(key, uint32(abs>>32))
	}
	m := &mersenne{at: 624}
	s := &m.state
	s[0] = 19650218
	for i := uint32(1); i < 624; i++ {
		s[i] = 1812433253*(s[i-1]^s[i-1]>>30) + i
	}
	i, j := 1, 0
	for range 624 {
		s[i] = s[i] ^ (s[i-1]^s[i-1]>>30)*1664525
		s[i] += key[j] + uint32(j)
		if i++; i == 624 {
			s[0], i = s[623], 1
		}
		if j++; j == len(key) {
			j = 0
		}
	}
	for range 623 {
		s[i] = s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941
		s[i] -= uint32(i)
		if i++; i == 624 {
			s[0], i = s[623], 1
		}
	}
	s[0] = 1 << 31
	return m
}

func (m *mersenne) uint32() uint32 {
	if m.at == 624 {
		m.refill()
	}
	y := m.state[m.at]
	m.at++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (m *mersenne) refill() {
	s := &m.state
	for i := range s {
		y := s[i]&0x80000000 | s[(i+1)%624]&0x7fffffff
		v := s[(i+397)%624] ^ y>>1
		if y&1 != 0 {
			v ^= 0x9908b0df
		}
		s[i] = v
	}
	m.at = 0
}

// random is random.random().
func (m *mersenne) random() float64 {
	a, b := m.uint32()>>5, m.uint32()>>6
	return (float64(a)*67108864 + float64(b)) / 9007199254740992
}

// below is random.randrange(n), for n > 0 up to 2**63.
func (m *mersenne) below(n uint64) uint64 {
	k := bits.Len64(n)
	for {
		if v := m.bits(k); v < n {
			return v
		}
	}
}

// bits is random.getrandbits(k), for k from 1 to 64.
func (m *mersenne) bits(k int) uint64 {
	if k <= 32 {
		return uint64(m.uint32() >> (32 - k))
	}
	low := uint64(m.uint32())
	return low | uint64(m.uint32()>>(64-k))<<32
}

// shuffle is random.shuffle(items).
func shuffle[T any](m *mersenne, items []T) {
	for i := len(items) - 1; i > 0; i-- {
		j := m.below(uint64(i + 1))
		items[i], items[j] = items[j], items[i]
	}
}
