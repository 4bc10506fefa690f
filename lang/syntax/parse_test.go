package syntax

import "testing"

var parseCases = loadCases("parse.txt")

// TestParse checks the trees of scripts, those of later Pythons among them that the
// comparison with CPython leaves out.
func TestParse(t *testing.T) {
	runCases(t, "parse.txt", parseCases, func(source string) string {
		file, errs := Parse(NewSource("test", source))
		if len(errs) > 0 {
			return "error: " + errs[0].Msg
		}
		return Dump(file)
	})
}

var formatCases = loadCases("format.txt")

func TestFormat(t *testing.T) {
	runCases(t, "format.txt", formatCases, func(source string) string {
		file, errs := Parse(NewSource("test", source))
		if len(errs) > 0 {
			return "error: " + errs[0].Msg
		}
		if msg := checkPrinted(file); msg != "" {
			return msg
		}
		return Format(file)
	})
}

// TestFormatErrors checks that text with lexical errors stays as it is.
func TestFormatErrors(t *testing.T) {
	file, _ := Parse(NewSource("test", "x  =  'a\n"))
	if got := Format(file); got != "x  =  'a\n" {
		t.Errorf("got %q", got)
	}
}

// TestFormatOddText has scripts that an editor would spoil in format.txt.
func TestFormatOddText(t *testing.T) {
	for _, c := range []testCase{
		{"", ""},
		{"\n\n", ""},
		{"\ufeffx=1", "x = 1\n"},
		{"if x:\r\n\ty=1\r\n\tz='''a\r\nb'''\r\n", "if x:\n    y = 1\n    z = '''a\nb'''\n"},
		{"x\f\ny", "x\ny\n"},
		{"# only", "# only\n"},
		{"\n\n\n# first\nx", "# first\nx\n"},
		{"x = \\\n  1\n", "x = \\\n    1\n"},
		{"x   # a   \n", "x  # a\n"},
		{"if x:\n        y\n        # deep\n   # between\n# out\nz", "if x:\n    y\n    # deep\n# between\n# out\nz\n"},
	} {
		file, errs := Parse(NewSource("test", c.source))
		if len(errs) > 0 {
			t.Fatalf("%q: %s", c.source, errs[0].Msg)
		}
		if got := Format(file); got != c.want {
			t.Errorf("%q:\n got %q\nwant %q", c.source, got, c.want)
		}
	}
}

func TestExprString(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"a+b *c", "a + b * c"},
		{"(a+b)*c", "(a + b) * c"},
		{"a-(b-c)", "a - (b - c)"},
		{"(a ** b) ** c", "(a ** b) ** c"},
		{"-a**-b", "-a ** -b"},
		{"(-a)**b", "(-a) ** b"},
		{"not (a and b)or c", "not (a and b) or c"},
		{"(a<b)<c", "(a < b) < c"},
		{"a not  in b", "a not in b"},
		{"lambda x,*y,z=1,**k :(x,y)", "lambda x, *y, z=1, **k: (x, y)"},
		{"(lambda:1)()", "(lambda: 1)()"},
		{"a if b else(c if d else e)", "a if b else c if d else e"},
		{"(a if b else c)if d else e", "(a if b else c) if d else e"},
		{"f(a,*b,k = 1,**d)", "f(a, *b, k=1, **d)"},
		{"f(x for x in y if z)", "f((x for x in y if z))"},
		{"x[1:2,::3]", "x[1:2, ::3]"},
		{"x[a,]", "x[a,]"},
		{"(a,)", "(a,)"},
		{"()", "()"},
		{"{**a,'b':1}", "{**a, 'b': 1}"},
		{"{k:v for k,v in x}", "{k: v for k, v in x}"},
		{"'it''s'", "'its'"},
		{`"it's"`, `"it's"`},
		{`'it\'s "q"'`, `'it\'s "q"'`},
		{`'a\nb\x00\u20ac'`, `'a\nb\x00€'`},
		{`b'a\xff'`, `b'a\xff'`},
		{`f'{a!r:>{w}} {{}} {b=}'`, `f'{a!r:>{w}} {{}} {b=}'`},
		{"(1).real", "(1).real"},
		{"(x:=1)", "x := 1"},
		{"[(x:=1),2]", "[x := 1, 2]"},
		{"f(a)(b).c[d]", "f(a)(b).c[d]"},
		{"0xFF+1_000+2.50+3J", "0xFF + 1_000 + 2.50 + 3J"},
		{"None or True or ...", "None or True or ..."},
		{"~ - + x", "~-+x"},
	} {
		file, errs := Parse(NewSource("test", c.source))
		if len(errs) > 0 {
			t.Errorf("%s: %s", c.source, errs[0].Msg)
			continue
		}
		if got := ExprString(file.Body[0].(*ExprStmt).X); got != c.want {
			t.Errorf("%s: got %s, want %s", c.source, got, c.want)
		}
	}
}

func TestWalk(t *testing.T) {
	file, errs := Parse(NewSource("test", `
@d
def f[T](a: int = 1, *b) -> T:
    for x, y in g(a, k=2): yield [z for z in x if z]
    try: pass
    except E as e: raise e from None
    with open(p) as q: del q
    match x:
        case C(1, n=m): pass
        case {"k": None, **o} | [_, *o] if o: return
`))
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	names, nodes := "", 0
	Walk(file, func(n Node) bool {
		nodes++
		if name, ok := n.(*Name); ok {
			names += name.Id + " "
		}
		_, isLambda := n.(*Comp)
		return !isLambda
	})
	if want := "d f T int T x y g a E e e open p q q x C m o o o "; names != want || nodes != 63 {
		t.Errorf("got %s(%d nodes), want %s", names, nodes, want)
	}
}

// TestPlaces checks places of nodes that are easy to get wrong.
func TestPlaces(t *testing.T) {
	src := NewSource("test", "x = (a).b((c), *d, k=(e))[(f)] + (g)\nif (a):\n    b # c\n\n# d\nreturn_ = f'{ x !r}' \"y\"\n")
	file, errs := Parse(src)
	if len(errs) > 0 {
		t.Fatal(errs[0])
	}
	var got []string
	Walk(file, func(n Node) bool {
		switch n.(type) {
		case *Binary, *Index, *Call, *Attr, *Arg, *If, *FString, *FValue, *Assign:
			got = append(got, src.Slice(n.Pos()))
		}
		return true
	})
	want := []string{"x = (a).b((c), *d, k=(e))[(f)] + (g)", "(a).b((c), *d, k=(e))[(f)] + (g)",
		"(a).b((c), *d, k=(e))[(f)]", "(a).b((c), *d, k=(e))", "(a).b", "(c)", "*d", "k=(e)",
		"if (a):\n    b", "return_ = f'{ x !r}' \"y\"", "f'{ x !r}' \"y\"", "{ x !r}"}
	if len(got) != len(want) {
		t.Fatalf("got %q", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
}
