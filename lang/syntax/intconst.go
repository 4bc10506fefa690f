package syntax

import (
	"math/big"
	"strings"
)

// maxConstBits bounds the ints that IntConst computes.
const maxConstBits = 1 << 16

// IntConst is the value of an expression of int literals and operators; nil for any other, for one that
// raises an exception, and for one whose value is too large to be worked out in advance: then huge is true.
func IntConst(e Expr) (value *big.Int, huge bool) {
	switch e := e.(type) {
	case *IntLit:
		text := strings.ReplaceAll(e.Text, "_", "")
		if strings.Trim(text, "0") == "" { // Python allows 00, which Go takes for an octal number
			return new(big.Int), false
		}
		v, ok := new(big.Int).SetString(text, 0)
		if !ok {
			return nil, false
		}
		return v, false
	case *Unary:
		v, huge := IntConst(e.X)
		if v == nil {
			return nil, huge && e.Op != "not"
		}
		switch e.Op {
		case "-":
			return new(big.Int).Neg(v), false
		case "+":
			return v, false
		case "~":
			return new(big.Int).Not(v), false
		}
	case *Binary:
		a, hugeA := IntConst(e.X)
		b, hugeB := IntConst(e.Y)
		if a == nil || b == nil {
			return nil, hugeA || hugeB
		}
		return constOp(e.Op, a, b)
	}
	return nil, false
}

func constOp(op string, a, b *big.Int) (value *big.Int, huge bool) {
	out := new(big.Int)
	switch op {
	case "+":
		return out.Add(a, b), false
	case "-":
		return out.Sub(a, b), false
	case "*":
		return out.Mul(a, b), false
	case "&":
		return out.And(a, b), false
	case "|":
		return out.Or(a, b), false
	case "^":
		return out.Xor(a, b), false
	case "//", "%":
		if b.Sign() == 0 {
			return nil, false
		}
		q, r := out.QuoRem(a, b, new(big.Int))
		if r.Sign() != 0 && r.Sign() != b.Sign() { // towards minus infinity
			q.Sub(q, big.NewInt(1))
			r.Add(r, b)
		}
		if op == "%" {
			return r, false
		}
		return q, false
	case "<<", ">>", "**":
		return constGrow(op, a, b)
	}
	return nil, false
}

// constGrow works out the operators whose results may be huge.
func constGrow(op string, a, b *big.Int) (value *big.Int, huge bool) {
	out := new(big.Int)
	if b.Sign() < 0 { // a float, or an error
		return nil, false
	}
	fits := b.IsInt64() && b.Int64() <= maxConstBits
	switch {
	case op == ">>" && fits:
		return out.Rsh(a, uint(b.Int64())), false
	case op == ">>":
		return nil, false
	case a.Sign() == 0 && op == "<<":
		return out, false
	case a.BitLen() <= 1 && op == "**": // -1, 0, 1
		return out.Exp(a, b, nil), false
	case fits && op == "<<":
		return out.Lsh(a, uint(b.Int64())), false
	case fits && b.Int64()*int64(a.BitLen()) <= maxConstBits:
		return out.Exp(a, b, nil), false
	}
	return nil, true
}
