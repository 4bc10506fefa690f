package pydecimal

import "math/big"

func (d *Decimal) add(o *Decimal, c *Context) *Decimal {
	if n := nanOf(c, d, o); n != nil {
		return n.fix(c)
	}
	switch {
	case d.form == infinite:
		if o.form == infinite && d.neg != o.neg {
			invalid()
		}
		return d
	case o.form == infinite:
		return o
	}
	exp := min(d.exp, o.exp)
	negZero := c.Rounding() == RoundFloor && d.neg != o.neg
	switch {
	case d.isZero() && o.isZero():
		return finiteOf(d.neg && o.neg || negZero, zero, exp).fix(c)
	case d.isZero():
		return o.rescale(max(exp, o.exp-c.Prec()-1), c.Rounding()).fix(c)
	case o.isZero():
		return d.rescale(max(exp, d.exp-c.Prec()-1), c.Rounding()).fix(c)
	}
	d, o = align(d, o, c.Prec())
	sum := new(big.Int)
	switch {
	case d.neg == o.neg:
		return finiteOf(d.neg, sum.Add(d.coef, o.coef), d.exp).fix(c)
	case d.coef.Cmp(o.coef) == 0:
		return finiteOf(negZero, zero, min(exp, d.exp)).fix(c)
	}
	neg := d.neg
	if sum.Sub(d.coef, o.coef).Sign() < 0 {
		neg = o.neg
		sum.Neg(sum)
	}
	return finiteOf(neg, sum, d.exp).fix(c)
}

// align gives two numbers one exponent. One that is too small to matter but for rounding becomes a 1 far behind.
func align(d, o *Decimal, prec int64) (*Decimal, *Decimal) {
	if d.exp < o.exp {
		o, d = align(o, d, prec)
		return d, o
	}
	n := digits(d.coef)
	least := d.exp + min(-1, n-prec-2)
	if digits(o.coef)+o.exp-1 < least {
		o = finiteOf(o.neg, one, least)
	}
	if d.exp == o.exp {
		return d, o
	}
	return finiteOf(d.neg, new(big.Int).Mul(d.coef, power10(d.exp-o.exp)), o.exp), o
}

func (d *Decimal) negated() *Decimal { return &Decimal{d.form, !d.neg, d.coef, d.exp} }

func (d *Decimal) sub(o *Decimal, c *Context) *Decimal {
	if n := nanOf(c, d, o); n != nil {
		return n.fix(c)
	}
	return d.add(o.negated(), c)
}

func (d *Decimal) mul(o *Decimal, c *Context) *Decimal {
	if n := nanOf(c, d, o); n != nil {
		return n.fix(c)
	}
	neg := d.neg != o.neg
	if d.form == infinite || o.form == infinite {
		if d.isZero() || o.isZero() {
			invalid()
		}
		return infinity(neg)
	}
	return finiteOf(neg, new(big.Int).Mul(d.coef, o.coef), d.exp+o.exp).fix(c)
}

func (d *Decimal) div(o *Decimal, c *Context) *Decimal {
	if n := nanOf(c, d, o); n != nil {
		return n.fix(c)
	}
	neg := d.neg != o.neg
	switch {
	case d.form == infinite && o.form == infinite:
		invalid()
	case d.form == infinite:
		return infinity(neg)
	case o.form == infinite:
		return finiteOf(neg, zero, c.etiny())
	case o.isZero():
		if d.isZero() {
			signal(invalidOperation, divisionUndefined)
		}
		signal(divisionByZero, divisionByZero)
	case d.isZero():
		return finiteOf(neg, zero, d.exp-o.exp).fix(c)
	}
	shift := max(digits(o.coef)-digits(d.coef)+c.Prec()+1, 0)
	lower := max(-(digits(o.coef) - digits(d.coef) + c.Prec() + 1), 0)
	exp := d.exp - o.exp - shift + lower
	q, r := new(big.Int).QuoRem(new(big.Int).Mul(d.coef, power10(shift)), new(big.Int).Mul(o.coef, power10(lower)), new(big.Int))
	if r.Sign() != 0 {
		if new(big.Int).Rem(q, five).Sign() == 0 {
			q.Add(q, one)
		}
		return finiteOf(neg, q, exp).fix(c)
	}
	return strip(finiteOf(neg, q, exp), d.exp-o.exp).fix(c)
}

// strip takes away zeros at the end, as long as the exponent is below limit.
func strip(d *Decimal, limit int64) *Decimal {
	q, r := new(big.Int), new(big.Int)
	coef, exp := d.coef, d.exp
	for exp < limit {
		if q.QuoRem(coef, ten, r); r.Sign() != 0 {
			break
		}
		coef, q = q, new(big.Int)
		exp++
	}
	return finiteOf(d.neg, coef, exp)
}

// quoRem is the quotient, cut to an int, and the remainder of finite numbers, o not zero, or d of an infinite one.
func (d *Decimal) quoRem(o *Decimal, c *Context) (q, r *Decimal) {
	neg := d.neg != o.neg
	ideal := min(d.exp, o.exp)
	if o.form == infinite {
		ideal = d.exp
	}
	diff := d.adjusted() - o.adjusted()
	if d.isZero() || o.form == infinite || diff <= -2 {
		return finiteOf(neg, zero, 0), d.rescale(ideal, c.Rounding())
	}
	if diff <= c.Prec() {
		x, y := d.coef, o.coef
		if d.exp >= o.exp {
			x = new(big.Int).Mul(x, power10(d.exp-o.exp))
		} else {
			y = new(big.Int).Mul(y, power10(o.exp-d.exp))
		}
		q, r := new(big.Int).QuoRem(x, y, new(big.Int))
		if q.Cmp(power10(c.Prec())) < 0 {
			return finiteOf(neg, q, 0), finiteOf(d.neg, r, ideal)
		}
	}
	signal(invalidOperation, divisionImpossible)
	return nil, nil
}

func (d *Decimal) floorDiv(o *Decimal, c *Context) *Decimal {
	if n := nanOf(c, d, o); n != nil {
		return n.fix(c)
	}
	switch {
	case d.form == infinite && o.form == infinite:
		invalid()
	case d.form == infinite:
		return infinity(d.neg != o.neg)
	case o.isZero() && d.isZero():
		signal(invalidOperation, divisionUndefined)
	case o.isZero():
		signal(divisionByZero, divisionByZero)
	}
	q, _ := d.quoRem(o, c)
	return q
}

func (d *Decimal) rem(o *Decimal, c *Context) *Decimal {
	if n := nanOf(c, d, o); n != nil {
		return n.fix(c)
	}
	switch {
	case d.form == infinite:
		invalid()
	case o.isZero() && d.isZero():
		signal(invalidOperation, divisionUndefined)
	case o.isZero():
		invalid()
	}
	_, r := d.quoRem(o, c)
	return r.fix(c)
}

func (d *Decimal) plus(c *Context) *Decimal {
	if n := nanOf(c, d); n != nil {
		return n.fix(c)
	}
	if d.isZero() && c.Rounding() != RoundFloor {
		d = finiteOf(false, d.coef, d.exp)
	}
	return d.fix(c)
}

func (d *Decimal) minus(c *Context) *Decimal {
	if n := nanOf(c, d); n != nil {
		return n.fix(c)
	}
	if d.isZero() && c.Rounding() != RoundFloor {
		return finiteOf(false, d.coef, d.exp).fix(c)
	}
	return d.negated().fix(c)
}

// compare is -1, 0 or 1 for numbers that are no NaN.
func (d *Decimal) compare(o *Decimal) int {
	sign := func(d *Decimal) int {
		switch {
		case d.isZero():
			return 0
		case d.neg:
			return -1
		}
		return 1
	}
	s, t := sign(d), sign(o)
	switch {
	case s != t:
		if s < t {
			return -1
		}
		return 1
	case s == 0:
		return 0
	case d.form == infinite && o.form == infinite:
		return 0
	case d.form == infinite:
		return s
	case o.form == infinite:
		return -s
	}
	if a, b := d.adjusted(), o.adjusted(); a != b {
		if a < b {
			return -s
		}
		return s
	}
	x, y := d.coef, o.coef
	if d.exp >= o.exp {
		x = new(big.Int).Mul(x, power10(d.exp-o.exp))
	} else {
		y = new(big.Int).Mul(y, power10(o.exp-d.exp))
	}
	return s * x.Cmp(y)
}
