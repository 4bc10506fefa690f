package pyargparse

import (
	"iter"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// ArgumentParser is argparse.ArgumentParser.
type ArgumentParser struct {
	ArgumentContainer
	prog            string
	usage           py.Opt[string]
	epilog          py.Opt[string]
	version         string
	style           *HelpFormatterClass
	prefixChars     string
	fromFile        string
	argumentDefault any
	conflictHandler string
	allowAbbrev     bool
	exitOnError     bool

	defaults        *py.Dict[string, any]
	all             []*Action
	byOption        map[string]*Action
	order           []string // the option strings as they were added
	negativeOptions bool     // some look like negative numbers

	groups                 []*ArgumentContainer
	exclusiveGroups        []*ArgumentContainer
	positionals, optionals *ArgumentContainer
	hasSubparsers          bool
	unrecognized           []string // by a subparser
}

// NewArgumentParser is argparse.ArgumentParser(prog, usage, …).
func NewArgumentParser(prog, usage, description, epilog py.Opt[string], parents py.Opt[*py.List[*ArgumentParser]], style py.Opt[*HelpFormatterClass], prefixChars string,
	fromFile py.Opt[string], argumentDefault any, conflictHandler string, addHelp, allowAbbrev, exitOnError bool) *ArgumentParser {
	p := &ArgumentParser{usage: usage, epilog: epilog, style: style.Or(HelpFormatter), prefixChars: prefixChars, fromFile: fromFile.Or(""), argumentDefault: argumentDefault,
		conflictHandler: conflictHandler, allowAbbrev: allowAbbrev, exitOnError: exitOnError, defaults: py.NewDict[string, any](), byOption: map[string]*Action{}}
	p.parser, p.description = p, description
	if conflictHandler != "error" && conflictHandler != "resolve" {
		py.Throw(py.ValueError, "invalid conflict_resolution value: "+py.Repr(conflictHandler))
	}
	if prog.Ok {
		p.prog = prog.V
	} else {
		p.prog = py.OsPathBasename(py.SysArgv.At(0))
	}
	p.positionals = &p.AddArgumentGroup(py.Some("positional arguments"), py.Opt[string]{}).ArgumentContainer
	p.optionals = &p.AddArgumentGroup(py.Some("options"), py.Opt[string]{}).ArgumentContainer
	if addHelp {
		dash := prefixChars[:1]
		if strings.Contains(prefixChars, "-") {
			dash = "-"
		}
		p.add(newAction("help", &Action{options: []string{dash + "h", dash + dash + "help"}, dest: "help", choices: py.None, metavar: py.None,
			help: py.Some("show this help message and exit")}))
	}
	if parents.Ok {
		for _, parent := range parents.V.Raw() {
			p.adopt(parent)
		}
	}
	return p
}

// adopt adds the arguments and defaults of a parent.
func (p *ArgumentParser) adopt(parent *ArgumentParser) {
	titled := map[string]*ArgumentContainer{}
	for _, g := range p.groups {
		titled[g.title.Or("")] = g
	}
	where := map[*Action]*ArgumentContainer{}
	for _, g := range parent.groups {
		mine := titled[g.title.Or("")]
		if mine == nil {
			mine = &p.AddArgumentGroup(g.title, g.description).ArgumentContainer
			titled[g.title.Or("")] = mine
		}
		for _, a := range g.actions {
			where[a] = mine
		}
	}
	for _, g := range parent.exclusiveGroups {
		mine := &p.AddMutuallyExclusiveGroup(g.required).ArgumentContainer
		for _, a := range g.actions {
			where[a] = mine
		}
	}
	for _, a := range parent.all {
		where[a].add(a)
	}
	py.DictUpdateDict(p.defaults, parent.defaults)
}

// isPrefix reports that a text begins as options do.
func (p *ArgumentParser) isPrefix(s string) bool {
	return s != "" && strings.ContainsRune(p.prefixChars, []rune(s)[0])
}

// Prog is parser.prog.
func (p *ArgumentParser) Prog() string { return p.prog }

// FormatUsage is parser.format_usage().
func (p *ArgumentParser) FormatUsage() string {
	f := p.formatter()
	f.addUsage(p.usage, p.all, p.exclusiveGroups, "usage: ")
	return f.format()
}

// FormatHelp is parser.format_help().
func (p *ArgumentParser) FormatHelp() string {
	f := p.formatter()
	f.addUsage(p.usage, p.all, p.exclusiveGroups, "usage: ")
	f.addText(p.description)
	for _, g := range p.groups {
		f.start(g.title)
		f.addText(g.description)
		for _, a := range g.actions {
			f.addArgument(a)
		}
		f.end()
	}
	f.addText(p.epilog)
	return f.format()
}

func (p *ArgumentParser) formatter() *formatter { return newFormatter(p.prog, p.style) }

// PrintUsage is parser.print_usage(file).
func (p *ArgumentParser) PrintUsage(file py.Opt[*py.File]) {
	file.Or(py.SysStdout).Write(p.FormatUsage())
}

// PrintHelp is parser.print_help(file).
func (p *ArgumentParser) PrintHelp(file py.Opt[*py.File]) {
	file.Or(py.SysStdout).Write(p.FormatHelp())
}

// Exit is parser.exit(status, message).
func (p *ArgumentParser) Exit(status int64, message py.Opt[string]) {
	if message.Or("") != "" {
		py.SysStderr.Write(message.V)
	}
	py.SysExit(status)
}

// Error is parser.error(message): usage and message go to standard error, and the program exits with 2.
func (p *ArgumentParser) Error(message string) {
	p.PrintUsage(py.Some(py.SysStderr))
	p.Exit(2, py.Some(p.prog+": error: "+message+"\n"))
}

// PyTypeName is "ArgumentParser".
func (p *ArgumentParser) PyTypeName() string { return "ArgumentParser" }

// PyModule is "argparse".
func (*ArgumentParser) PyModule() string { return "argparse" }

// SubParsers is what add_subparsers gives.
type SubParsers struct {
	parent  *ArgumentParser
	prog    string
	names   []string // with aliases, as they were added
	parsers map[string]*ArgumentParser
	helps   []*Action // one for each name that has help
}

// PyTypeName is the name of CPython's class.
func (s *SubParsers) PyTypeName() string { return "_SubParsersAction" }

// PyEqual is identity.
func (s *SubParsers) PyEqual(other any) bool { return any(s) == other }

// PyIter gives the names: they are the choices of the argument.
func (s *SubParsers) PyIter() iter.Seq[any] {
	return func(yield func(any) bool) {
		for _, n := range s.names {
			if !yield(n) {
				return
			}
		}
	}
}

// AddSubparsers is parser.add_subparsers(title=…, …).
func (p *ArgumentParser) AddSubparsers(title, description, prog, dest py.Opt[string], required bool, help py.Opt[string], metavar any) *SubParsers {
	if p.hasSubparsers {
		p.Error("cannot have multiple subparser arguments")
	}
	p.hasSubparsers = true
	where := p.positionals
	if title.Ok || description.Ok {
		where = &p.AddArgumentGroup(py.Some(title.Or("subcommands")), description).ArgumentContainer
	}
	s := &SubParsers{parent: p, prog: prog.V, parsers: map[string]*ArgumentParser{}}
	if !prog.Ok {
		f := p.formatter()
		f.addUsage(p.usage, p.positionalActions(), p.exclusiveGroups, "")
		s.prog = strings.TrimSpace(f.format())
	}
	where.add(&Action{kind: "parsers", dest: dest.Or(Suppress), nargs: subcommand, constant: py.None, value: py.None, choices: s, required: required, help: help, metavar: metavar, subparsers: s})
	return s
}

// AddParser is subparsers.add_parser(name, help=…, aliases=…, …), with the keywords of ArgumentParser.
func (s *SubParsers) AddParser(name string, help py.Opt[string], aliases py.Opt[*py.List[string]], prog, usage, description, epilog py.Opt[string],
	parents py.Opt[*py.List[*ArgumentParser]], style py.Opt[*HelpFormatterClass], prefixChars string, fromFile py.Opt[string], argumentDefault any, conflictHandler string,
	addHelp, allowAbbrev, exitOnError bool) *ArgumentParser {
	if !prog.Ok {
		prog = py.Some(s.prog + " " + name)
	}
	if s.parsers[name] != nil {
		py.Throw(py.ArgumentError, "conflicting subparser: "+name)
	}
	label := name
	if aliases.Ok && aliases.V.Len() > 0 {
		for _, alias := range aliases.V.Raw() {
			if s.parsers[alias] != nil {
				py.Throw(py.ArgumentError, "conflicting subparser alias: "+alias)
			}
		}
		label += " (" + strings.Join(aliases.V.Raw(), ", ") + ")"
	}
	if help.Ok {
		s.helps = append(s.helps, &Action{kind: "store", dest: label, choices: py.None, metavar: label, help: help})
	}
	p := NewArgumentParser(prog, usage, description, epilog, parents, style, prefixChars, fromFile, argumentDefault, conflictHandler, addHelp, allowAbbrev, exitOnError)
	s.parsers[name], s.names = p, append(s.names, name)
	if aliases.Ok {
		for _, alias := range aliases.V.Raw() {
			s.parsers[alias], s.names = p, append(s.names, alias)
		}
	}
	return p
}

// run parses the rest of the arguments with the parser that the first one names.
func (s *SubParsers) run(a *Action, n *Namespace, value any) {
	words := stringsOf(value)
	if a.dest != Suppress {
		n.set(a.dest, words[0])
	}
	p := s.parsers[words[0]]
	if p == nil {
		a.fail("unknown parser " + py.Repr(words[0]) + " (choices: " + strings.Join(s.names, ", ") + ")")
	}
	sub, rest := p.parse(words[1:], NewNamespace())
	for k, v := range sub.values.Pairs() {
		n.set(k, v)
	}
	if len(rest) > 0 {
		s.parent.unrecognized = append(s.parent.unrecognized, rest...)
	}
}

func stringsOf(v any) []string {
	var out []string
	for x := range py.Elems(v) {
		out = append(out, py.AsStr(x))
	}
	return out
}
