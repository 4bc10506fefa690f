package pyargparse

import (
	"fmt"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// isNegativeNumber reports a text such as -1 or -.5, which is no option unless an option looks like that.
func isNegativeNumber(s string) bool {
	digits, ok := strings.CutPrefix(s, "-")
	whole, fraction, point := strings.Cut(digits, ".")
	if !ok || point && fraction == "" || !point && whole == "" {
		return false
	}
	return strings.Trim(whole+fraction, "0123456789") == ""
}

// parseOptional says which option a word is; ok is false for an argument.
func (p *ArgumentParser) parseOptional(word string) (c chosen, ok bool) {
	if !p.isPrefix(word) {
		return c, false
	}
	if a := p.byOption[word]; a != nil {
		return chosen{a, word, py.Opt[string]{}}, true
	}
	if len([]rune(word)) == 1 {
		return c, false
	}
	if option, explicit, found := strings.Cut(word, "="); found && p.byOption[option] != nil {
		return chosen{p.byOption[option], option, py.Some(explicit)}, true
	}
	switch all := p.abbreviated(word); {
	case len(all) > 1:
		var names []string
		for _, c := range all {
			names = append(names, c.option)
		}
		p.Error("ambiguous option: " + word + " could match " + strings.Join(names, ", "))
	case len(all) == 1:
		return all[0], true
	}
	if isNegativeNumber(word) && !p.negativeOptions || strings.Contains(word, " ") {
		return c, false
	}
	return chosen{option: word}, true
}

// abbreviated are the options that a word may mean as their beginning, or as a short option with its argument behind it.
func (p *ArgumentParser) abbreviated(word string) []chosen {
	var out []chosen
	runes := []rune(word)
	if p.isPrefix(string(runes[1:])) {
		if !p.allowAbbrev {
			return nil
		}
		prefix, rest, found := strings.Cut(word, "=")
		explicit := py.Opt[string]{V: rest, Ok: found}
		for _, o := range p.order {
			if strings.HasPrefix(o, prefix) {
				out = append(out, chosen{p.byOption[o], o, explicit})
			}
		}
		return out
	}
	for _, o := range p.order {
		switch {
		case o == string(runes[:2]):
			out = append(out, chosen{p.byOption[o], o, py.Some(string(runes[2:]))})
		case strings.HasPrefix(o, word):
			out = append(out, chosen{p.byOption[o], o, py.Opt[string]{}})
		}
	}
	return out
}

// nargsPattern is what the letters of an action's arguments look like, as a regular expression.
func nargsPattern(a *Action) string {
	pattern := ""
	switch n := a.nargs.(type) {
	case nil:
		pattern = "(-*A-*)"
	case int64:
		pattern = "(-*" + strings.Join(strings.Split(strings.Repeat("A", int(max(n, 0))), ""), "-*") + "-*)"
	default:
		pattern = map[any]string{Optional: "(-*A?-*)", ZeroOrMore: "(-*[A-]*)", OneOrMore: "(-*A[A-]*)", Remainder: "([-AO]*)",
			subcommand: "(-*A[-AO]*)", Suppress: "(-*-*)"}[a.nargs]
		if pattern == "" {
			py.Throw(py.ValueError, "invalid nargs value")
		}
	}
	if len(a.options) > 0 {
		pattern = strings.ReplaceAll(strings.ReplaceAll(pattern, "-*", ""), "-", "")
	}
	return pattern
}

// matchArgument is how many of the words an option takes; it raises ArgumentError if they are too few.
func (p *ArgumentParser) matchArgument(a *Action, pattern string) int {
	m := py.ReMatch(nargsPattern(a), pattern, 0)
	if m.Ok {
		return len(m.V.GroupOf(int64(1)).V)
	}
	switch n := a.nargs.(type) {
	case nil:
		a.fail("expected one argument")
	case int64:
		plural := "s"
		if n == 1 {
			plural = ""
		}
		a.fail(fmt.Sprintf("expected %d argument%s", n, plural))
	case string:
		message := map[string]string{Optional: "expected at most one argument", OneOrMore: "expected at least one argument"}[n]
		if message == "" {
			message = "expected " + n + " arguments"
		}
		a.fail(message)
	}
	return 0
}

// matchPartial is how many of the words each of the first positional arguments takes, for as many of them as fit.
func matchPartial(actions []*Action, pattern string) []int {
	for i := len(actions); i > 0; i-- {
		var all strings.Builder
		for _, a := range actions[:i] {
			all.WriteString(nargsPattern(a))
		}
		m := py.ReMatch(all.String(), pattern, 0)
		if !m.Ok {
			continue
		}
		var out []int
		for _, g := range m.V.Groups().Raw() {
			out = append(out, len(g.V))
		}
		return out
	}
	return nil
}

// values converts an action's words. IsDefault says that they are the default, which does not count as given.
func (p *ArgumentParser) values(a *Action, words []string) (value any, isDefault bool) {
	if a.nargs != any(subcommand) && a.nargs != any(Remainder) {
		for i, w := range words {
			if w == "--" {
				words = append(words[:i:i], words[i+1:]...)
				break
			}
		}
	}
	switch {
	case len(words) == 0 && a.nargs == any(Optional):
		value, isDefault = a.constant, len(a.options) == 0
		if isDefault {
			value = a.value
		}
		if s, ok := value.(string); ok {
			value = a.value1(s)
			a.check(value)
			isDefault = py.Is(value, s)
		}
		return value, isDefault || py.Is(value, a.value)
	case len(words) == 0 && a.nargs == any(ZeroOrMore) && len(a.options) == 0:
		if !none(a.value) {
			a.check(a.value)
			return a.value, true
		}
		value = py.NewList[any]()
		a.check(value)
		return value, false
	case len(words) == 1 && (a.nargs == nil || a.nargs == any(Optional)):
		value = a.value1(words[0])
		a.check(value)
		return value, sameObject(value, a.value)
	case a.nargs == any(Suppress):
		return Suppress, false
	}
	list := py.NewList[any]()
	for _, w := range words {
		list.Append(a.value1(w))
	}
	switch a.nargs {
	case any(Remainder):
	case any(subcommand):
		a.check(list.At(0))
	default:
		for _, v := range list.Raw() {
			a.check(v)
		}
	}
	return list, false
}

// sameObject reports values of which CPython has only one: an option given with its default does not count as given.
func sameObject(v, def any) bool {
	switch v := v.(type) {
	case int64:
		return v >= -5 && v <= 256 && v == def
	case bool, py.NoneType:
		return v == def
	}
	return false
}

// value1 converts one word by the action's type.
func (a *Action) value1(word string) (value any) {
	if a.convert == nil {
		return word
	}
	raised := py.Try(func() { value = py.Box(a.convert(word)) })
	switch {
	case raised == nil:
	case raised.IsA(py.ArgumentTypeError):
		a.fail(py.Str(raised))
	case raised.IsA(py.TypeError, py.ValueError):
		a.fail("invalid " + a.typeName + " value: " + py.Repr(word))
	default:
		panic(raised)
	}
	return value
}

// check raises ArgumentError for a value that is none of the choices.
func (a *Action) check(value any) {
	if none(a.choices) || py.DynContains(a.choices, value) {
		return
	}
	var all []string
	for c := range py.Elems(a.choices) {
		all = append(all, py.Repr(c))
	}
	a.fail("invalid choice: " + py.Repr(value) + " (choose from " + strings.Join(all, ", ") + ")")
}
