package infer

import (
	"slices"

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
			args = c.logArguments(name, args, e.Span)
			return c.callOverloads(c.ix.Modules["logging"].Members["_log_root"].(*api.Overloads), nil, nil, args, e.Fn.Pos(), e.Span)
		}
	}
	special["logging.log"] = func(c *checker, args []argument, e *syntax.Call) ir.Expr {
		args = c.logArguments("log", args, e.Span)
		return c.callOverloads(c.ix.Modules["logging"].Members["_log_root"].(*api.Overloads), nil, nil, args, e.Fn.Pos(), e.Span)
	}
}

// loggingCall types the methods of loggers that log an exception or have more to say, and those of what may be a logger where an
// exception is handled.
func (c *checker) loggingCall(recv ir.Expr, a *syntax.Attr, e *syntax.Call) (ir.Expr, bool) {
	if !c.modules["logging"] {
		return nil, false
	}
	switch a.Name {
	case "addFilter", "setFormatter", "addHandler":
		for _, name := range []string{"filter", "format", "handle"} { // what the runtime calls of an object of the script
			c.dynamicNames.call[dynamicCall{name, 1, ""}] = true
		}
	}
	if className(typeOf(recv)) == "Logger" {
		return c.loggerMethod(recv, a.Name, func() []argument { return c.arguments(e.Args) }, namesOf(e.Args), e.Span)
	}
	exc := c.handledByLogger(recv, a.Name, namesOf(e.Args), e.Span)
	if k := c.classOf(typeOf(recv)); k != nil && exc != nil {
		pre := &prelude{}
		recv = pre.keep(c, recv)
		logger := c.objectAttr(recv, k, a.X, "logger", a.X.Pos(), a.X.Pos())
		pre.keep(c, c.callBuiltin(c.ix.Modules["logging"].Members["_handling"], []argument{{val: logger, at: a.X.Pos()}, {val: exc, at: e.Span}}, e.Span))
		return pre.wrap(c.objectMethod(recv, k, a.X, a.Name, c.arguments(e.Args), a.NameAt, e.Span)), true
	}
	if exc != nil {
		held := c.callBuiltin(c.ix.Modules["logging"].Members["_handling"], []argument{{val: recv, at: a.X.Pos()}, {val: exc, at: e.Span}}, e.Span)
		return c.method(held, a.Name, c.arguments(e.Args), a.NameAt, e.Span), true
	}
	return nil, false
}

// handledByLogger is the exception being handled if a value that may be a logger is told to log it.
func (c *checker) handledByLogger(recv ir.Expr, name string, keywords []string, at syntax.Span) ir.Expr {
	if !types.IsAny(typeOf(recv)) && !c.isAdapter(c.classOf(typeOf(recv))) || logLevels[name] == 0 && name != "log" || name != "exception" && !slices.Contains(keywords, "exc_info") {
		return nil
	}
	if h := c.handled(at); h != nil {
		return h
	}
	return c.handledOutside("_handled", at)
}

// isAdapter reports a class that derives from LoggerAdapter, or that itself.
func (c *checker) isAdapter(k *class) bool {
	lib := c.written("logging", "LoggerAdapter")
	return k != nil && lib != nil && slices.ContainsFunc(k.line, func(b *class) bool { return b.name == "LoggerAdapter" && b.frame.parent == lib.frame })
}

// namesOf are the names of the arguments that have one.
func namesOf(args []*syntax.Arg) []string {
	var out []string
	for _, a := range args {
		if a.Name != "" {
			out = append(out, a.Name)
		}
	}
	return out
}

// loggerMethod is a method of a logger that logs, if it needs more than the message and its arguments.
func (c *checker) loggerMethod(recv ir.Expr, name string, args func() []argument, keywords []string, at syntax.Span) (ir.Expr, bool) {
	if className(typeOf(recv)) != "Logger" || logLevels[name] == 0 && name != "log" || name != "exception" && len(keywords) == 0 {
		return nil, false
	}
	return c.method(recv, "_log_more", c.logArguments(name, args(), at), at, at), true
}

// logArguments are the exception, what is extra, the stack, the level, the message and its arguments.
func (c *checker) logArguments(name string, args []argument, at syntax.Span) []argument {
	given := map[string]ir.Expr{}
	if name == "exception" {
		given["exc_info"] = c.boolean(true, at)
	}
	var rest []argument
	for _, a := range args {
		switch a.name {
		case "exc_info", "extra", "stack_info", "stacklevel":
			given[a.name] = a.val
		default:
			rest = append(rest, a)
		}
	}
	k, constant := given["exc_info"].(*ir.Const)
	if constant && k.Value == true && c.handled(at) != nil {
		given["exc_info"] = c.handled(at)
	} else if given["exc_info"] != nil && !constant || constant && k.Value == true {
		c.asksHandled = true // the runtime asks
	}
	var out []argument
	for _, n := range []string{"exc_info", "extra", "stack_info"} {
		if given[n] == nil {
			given[n] = c.none(at)
		}
		out = append(out, argument{val: given[n], at: at})
	}
	if name != "log" {
		out = append(out, argument{val: &ir.Const{X: ir.X{T: types.Int, At: at}, Value: logLevels[name]}, at: at})
	}
	return append(out, rest...)
}

// derivedLogging names the class of the library that stands for a class of module logging in a class statement; nil for others.
func (c *checker) derivedLogging(t types.Type, at syntax.Span) syntax.Expr {
	name := ""
	switch t := t.(type) {
	case *types.Class:
		if d, ok := t.Decl.(*api.Class); ok && d.Module == "logging" {
			name = d.Name
		}
	case *types.Builtin:
		if d, ok := t.Decl.(*api.Overloads); ok && d.Funcs[0].Module == "logging" {
			name = t.Name
		}
	}
	lib := c.written("logging", name)
	if name == "" || lib == nil {
		return nil
	}
	return &syntax.Attr{At: syntax.At{Span: at}, X: c.held(ref(c.userRef(lib), at), at), Name: name, NameAt: at}
}
