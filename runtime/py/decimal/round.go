package pydecimal

import "math/big"

// etiny is the least exponent of a number of the context.
func (c *Context) etiny() int64 { return c.Emin() - c.Prec() + 1 }

// up reports whether a coefficient that lost a part, which is cmp (-1, 0, 1) against one half of its last
// digit, is rounded away from zero. Lost says that the part is not 0.
func up(mode string, neg, lost bool, cmp int, q *big.Int) bool {
	switch mode {
	case RoundDown:
		return false
	case RoundUp:
		return lost
	case RoundCeiling:
		return lost && !neg
	case RoundFloor:
		return lost && neg
	case RoundHalfUp:
		return cmp >= 0
	case RoundHalfDown:
		return cmp > 0
	case RoundHalfEven:
		return cmp > 0 || cmp == 0 && q.Bit(0) == 1
	}
	last := new(big.Int).Rem(q, ten).Int64() // 05UP
	return lost && (last == 0 || last == 5)
}

// drop divides a coefficient by 10^n and rounds. Exact says that nothing was lost.
func drop(coef *big.Int, n int64, mode string, neg bool) (q *big.Int, exact bool) {
	if n <= 0 {
		return new(big.Int).Mul(coef, power10(-n)), true
	}
	if n > digits(coef)+1 { // less than a tenth of the last digit
		lost := coef.Sign() != 0
		if up(mode, neg, lost, -1, zero) {
			return one, false
		}
		return zero, !lost
	}
	unit := power10(n)
	q, r := new(big.Int).QuoRem(coef, unit, new(big.Int))
	if r.Sign() == 0 {
		return q, true
	}
	if up(mode, neg, true, r.Lsh(r, 1).Cmp(unit), q) {
		q.Add(q, one)
	}
	return q, false
}

// rescale gives a finite number another exponent.
func (d *Decimal) rescale(exp int64, mode string) *Decimal {
	if d.form != finite {
		return d
	}
	if d.coef.Sign() == 0 {
		return finiteOf(d.neg, zero, exp)
	}
	q, _ := drop(d.coef, exp-d.exp, mode, d.neg)
	return finiteOf(d.neg, q, exp)
}

// fix rounds to the context's precision and limits. It raises Overflow.
func (d *Decimal) fix(c *Context) *Decimal { return d.fixMode(c, c.Rounding()) }

func (d *Decimal) fixMode(c *Context, mode string) *Decimal {
	prec := c.Prec()
	switch {
	case d.form == infinite:
		return d
	case d.isNaN():
		if limit := prec - c.Clamp(); digits(d.coef) > limit {
			return &Decimal{form: d.form, neg: d.neg, coef: new(big.Int).Rem(d.coef, power10(limit))}
		}
		return d
	case d.coef.Sign() == 0:
		most := c.Emax()
		if c.Clamp() == 1 {
			most -= prec - 1
		}
		if exp := min(max(d.exp, c.etiny()), most); exp != d.exp {
			return finiteOf(d.neg, zero, exp)
		}
		return d
	}
	n := digits(d.coef)
	if d.exp >= c.etiny() && n <= prec && d.exp+n-1 <= c.Emax() {
		return d.fold(c)
	}
	least := max(d.exp+n-prec, c.etiny())
	if d.exp+n-1 > c.Emax() {
		signal(overflow, overflow)
	}
	if d.exp < least {
		q, _ := drop(d.coef, least-d.exp, mode, d.neg)
		if digits(q) > prec {
			q = new(big.Int).Quo(q, ten)
			least++
		}
		d = finiteOf(d.neg, q, least)
		if q.Sign() != 0 && d.adjusted() > c.Emax() {
			signal(overflow, overflow)
		}
	}
	return d.fold(c)
}

// fold pads a number whose exponent is too large for a context with clamp=1.
func (d *Decimal) fold(c *Context) *Decimal {
	if top := c.Emax() - c.Prec() + 1; c.Clamp() == 1 && d.exp > top {
		return finiteOf(d.neg, new(big.Int).Mul(d.coef, power10(d.exp-top)), top)
	}
	return d
}
