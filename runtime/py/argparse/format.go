package pyargparse

import (
	"strings"
	"unicode/utf8"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// HelpFormatterClass is one of the classes that formatter_class takes.
type HelpFormatterClass struct{ name string }

// The formatter classes of the module.
var (
	HelpFormatter                 = &HelpFormatterClass{"HelpFormatter"}
	RawDescriptionHelpFormatter   = &HelpFormatterClass{"RawDescriptionHelpFormatter"}
	RawTextHelpFormatter          = &HelpFormatterClass{"RawTextHelpFormatter"}
	ArgumentDefaultsHelpFormatter = &HelpFormatterClass{"ArgumentDefaultsHelpFormatter"}
	MetavarTypeHelpFormatter      = &HelpFormatterClass{"MetavarTypeHelpFormatter"}
)

// PyTypeName is "type".
func (c *HelpFormatterClass) PyTypeName() string { return "type" }

// PyRepr is <class 'argparse.HelpFormatter'>.
func (c *HelpFormatterClass) PyRepr() string { return "<class 'argparse." + c.name + "'>" }

// PyEqual is identity.
func (c *HelpFormatterClass) PyEqual(other any) bool { return any(c) == other }

// formatter writes usage and help.
type formatter struct {
	prog          string
	style         *HelpFormatterClass
	width         int
	helpColumn    int // at most
	indent        int
	longestAction int
	current       *section
}

// section is a part of the help; its items are written once all are known, for they share columns.
type section struct {
	parent  *section
	heading py.Opt[string]
	items   []func() string
}

func newFormatter(prog string, style *HelpFormatterClass) *formatter {
	width := terminalWidth() - 2
	return &formatter{prog: prog, style: style, width: width, helpColumn: min(24, max(width-20, 4)), current: &section{}}
}

func (f *formatter) add(item func() string) { f.current.items = append(f.current.items, item) }

// start begins a section.
func (f *formatter) start(heading py.Opt[string]) {
	f.indent += 2
	s := &section{parent: f.current, heading: heading}
	f.add(func() string { return f.section(s) })
	f.current = s
}

func (f *formatter) end() {
	f.current = f.current.parent
	f.indent -= 2
}

func (f *formatter) section(s *section) string {
	if s.parent != nil {
		f.indent += 2
	}
	var b strings.Builder
	for _, item := range s.items {
		b.WriteString(item())
	}
	if s.parent != nil {
		f.indent -= 2
	}
	if b.Len() == 0 {
		return ""
	}
	heading := ""
	if s.heading.Ok && s.heading.V != Suppress {
		heading = spaces(f.indent) + s.heading.V + ":\n"
	}
	return "\n" + heading + b.String() + "\n"
}

// format writes all.
func (f *formatter) format() string {
	text := f.section(f.current)
	if text == "" {
		return ""
	}
	text = strings.Trim(py.ReSub(`\n\n\n+`, "\n\n", text, 0, 0), "\n")
	return text + "\n"
}

func (f *formatter) addText(text py.Opt[string]) {
	if text.Ok && text.V != Suppress {
		f.add(func() string { return f.text(text.V) })
	}
}

func (f *formatter) text(text string) string {
	if strings.Contains(text, "%(prog)") {
		text = f.expand(text)
	}
	if text == "" {
		return ""
	}
	indent := spaces(f.indent)
	if f.style == RawDescriptionHelpFormatter || f.style == RawTextHelpFormatter {
		var b strings.Builder
		for _, line := range py.StrSplitlines(text, true).Raw() {
			b.WriteString(indent + line)
		}
		return b.String() + "\n\n"
	}
	lines := wrap(squeeze(text), max(f.width-f.indent, 11)-f.indent)
	for i, l := range lines {
		lines[i] = indent + l
	}
	return strings.Join(lines, "\n") + "\n\n"
}

func (f *formatter) expand(text string) string {
	return py.StrFormatPercent(text, py.NewDict(py.T2("prog", any(f.prog))))
}

func squeeze(text string) string {
	return py.StrStrip(py.ReSub(`\s+`, " ", text, 0, py.ReAscii))
}

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

func length(s string) int { return utf8.RuneCountInString(s) }

func (f *formatter) addArgument(a *Action) {
	if a.help == py.Some(Suppress) {
		return
	}
	longest := length(f.invocation(a))
	if a.subparsers != nil {
		for _, sub := range a.subparsers.helps {
			longest = max(longest, length(f.invocation(sub)))
		}
		f.longestAction = max(f.longestAction, f.indent+2)
	}
	f.longestAction = max(f.longestAction, longest+f.indent)
	f.add(func() string { return f.action(a) })
}

// action is the help of one argument.
func (f *formatter) action(a *Action) string {
	column := min(f.longestAction+2, f.helpColumn)
	room := column - f.indent - 2
	header := f.invocation(a)
	first := column
	switch {
	case a.help.Or("") == "":
		header = spaces(f.indent) + header + "\n"
	case length(header) <= room:
		header = spaces(f.indent) + header + spaces(room-length(header)) + "  "
		first = 0
	default:
		header = spaces(f.indent) + header + "\n"
	}
	var b strings.Builder
	b.WriteString(header)
	if py.StrStrip(a.help.Or("")) != "" {
		if text := f.help(a); text != "" {
			for i, line := range f.lines(text, max(f.width-column, 11)) {
				if i > 0 {
					first = column
				}
				b.WriteString(spaces(first) + line + "\n")
			}
		}
	} else if !strings.HasSuffix(header, "\n") {
		b.WriteByte('\n')
	}
	if a.subparsers != nil {
		f.indent += 2
		for _, sub := range a.subparsers.helps {
			b.WriteString(f.action(sub))
		}
		f.indent -= 2
	}
	return b.String()
}

func (f *formatter) lines(text string, width int) []string {
	if f.style == RawTextHelpFormatter {
		return py.StrSplitlines(text, false).Raw()
	}
	return wrap(squeeze(text), width)
}

// help is an argument's help with what it names filled in.
func (f *formatter) help(a *Action) string {
	help := a.help.V
	if f.style == ArgumentDefaultsHelpFormatter && !strings.Contains(help, "%(default)") && a.value != any(Suppress) {
		if len(a.options) > 0 || a.nargs == any(Optional) || a.nargs == any(ZeroOrMore) {
			help += " (default: %(default)s)"
		}
	}
	params := py.NewDict[string, any]()
	set := func(name string, v any) {
		if v == nil {
			v = py.None
		}
		if v != any(Suppress) {
			params.Set(name, v)
		}
	}
	set("option_strings", py.NewList(a.options...))
	set("dest", a.dest)
	set("nargs", a.nargs)
	set("const", a.constant)
	set("default", a.value)
	set("type", py.None)
	if a.convert != nil {
		set("type", a.typeName)
	}
	set("choices", py.None)
	if !none(a.choices) {
		set("choices", strings.Join(choiceTexts(a.choices), ", "))
	}
	set("required", a.required)
	set("help", help)
	set("metavar", a.metavar)
	set("prog", f.prog)
	return py.StrFormatPercent(help, params)
}

// invocation is how an argument is given: "-s ARG, --long ARG", or the name of a positional one.
func (f *formatter) invocation(a *Action) string {
	if len(a.options) == 0 {
		return f.metavars(a, f.defaultMetavar(a), 1)[0]
	}
	if a.noArguments() {
		return strings.Join(a.options, ", ")
	}
	args := f.arguments(a, f.defaultMetavar(a))
	var parts []string
	for _, o := range a.options {
		parts = append(parts, o+" "+args)
	}
	return strings.Join(parts, ", ")
}

func (f *formatter) defaultMetavar(a *Action) string {
	if f.style == MetavarTypeHelpFormatter {
		return a.typeName
	}
	if len(a.options) > 0 {
		return py.StrUpper(a.dest)
	}
	return a.dest
}

// metavars are the names of n values of an argument.
func (f *formatter) metavars(a *Action, otherwise string, n int) []string {
	name := otherwise
	switch m := a.metavar.(type) {
	case string:
		name = m
	case py.NoneType, nil:
		if !none(a.choices) {
			name = "{" + strings.Join(choiceTexts(a.choices), ",") + "}"
		}
	default:
		return stringsOf(m)
	}
	var out []string
	for range n {
		out = append(out, name)
	}
	return out
}

// arguments is what follows an option, or a positional argument, in usage.
func (f *formatter) arguments(a *Action, metavar string) string {
	switch n := a.nargs.(type) {
	case nil:
		return f.metavars(a, metavar, 1)[0]
	case int64:
		return strings.Join(f.metavars(a, metavar, int(n)), " ")
	case string:
		switch n {
		case Optional:
			return "[" + f.metavars(a, metavar, 1)[0] + "]"
		case ZeroOrMore:
			m := f.metavars(a, metavar, 1)
			if len(m) == 2 {
				return "[" + m[0] + " [" + m[1] + " ...]]"
			}
			return "[" + m[0] + " ...]"
		case OneOrMore:
			m := f.metavars(a, metavar, 2)
			return m[0] + " [" + m[1] + " ...]"
		case Remainder:
			return "..."
		case subcommand:
			return f.metavars(a, metavar, 1)[0] + " ..."
		case Suppress:
			return ""
		}
	}
	py.Throw(py.ValueError, "invalid nargs value")
	return ""
}
