package pydecimal

import (
	"bytes"
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// The rounding modes.
const (
	RoundCeiling  = "ROUND_CEILING"
	RoundDown     = "ROUND_DOWN"
	RoundFloor    = "ROUND_FLOOR"
	RoundHalfDown = "ROUND_HALF_DOWN"
	RoundHalfEven = "ROUND_HALF_EVEN"
	RoundHalfUp   = "ROUND_HALF_UP"
	RoundUp       = "ROUND_UP"
	Round05up     = "ROUND_05UP"
)

// MaxPrec is decimal.MAX_PREC, and so the others.
const (
	MaxPrec = int64(999999999999999999)
	MaxEmax = int64(999999999999999999)
	MinEmin = int64(-999999999999999999)
)

// Context is decimal.Context. A script sets its fields while its workers read them.
type Context struct {
	prec, emin, emax, capitals, clamp atomic.Int64
	rounding                          atomic.Pointer[string]
}

// NewContext is decimal.Context(prec=…, rounding=…, Emin=…, Emax=…, capitals=…, clamp=…).
func NewContext(prec py.Opt[int64], rounding py.Opt[string], emin, emax, capitals, clamp py.Opt[int64]) *Context {
	c := &Context{}
	c.SetPrec(prec.Or(28))
	c.SetRounding(rounding.Or(RoundHalfEven))
	c.SetEmin(emin.Or(-999999))
	c.SetEmax(emax.Or(999999))
	c.capitals.Store(capitals.Or(1))
	c.clamp.Store(clamp.Or(0))
	return c
}

func newDefault() *Context {
	return NewContext(py.Opt[int64]{}, py.Opt[string]{}, py.Opt[int64]{}, py.Opt[int64]{}, py.Opt[int64]{}, py.Opt[int64]{})
}

// shared is the context of all threads but those within a localcontext().
var shared atomic.Pointer[Context]

func init() { shared.Store(newDefault()) }

// locals are the contexts of the goroutines that are within a localcontext(), and localCount how many those are: while there are
// none, nobody has to know its goroutine.
var (
	locals     sync.Map // goroutine -> *Context
	localCount atomic.Int64
)

// goroutine is the number of the running goroutine.
func goroutine() uint64 {
	var buf [64]byte
	text := bytes.TrimPrefix(buf[:runtime.Stack(buf[:], false)], []byte("goroutine "))
	n, _ := strconv.ParseUint(string(text[:bytes.IndexByte(text, ' ')]), 10, 64)
	return n
}

// Getcontext is decimal.getcontext().
func Getcontext() *Context {
	if localCount.Load() > 0 {
		if c, ok := locals.Load(goroutine()); ok {
			return c.(*Context)
		}
	}
	return shared.Load()
}

// Setcontext is decimal.setcontext(c).
func Setcontext(c *Context) {
	if localCount.Load() > 0 {
		if id := goroutine(); id != 0 {
			if _, ok := locals.Load(id); ok {
				locals.Store(id, c)
				return
			}
		}
	}
	shared.Store(c)
}

// LocalContext is the context manager that localcontext() gives.
type LocalContext struct {
	c      *Context
	before any // the goroutine's context around it; nil if that was the shared one
}

// Localcontext is decimal.localcontext(ctx, prec=…, rounding=…).
func Localcontext(ctx py.Opt[*Context], prec py.Opt[int64], rounding py.Opt[string]) *LocalContext {
	c := ctx.Or(Getcontext()).Copy()
	if prec.Ok {
		c.SetPrec(prec.V)
	}
	if rounding.Ok {
		c.SetRounding(rounding.V)
	}
	return &LocalContext{c: c}
}

// Enter makes the context the current one of this thread.
func (l *LocalContext) Enter() *Context {
	id := goroutine()
	l.before, _ = locals.Load(id)
	if l.before == nil {
		localCount.Add(1)
	}
	locals.Store(id, l.c)
	return l.c
}

// Exit brings back the one before.
func (l *LocalContext) Exit() {
	id := goroutine()
	if l.before == nil {
		locals.Delete(id)
		localCount.Add(-1)
		return
	}
	locals.Store(id, l.before)
}

// PyTypeName is the name of CPython's class.
func (l *LocalContext) PyTypeName() string { return "decimal.ContextManager" }

// PyEqual is identity.
func (l *LocalContext) PyEqual(other any) bool { return any(l) == other }

// Copy is c.copy().
func (c *Context) Copy() *Context {
	out := &Context{}
	out.prec.Store(c.Prec())
	out.emin.Store(c.Emin())
	out.emax.Store(c.Emax())
	out.capitals.Store(c.Capitals())
	out.clamp.Store(c.Clamp())
	out.rounding.Store(c.rounding.Load())
	return out
}

// Prec is c.prec; and so the others.
func (c *Context) Prec() int64 { return c.prec.Load() }

// Rounding is c.rounding.
func (c *Context) Rounding() string { return *c.rounding.Load() }

// Emin is c.Emin.
func (c *Context) Emin() int64 { return c.emin.Load() }

// Emax is c.Emax.
func (c *Context) Emax() int64 { return c.emax.Load() }

// Capitals is c.capitals.
func (c *Context) Capitals() int64 { return c.capitals.Load() }

// Clamp is c.clamp.
func (c *Context) Clamp() int64 { return c.clamp.Load() }

// SetPrec is c.prec = n; it raises ValueError.
func (c *Context) SetPrec(n int64) {
	if n < 1 || n > MaxPrec {
		py.Throw(py.ValueError, "valid range for prec is [1, MAX_PREC]")
	}
	c.prec.Store(n)
}

// SetRounding is c.rounding = mode; it raises TypeError.
func (c *Context) SetRounding(mode string) {
	switch mode {
	case RoundCeiling, RoundDown, RoundFloor, RoundHalfDown, RoundHalfEven, RoundHalfUp, RoundUp, Round05up:
		c.rounding.Store(&mode)
		return
	}
	py.Throw(py.TypeError, "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
}

// SetEmin is c.Emin = n; it raises ValueError.
func (c *Context) SetEmin(n int64) {
	if n < MinEmin || n > 0 {
		py.Throw(py.ValueError, "valid range for Emin is [MIN_EMIN, 0]")
	}
	c.emin.Store(n)
}

// SetEmax is c.Emax = n; it raises ValueError.
func (c *Context) SetEmax(n int64) {
	if n < 0 || n > MaxEmax {
		py.Throw(py.ValueError, "valid range for Emax is [0, MAX_EMAX]")
	}
	c.emax.Store(n)
}

// CreateDecimal is c.create_decimal(value): rounded to the context.
func (c *Context) CreateDecimal(value any) *Decimal { return NewDecimal(value).fix(c) }

// PyTypeName is "decimal.Context".
func (c *Context) PyTypeName() string { return "decimal.Context" }

// PyEqual is identity.
func (c *Context) PyEqual(other any) bool { return any(c) == other }

// PyRepr is Context(prec=28, …).
func (c *Context) PyRepr() string {
	return "Context(prec=" + py.Str(c.Prec()) + ", rounding=" + c.Rounding() + ", Emin=" + py.Str(c.Emin()) + ", Emax=" + py.Str(c.Emax()) +
		", capitals=" + py.Str(c.Capitals()) + ", clamp=" + py.Str(c.Clamp()) + ", flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])"
}

// PySetAttr sets a field of a context whose type is known only when running.
func (c *Context) PySetAttr(name string, value any) bool {
	switch name {
	case "prec":
		c.SetPrec(py.AsInt(value))
	case "rounding":
		c.SetRounding(py.AsStr(value))
	case "Emin":
		c.SetEmin(py.AsInt(value))
	case "Emax":
		c.SetEmax(py.AsInt(value))
	default:
		return false
	}
	return true
}
