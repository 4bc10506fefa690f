package pyargparse

import (
	"os"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// ParseArgs is parser.parse_args(args, namespace).
func (p *ArgumentParser) ParseArgs(args py.Opt[*py.List[string]], namespace py.Opt[*Namespace]) *Namespace {
	known := p.ParseKnownArgs(args, namespace)
	if known.V1.Len() > 0 {
		p.Error("unrecognized arguments: " + strings.Join(known.V1.Raw(), " "))
	}
	return known.V0
}

// ParseKnownArgs is parser.parse_known_args(args, namespace).
func (p *ArgumentParser) ParseKnownArgs(args py.Opt[*py.List[string]], namespace py.Opt[*Namespace]) py.Tuple2[*Namespace, *py.List[string]] {
	words := py.SysArgv.Raw()
	if args.Ok {
		words = args.V.Raw()
	} else if len(words) > 0 {
		words = words[1:]
	}
	n := namespace.V
	if !namespace.Ok {
		n = NewNamespace()
	}
	n, rest := p.parse(append([]string(nil), words...), n)
	return py.T2(n, py.NewList(rest...))
}

// parse fills the namespace; rest are the arguments that nothing takes.
func (p *ArgumentParser) parse(words []string, n *Namespace) (out *Namespace, rest []string) {
	for _, a := range p.all {
		n.setMissing(a.dest, a.value)
	}
	for dest, v := range p.defaults.Pairs() {
		if _, ok := n.get(dest); !ok {
			n.set(dest, v)
		}
	}
	raised := py.Try(func() { rest = p.parseKnown(words, n) })
	if raised != nil {
		if p.exitOnError && raised.IsA(py.ArgumentError) {
			p.Error(py.Str(raised))
		}
		panic(raised)
	}
	rest = append(rest, p.unrecognized...)
	p.unrecognized = nil
	return n, rest
}

// chosen is an option found among the arguments: the action it means (nil: none), the option's text, and what follows = .
type chosen struct {
	action   *Action
	option   string
	explicit py.Opt[string]
}

// run is one parsing of arguments.
type run struct {
	p           *ArgumentParser
	n           *Namespace
	words       []string
	pattern     string // one letter for each word: O an option, A an argument, - is --
	options     map[int]chosen
	conflicts   map[*Action][]*Action
	seen        map[*Action]bool
	given       map[*Action]bool // seen with another value than the default
	positionals []*Action        // that are still to come
	extras      []string
}

func (p *ArgumentParser) parseKnown(words []string, n *Namespace) []string {
	if p.fromFile != "" {
		words = p.fromFiles(words)
	}
	r := &run{p: p, n: n, words: words, options: map[int]chosen{}, conflicts: map[*Action][]*Action{}, seen: map[*Action]bool{}, given: map[*Action]bool{},
		positionals: p.positionalActions()}
	for _, g := range p.exclusiveGroups {
		for _, a := range g.actions {
			r.conflicts[a] = append(r.conflicts[a], without(g.actions, a)...)
		}
	}
	r.classify()
	start := 0
	for start <= r.lastOption() {
		next := r.nextOption(start)
		if start != next {
			if end := r.consumePositionals(start); end > start {
				start = end
				continue
			}
		}
		if _, ok := r.options[start]; !ok {
			r.extras = append(r.extras, words[start:next]...)
			start = next
		}
		start = r.consumeOptional(start)
	}
	stop := r.consumePositionals(start)
	r.extras = append(r.extras, words[stop:]...)
	r.finish()
	return r.extras
}

// classify finds the options among the words.
func (r *run) classify() {
	var pattern strings.Builder
	for i := 0; i < len(r.words); i++ {
		if r.words[i] == "--" {
			pattern.WriteString("-" + strings.Repeat("A", len(r.words)-i-1))
			break
		}
		if c, ok := r.p.parseOptional(r.words[i]); ok {
			r.options[i] = c
			pattern.WriteByte('O')
		} else {
			pattern.WriteByte('A')
		}
	}
	r.pattern = pattern.String()
}

func (r *run) lastOption() int { return strings.LastIndexByte(r.pattern, 'O') }

func (r *run) nextOption(from int) int { return from + strings.IndexByte(r.pattern[from:], 'O') }

// fromFiles replaces @file by the file's lines.
func (p *ArgumentParser) fromFiles(words []string) []string {
	var out []string
	for _, w := range words {
		if w == "" || !strings.ContainsRune(p.fromFile, []rune(w)[0]) {
			out = append(out, w)
			continue
		}
		name := string([]rune(w)[1:])
		raised := py.Try(func() {
			f := py.Open(name, "r", py.Opt[string]{}, py.Opt[string]{}, py.Opt[string]{})
			defer f.Close()
			out = append(out, p.fromFiles(py.StrSplitlines(f.Read(-1), false).Raw())...)
		})
		if raised != nil {
			if !raised.IsA(py.OSError) {
				panic(raised)
			}
			p.Error(py.Str(raised))
		}
	}
	return out
}

// take does what an action is for, with its arguments. Option is how it was given.
func (r *run) take(a *Action, words []string, option string) {
	r.seen[a] = true
	value, isDefault := r.p.values(a, words)
	if !isDefault {
		r.given[a] = true
		for _, other := range r.conflicts[a] {
			if r.given[other] {
				a.fail("not allowed with argument " + other.name())
			}
		}
	}
	if value != any(Suppress) {
		a.apply(r.p, r.n, value, option)
	}
}

// consumeOptional takes the option at a word and its arguments, and gives the word behind them.
func (r *run) consumeOptional(start int) int {
	c := r.options[start]
	if c.action == nil {
		r.extras = append(r.extras, r.words[start])
		return start + 1
	}
	var found []chosen
	for c.explicit.Ok {
		n := r.p.matchArgument(c.action, "A")
		if n == 1 {
			for _, f := range found {
				r.take(f.action, nil, f.option)
			}
			r.take(c.action, []string{c.explicit.V}, c.option)
			return start + 1
		}
		option := []rune(c.option)
		if n != 0 || r.p.isPrefix(string(option[1:])) || c.explicit.V == "" {
			c.action.fail("ignored explicit argument " + py.Repr(c.explicit.V))
		}
		found = append(found, c) // -xyz may be -x -y -z
		tail := []rune(c.explicit.V)
		next := r.p.byOption[string(option[0])+string(tail[0])]
		if next == nil {
			c.action.fail("ignored explicit argument " + py.Repr(c.explicit.V))
		}
		c = chosen{next, string(option[0]) + string(tail[0]), py.Opt[string]{}}
		if len(tail) > 1 {
			c.explicit = py.Some(string(tail[1:]))
		}
	}
	stop := start + 1 + r.p.matchArgument(c.action, r.pattern[start+1:])
	for _, f := range found {
		r.take(f.action, nil, f.option)
	}
	r.take(c.action, append([]string(nil), r.words[start+1:stop]...), c.option)
	return stop
}

// consumePositionals takes as many positional arguments as the words from start on allow.
func (r *run) consumePositionals(start int) int {
	counts := matchPartial(r.positionals, r.pattern[start:])
	now := r.positionals[:len(counts)]
	r.positionals = r.positionals[len(counts):]
	for i, n := range counts {
		words := append([]string(nil), r.words[start:start+n]...)
		start += n
		r.take(now[i], words, "")
	}
	return start
}

// finish converts the defaults that are text, and reports what is missing.
func (r *run) finish() {
	var missing []string
	for _, a := range r.p.all {
		if r.seen[a] {
			continue
		}
		if a.required {
			missing = append(missing, a.name())
			continue
		}
		if s, ok := a.value.(string); ok {
			if v, set := r.n.get(a.dest); set && v == any(s) {
				r.n.set(a.dest, a.value1(s))
			}
		}
	}
	if len(missing) > 0 {
		r.p.Error("the following arguments are required: " + strings.Join(missing, ", "))
	}
	for _, g := range r.p.exclusiveGroups {
		if g.required {
			r.requireOne(g)
		}
	}
}

func (r *run) requireOne(g *ArgumentContainer) {
	var names []string
	for _, a := range g.actions {
		if r.given[a] {
			return
		}
		if a.help != py.Some(Suppress) {
			names = append(names, a.name())
		}
	}
	r.p.Error("one of the arguments " + strings.Join(names, " ") + " is required")
}

func (p *ArgumentParser) positionalActions() []*Action {
	var out []*Action
	for _, a := range p.all {
		if len(a.options) == 0 {
			out = append(out, a)
		}
	}
	return out
}

// terminalWidth is how wide help may be: the variable COLUMNS, or 80.
func terminalWidth() int {
	width := 0
	if text := os.Getenv("COLUMNS"); text != "" {
		py.Try(func() { width = int(py.IntOfStr(text, 10)) })
	}
	if width > 0 {
		return width
	}
	return 80
}
