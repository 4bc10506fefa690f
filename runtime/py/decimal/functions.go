package pydecimal

import "math/big"

// Sqrt is d.sqrt().
func (d *Decimal) Sqrt() *Decimal {
	c := Getcontext()
	if n := nanOf(c, d); n != nil {
		return n.fix(c)
	}
	switch {
	case d.isZero():
		exp := d.exp >> 1
		return finiteOf(d.neg, zero, exp).fix(c)
	case d.neg:
		invalid()
	case d.form == infinite:
		return d
	}
	prec := c.Prec() + 1
	e, coef, n := d.exp>>1, d.coef, digits(d.coef)
	half := (n + 1) >> 1
	if d.exp&1 == 1 {
		coef, half = new(big.Int).Mul(coef, ten), n>>1+1
	}
	shift := prec - half
	exact := true
	if shift >= 0 {
		coef = new(big.Int).Mul(coef, power10(2*shift))
	} else {
		q, r := new(big.Int).QuoRem(coef, power10(-2*shift), new(big.Int))
		coef, exact = q, r.Sign() == 0
	}
	e -= shift
	root := new(big.Int).Sqrt(coef)
	if exact && new(big.Int).Mul(root, root).Cmp(coef) == 0 {
		if shift >= 0 {
			root.Quo(root, power10(shift))
		} else {
			root.Mul(root, power10(-shift))
		}
		return finiteOf(false, root, e+shift).fixMode(c, RoundHalfEven)
	}
	if new(big.Int).Rem(root, five).Sign() == 0 {
		root.Add(root, one)
	}
	return finiteOf(false, root, e).fixMode(c, RoundHalfEven)
}

// fixed is a number in units of 10^-scale, for functions that are computed with more digits than are wanted.
type fixed struct {
	scale int64
	unit  *big.Int
}

func newFixed(scale int64) fixed { return fixed{scale, power10(scale)} }

// of is d, cut.
func (f fixed) of(d *Decimal) *big.Int {
	n, _ := drop(d.coef, -d.exp-f.scale, RoundHalfEven, false)
	n = new(big.Int).Set(n)
	if d.neg {
		n.Neg(n)
	}
	return n
}

func (f fixed) mul(a, b *big.Int) *big.Int {
	p := new(big.Int).Mul(a, b)
	return p.Quo(p, f.unit)
}

// exp is e^x for |x| below 1 or so: the series for x/2^k, squared k times.
func (f fixed) exp(x *big.Int) *big.Int {
	const k = 12
	x = new(big.Int).Quo(x, big.NewInt(1<<k))
	sum, term := new(big.Int).Set(f.unit), new(big.Int).Set(f.unit)
	for i := int64(1); term.Sign() != 0; i++ {
		term = f.mul(term, x)
		term.Quo(term, big.NewInt(i))
		sum.Add(sum, term)
	}
	for range k {
		sum = f.mul(sum, sum)
	}
	return sum
}

// artanh2 is 2*artanh(p/q), which is ln((q+p)/(q-p)).
func (f fixed) artanh2(p, q *big.Int) *big.Int {
	x := new(big.Int).Mul(p, f.unit)
	x.Quo(x, q)
	square := f.mul(x, x)
	sum, term := new(big.Int), new(big.Int).Set(x)
	for i := int64(1); term.Sign() != 0; i += 2 {
		sum.Add(sum, new(big.Int).Quo(term, big.NewInt(i)))
		term = f.mul(term, square)
	}
	return sum.Lsh(sum, 1)
}

// ln10 is the natural logarithm of 10: 3 ln 2 + ln 1.25, by series that converge fast.
func (f fixed) ln10() *big.Int {
	two := f.artanh2(one, big.NewInt(3))
	return new(big.Int).Add(two.Mul(two, big.NewInt(3)), f.artanh2(one, big.NewInt(9)))
}

// ln is the natural logarithm of a positive number.
func (f fixed) ln(d *Decimal) *big.Int {
	e := d.adjusted()
	m := finiteOf(false, d.coef, d.exp-e) // 1 <= m < 10
	x := f.of(m)
	sum := new(big.Int).Mul(f.ln10(), big.NewInt(e))
	two := f.artanh2(one, big.NewInt(3))
	for x.Cmp(new(big.Int).Lsh(f.unit, 1)) > 0 {
		x.Quo(x, big.NewInt(2))
		sum.Add(sum, two)
	}
	for range 4 { // nearer to 1: each root halves the logarithm
		x = new(big.Int).Sqrt(new(big.Int).Mul(x, f.unit))
	}
	p, q := new(big.Int).Sub(x, f.unit), new(big.Int).Add(x, f.unit)
	l := f.artanh2(p, q)
	return sum.Add(sum, l.Lsh(l, 4))
}

// rounded computes a number that is no Decimal itself with more and more digits until all agree how it is rounded. Compute gives
// it in units of 10^-scale, exact to a few of them.
func rounded(c *Context, start int64, compute func(f fixed) *big.Int) *Decimal {
	for extra := int64(10); ; extra += 10 {
		f := newFixed(start + extra)
		n := compute(f)
		slack := power10(5)
		lo := result(new(big.Int).Sub(n, slack), f.scale).fixMode(c, RoundHalfEven)
		hi := result(new(big.Int).Add(n, slack), f.scale).fixMode(c, RoundHalfEven)
		if lo.neg == hi.neg && lo.exp == hi.exp && lo.coef.Cmp(hi.coef) == 0 && digits(n) > c.Prec()+6 {
			return lo
		}
		if extra > 20*c.Prec()+400 {
			return lo
		}
	}
}

func result(n *big.Int, scale int64) *Decimal {
	return finiteOf(n.Sign() < 0, new(big.Int).Abs(n), -scale)
}

// Exp is d.exp().
func (d *Decimal) Exp() *Decimal {
	c := Getcontext()
	if n := nanOf(c, d); n != nil {
		return n.fix(c)
	}
	switch {
	case d.form == infinite && d.neg:
		return finiteOf(false, zero, 0)
	case d.form == infinite:
		return d
	case d.isZero():
		return fromInt(1)
	}
	return exponential(c, func(f fixed) *big.Int { return f.of(d) }, d.adjusted(), d.neg)
}

// exponential is e^x, where x gives the number in any precision and adj is the exponent of its first digit.
func exponential(c *Context, x func(fixed) *big.Int, adj int64, neg bool) *Decimal {
	if adj > 9 {
		if neg {
			return finiteOf(false, zero, c.etiny())
		}
		signal(overflow, overflow)
	}
	for extra := int64(12); ; extra += 10 {
		f := newFixed(c.Prec() + max(adj, 0) + extra)
		v := x(f)
		e, r := new(big.Int).QuoRem(v, f.ln10(), new(big.Int))
		n := f.exp(r)
		shift := f.scale - e.Int64()
		lo := result(new(big.Int).Sub(n, power10(8)), shift).fixMode(c, RoundHalfEven)
		hi := result(new(big.Int).Add(n, power10(8)), shift).fixMode(c, RoundHalfEven)
		if lo.exp == hi.exp && lo.coef.Cmp(hi.coef) == 0 || extra > 20*c.Prec()+400 {
			return lo
		}
	}
}

// Ln is d.ln().
func (d *Decimal) Ln() *Decimal { return d.logarithm(false) }

// Log10 is d.log10().
func (d *Decimal) Log10() *Decimal { return d.logarithm(true) }

func (d *Decimal) logarithm(base10 bool) *Decimal {
	c := Getcontext()
	if n := nanOf(c, d); n != nil {
		return n.fix(c)
	}
	switch {
	case d.isZero():
		return infinity(true)
	case d.neg:
		invalid()
	case d.form == infinite:
		return d
	case d.compare(fromInt(1)) == 0:
		return fromInt(0)
	}
	if base10 && strip(finiteOf(false, d.coef, 0), digits(d.coef)).coef.Cmp(one) == 0 {
		return fromInt(d.adjusted()).fix(c)
	}
	return rounded(c, c.Prec()+20, func(f fixed) *big.Int {
		l := f.ln(d)
		if base10 {
			l.Mul(l, f.unit)
			l.Quo(l, f.ln10())
		}
		return l
	})
}

// pow is d ** o.
func (d *Decimal) pow(o *Decimal, c *Context) *Decimal {
	if n := nanOf(c, d, o); n != nil {
		return n.fix(c)
	}
	if o.isZero() {
		if d.isZero() {
			invalid()
		}
		return fromInt(1)
	}
	neg := false
	if d.neg {
		if o.isInteger() {
			neg = o.isOdd()
		} else if !d.isZero() {
			invalid()
		}
		d = d.CopyAbs()
	}
	switch {
	case d.isZero() && !o.neg, d.form == infinite && o.neg:
		return finiteOf(neg, zero, 0)
	case d.isZero(), d.form == infinite:
		return infinity(neg)
	case d.compare(fromInt(1)) == 0:
		return d.onePower(o, neg, c)
	case o.form == infinite:
		if !o.neg == (d.adjusted() < 0) {
			return finiteOf(neg, zero, 0)
		}
		return infinity(neg)
	}
	var out *Decimal
	if n, ok := smallInt(o); ok {
		out = d.intPower(n, o, c)
	} else {
		out = d.realPower(o, c)
	}
	return &Decimal{out.form, neg, out.coef, out.exp}
}

func (d *Decimal) isOdd() bool {
	if d.form != finite || d.exp > 0 || d.coef.Sign() == 0 {
		return false
	}
	q, _ := drop(d.coef, -d.exp, RoundDown, false)
	return q.Bit(0) == 1
}

// smallInt is an exponent that can be multiplied out.
func smallInt(o *Decimal) (int64, bool) {
	if !o.isInteger() || o.adjusted() > 17 {
		return 0, false
	}
	return o.toInt(RoundDown), true
}

// onePower is 1.00 ** o: a one, with the zeros that the precision allows.
func (d *Decimal) onePower(o *Decimal, neg bool, c *Context) *Decimal {
	exp := 1 - c.Prec()
	if o.isInteger() {
		times := int64(0)
		switch {
		case o.neg:
		case o.compare(fromInt(c.Prec())) > 0:
			times = c.Prec()
		default:
			times = o.toInt(RoundDown)
		}
		exp = max(d.exp*times, exp)
	}
	return finiteOf(neg, power10(-exp), exp)
}

// intPower multiplies d out, with a few more digits than wanted.
func (d *Decimal) intPower(n int64, o *Decimal, c *Context) *Decimal {
	work := c.Copy()
	more := digits(o.coef) + o.exp + 4
	if n < 0 {
		more++
	}
	work.prec.Store(c.Prec() + more)
	mode := RoundHalfEven
	work.rounding.Store(&mode)
	work.clamp.Store(0)
	if n < 0 {
		d = fromInt(1).div(d, work)
		n = -n
	}
	out := d
	top := int64(1)
	for top<<1 <= n && top<<1 > 0 {
		top <<= 1
	}
	for bit := top >> 1; bit > 0; bit >>= 1 {
		out = out.mul(out, work)
		if n&bit != 0 {
			out = out.mul(d, work)
		}
		if out.isZero() {
			break
		}
	}
	return out.fix(c)
}

// realPower is e^(o ln d).
func (d *Decimal) realPower(o *Decimal, c *Context) *Decimal {
	logOfLog := int64(1) // the digits before the point that ln d may have
	for e := max(d.adjusted(), -d.adjusted()); e > 0; e /= 10 {
		logOfLog++
	}
	adj := o.adjusted() + logOfLog
	product := func(f fixed) *big.Int {
		g := newFixed(f.scale + max(o.adjusted(), 0) + 5)
		l := g.ln(d)
		l.Mul(l, o.coef)
		if o.neg {
			l.Neg(l)
		}
		q := result(l, g.scale-o.exp)
		return f.of(q)
	}
	neg := (d.compare(fromInt(1)) < 0) != o.neg
	out := exponential(c, product, adj, neg)
	if pad := c.Prec() - digits(out.coef); pad > 0 && !out.isZero() {
		out = finiteOf(false, new(big.Int).Mul(out.coef, power10(pad)), out.exp-pad)
	}
	return out.fix(c)
}
