package pyargparse

import (
	"sort"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

func (f *formatter) addUsage(usage py.Opt[string], actions []*Action, groups []*ArgumentContainer, prefix string) {
	if usage != py.Some(Suppress) {
		f.add(func() string { return prefix + f.usage(usage, actions, groups, prefix) + "\n\n" })
	}
}

func (f *formatter) usage(usage py.Opt[string], actions []*Action, groups []*ArgumentContainer, prefix string) string {
	if usage.Ok {
		return f.expand(usage.V)
	}
	if len(actions) == 0 {
		return f.prog
	}
	var optionals, positionals []*Action
	for _, a := range actions {
		if len(a.options) > 0 {
			optionals = append(optionals, a)
		} else {
			positionals = append(positionals, a)
		}
	}
	text := f.prog
	if all := f.actionsUsage(append(append([]*Action(nil), optionals...), positionals...), groups); all != "" {
		text += " " + all
	}
	if length(prefix)+length(text) <= f.width-f.indent {
		return text
	}
	return f.wrapUsage(usageParts(f.actionsUsage(optionals, groups)), usageParts(f.actionsUsage(positionals, groups)), prefix)
}

// usageParts splits a usage where a line may end.
func usageParts(usage string) []string {
	return py.ReFindall[string](`\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+`, usage, 0).Raw()
}

// wrapUsage breaks a long usage: options first, positional arguments on lines of their own.
func (f *formatter) wrapUsage(options, positionals []string, prefix string) string {
	width := f.width - f.indent
	var lines []string
	if start := length(prefix) + length(f.prog); float64(start) <= 0.75*float64(width) {
		indent := spaces(start + 1)
		switch {
		case len(options) > 0:
			lines = usageLines(append([]string{f.prog}, options...), indent, width, length(prefix)-1, true)
			lines = append(lines, usageLines(positionals, indent, width, length(indent)-1, false)...)
		case len(positionals) > 0:
			lines = usageLines(append([]string{f.prog}, positionals...), indent, width, length(prefix)-1, true)
		default:
			lines = []string{f.prog}
		}
		return strings.Join(lines, "\n")
	}
	indent := spaces(length(prefix))
	lines = usageLines(append(append([]string(nil), options...), positionals...), indent, width, length(indent)-1, false)
	if len(lines) > 1 {
		lines = usageLines(options, indent, width, length(indent)-1, false)
		lines = append(lines, usageLines(positionals, indent, width, length(indent)-1, false)...)
	}
	return strings.Join(append([]string{f.prog}, lines...), "\n")
}

// usageLines fills lines with parts. The first has used column columns already; if it follows the prefix, it has no indent.
func usageLines(parts []string, indent string, width, column int, follows bool) []string {
	var lines, line []string
	for _, part := range parts {
		if column+1+length(part) > width && len(line) > 0 {
			lines = append(lines, indent+strings.Join(line, " "))
			line, column = nil, length(indent)-1
		}
		line = append(line, part)
		column += length(part) + 1
	}
	if len(line) > 0 {
		lines = append(lines, indent+strings.Join(line, " "))
	}
	if follows {
		lines[0] = lines[0][len(indent):]
	}
	return lines
}

// groupMarks are the brackets and bars of mutually exclusive groups by the action they stand before, and the actions within.
func groupMarks(actions []*Action, groups []*ArgumentContainer) (map[int]string, map[*Action]bool) {
	marks, within := map[int]string{}, map[*Action]bool{}
	for _, g := range groups {
		if len(g.actions) == 0 {
			py.Throw(py.ValueError, "empty group")
		}
		start := indexOf(actions, g.actions[0])
		end := start + len(g.actions)
		if start < 0 || end > len(actions) || !sameActions(actions[start:end], g.actions) {
			continue
		}
		exposed := 0
		for _, a := range g.actions {
			within[a] = true
			if a.help != py.Some(Suppress) {
				exposed++
			}
		}
		open, shut := "[", "]"
		if g.required {
			open, shut = "(", ")"
		}
		if !g.required || exposed > 1 {
			if marks[start] != "" {
				open = " " + open
			}
			marks[start] += open
			marks[end] += shut
		}
		for i := start + 1; i < end; i++ {
			marks[i] = "|"
		}
	}
	return marks, within
}

func indexOf(actions []*Action, a *Action) int {
	for i, b := range actions {
		if a == b {
			return i
		}
	}
	return -1
}

func sameActions(a, b []*Action) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// actionsUsage is the usage of some arguments on one line.
func (f *formatter) actionsUsage(actions []*Action, groups []*ArgumentContainer) string {
	marks, within := groupMarks(actions, groups)
	parts := make([]py.Opt[string], len(actions))
	for i, a := range actions {
		switch {
		case a.help == py.Some(Suppress):
			if marks[i] == "|" {
				delete(marks, i)
			} else if marks[i+1] == "|" {
				delete(marks, i+1)
			}
		case len(a.options) == 0:
			part := f.arguments(a, f.defaultMetavar(a))
			if within[a] && strings.HasPrefix(part, "[") && strings.HasSuffix(part, "]") {
				part = part[1 : len(part)-1]
			}
			parts[i] = py.Some(part)
		default:
			part := a.options[0]
			if a.kind == BooleanOptionalAction {
				part = strings.Join(a.options, " | ")
			}
			if !a.noArguments() {
				part += " " + f.arguments(a, f.defaultMetavar(a))
			}
			if !a.required && !within[a] {
				part = "[" + part + "]"
			}
			parts[i] = py.Some(part)
		}
	}
	var at []int
	for i := range marks {
		at = append(at, i)
	}
	sort.Sort(sort.Reverse(sort.IntSlice(at)))
	for _, i := range at {
		parts = append(parts[:i:i], append([]py.Opt[string]{py.Some(marks[i])}, parts[i:]...)...)
	}
	var words []string
	for _, p := range parts {
		if p.Ok {
			words = append(words, p.V)
		}
	}
	text := strings.Join(words, " ")
	text = py.ReSub(`([\[(]) `, `\1`, text, 0, 0)
	text = py.ReSub(` ([\])])`, `\1`, text, 0, 0)
	text = py.ReSub(`[\[(] *[\])]`, "", text, 0, 0)
	return py.StrStrip(text)
}
