package infer

import (
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// logLevels are the levels of the functions that log.
var logLevels = map[string]int64{"debug": 10, "info": 20, "warning": 30, "warn": 30, "error": 40, "exception": 40, "critical": 50, "fatal": 50}

// logFunctions are the functions of the module that log to the root logger.
func logFunctions() {
	for name := range logLevels {
		special["logging."+name] = func(c *checker, args []argument, e *syntax.Call) ir.Expr {
			args = c.logArguments(name, args, e)
			return c.callOverloads(c.ix.Modules["logging"].Members["_log_root"].(*api.Overloads), nil, nil, args, e.Fn.Pos(), e.Span)
		}
	}
	special["logging.log"] = func(c *checker, args []argument, e *syntax.Call) ir.Expr {
		args = append([]argument{{val: c.none(e.Span), at: e.Span}}, args...)
		return c.callOverloads(c.ix.Modules["logging"].Members["_log_root"].(*api.Overloads), nil, nil, args, e.Fn.Pos(), e.Span)
	}
}

// loggingCall types the methods of loggers that log an exception.
func (c *checker) loggingCall(recv ir.Expr, a *syntax.Attr, e *syntax.Call) (ir.Expr, bool) {
	if className(typeOf(recv)) != "Logger" || logLevels[a.Name] == 0 {
		return nil, false
	}
	with := a.Name == "exception"
	for _, arg := range e.Args {
		with = with || arg.Name == "exc_info"
	}
	if !with {
		return nil, false
	}
	return c.method(recv, "_log_exc", c.logArguments(a.Name, c.arguments(e.Args), e), a.NameAt, e.Span), true
}

// logArguments are the exception, the level, the message and its arguments.
func (c *checker) logArguments(name string, args []argument, e *syntax.Call) []argument {
	exc := c.none(e.Span)
	if name == "exception" {
		if h := c.handled(e.Span); h != nil {
			exc = h
		}
	}
	var rest []argument
	for _, a := range args {
		if a.name != "exc_info" {
			rest = append(rest, a)
			continue
		}
		k, constant := a.val.(*ir.Const)
		switch {
		case className(types.Unwrap(typeOf(a.val))) == "Exception":
			exc = a.val
		case constant && k.Value == true:
			if h := c.handled(e.Span); h != nil {
				exc = h
			}
		case constant:
			exc = c.none(e.Span)
		default:
			c.unsupported(a.at, "exc_info that is not True, False or an exception").WithHint("write exc_info=True")
		}
	}
	level := &ir.Const{X: ir.X{T: types.Int, At: e.Span}, Value: logLevels[name]}
	return append([]argument{{val: exc, at: e.Span}, {val: level, at: e.Span}}, rest...)
}
