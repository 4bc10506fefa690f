package docs

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/library"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// features are small scripts, each of one feature of the language. Whether it is supported is found
// out by compiling it.
var features = []struct{ name, script string }{
	{"`if` / `elif` / `else`, conditional expressions", "x = 3\nif x > 2:\n    print(1 if x else 2)\nelif x:\n    print(3)\nelse:\n    print(4)\n"},
	{"`while` and `for` with `else`, `break`, `continue`", "for i in range(3):\n    if i:\n        continue\n    break\nelse:\n    print(1)\nwhile True:\n    break\nelse:\n    print(2)\n"},
	{"`def` with defaults and keyword arguments", "def f(a, b=1):\n    return a + b\n\n\nprint(f(1), f(1, b=2))\n"},
	{"`*args` and `**kwargs`", "def f(*args, **kwargs):\n    print(len(args), len(kwargs))\n\n\nf(1, 2, a=3)\n"},
	{"nested functions, closures, `nonlocal`, `global`", "n = 0\n\n\ndef f():\n    k = 1\n\n    def g():\n        nonlocal k\n        global n\n        k += 1\n        n += k\n    g()\n    return k\n\n\nprint(f(), n)\n"},
	{"`lambda`, functions as values", "fs = [lambda x: x + 1, lambda x: x * 2]\nprint([f(3) for f in fs])\n"},
	{"decorators of one's own", "def twice(f):\n    def g(x):\n        return f(f(x))\n    return g\n\n\n@twice\ndef inc(x):\n    return x + 1\n\n\nprint(inc(1))\n"},
	{"generators, `yield from`", "def g(n):\n    for i in range(n):\n        yield i\n    yield from [1, 2]\n\n\nprint(list(g(3)))\n"},
	{"sending values into generators", "def g():\n    x = yield 1\n    print(x)\n\n\nit = g()\nnext(it)\nit.send(2)\n"},
	{"comprehensions of all four kinds", "print([x for x in range(3)], {x for x in [1]}, {x: 1 for x in [1]}, sum(x for x in [1]))\n"},
	{"assignment expressions `:=`", "if (n := 3) > 2:\n    print(n)\n"},
	{"unpacking with a star", "a, *b = [1, 2, 3]\nprint(a, b, [*b, 4])\n"},
	{"slices with steps, also as targets", "x = [1, 2, 3]\nx[::2] = [5, 6]\ndel x[0]\nprint(x[::-1])\n"},
	{"`try` / `except` / `else` / `finally`, `raise … from`", "try:\n    raise ValueError(1) from None\nexcept (ValueError, KeyError) as e:\n    print(e)\nelse:\n    print(1)\nfinally:\n    print(2)\n"},
	{"exception groups, `except*`", "try:\n    print(1)\nexcept* ValueError as e:\n    print(e)\n"},
	{"exception classes of one's own", "class Bad(ValueError):\n    pass\n\n\ntry:\n    raise Bad(\"x\")\nexcept Bad as e:\n    print(e)\n"},
	{"`with open(…)`", "with open(\"f.txt\", \"w\") as f:\n    f.write(\"x\")\n"},
	{"`assert`", "x = 1\nassert x, \"message\"\n"},
	{"`del` of a name", "x = 1\ndel x\n"},
	{"classes with methods and inheritance", "class A:\n    def __init__(self, x):\n        self.x = x\n\n    def get(self):\n        return self.x\n\n\nclass B(A):\n    def get(self):\n        return super().get() + 1\n\n\nprint(B(1).get())\n"},
	{"special methods of classes", "class P:\n    def __init__(self, x):\n        self.x = x\n\n    def __repr__(self):\n        return f\"P({self.x})\"\n\n    def __eq__(self, o):\n        return self.x == o.x\n\n    def __lt__(self, o):\n        return self.x < o.x\n\n\nprint(sorted([P(2), P(1)]), P(1) == P(1))\n"},
	{"properties, static and class methods", "class A:\n    @property\n    def x(self):\n        return 1\n\n    @staticmethod\n    def s():\n        return 2\n\n    @classmethod\n    def c(cls):\n        return 3\n\n\nprint(A().x, A.s(), A.c())\n"},
	{"`@dataclass`", "from dataclasses import dataclass\n\n\n@dataclass\nclass P:\n    x: int\n    y: int = 0\n\n\nprint(P(1))\n"},
	{"`namedtuple`", "from collections import namedtuple\nP = namedtuple(\"P\", \"x y\")\nprint(P(1, 2).x)\n"},
	{"`Enum`", "from enum import Enum\n\n\nclass C(Enum):\n    RED = 1\n\n\nprint(C.RED)\n"},
	{"metaclasses", "class M(type):\n    pass\n\n\nclass A(metaclass=M):\n    pass\n\n\nprint(A())\n"},
	{"`match`", "x = (1, 2)\nmatch x:\n    case (1, y):\n        print(y)\n    case _:\n        print(0)\n"},
	{"`async` and `await`", "async def f():\n    return 1\n\n\nprint(f())\n"},
	{"annotations", "x: int = 1\n\n\ndef f(a: int) -> str:\n    return str(a)\n\n\nprint(f(x))\n"},
	{"f-strings with nested specs, `!r` and `=`", "x, w = 3.14159, 8\nprint(f\"{x:{w}.2f} {x!r} {x=}\")\n"},
	{"`%` and `format`", "print(\"%5.2f|%-5s\" % (1.5, \"a\"), \"{:>5} {name}\".format(1, name=\"x\"))\n"},
	{"complex numbers", "print(3 + 4j)\n"},
	{"integers of any size (see `--bigint`)", "print(99999999999999999999 * 2)\n"},
	{"`eval`, `exec`", "print(eval(\"1 + 2\"))\n"},
	{"`globals()`, `locals()`", "print(globals(), locals())\n"},
	{"`getattr`, `setattr` by names that vary", "import sys\nprint(getattr(\"abc\", sys.argv[0])())\n"},
	{"`import numpy`", "import numpy as np\nprint(np.zeros(3))\n"},
	{"`import subprocess`", "import subprocess\nsubprocess.run([\"ls\"])\n"},
	{"`from m import *`", "from math import *\nprint(sqrt(2.0))\n"},
	{"relative imports in the script itself, as in CPython", "from . import helper\nprint(helper.x)\n"},
}

// TestPython compares docs/python.md with what the declarations and the compiler say.
func TestPython(t *testing.T) {
	var b strings.Builder
	b.WriteString("# The Python that dstreamc compiles\n\n" +
		"This file is written by a test (`go test ./internal/docs -run TestPython -update`) from the declarations in `lang/api` and\n" +
		"from what the compiler says of a small script for each feature. Where the same thing behaves differently,\n" +
		"[differences.md](differences.md) says so.\n")
	writeFeatures(&b)
	writeOutcomes(t, &b)
	ix := api.Load()
	writeBuiltins(&b, ix)
	writeModules(&b, ix)
	writeMissing(t, &b, ix)
	path := filepath.Join(root, "docs", "python.md")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b.String(), string(text)); diff != "" {
		t.Errorf("docs/python.md is not up to date (-want +got; the test with -update writes it):\n%s", diff)
	}
}

func writeFeatures(b *strings.Builder) {
	var rejected strings.Builder
	b.WriteString("\n## The language\n\n")
	for _, f := range features {
		_, list := lang.Compile(syntax.NewSource("feature.py", f.script))
		if !list.HasErrors() {
			fmt.Fprintf(b, "* %s\n", f.name)
			continue
		}
		for _, d := range list.Items {
			fmt.Fprintf(&rejected, "| %s | %s | %s |\n", f.name, cell(d.Msg), cell(d.Hint))
			break
		}
	}
	b.WriteString("\n## What is rejected\n\nAt compile time, with the place in the script:\n\n| feature | message | hint |\n|---|---|---|\n" + rejected.String())
}

// cell is a text in a table.
func cell(text string) string { return strings.ReplaceAll(text, "|", "\\|") }

func writeBuiltins(b *strings.Builder, ix *api.Index) {
	m := ix.Modules["builtins"]
	var functions, classes []string
	for name, member := range m.Members {
		switch member := member.(type) {
		case *api.Overloads:
			if name[0] != '_' && member.Funcs[0].Rejected == "" {
				functions = append(functions, name)
			}
		case *api.Class:
			classes = append(classes, name)
		}
	}
	slices.Sort(functions)
	slices.Sort(classes)
	fmt.Fprintf(b, "\n## Built-in functions\n\n%s\n\n## Types and their methods\n\n| type | methods and attributes |\n|---|---|\n", codes(functions))
	for _, name := range classes {
		if methods := methodsOf(m.Members[name].(*api.Class)); len(methods) > 0 {
			fmt.Fprintf(b, "| `%s` | %s |\n", name, codes(methods))
		}
	}
}

func methodsOf(c *api.Class) []string {
	var out []string
	for name := range c.Members {
		if name[0] != '_' {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

func writeModules(b *strings.Builder, ix *api.Index) {
	b.WriteString("\n## Modules\n\nThose of PySpark are not in this list.\n\n| module | functions, classes and attributes |\n|---|---|\n")
	names := append(ix.ModuleNames(), library.Names()...)
	slices.Sort(names)
	names = slices.Compact(names)
	for _, name := range names {
		m := ix.Modules[name]
		if name == "builtins" || strings.HasPrefix(name, "pyspark") || strings.HasPrefix(name, "py4j") {
			continue
		}
		var members []string
		if m != nil {
			members = memberNames(m)
		}
		for _, part := range library.Parts(name) {
			members = append(members, library.Find(part).Names()...)
		}
		slices.Sort(members)
		members = slices.Compact(members)
		fmt.Fprintf(b, "| `%s` | %s |\n", name, codes(members))
	}
}

// memberNames are the members of a declared module that scripts may use.
func memberNames(m *api.Module) []string {
	var out []string
	for name, member := range m.Members {
		o, isFunc := member.(*api.Overloads)
		if name[0] != '_' && (!isFunc || o.Funcs[0].Rejected == "") {
			out = append(out, name)
		}
	}
	return out
}

// codes lists names.
func codes(names []string) string {
	if len(names) == 0 {
		return "written out by the compiler"
	}
	return "`" + strings.Join(names, "` `") + "`"
}
