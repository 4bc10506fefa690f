package pyrandom

import (
	"crypto/sha512"
	"fmt"
	"math"
	"math/bits"
	"sync"
	"time"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Random is random.Random: the Mersenne Twister MT19937 with CPython's way of making numbers of its output, so that a seed gives the same
// numbers. It may be shared.
type Random struct {
	mu        sync.Mutex
	state     [624]uint32
	next      int
	nextGauss py.Opt[float64]
}

// NewRandom is random.Random(seed): an int, a str, bytes, a float, or None for one from the clock.
func NewRandom(seed any) *Random {
	r := &Random{}
	r.Seed(seed)
	return r
}

// Seed is r.seed(seed).
func (r *Random) Seed(seed any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.nextGauss = py.Opt[float64]{}
	switch s := py.Box(seed).(type) {
	case py.NoneType:
		now := uint64(time.Now().UnixNano())
		r.seedArray([]uint32{uint32(now), uint32(now >> 32)})
	case int64:
		r.seedArray(words(magnitude(s)))
	case *py.Wide:
		r.seedArray(manyWords(py.AsBig(s)))
	case bool:
		r.seedArray(words(uint64(py.Hash(s))))
	case float64:
		r.seedArray(words(magnitude(py.Hash(s))))
	case string:
		r.seedBytes([]byte(s))
	case py.Bytes:
		r.seedBytes([]byte(s))
	default:
		py.Throw(py.TypeError, "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.")
	}
}

// manyWords is the absolute value of n in words of 32 bits, the least first.
func manyWords(n py.BigInt) []uint32 {
	_, abs := n.Words()
	var out []uint32
	for i := int64(0); i < n.BitLength(); i += 32 {
		w := abs[i/bits.UintSize] >> (i % bits.UintSize)
		out = append(out, uint32(w))
	}
	return out
}

// seedBytes uses the text and its SHA-512 as one long number, as version 2 seeding does.
func (r *Random) seedBytes(text []byte) {
	sum := sha512.Sum512(text)
	all := append(append([]byte(nil), text...), sum[:]...)
	var key []uint32
	for end := len(all); end > 0; end -= 4 {
		var w uint32
		for _, c := range all[max(end-4, 0):end] {
			w = w<<8 | uint32(c)
		}
		key = append(key, w)
	}
	for len(key) > 1 && key[len(key)-1] == 0 {
		key = key[:len(key)-1]
	}
	r.seedArray(key)
}

// magnitude is the absolute value, of the lowest int too.
func magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// words are the 32-bit digits of a key, the lowest first.
func words(n uint64) []uint32 {
	if n>>32 == 0 {
		return []uint32{uint32(n)}
	}
	return []uint32{uint32(n), uint32(n >> 32)}
}

func (r *Random) seedArray(key []uint32) {
	const n = 624
	s := &r.state
	s[0] = 19650218
	for i := 1; i < n; i++ {
		s[i] = 1812433253*(s[i-1]^s[i-1]>>30) + uint32(i)
	}
	i, j := 1, 0
	for range max(n, len(key)) {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1664525) + key[j] + uint32(j)
		if i++; i == n {
			s[0] = s[n-1]
			i = 1
		}
		j = (j + 1) % len(key)
	}
	for range n - 1 {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941) - uint32(i)
		if i++; i == n {
			s[0] = s[n-1]
			i = 1
		}
	}
	s[0] = 0x80000000
	r.next = n
}

func (r *Random) uint32() uint32 {
	if r.next == len(r.state) {
		r.twist()
	}
	y := r.state[r.next]
	r.next++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (r *Random) twist() {
	const n, m = 624, 397
	s := &r.state
	for i := range n {
		y := s[i]&0x80000000 | s[(i+1)%n]&0x7fffffff
		s[i] = s[(i+m)%n] ^ y>>1 ^ (y&1)*0x9908b0df
	}
	r.next = 0
}

// Random is r.random(): in [0, 1).
func (r *Random) Random() float64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.unit()
}

func (r *Random) unit() float64 {
	a, b := r.uint32()>>5, r.uint32()>>6
	return (float64(a)*67108864 + float64(b)) / 9007199254740992
}

// Getrandbits is r.getrandbits(k), for k up to 63.
func (r *Random) Getrandbits(k int64) int64 {
	if k < 0 {
		py.Throw(py.ValueError, "number of bits must be non-negative")
	}
	if k > 63 {
		py.Throw(py.OverflowError, "getrandbits() of more than 63 bits: Python's int grows without limit, this one does not")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return int64(r.bits(int(k)))
}

func (r *Random) bits(k int) uint64 {
	switch {
	case k == 0:
		return 0
	case k <= 32:
		return uint64(r.uint32() >> (32 - k))
	}
	low := uint64(r.uint32())
	return low | uint64(r.uint32()>>(64-k))<<32
}

// below is a number in [0, n), as _randbelow_with_getrandbits.
func (r *Random) below(n uint64) uint64 {
	if n == 0 {
		return 0
	}
	k := bits.Len64(n)
	for {
		if x := r.bits(k); x < n {
			return x
		}
	}
}

// Randrange is r.randrange(start, stop, step); it raises ValueError for an empty range.
func (r *Random) Randrange(start, stop, step int64) int64 {
	if step == 0 {
		py.Throw(py.ValueError, "zero step for randrange()")
	}
	n := py.NewRange(start, stop, step).Len()
	if n <= 0 {
		if step == 1 {
			py.Throw(py.ValueError, fmt.Sprintf("empty range for randrange() (%d, %d, %d)", start, stop, stop-start))
		}
		py.Throw(py.ValueError, "empty range for randrange()")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return start + step*int64(r.below(uint64(n)))
}

// RandrangeTo is r.randrange(stop).
func (r *Random) RandrangeTo(stop int64) int64 {
	if stop <= 0 {
		py.Throw(py.ValueError, "empty range for randrange()")
	}
	return r.Randrange(0, stop, 1)
}

// Randint is r.randint(a, b): both ends included.
func (r *Random) Randint(a, b int64) int64 { return r.Randrange(a, py.AddInt(b, 1), 1) }

// Uniform is r.uniform(a, b).
func (r *Random) Uniform(a, b float64) float64 { return a + (b-a)*r.Random() }

// Gauss is r.gauss(mu, sigma).
func (r *Random) Gauss(mu, sigma float64) float64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	z := r.nextGauss
	r.nextGauss = py.Opt[float64]{}
	if !z.Ok {
		angle := r.unit() * 2 * math.Pi
		radius := py.MathSqrt(-2 * py.MathLog(1-r.unit()))
		z.V = py.MathCos(angle) * radius
		r.nextGauss = py.Some(py.MathSin(angle) * radius)
	}
	return mu + z.V*sigma
}

// Normalvariate is r.normalvariate(mu, sigma).
func (r *Random) Normalvariate(mu, sigma float64) float64 {
	r.mu.Lock()
	defer r.mu.Unlock()
	magic := 4 * py.MathExp(-0.5) / py.MathSqrt(2)
	for {
		u1 := r.unit()
		u2 := 1 - r.unit()
		z := magic * (u1 - 0.5) / u2
		if z*z/4 <= -py.MathLog(u2) {
			return mu + z*sigma
		}
	}
}

// Expovariate is r.expovariate(lambda).
func (r *Random) Expovariate(lambda float64) float64 { return -py.MathLog(1-r.Random()) / lambda }

// choice is r.choice(items); it raises IndexError for none.
func choice[T any](r *Random, items []T) T {
	if len(items) == 0 {
		py.Throw(py.IndexError, "Cannot choose from an empty sequence")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return items[r.below(uint64(len(items)))]
}

// shuffle is r.shuffle(items).
func shuffle[T any](r *Random, items []T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i := len(items) - 1; i > 0; i-- {
		j := r.below(uint64(i + 1))
		items[i], items[j] = items[j], items[i]
	}
}

// sample is r.sample(items, k); it raises ValueError.
func sample[T any](r *Random, items []T, k int64) []T {
	out := make([]T, 0, max(k, 0))
	for _, at := range sampleRange(r, int64(len(items)), k) {
		out = append(out, items[at])
	}
	return out
}

// sampleRange is r.sample(range(n), k).
func sampleRange(r *Random, n, k int64) []int64 {
	if k < 0 || k > n {
		py.Throw(py.ValueError, "Sample larger than population or is negative")
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	out := make([]int64, k)
	setSize := 21.0
	if k > 5 {
		setSize += math.Pow(4, math.Ceil(math.Log(float64(k)*3)/math.Log(4)))
	}
	if float64(n) <= setSize {
		pool := make([]int64, n)
		for i := range pool {
			pool[i] = int64(i)
		}
		for i := range out {
			j := r.below(uint64(n - int64(i)))
			out[i] = pool[j]
			pool[j] = pool[n-int64(i)-1]
		}
		return out
	}
	chosen := map[uint64]bool{}
	for i := range out {
		j := r.below(uint64(n))
		for chosen[j] {
			j = r.below(uint64(n))
		}
		chosen[j] = true
		out[i] = int64(j)
	}
	return out
}
