package codegen

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"sort"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/types"
)

// goFunc is what the runtime's sources say about a function.
type goFunc struct {
	params   int
	variadic bool
}

// goPackage is the declarations of a runtime package: functions by name, methods by type and
// name, variables and constants, and the types that a struct embeds.
type goPackage struct {
	funcs   map[string]goFunc
	methods map[string]map[string]goFunc
	vars    map[string]bool
	embeds  map[string][]string
}

func readPackage(t *testing.T, dir string) *goPackage {
	t.Helper()
	p := &goPackage{map[string]goFunc{}, map[string]map[string]goFunc{}, map[string]bool{}, map[string][]string{}}
	pkgs, err := parser.ParseDir(token.NewFileSet(), dir, func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range pkgs {
		for _, f := range pkg.Files {
			for _, d := range f.Decls {
				p.add(d)
			}
		}
	}
	return p
}

func (p *goPackage) add(d ast.Decl) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		fn := goFunc{}
		for _, f := range d.Type.Params.List {
			fn.params += max(len(f.Names), 1)
			_, fn.variadic = f.Type.(*ast.Ellipsis)
		}
		if d.Recv == nil {
			p.funcs[d.Name.Name] = fn
			return
		}
		recv := baseName(d.Recv.List[0].Type)
		if p.methods[recv] == nil {
			p.methods[recv] = map[string]goFunc{}
		}
		p.methods[recv][d.Name.Name] = fn
	case *ast.GenDecl:
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.ValueSpec:
				for _, n := range s.Names {
					p.vars[n.Name] = true
				}
			case *ast.TypeSpec:
				p.addType(s)
			}
		}
	}
}

func (p *goPackage) addType(s *ast.TypeSpec) {
	st, ok := s.Type.(*ast.StructType)
	if !ok {
		return
	}
	for _, f := range st.Fields.List {
		if len(f.Names) == 0 {
			p.embeds[s.Name.Name] = append(p.embeds[s.Name.Name], baseName(f.Type))
		}
	}
}

// baseName is T of *T, T[A] and pkg.T.
func baseName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return baseName(e.X)
	case *ast.IndexExpr:
		return baseName(e.X)
	case *ast.IndexListExpr:
		return baseName(e.X)
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.Ident:
		return e.Name
	}
	return ""
}

func (p *goPackage) method(typ, name string) (goFunc, bool) {
	if f, ok := p.methods[typ][name]; ok {
		return f, true
	}
	for _, e := range p.embeds[typ] {
		if f, ok := p.method(e, name); ok {
			return f, true
		}
	}
	return goFunc{}, false
}

// TestDeclarationsAreImplemented compares every declaration in lang/api with the runtime's sources.
func TestDeclarationsAreImplemented(t *testing.T) {
	pkgs := map[string]*goPackage{
		"ds":     readPackage(t, "../runtime"),
		"core":   readPackage(t, "../runtime/core"),
		"py":     readPackage(t, "../runtime/py"),
		"bigint": readPackage(t, "../runtime/py/bigint"),
	}
	for module := range ownPackage {
		pkgs["py"+module] = readPackage(t, "../runtime/py/"+module)
	}
	for _, m := range missing(pkgs) {
		t.Error(m)
	}
}

// missing lists the declarations without a Go implementation or with another number of parameters.
func missing(pkgs map[string]*goPackage) []string {
	ix := api.Load()
	var out []string
	check := func(f *api.Func, owner string) {
		if problem := compareDecl(pkgs, f); problem != "" {
			out = append(out, fmt.Sprintf("%s: %s", owner, problem))
		}
	}
	for _, m := range ix.Modules {
		for name, member := range m.Members {
			switch member := member.(type) {
			case *api.Overloads:
				for _, f := range member.All(true) {
					check(f, m.Name+"."+name)
				}
			case *api.Attr:
				if goName := moduleName(member.Module, member.Name); !pkgs[modulePackage(member.Module)].vars[goName] {
					out = append(out, fmt.Sprintf("%s.%s: no variable %s", m.Name, name, goName))
				}
			}
		}
	}
	for _, c := range ix.Classes {
		for name, o := range c.Members {
			for _, f := range o.All(true) {
				if f.Constant() {
					if goName := goClassName(c.Name) + upperCamel(name); !pkgs[modulePackage(c.Module)].vars[goName] {
						out = append(out, fmt.Sprintf("%s.%s: no variable %s", c.Name, name, goName))
					}
					continue
				}
				check(f, c.Name+"."+name)
			}
		}
		if c.New != nil {
			for _, f := range c.New.All(true) {
				check(f, c.Name)
			}
		}
	}
	sort.Strings(out)
	return compact(out)
}

func compact(list []string) []string {
	var out []string
	for i, s := range list {
		if i == 0 || s != list[i-1] {
			out = append(out, s)
		}
	}
	return out
}

// compareDecl tells what is wrong with the Go side of a declaration, or "".
func compareDecl(pkgs map[string]*goPackage, f *api.Func) string {
	if f.Narrow || f.Rejected != "" || f.Expanded || directForm(f) {
		return ""
	}
	b := bind(f)
	want := goFunc{}
	for _, p := range f.Params {
		switch {
		case types.IsNone(p.Type):
		case p.Kind == api.Rest:
			want.variadic = true
			want.params++
		default:
			want.params++
		}
	}
	if n := len(f.Params); n > 0 && isPartitionCount(f.Params[n-1]) {
		want.variadic = true
	}
	if keepsPartitioning(f) {
		want.params--
	}
	if isSetMethod(f) {
		want.variadic = false
	}
	if f.Combine {
		want.params++ // the stage
	}
	var got goFunc
	var ok bool
	where := b.name
	if b.method {
		class := goClasses[f.Class.Name]
		if class.name == "" {
			class = goClass{pkg: modulePackage(f.Class.Module), name: f.Class.Name}
		}
		where = class.pkg + "." + class.name + "." + b.name
		got, ok = pkgs[class.pkg].method(class.name, b.name)
	} else {
		if f.Class != nil && f.Name != "__init__" && !f.Static {
			want.params++ // the receiver
		}
		where = b.pkg + "." + b.name
		got, ok = pkgs[b.pkg].funcs[b.name]
	}
	switch {
	case !ok:
		return "no Go function " + where
	case got.variadic && !want.variadic && want.params >= got.params-1:
		return ""
	case got != want:
		return fmt.Sprintf("%s has %s, want %s", where, got, want)
	}
	return ""
}

func (f goFunc) String() string {
	if f.variadic {
		return fmt.Sprintf("%d parameters (variadic)", f.params)
	}
	return fmt.Sprintf("%d parameters", f.params)
}
