package py

// The exception classes of modules that are packages of their own. They are here, as all exception
// classes are, since generated code and tracebacks find them in this package.
var (
	// StatisticsError is statistics.StatisticsError.
	StatisticsError = &ExcClass{Name: "StatisticsError", Module: "statistics", Bases: []*ExcClass{ValueError}}

	// ArgumentError is argparse.ArgumentError, and ArgumentTypeError what a type= function raises.
	ArgumentError     = &ExcClass{Name: "ArgumentError", Module: "argparse", Bases: []*ExcClass{ExceptionClass}}
	ArgumentTypeError = &ExcClass{Name: "ArgumentTypeError", Module: "argparse", Bases: []*ExcClass{ExceptionClass}}

	// Those of module decimal, which has more names for them than a script may need.
	DecimalException        = &ExcClass{Name: "DecimalException", Module: "decimal", Bases: []*ExcClass{ArithmeticError}}
	DecimalInvalidOperation = &ExcClass{Name: "InvalidOperation", Module: "decimal", Bases: []*ExcClass{DecimalException}}
	DecimalDivisionByZero   = &ExcClass{Name: "DivisionByZero", Module: "decimal", Bases: []*ExcClass{DecimalException, ZeroDivisionError}}
	DecimalInexact          = &ExcClass{Name: "Inexact", Module: "decimal", Bases: []*ExcClass{DecimalException}}
	DecimalRounded          = &ExcClass{Name: "Rounded", Module: "decimal", Bases: []*ExcClass{DecimalException}}
	DecimalOverflow         = &ExcClass{Name: "Overflow", Module: "decimal", Bases: []*ExcClass{DecimalInexact, DecimalRounded}}
	// SocketGaierror is socket.gaierror.
	SocketGaierror = &ExcClass{Name: "gaierror", Module: "socket", Bases: []*ExcClass{OSError}}
)
