package py

import (
	"math"
	"math/bits"
)

// twoOverPi has the binary digits of 2/pi behind the point, with a word of zeros in front: enough for the largest float.
var twoOverPi = [...]uint64{
	0x0, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561, 0xb7246e3a424dd2e0,
	0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484, 0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b,
	0x1ff897ffde05980f, 0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b, 0x3d0739f78a5292ea,
	0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d, 0xa9e391615ee61b08, 0x6599855f14a06840,
}

// reduceFar takes multiples of pi/2 off an x that is too large for reduce: of x · 2/pi, what is a multiple of 4 is left out
// before it is multiplied, so that 200 bits behind the point are right.
func reduceFar(x float64) (r dd, quadrant int) {
	frac, exp := math.Frexp(math.Abs(x))
	mantissa := uint64(math.Ldexp(frac, 53))
	at := exp - 53 - 2 + 64 // the first digit, of those of a quarter of it, that is behind the point
	var p [4]uint64
	carry := uint64(0)
	for i := 3; i >= 0; i-- {
		word, shift := (at+64*i)/64, uint(at%64)
		digits := twoOverPi[word]<<shift | twoOverPi[word+1]>>(64-shift)
		hi, lo := bits.Mul64(digits, mantissa)
		var c uint64
		p[i], c = bits.Add64(lo, carry, 0)
		carry = hi + c
	}
	quadrant = int(p[0] >> 62)
	negative := p[0]>>61&1 == 1 // nearer to the next one
	if negative {
		quadrant++
		for i := range p {
			p[i] = ^p[i]
		}
	}
	p[0] &= 1<<62 - 1
	for i, w := range p {
		r = r.add(dd{math.Ldexp(float64(w>>32), 2-32-64*i), 0}).add(dd{math.Ldexp(float64(w&(1<<32-1)), 2-64-64*i), 0})
	}
	if r = r.mul(ddHalfPi); negative != (x < 0) {
		r = r.neg()
	}
	if x < 0 {
		quadrant = -quadrant
	}
	return r, quadrant & 3
}
