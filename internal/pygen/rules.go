package pygen

import (
	_ "embed"
	"strings"
)

//go:embed rules.txt
var rulesText string

// rule is one line of rules.txt.
type rule struct {
	result *Type // the Name "stmt" for statements
	parts  []string
	holes  []hole
	atom   bool
}

// holeKind says what goes into a hole.
type holeKind uint8

const (
	exprHole    holeKind = iota
	plainHole            // an expression that may stand in an f-string
	targetHole           // a variable that may be assigned to
	nameHole             // the name of a variable of the template
	textHole             // one of a terminal's texts
	literalHole          // a literal
)

// hole is a place of a template that is to be filled.
type hole struct {
	kind  holeKind
	typ   *Type
	name  string   // of a nameHole or textHole
	bound []string // names of the template's variables that the expression may use …
	types []*Type  // … and their types
}

// ruleSet is the parsed rules.
type ruleSet struct {
	terminals map[string][]string
	exprs     []*rule
	stmts     []*rule
	letters   []*rule // rules for expressions of any type
}

var rules = parseRules(rulesText)

func parseRules(text string) *ruleSet {
	set := &ruleSet{terminals: map[string][]string{}}
	for line := range strings.Lines(text) {
		line = strings.Trim(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if line[0] == '!' {
			name, alternatives, _ := strings.Cut(line[1:], " = ")
			for _, a := range splitAlternatives(alternatives) {
				set.terminals[name] = append(set.terminals[name], a)
			}
			continue
		}
		result, template, ok := strings.Cut(line, ": ")
		if !ok {
			panic("rules: " + line)
		}
		r := &rule{result: parseType(result)}
		r.parse(template)
		switch {
		case result == "stmt":
			set.stmts = append(set.stmts, r)
		case r.result.variable():
			set.letters = append(set.letters, r)
		default:
			set.exprs = append(set.exprs, r)
		}
	}
	return set
}

// splitAlternatives splits at " | "; ∅ is an empty text.
func splitAlternatives(text string) []string {
	var out []string
	for _, a := range strings.Split(text, " | ") {
		out = append(out, strings.ReplaceAll(strings.TrimSpace(a), "∅", ""))
	}
	return out
}

// parse reads a template.
func (r *rule) parse(template string) {
	r.atom = atomic(template)
	var part strings.Builder
	for i := 0; i < len(template); i++ {
		c := template[i]
		if (c == '{' || c == '}') && i+1 < len(template) && template[i+1] == c {
			part.WriteByte(c)
			i++
			continue
		}
		if c != '{' {
			part.WriteByte(c)
			continue
		}
		end := i + strings.IndexByte(template[i:], '}')
		r.parts = append(r.parts, part.String())
		part.Reset()
		r.holes = append(r.holes, parseHole(template[i+1:end]))
		i = end
	}
	r.parts = append(r.parts, part.String())
}

func parseHole(text string) hole {
	kinds := map[byte]holeKind{'~': plainHole, '=': targetHole, '$': nameHole, '!': textHole, '\'': literalHole}
	h := hole{kind: kinds[text[0]]}
	if h.kind != exprHole {
		text = text[1:]
	}
	if h.kind == nameHole || h.kind == textHole {
		h.name = text
		return h
	}
	text, bound, _ := strings.Cut(text, "|")
	h.typ = parseType(text)
	for bound != "" {
		name, rest, _ := strings.Cut(bound, ":")
		t, rest := parseTypePrefix(rest)
		h.bound, h.types = append(h.bound, strings.TrimSpace(name)), append(h.types, t)
		bound = strings.TrimPrefix(rest, ",")
	}
	return h
}

// atomic reports whether a template is an operand without parentheses: nothing outside of brackets
// and quotes is set off by blanks, and it begins with no sign.
func atomic(template string) bool {
	depth, quoted := 0, byte(0)
	for i := 0; i < len(template); i++ {
		c := template[i]
		switch {
		case quoted != 0:
			if c == quoted {
				quoted = 0
			}
		case c == '"':
			quoted = c
		case strings.IndexByte("([{", c) >= 0:
			depth++
		case strings.IndexByte(")]}", c) >= 0:
			depth--
		case depth == 0 && (c == ' ' || i == 0 && strings.IndexByte("+-~", c) >= 0):
			return false
		}
	}
	return true
}
