package docs

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const modulePath = "github.com/dstreamc/dstreamc"

var packageRow = regexp.MustCompile("(?m)^\\| `([a-z/]+)` \\| [^|]+ \\| ?([^|]*) ?\\|$")

// TestImportRules compares the packages' imports with the table in docs/architecture.md.
func TestImportRules(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "docs", "architecture.md"))
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string][]string{}
	for _, row := range packageRow.FindAllStringSubmatch(string(text), -1) {
		imports := strings.ReplaceAll(row[2], "the root", "`.`")
		allowed[row[1]] = strings.Fields(strings.ReplaceAll(imports, "`", " "))
	}
	found := map[string]bool{}
	for _, top := range []string{"lang", "codegen", "runtime", "internal"} {
		for pkg, imports := range importsBelow(t, top) {
			found[pkg] = true
			may, listed := allowed[pkg]
			if !listed {
				t.Errorf("docs/architecture.md: package %s is not in the table", pkg)
			}
			for _, i := range imports {
				if !slices.Contains(may, i) {
					t.Errorf("package %s imports %s, which docs/architecture.md does not allow", pkg, i)
				}
			}
		}
	}
	for pkg := range allowed {
		if !found[pkg] {
			t.Errorf("docs/architecture.md: there is no package %s", pkg)
		}
	}
}

// importsBelow is what the packages below a folder import of this module, tests apart. The module's
// root is ".".
func importsBelow(t *testing.T, top string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := fs.WalkDir(os.DirFS(root), top, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return fs.SkipDir
		case d.IsDir() || path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		pkg := path.Dir(name)
		if _, known := out[pkg]; !known {
			out[pkg] = nil
		}
		for _, i := range file.Imports {
			p, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			if p == modulePath {
				p = modulePath + "/."
			}
			if p, ok := strings.CutPrefix(p, modulePath+"/"); ok {
				out[pkg] = append(out[pkg], p)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var moduleList = regexp.MustCompile(`the modules\s+([a-z0-9., \n]+), as far as`)

// TestModules compares the modules that the README lists with those that are declared.
func TestModules(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	m := moduleList.FindStringSubmatch(string(text))
	if m == nil {
		t.Fatal("README.md has no list of modules")
	}
	listed := strings.FieldsFunc(m[1], func(r rune) bool { return r == ',' || r == ' ' || r == '\n' })
	files, err := filepath.Glob(filepath.Join(root, "lang", "api", "*.pyi"))
	if err != nil {
		t.Fatal(err)
	}
	var declared []string
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".pyi")
		importable := !strings.Contains(name, "-") // the others are the compiler's own
		if name != "builtins" && importable && !strings.HasPrefix(name, "pyspark") {
			declared = append(declared, name)
		}
	}
	slices.Sort(declared)
	if *update {
		fresh := strings.Replace(string(text), m[1], strings.Join(declared, ", "), 1)
		if err := os.WriteFile(filepath.Join(root, "README.md"), []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	slices.Sort(listed)
	if diff := cmp.Diff(declared, listed); diff != "" {
		t.Errorf("README.md: modules (-declared +listed):\n%s", diff)
	}
}
