package pytest

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dstreamc/dstreamc/internal/conformance"
	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/library"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// Files about CPython's public API: what prints it, what it printed, and which parts of it scripts cannot use, each with
// the reason. A name that ends in ".*" in the last stands for all that begins with it.
var (
	apiScript  = filepath.Join("..", "..", "testdata", "python", "api", "list.py")
	apiNames   = filepath.Join("..", "..", "testdata", "python", "api", "names.txt")
	apiMissing = filepath.Join("..", "..", "testdata", "python", "api", "missing.txt")

	checkerNames = filepath.Join("..", "..", "lang", "api", "cpython-names.txt") // what the checker has of them
)

// apiName is a line of the list: a dotted name, and the parameters of what is called.
type apiName struct {
	name   string
	params []apiParam
}

// apiParam is a parameter with its marks: * and **, = for one that has a default, / for one without a name.
type apiParam struct {
	name  string
	named bool // it may be given by name
}

var apiLine = regexp.MustCompile(`^([\w.]+)(?:\((.*)\))?$`)

func readNames(t *testing.T) []apiName {
	t.Helper()
	text, err := os.ReadFile(apiNames)
	if err != nil {
		t.Fatal(err)
	}
	var out []apiName
	for line := range strings.Lines(string(text)) {
		m := apiLine.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			t.Fatalf("%s: cannot read %q", apiNames, line)
		}
		n := apiName{name: m[1]}
		for p := range strings.SplitSeq(m[2], ", ") {
			if plain := strings.Trim(p, "*=/"); plain != "" {
				n.params = append(n.params, apiParam{plain, !strings.HasPrefix(p, "*") && !strings.HasSuffix(p, "/")})
			}
		}
		out = append(out, n)
	}
	return out
}

// declaredAs are the classes of CPython that are declared by other names.
var declaredAs = map[string]string{
	"collections.OrderedDict": "dict", "collections.defaultdict": "dict", "TextIOWrapper": "File", "generator": "Iterator",
	"dict_keys": "DictKeys", "dict_values": "DictValues", "dict_items": "DictItems",
}

// apiIndex answers what scripts may use.
type apiIndex struct {
	ix       *api.Index
	accepted map[string]bool // names of modules and built-ins that the compiler knows
}

// split takes a name apart: its module and what is named in it. Built-ins have the module "builtins".
func (x *apiIndex) split(name string) (module string, path []string) {
	parts := strings.Split(name, ".")
	for i := len(parts) - 1; i > 0; i-- {
		if m := strings.Join(parts[:i], "."); apiModules[m] {
			return m, parts[i:]
		}
	}
	return "builtins", parts
}

// apiModules are the modules in the list.
var apiModules = map[string]bool{}

// find is the declaration of a function, method or class, or nil.
func (x *apiIndex) find(name string) *api.Overloads {
	module, path := x.split(name)
	class := path[0]
	if module != "builtins" {
		class = module + "." + path[0]
	}
	c := x.ix.Classes[declaredAs[class]]
	if m := x.ix.Modules[module]; c == nil && m != nil {
		switch member := m.Members[path[0]].(type) {
		case *api.Overloads:
			if len(path) == 1 {
				return member
			}
			return nil
		case *api.Class:
			c = member
		}
	}
	switch {
	case c == nil:
		return nil
	case len(path) == 1:
		return c.New
	}
	o, _ := x.ix.Lookup(c, path[1])
	return o
}

// known reports whether scripts may use a name.
func (x *apiIndex) known(name string) bool {
	_, path := x.split(name)
	if len(path) > 1 && x.find(name) != nil {
		return true
	}
	return x.accepted[name]
}

// inLibrary reports a name of a module that is written in Python.
func inLibrary(module, name string) bool {
	for _, part := range library.Parts(module) {
		if slices.Contains(library.Find(part).Names(), name) {
			return true
		}
	}
	return false
}

// accept asks the compiler about the names of modules, of the classes that the library has in Python, and of built-ins: a script names one in each line.
func (x *apiIndex) accept(names []apiName) {
	x.accepted = map[string]bool{}
	byModule := map[string][]string{}
	for _, n := range names {
		if module, path := x.split(n.name); len(path) == 1 || inLibrary(module, path[0]) {
			byModule[module] = append(byModule[module], n.name)
		}
	}
	for module, list := range byModule {
		head := "\n"
		if module != "builtins" {
			head = "import " + module + "\n"
		}
		src := syntax.NewSource("names.py", head+strings.Join(list, "\n")+"\n")
		_, found := lang.Compile(src)
		wrong := map[int]bool{}
		for _, d := range found.Items {
			line, _ := src.Position(d.Span.Start)
			wrong[line] = wrong[line] || d.Kind != diag.Warning
		}
		for i, name := range list {
			x.accepted[name] = !wrong[1] && !wrong[i+2]
		}
	}
}

// TestAPIIsDeclared checks that scripts may use every public name of CPython's built-ins and modules, with every parameter
// by its name, and that all others are listed with a reason; nothing else may be.
func TestAPIIsDeclared(t *testing.T) {
	names := readNames(t)
	x := &apiIndex{ix: api.Load()}
	for _, m := range apiModuleNames(t) {
		apiModules[m] = true
	}
	x.accept(names)
	var missing []string
	for _, n := range names {
		missing = append(missing, x.missing(n)...)
	}
	entries, err := conformance.ReadTable(apiMissing)
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	var undeclared []string
	for _, m := range missing {
		if e := listedAs(entries, m); e != "" {
			used[e] = true
		} else {
			undeclared = append(undeclared, m)
		}
	}
	if len(undeclared) > 0 {
		t.Errorf("%d names are neither declared nor listed in %s:\n%s", len(undeclared), apiMissing, strings.Join(undeclared, "\n"))
	}
	for _, e := range entries {
		if !used[e.Script] {
			t.Errorf("%s: nothing is missing that %s names", apiMissing, e.Script)
		}
	}
	t.Logf("%d names of CPython, of which scripts cannot use %d", len(names), len(missing))
}

// byChecker are the parameters that the checker takes itself, without a declaration.
var byChecker = []string{"json.dump(cls)", "json.dumps(cls)", "json.load(cls)", "json.loads(cls)"}

// missing lists what of a name is not declared: the name, or its parameters.
func (x *apiIndex) missing(n apiName) []string {
	if !x.known(n.name) {
		return []string{n.name}
	}
	o := x.find(n.name)
	if o == nil || o.Funcs[0].Rejected != "" || o.Funcs[0].Property {
		return nil
	}
	var out []string
	for _, p := range n.params {
		if p.named && !slices.ContainsFunc(o.Funcs, func(f *api.Func) bool { return accepts(f, p.name) }) {
			if label := fmt.Sprintf("%s(%s)", n.name, p.name); !slices.Contains(byChecker, label) {
				out = append(out, label)
			}
		}
	}
	return out
}

// accepts reports whether a function takes a parameter by its name.
func accepts(f *api.Func, name string) bool {
	return slices.ContainsFunc(f.Params, func(p *api.Param) bool {
		return p.Kind == api.RestKeywords || p.Name == name && p.Kind != api.Rest && p.Kind != api.PositionalOnly
	})
}

// listedAs is the entry that names what is missing, or "".
func listedAs(entries []conformance.Entry, name string) string {
	for _, e := range entries {
		prefix, all := strings.CutSuffix(e.Script, "*")
		if e.Script == name || all && strings.HasPrefix(name, prefix) {
			return e.Script
		}
	}
	return ""
}

// apiModuleNames reads the modules from the script that lists the names.
func apiModuleNames(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(apiScript)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), `MODULES = """`)
	list, _, _ := strings.Cut(rest, `"""`)
	return strings.Fields(list)
}

var update = flag.Bool("update", false, "write the names that the checker knows of CPython's modules anew")

// TestCheckerKnowsTheNames compares the names that the checker takes for those of CPython's modules with the recorded list.
func TestCheckerKnowsTheNames(t *testing.T) {
	of := map[string][]string{}
	modules := apiModuleNames(t)
	for _, n := range readNames(t) {
		for _, m := range modules {
			if name, ok := strings.CutPrefix(n.name, m+"."); ok && !strings.Contains(name, ".") {
				of[m] = append(of[m], name)
			}
		}
	}
	var want strings.Builder
	slices.Sort(modules)
	for _, m := range modules {
		slices.Sort(of[m])
		fmt.Fprintf(&want, "%s: %s\n", m, strings.Join(slices.Compact(of[m]), " "))
	}
	if *update {
		if err := os.WriteFile(checkerNames, []byte(want.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(checkerNames)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), string(got)); diff != "" {
		t.Errorf("%s is not what %s lists; -update writes it (-names +file):\n%s", checkerNames, apiNames, diff)
	}
}

// TestAPINamesAreCPythons compares the recorded list with the installed CPython.
func TestAPINamesAreCPythons(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	version, err := exec.Command(python, "-c", "import sys; print(*sys.version_info[:2])").Output()
	if err != nil || string(bytes.TrimSpace(version)) != "3 11" {
		t.Skip("python3 is not CPython 3.11")
	}
	compare(t, python, apiScript, apiNames)
	compare(t, python, filepath.Join("..", "..", "testdata", "python", "api", "modules.py"), filepath.Join("..", "..", "lang", "api", "cpython-modules.txt"))
}

// compare checks that a file is what CPython prints for a script.
func compare(t *testing.T, python, script, file string) {
	t.Helper()
	out, err := exec.Command(python, script).Output()
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(out)); diff != "" {
		t.Errorf("%s is not what %s prints (-file +CPython):\n%s", file, script, diff)
	}
}
