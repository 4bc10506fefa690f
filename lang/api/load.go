package api

import (
	"embed"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

//go:embed *.pyi
var files embed.FS

// Index is every declaration: modules by their dotted name and classes by theirs (class names
// are unique among all declarations).
type Index struct {
	Modules map[string]*Module
	Classes map[string]*Class
}

var load = sync.OnceValues(func() (*Index, error) { return read(files) })

// Load returns the declarations. They are part of the compiler: a mistake in them is a
// defect that a test finds, so Load panics on one.
func Load() *Index {
	ix, err := load()
	if err != nil {
		panic(err)
	}
	return ix
}

// pending is a parsed file whose annotations are read once all class names are known.
type pending struct {
	mod  *Module
	file *syntax.File
}

func read(fsys embed.FS) (*Index, error) {
	ix := &Index{Modules: map[string]*Module{}, Classes: map[string]*Class{}}
	entries, err := fsys.ReadDir(".")
	if err != nil {
		return nil, err
	}
	var all []pending
	for _, e := range entries {
		text, err := fsys.ReadFile(e.Name())
		if err != nil {
			return nil, err
		}
		file, errs := syntax.Parse(syntax.NewSource(e.Name(), string(text)))
		if len(errs) > 0 {
			line, _ := file.Source.Position(errs[0].Span.Start)
			return nil, fmt.Errorf("%s:%d: %s", e.Name(), line, errs[0].Msg)
		}
		mod := ix.module(strings.TrimSuffix(e.Name(), ".pyi"))
		for _, s := range file.Body {
			if c, ok := s.(*syntax.ClassDef); ok {
				if err := ix.addClass(mod, c); err != nil {
					return nil, err
				}
			}
		}
		all = append(all, pending{mod, file})
	}
	for _, p := range all {
		d := &decoder{ix: ix, src: p.file.Source, mod: p.mod}
		if err := d.module(p.file); err != nil {
			return nil, err
		}
	}
	return ix, nil
}

// module returns the module of a dotted name, making it and its parents.
func (ix *Index) module(name string) *Module {
	if m, ok := ix.Modules[name]; ok {
		return m
	}
	m := &Module{Name: name, Members: map[string]any{}}
	ix.Modules[name] = m
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		ix.module(name[:i]).Members[name[i+1:]] = m
	}
	return m
}

func (ix *Index) addClass(mod *Module, c *syntax.ClassDef) error {
	name := c.Name.Id
	if old, ok := ix.Classes[name]; ok {
		return fmt.Errorf("class %s is declared in %s and in %s", name, old.Module, mod.Name)
	}
	cls := &Class{Name: name, Module: mod.Name, Members: map[string]*Overloads{}, Doc: docstring(c.Body)}
	for _, p := range c.TypeParams {
		cls.Params = append(cls.Params, p.Id)
	}
	ix.Classes[name] = cls
	mod.Members[name] = cls
	return nil
}

func docstring(body []syntax.Stmt) string {
	if len(body) == 0 {
		return ""
	}
	if x, ok := body[0].(*syntax.ExprStmt); ok {
		if s, ok := x.X.(*syntax.StrLit); ok {
			return s.Value
		}
	}
	return ""
}

// ModuleNames lists the declared modules in order, without those whose names no script can write: they are the
// compiler's own.
func (ix *Index) ModuleNames() []string {
	var names []string
	for n := range ix.Modules {
		if !strings.Contains(n, "-") {
			names = append(names, n)
		}
	}
	sort.Strings(names)
	return names
}

// Lookup finds a member of a class or of the classes it derives from.
func (ix *Index) Lookup(c *Class, name string) (*Overloads, *Class) {
	for c != nil {
		if o, ok := c.Members[name]; ok {
			return o, c
		}
		if c.Base == nil {
			return nil, nil
		}
		c = ix.Classes[c.Base.Name]
	}
	return nil, nil
}

// MemberNames lists the members of a class and its bases that a script may use.
func (ix *Index) MemberNames(c *Class) []string {
	var names []string
	for c != nil {
		for n, o := range c.Members {
			if o.Funcs[0].Rejected == "" {
				names = append(names, n)
			}
		}
		if c.Base == nil {
			break
		}
		c = ix.Classes[c.Base.Name]
	}
	sort.Strings(names)
	return names
}

// decoder reads one file's declarations.
type decoder struct {
	ix  *Index
	src *syntax.Source
	mod *Module
}

func (d *decoder) errorf(n syntax.Node, format string, args ...any) error {
	line, _ := d.src.Position(n.Pos().Start)
	return fmt.Errorf("%s:%d: %s", d.src.Name, line, fmt.Sprintf(format, args...))
}

func (d *decoder) module(f *syntax.File) error {
	for _, s := range f.Body {
		var err error
		switch s := s.(type) {
		case *syntax.ClassDef:
			err = d.class(s)
		case *syntax.FuncDef:
			err = d.function(s, nil, d.mod.Members)
		case *syntax.AnnAssign:
			err = d.attribute(s)
		case *syntax.ImportFrom:
			for _, a := range s.Names {
				d.mod.Members[a.Name] = d.exported(s.Module, a.Name)
				if d.mod.Members[a.Name] == nil {
					err = d.errorf(s, "%s has no %s", s.Module, a.Name)
				}
			}
		case *syntax.ExprStmt: // the docstring
		default:
			err = d.errorf(s, "a declaration file holds classes, functions and annotated names")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *decoder) exported(module, name string) any {
	if c, ok := d.ix.Classes[name]; ok && c.Module == module {
		return c
	}
	if m := d.ix.Modules[module]; m != nil {
		return m.Members[name]
	}
	return nil
}

func (d *decoder) attribute(s *syntax.AnnAssign) error {
	n, ok := s.Target.(*syntax.Name)
	if !ok {
		return d.errorf(s, "expected a name")
	}
	t, err := d.typeOf(s.Type, nil)
	if err != nil {
		return err
	}
	d.mod.Members[n.Id] = &Attr{Name: n.Id, Module: d.mod.Name, Type: t}
	return nil
}

func (d *decoder) class(c *syntax.ClassDef) error {
	cls := d.ix.Classes[c.Name.Id]
	for _, b := range c.Args {
		t, err := d.typeOf(b.Value, cls.Params)
		if err != nil {
			return err
		}
		cls.Base = t.(*types.Named)
	}
	members := map[string]any{}
	for _, s := range c.Body {
		switch s := s.(type) {
		case *syntax.FuncDef:
			if err := d.function(s, cls, members); err != nil {
				return err
			}
		case *syntax.AnnAssign: // a field: a property by another spelling
			n, ok := s.Target.(*syntax.Name)
			if !ok {
				return d.errorf(s, "expected a name")
			}
			t, err := d.typeOf(s.Type, cls.Params)
			if err != nil {
				return err
			}
			members[n.Id] = &Overloads{Name: n.Id, Funcs: []*Func{{Name: n.Id, Module: cls.Module, Class: cls, Result: t, Property: true}}}
		case *syntax.ExprStmt, *syntax.Pass:
		default:
			return d.errorf(s, "a class holds functions and annotated names")
		}
	}
	for name, m := range members {
		cls.Members[name] = m.(*Overloads)
	}
	cls.New = cls.Members["__init__"]
	delete(cls.Members, "__init__")
	return nil
}

func (d *decoder) function(s *syntax.FuncDef, cls *Class, into map[string]any) error {
	f := &Func{Name: s.Name.Id, Module: d.mod.Name, Class: cls, Doc: docstring(s.Body)}
	if err := d.decorators(s, f); err != nil {
		return err
	}
	scope := []string{}
	if cls != nil {
		scope = append(scope, cls.Params...)
	}
	for _, p := range s.TypeParams {
		f.TypeParams = append(f.TypeParams, p.Id)
		scope = append(scope, p.Id)
	}
	params := s.Params
	if cls != nil && !f.Static {
		if len(params) == 0 {
			return d.errorf(s, "a method needs self")
		}
		if params[0].Type != nil {
			t, err := d.typeOf(params[0].Type, scope)
			if err != nil {
				return err
			}
			f.Self = t
		}
		params = params[1:]
	}
	if err := d.params(f, params, scope); err != nil {
		return err
	}
	f.Result = types.None
	if s.Result != nil {
		t, err := d.typeOf(s.Result, scope)
		if err != nil {
			return err
		}
		f.Result = t
	}
	o, _ := into[f.Name].(*Overloads)
	if o == nil {
		o = &Overloads{Name: f.Name}
		into[f.Name] = o
	}
	if f.Exact {
		o.Exact = append(o.Exact, f)
	} else {
		o.Funcs = append(o.Funcs, f)
	}
	return nil
}

func (d *decoder) decorators(s *syntax.FuncDef, f *Func) error {
	for _, x := range s.Decorators {
		if call, ok := x.(*syntax.Call); ok {
			if !textDecorator(call, f) {
				return d.errorf(x, "unknown decorator")
			}
			continue
		}
		n, ok := x.(*syntax.Name)
		if !ok {
			return d.errorf(x, "unknown decorator")
		}
		switch n.Id {
		case "overload":
		case "property":
			f.Property = true
		case "staticmethod", "classmethod":
			f.Static = true
		case "narrow":
			f.Narrow, f.Worker = true, true
		case "keep":
			f.Keep = true
		case "combine":
			f.Combine, f.Worker = true, true
		case "output":
			f.Output = true
		case "worker":
			f.Worker = true
		case "method":
			f.Method = true
		case "exact":
			f.Exact = true
		case "grown":
			f.Exact, f.Grown = true, true
		case "expanded":
			f.Expanded = true
		default:
			return d.errorf(x, "unknown decorator %s", n.Id)
		}
	}
	return nil
}

// textDecorator reads the decorators with texts: @bind("Name") and @rejected("why", "what to write instead").
func textDecorator(call *syntax.Call, f *Func) bool {
	n, ok := call.Fn.(*syntax.Name)
	if !ok {
		return false
	}
	var texts []string
	for _, a := range call.Args {
		lit, ok := a.Value.(*syntax.StrLit)
		if !ok {
			return false
		}
		texts = append(texts, lit.Value)
	}
	switch {
	case n.Id == "bind" && len(texts) == 1:
		f.Bind = texts[0]
	case n.Id == "rejected" && len(texts) == 2:
		f.Rejected, f.Instead = texts[0], texts[1]
	default:
		return false
	}
	return true
}

func (d *decoder) params(f *Func, params []*syntax.Param, scope []string) error {
	kind := Plain
	for _, p := range params {
		switch p.Kind {
		case syntax.BareStar:
			kind = KeywordOnly
			continue
		case syntax.BareSlash:
			for _, q := range f.Params {
				q.Kind = PositionalOnly
			}
			continue
		}
		if p.Type == nil {
			return d.errorf(p, "parameter %s needs a type", p.Name)
		}
		t, err := d.typeOf(p.Type, scope)
		if err != nil {
			return err
		}
		q := &Param{Name: p.Name, Type: t, Kind: kind}
		switch p.Kind {
		case syntax.StarStarParam:
			q.Kind, q.Type = RestKeywords, types.Dict(types.Str, t)
		case syntax.StarParam:
			q.Kind, kind = Rest, KeywordOnly
		}
		if p.Default != nil {
			q.HasDefault = true
			if q.Default, err = d.constant(p.Default); err != nil {
				return err
			}
		}
		f.Params = append(f.Params, q)
	}
	return nil
}

func (d *decoder) constant(e syntax.Expr) (any, error) {
	switch e := e.(type) {
	case *syntax.NoneLit, *syntax.Ellipsis:
		return nil, nil
	case *syntax.BoolLit:
		return e.Value, nil
	case *syntax.StrLit:
		return e.Value, nil
	case *syntax.BytesLit:
		return []byte(e.Value), nil
	case *syntax.IntLit:
		return strconv.ParseInt(e.Text, 0, 64)
	case *syntax.FloatLit:
		return strconv.ParseFloat(e.Text, 64)
	case *syntax.Unary:
		v, err := d.constant(e.X)
		switch v := v.(type) {
		case int64:
			return -v, err
		case float64:
			return -v, err
		}
	}
	return nil, d.errorf(e, "a default is a constant")
}
