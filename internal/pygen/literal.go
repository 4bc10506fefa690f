package pygen

import "strings"

// Texts of literals. Those in the first half are ordinary, the others edge cases. None is a power that CPython leaves for the
// program to compute, such as 2**100: the order of a set of literals depends on that.
var (
	intTexts   = []string{"0", "1", "2", "3", "7", "10", "-1", "-3", "42", "255", "1000", "-17", "65", "0x1F", "1_000", "97"}
	bigTexts   = []string{"2**31", "-2**31", "2**53 + 1", "2**62", "-2**63", "2**63 - 1", "10**18", "-10**15", "0x10FFFF", "123456789012"}
	hugeTexts  = []string{"2**63", "-2**63 - 1", "10**20", "-10**20", "2**64 - 1", "1 << 100", "0xcbf29ce484222325", "123456789012345678901234567890"}
	floatTexts = []string{"0.0", "1.0", "0.5", "-1.5", "2.5", "3.14", "0.1", "100.0", "1e3", "-2.25", "12345.678", "1e-5", "0.3", "1.5e10"}
	edgeTexts  = []string{"-0.0", "1e16", "1e-7", "123456789.123456789", "5e-324", "1.7976931348623157e308", "0.1 + 0.2", "2.675", "1e22", "-1e-10", "1e100"}
	infTexts   = []string{`float("inf")`, `float("-inf")`, `float("nan")`, "math.inf", "1e308 * 10"}
	strTexts   = []string{`""`, `"a"`, `"b"`, `"abc"`, `"Hello World"`, `" pad  ded "`, `"12"`, `"-7"`, `"3.5"`, `"a,b,,c"`, `"x y  z"`, `"aXbXc"`, `"ab" "cd"`, `"0"`, `"zoo"`, `"The Quick"`}
	textTexts  = []string{`"é"`, `"naïve café"`, `"日本語"`, `"😀"`, `"a😀b"`, `"e\u0301"`, `"ß"`, `"İ"`, `"ǆ"`, `"ﬁ"`, `"١٢"`, `"²"`, `"½"`, `"line1\nline2\r\nline3"`, `"tab\there"`, `"it's \"q\""`, `"back\\slash"`, `"\x00\x7f"`, `"\u2028x\x1cy"`, `"ΑΣ"`, `"__x1"`, `"1e5"`, `" 42 "`, `"+5"`, `"1_0"`, `"nan"`, `"\xa0nb"`, `"ŉ"`, `"ДОМ"`, `"a\u200bb"`, `"%s {}"`, `'single "quoted"'`, `"true"`, `"[1, 2]"`, `r"\d"`}
	bytesTexts = []string{`b""`, `b"a"`, `b"abc"`, `b"a,b"`, `b"Hello World"`, `b" x "`, `b"\xff\x00"`, `b"\xc3\xa9"`, `b"it's"`, `b"\n\t"`, `b"12"`}
)

// literal is an expression of a type without variables or calls.
func (g *generator) literal(t *Type) *Node { return g.literalDeep(t, 2) }

func (g *generator) literalDeep(t *Type, deep int) *Node {
	switch t.Name {
	case "int":
		switch {
		case g.growing && g.one(9):
			return literalText(t, pick(g, hugeTexts))
		case g.one(14):
			return literalText(t, pick(g, bigTexts))
		}
		return literalText(t, pick(g, intTexts))
	case "float":
		switch {
		case g.special && g.one(4):
			return literalText(t, pick(g, infTexts))
		case g.one(5):
			return literalText(t, pick(g, edgeTexts))
		}
		return literalText(t, pick(g, floatTexts))
	case "bool":
		return literalText(t, pick(g, []string{"True", "False"}))
	case "str":
		if g.one(3) {
			return literalText(t, pick(g, textTexts))
		}
		return literalText(t, pick(g, strTexts))
	case "bytes":
		return literalText(t, pick(g, bytesTexts))
	case "range":
		return literalText(t, pick(g, []string{"range(3)", "range(0)", "range(1, 10, 3)", "range(5, 0, -2)", "range(-2, 2)"}))
	case "datetime":
		return literalText(t, pick(g, rules.terminals["dates"]))
	case "timedelta":
		return literalText(t, pick(g, []string{"timedelta(1)", "timedelta(hours=-5)", "timedelta(days=2, seconds=7)", "timedelta(0)", "timedelta(microseconds=1)"}))
	case "opt":
		if g.one(3) {
			return literalText(t, "None")
		}
		return g.literalDeep(t.Args[0], deep)
	case "any":
		return g.mixed(deep)
	}
	if n := g.construct(t, func(t *Type) *Node { return g.literalDeep(t, deep-1) }); n != nil {
		return n
	}
	return g.display(t, deep)
}

// mixed is an element of a list of values of several types.
func (g *generator) mixed(deep int) *Node {
	n := &Node{Type: anyType, Parts: []string{"["}, Atom: true}
	for range 3 {
		t := pick(g, mixedTypes)
		n.Kids, n.Parts = append(n.Kids, g.literalDeep(t, deep-1)), append(n.Parts, ", ")
	}
	n.Parts[3] = pick(g, []string{"][0]", "][1]", "][-1]"})
	return n
}

var mixedTypes = append([]*Type{parseType("opt[int]"), parseType("list[int]"), parseType("tuple[int, str]"), parseType("dict[str, int]"), parseType("set[int]")}, scalars...)

// literalText is a literal; one with an operator is no atom.
func literalText(t *Type, text string) *Node {
	n := leaf(t, text)
	n.Atom = n.Atom && (text[0] == '"' && strings.Count(text, `"`) == 2 || text[0] == '\'' || !strings.Contains(text, " ") && !strings.Contains(text, "**"))
	if strings.HasPrefix(text, "b\"") || strings.HasSuffix(text, ")") && text[0] >= 'a' {
		n.Atom = true
	}
	return n
}

// display is a literal of a container, with elements: those of one that is always empty have no type
// here, and what is done with them is not compared.
func (g *generator) display(t *Type, deep int) *Node {
	size := 1 + g.IntN(3)
	if deep <= 0 {
		size = 1
	}
	element := func(i int) *Node { return g.literalDeep(t.Args[i%len(t.Args)], deep-1) }
	open, close, one := "[", "]", 1
	switch t.Name {
	case "tuple":
		n := &Node{Type: t, Parts: []string{"("}, Atom: true}
		for i := range t.Args {
			n.Kids, n.Parts = append(n.Kids, element(i)), append(n.Parts, ", ")
		}
		n.Parts[len(n.Kids)] = ")"
		if len(n.Kids) == 1 {
			n.Parts[1] = ",)"
		}
		return n
	case "dict":
		open, close, one = "{", "}", 2
	case "ddict":
		open, close, one = "defaultdict("+t.Args[1].Name+", {", "})", 2
	case "odict":
		open, close, one = "OrderedDict({", "})", 2
	case "set":
		open, close = "{", "}"
		if t.Args[0].Name == "str" && size > 2 { // the order of constants depends on the names that CPython knows already
			open, close = "set([", "])"
		}
	case "frozenset", "deque":
		open, close = t.Name+"([", "])"
	case "counter":
		open, close = "Counter([", "])"
	}
	n := &Node{Type: t, Parts: []string{open}, Atom: true}
	for i := range size * one {
		n.Kids = append(n.Kids, element(i))
		if one == 2 && i%2 == 0 {
			n.Parts = append(n.Parts, ": ")
			continue
		}
		n.Parts = append(n.Parts, ", ")
	}
	n.Parts[len(n.Kids)] = close
	return n
}
