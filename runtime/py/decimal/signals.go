package pydecimal

import "github.com/dstreamc/dstreamc/runtime/py"

// The conditions that are raised: those that CPython's default context traps.
var (
	invalidOperation = py.DecimalInvalidOperation
	divisionByZero   = py.DecimalDivisionByZero
	overflow         = py.DecimalOverflow
)

// The kinds of invalid operations that messages name.
var (
	conversionSyntax   = &py.ExcClass{Name: "ConversionSyntax", Module: "decimal", Bases: []*py.ExcClass{invalidOperation}}
	divisionImpossible = &py.ExcClass{Name: "DivisionImpossible", Module: "decimal", Bases: []*py.ExcClass{invalidOperation}}
	divisionUndefined  = &py.ExcClass{Name: "DivisionUndefined", Module: "decimal", Bases: []*py.ExcClass{invalidOperation}}
)

// signal raises class; kind is what its message lists.
func signal(class, kind *py.ExcClass) {
	py.Raise(py.NewException(class, py.NewList[any](kind)))
}

func invalid() { signal(invalidOperation, invalidOperation) }

// nanOf is the NaN that an operation with NaNs gives, or nil without any; a signaling one raises.
func nanOf(c *Context, operands ...*Decimal) *Decimal {
	for _, d := range operands {
		if d.form == signalNaN {
			invalid()
		}
	}
	for _, d := range operands {
		if d.form == quietNaN {
			return d
		}
	}
	return nil
}
