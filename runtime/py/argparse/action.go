package pyargparse

import (
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Suppress and the others are the module's constants: values that nargs, default and help may have.
const (
	Suppress   = "==SUPPRESS=="
	Optional   = "?"
	ZeroOrMore = "*"
	OneOrMore  = "+"
	Remainder  = "..."
	subcommand = "A..."

	BooleanOptionalAction = "BooleanOptionalAction" // a class in Python, given to action=
)

// Action is argparse.Action: one argument of a parser.
type Action struct {
	kind     string // "store", "store_true" and so on
	options  []string
	dest     string
	nargs    any // nil, one of the constants, or an int64
	constant any
	value    any // the default
	convert  func(string) any
	typeName string
	choices  any // py.None without any
	required bool
	help     py.Opt[string]
	metavar  any // py.None, a str, or a tuple of them
	version  py.Opt[string]
	// Of the action of subparsers:
	subparsers *SubParsers
	group      *ArgumentContainer // which holds it
}

// Dest is action.dest.
func (a *Action) Dest() string { return a.dest }

// PyTypeName is the name of CPython's class.
func (a *Action) PyTypeName() string { return "Action" }

// PyModule is "argparse".
func (*Action) PyModule() string { return "argparse" }

// PyEqual is identity.
func (a *Action) PyEqual(other any) bool { return any(a) == other }

// name is how messages call the argument.
func (a *Action) name() string {
	switch {
	case len(a.options) > 0:
		return strings.Join(a.options, "/")
	case !none(a.metavar) && a.metavar != any(Suppress):
		return py.Str(a.metavar)
	case a.dest != "" && a.dest != Suppress:
		return a.dest
	case !none(a.choices):
		return "{" + strings.Join(choiceTexts(a.choices), ",") + "}"
	}
	return ""
}

// fail raises argparse.ArgumentError for the argument.
func (a *Action) fail(message string) {
	if name := a.name(); name != "" {
		message = "argument " + name + ": " + message
	}
	py.Throw(py.ArgumentError, message)
}

func none(v any) bool { _, ok := v.(py.NoneType); return ok || v == nil }

// choiceTexts are the choices as str writes them.
func choiceTexts(choices any) []string {
	var out []string
	for c := range py.Elems(choices) {
		out = append(out, py.Str(c))
	}
	return out
}

// noArguments reports an option that stands alone.
func (a *Action) noArguments() bool { return a.nargs == any(int64(0)) }

// newAction checks the keywords of add_argument as the class of the action does.
func newAction(kind string, a *Action) *Action {
	a.kind = kind
	switch kind {
	case "", "store", "append", "extend":
		if kind == "" {
			a.kind = "store"
		}
		if a.noArguments() {
			if kind == "append" || kind == "extend" {
				py.Throw(py.ValueError, "nargs for append actions must be != 0; if arg strings are not supplying the value to append, the append const action may be more appropriate")
			}
			py.Throw(py.ValueError, "nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be more appropriate")
		}
	case "store_const", "append_const":
		a.nargs = int64(0)
	case "store_true", "store_false":
		a.nargs, a.constant = int64(0), kind == "store_true"
		if none(a.value) {
			a.value = kind == "store_false"
		}
	case "count":
		a.nargs = int64(0)
	case "help":
		a.nargs, a.value = int64(0), Suppress
	case "version":
		a.nargs, a.value = int64(0), Suppress
		if !a.help.Ok {
			a.help = py.Some("show program's version number and exit")
		}
	case BooleanOptionalAction:
		booleanOptional(a)
	default:
		py.Throw(py.ValueError, "unknown action "+py.Repr(kind))
	}
	return a
}

// booleanOptional adds --no-x for each --x.
func booleanOptional(a *Action) {
	a.nargs = int64(0)
	var all []string
	for _, o := range a.options {
		all = append(all, o)
		if strings.HasPrefix(o, "--") {
			if strings.HasPrefix(o, "--no-") {
				py.Throw(py.ValueError, "invalid option name "+py.Repr(o)+" for BooleanOptionalAction")
			}
			all = append(all, "--no-"+o[2:])
		}
	}
	a.options = all
	if a.help.Ok && !none(a.value) && a.value != any(Suppress) {
		a.help.V += " (default: %(default)s)"
	}
}

// apply does what the action is for. Value is what was parsed; option is the text that chose it.
func (a *Action) apply(p *ArgumentParser, n *Namespace, value any, option string) {
	switch a.kind {
	case "store":
		n.set(a.dest, value)
	case "store_const", "store_true", "store_false":
		n.set(a.dest, a.constant)
	case "append", "append_const", "extend":
		a.collect(n, value)
	case "count":
		count := int64(0)
		if v, ok := n.get(a.dest); ok && !none(v) {
			count = py.AsInt(v)
		}
		n.set(a.dest, count+1)
	case "help":
		p.PrintHelp(py.Nothing[*py.File]())
		p.Exit(0, py.Nothing[string]())
	case "version":
		f := p.formatter()
		text := a.version.Or(p.version)
		f.addText(py.Some(text))
		py.SysStdout.Write(f.format())
		p.Exit(0, py.Nothing[string]())
	case BooleanOptionalAction:
		n.set(a.dest, !strings.HasPrefix(option, "--no-"))
	case "parsers":
		a.subparsers.run(a, n, value)
	}
}

// collect puts a value at the end of a copy of the list.
func (a *Action) collect(n *Namespace, value any) {
	items := py.NewList[any]()
	if old, ok := n.get(a.dest); ok && !none(old) {
		py.ListExtend(items, py.Elems(old))
	}
	switch a.kind {
	case "append":
		items.Append(value)
	case "append_const":
		items.Append(a.constant)
	default:
		py.ListExtend(items, py.Elems(value))
	}
	n.set(a.dest, items)
}
