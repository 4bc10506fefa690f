package codegen

import (
	"go/token"
	"strings"
	"testing"
)

func TestNames(t *testing.T) {
	tests := []struct{ python, lower, upper string }{
		{"word_counts", "wordCounts", "WordCounts"},
		{"wordCounts", "wordCounts", "WordCounts"},
		{"MAX_SIZE", "maxSize", "MaxSize"},
		{"_cache", "cache", "Cache"},
		{"__init__", "init", "Init"},
		{"URLParser", "urlParser", "URLParser"},
		{"x_1", "x1", "X1"},
		{"_", "unused", "Unused"},
		{"reduceByKey", "reduceByKey", "ReduceByKey"},
		{"naïve", "naïve", "Naïve"},
		{"変数", "変数", "X変数"},
		{"1word.py", "x1wordPy", "Xx1wordPy"},
		{"a\nb */ //go:", "aBGo", "ABGo"},
	}
	for _, tt := range tests {
		lower, upper := lowerCamel(tt.python), upperCamel(tt.python)
		if lower != tt.lower {
			t.Errorf("lowerCamel(%q) = %q, want %q", tt.python, lower, tt.lower)
		}
		if upper != tt.upper {
			t.Errorf("upperCamel(%q) = %q, want %q", tt.python, upper, tt.upper)
		}
		if !token.IsIdentifier(lower) || !token.IsIdentifier(upper) {
			t.Errorf("%q, %q are no identifiers", lower, upper)
		}
	}
}

func TestScopeTakesEachNameOnce(t *testing.T) {
	top := newScope(nil)
	fn := newScope(top)
	got := []string{top.take("add"), fn.take("add"), fn.take("len"), fn.take("py"), fn.take("type"), fn.take("x1"), fn.take("x1")}
	want := []string{"add", "add2", "len_", "py_", "type_", "x1", "x1_2"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("name %d is %q, want %q", i, got[i], want[i])
		}
	}
}

func TestCommentsStayOnTheirLine(t *testing.T) {
	for _, text := range []string{"a\nb", "a\r\nb", "a\u2028b", "a\u202eb", "a\x00b", "\ufeffa", "*/ x", "//line x:1", "+build ignore", "a\xffb", ""} {
		s := doc(paragraph(text), quoted("x")).GoString()
		if strings.Contains(cleanText(text), "\n") || strings.ContainsAny(s, "\r\u2028\u202e\x00\ufeff") {
			t.Errorf("%q becomes %q", text, s)
		}
		if strings.Contains(s, "// +build") || strings.HasPrefix(s, "//line") {
			t.Errorf("%q becomes a directive: %q", text, s)
		}
	}
}

func TestFileNames(t *testing.T) {
	tests := map[string]string{
		"/home/u/wc.py": "wc.py", `C:\x\wc.py`: "wc.py", "": "script.py", "a\nb:1.py": "a_b_1.py", "/": "script.py",
	}
	for in, want := range tests {
		if got := cleanFileName(in); got != want {
			t.Errorf("cleanFileName(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFloatLiterals(t *testing.T) {
	g := &generator{}
	tests := map[float64]string{1: "1.0", 0.1: "0.1", 1e300: "1e+300", 123456789: "123456789.0", -2.5: "-2.5"}
	for in, want := range tests {
		if got := g.floatLit(in).GoString(); got != want {
			t.Errorf("floatLit(%v) = %s, want %s", in, got, want)
		}
	}
}

func TestImportsAreGrouped(t *testing.T) {
	src := "package main\n\nimport (\n\t\"example.com/x/py\"\n\tds \"example.com/x\"\n\t\"math\"\n)\n\nfunc main() {}\n"
	want := "package main\n\nimport (\n\t\"math\"\n\n\tds \"example.com/x\"\n\t\"example.com/x/py\"\n)\n\nfunc main() {}\n"
	if got := groupImports(src); got != want {
		t.Errorf("got %q", got)
	}
}
