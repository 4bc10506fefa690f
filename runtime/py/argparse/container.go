package pyargparse

import (
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// ArgumentContainer is what arguments are added to: a parser, a group of one, or a mutually exclusive group.
type ArgumentContainer struct {
	parser      *ArgumentParser    // which parses them
	within      *ArgumentContainer // of a mutually exclusive group: where its arguments go too
	exclusive   bool
	required    bool // of a mutually exclusive group
	title       py.Opt[string]
	description py.Opt[string]
	actions     []*Action // of a group
}

// AddArgument is c.add_argument(*names, action=…, …, help=…). TypeName is what messages call the type.
func (c *ArgumentContainer) AddArgument(action py.Opt[string], nargs, constant, value any, convert func(string) any, choices any,
	required py.Opt[bool], help py.Opt[string], metavar any, dest, version, typeName py.Opt[string], names ...string) *Action {
	a := &Action{constant: constant, value: value, convert: convert, typeName: typeName.Or(""), choices: choices, help: help, metavar: metavar, version: version}
	if !none(nargs) {
		a.nargs = nargs
	}
	p := c.parser
	if len(names) == 0 || len(names) == 1 && !p.isPrefix(names[0]) {
		a.positional(names, dest, required)
	} else {
		a.optional(p, names, dest)
		a.required = required.Or(false)
	}
	if none(a.value) {
		if v, ok := p.defaults.Lookup(a.dest); ok {
			a.value = v
		} else if !none(p.argumentDefault) {
			a.value = p.argumentDefault
		}
	}
	a = newAction(action.Or(""), a)
	if t, ok := a.metavar.(interface{ PyLen() int64 }); ok {
		if n, isInt := a.nargs.(int64); isInt && t.PyLen() != n {
			py.Throw(py.ValueError, "length of metavar tuple does not match nargs")
		}
	}
	return c.add(a)
}

// positional fills in the keywords of a positional argument.
func (a *Action) positional(names []string, dest py.Opt[string], required py.Opt[bool]) {
	switch {
	case len(names) > 0 && dest.Ok:
		py.Throw(py.ValueError, "dest supplied twice for positional argument")
	case len(names) > 0:
		a.dest = names[0]
	case dest.Ok:
		a.dest = dest.V
	default:
		py.Throw(py.TypeError, "_get_positional_kwargs() missing 1 required positional argument: 'dest'")
	}
	if required.Ok {
		py.Throw(py.TypeError, "'required' is an invalid argument for positionals")
	}
	a.required = a.nargs != any(Optional) && (a.nargs != any(ZeroOrMore) || none(a.value))
}

// optional fills in the option strings and the name they give the argument.
func (a *Action) optional(p *ArgumentParser, names []string, dest py.Opt[string]) {
	long := ""
	for _, name := range names {
		if !p.isPrefix(name) {
			py.Throw(py.ValueError, "invalid option string "+py.Repr(name)+": must start with a character "+py.Repr(p.prefixChars))
		}
		a.options = append(a.options, name)
		if len(name) > 1 && p.isPrefix(name[1:]) && long == "" {
			long = name
		}
	}
	if dest.Ok {
		a.dest = dest.V
		return
	}
	if long == "" {
		long = names[0]
	}
	a.dest = strings.TrimLeft(long, p.prefixChars)
	if a.dest == "" {
		py.Throw(py.ValueError, "dest= is required for options like "+py.Repr(names[len(names)-1]))
	}
	a.dest = strings.ReplaceAll(a.dest, "-", "_")
}

// add puts an action where it belongs.
func (c *ArgumentContainer) add(a *Action) *Action {
	switch {
	case c.exclusive:
		if a.required {
			py.Throw(py.ValueError, "mutually exclusive arguments must be optional")
		}
		c.within.add(a)
		c.actions = append(c.actions, a)
	case c == &c.parser.ArgumentContainer && len(a.options) > 0:
		c.parser.optionals.add(a)
	case c == &c.parser.ArgumentContainer:
		c.parser.positionals.add(a)
	default:
		c.parser.register(a)
		a.group = c
		c.actions = append(c.actions, a)
	}
	return a
}

// register makes the parser know an action.
func (p *ArgumentParser) register(a *Action) {
	var conflicts []string
	for _, o := range a.options {
		if p.byOption[o] != nil {
			conflicts = append(conflicts, o)
		}
	}
	if len(conflicts) > 0 {
		p.conflict(a, conflicts)
	}
	p.all = append(p.all, a)
	for _, o := range a.options {
		if p.byOption[o] == nil {
			p.order = append(p.order, o)
		}
		p.byOption[o] = a
		p.negativeOptions = p.negativeOptions || isNegativeNumber(o)
	}
}

// conflict raises ArgumentError, or with conflict_handler='resolve' takes the option strings from those who had them.
func (p *ArgumentParser) conflict(a *Action, options []string) {
	if p.conflictHandler == "error" {
		plural := ""
		if len(options) > 1 {
			plural = "s"
		}
		a.fail("conflicting option string" + plural + ": " + strings.Join(options, ", "))
	}
	for _, o := range options {
		old := p.byOption[o]
		old.options = without(old.options, o)
		p.order = without(p.order, o)
		delete(p.byOption, o)
		if len(old.options) == 0 {
			p.all = without(p.all, old)
			old.group.actions = without(old.group.actions, old)
		}
	}
}

func without[T comparable](list []T, x T) []T {
	var out []T
	for _, y := range list {
		if y != x {
			out = append(out, y)
		}
	}
	return out
}

// ArgumentGroup is a group that help shows under a title of its own.
type ArgumentGroup struct{ ArgumentContainer }

// MutuallyExclusiveGroup is a group of which one argument may be given.
type MutuallyExclusiveGroup struct{ ArgumentContainer }

// AddArgumentGroup is c.add_argument_group(title, description).
func (c *ArgumentContainer) AddArgumentGroup(title, description py.Opt[string]) *ArgumentGroup {
	g := &ArgumentGroup{ArgumentContainer{parser: c.parser, title: title, description: description}}
	c.parser.groups = append(c.parser.groups, &g.ArgumentContainer)
	return g
}

// AddMutuallyExclusiveGroup is c.add_mutually_exclusive_group(required=required).
func (c *ArgumentContainer) AddMutuallyExclusiveGroup(required bool) *MutuallyExclusiveGroup {
	g := &MutuallyExclusiveGroup{ArgumentContainer{parser: c.parser, within: c, exclusive: true, required: required}}
	c.parser.exclusiveGroups = append(c.parser.exclusiveGroups, &g.ArgumentContainer)
	return g
}

// SetDefaults is c.set_defaults(name=value, …).
func (c *ArgumentContainer) SetDefaults(values *py.Dict[string, any]) {
	for name, v := range values.Pairs() {
		c.parser.defaults.Set(name, v)
		for _, a := range c.parser.all {
			if a.dest == name {
				a.value = v
			}
		}
	}
}

// GetDefault is c.get_default(dest).
func (c *ArgumentContainer) GetDefault(dest string) any {
	for _, a := range c.parser.all {
		if a.dest == dest && !none(a.value) {
			return a.value
		}
	}
	return c.parser.defaults.GetOr(dest, py.None)
}

// PyEqual is identity.
func (c *ArgumentContainer) PyEqual(other any) bool { return any(c) == other }

// PyTypeName is the name of CPython's class.
func (g *ArgumentGroup) PyTypeName() string { return "_ArgumentGroup" }

// PyTypeName is the name of CPython's class.
func (g *MutuallyExclusiveGroup) PyTypeName() string { return "_MutuallyExclusiveGroup" }
