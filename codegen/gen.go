package codegen

import (
	"bytes"
	"fmt"
	"go/format"
	"path"
	"sort"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// Options say what the generated file is for.
type Options struct {
	Package        string // "main" (also if empty) for a program, else the package the file is part of
	Entry          string // outside of main: the exported function; the script's name in camel case if empty
	RuntimeImport  string // module path of the runtime; github.com/dstreamc/dstreamc if empty
	LineDirectives bool   // map statements to script lines with //line, for panics, profiles and debuggers
	ScriptName     string // the script's base name in comments and tracebacks; taken from the source if empty
	FileName       string // the Go file's base name, to which //line directives return; "main.go" if empty
}

// Generate prints a program as one formatted Go file. The result depends on its arguments
// alone. An error means a defect in the compiler; it holds the source as far as there is one.
func Generate(p *ir.Program, opt Options) (src []byte, err error) {
	g := newGenerator(p, opt)
	defer func() {
		switch r := recover().(type) {
		case nil:
		case failure:
			err = fmt.Errorf("internal error near %s:%d: %s", g.opt.ScriptName, g.at, string(r))
		default:
			panic(r)
		}
	}()
	g.program()
	return g.render()
}

// failure is the panic of a program that the generator cannot print.
type failure string

func fail(text string, args ...any) { panic(failure(fmt.Sprintf(text, args...))) }

// generator prints one program.
type generator struct {
	prog        *ir.Program
	opt         Options
	at          int // line of the statement being written, for errors
	im          imports
	top         *scope // names of the package
	prefix      string // of package-level names outside of package main
	slots       []*jen.Statement
	globals     map[*ir.Var]string
	funcNames   map[*ir.Func]string
	seqNames    map[*ir.Func]string // generators in the form that loops use
	bigNames    map[string]string   // ints beyond 64 bits, and the variables that hold them
	reducers    map[string]string
	used        *cleaner
	recursive   map[*ir.Func]bool
	classes     map[string]string    // runtime package of declared classes
	pyNames     map[string]string    // Go functions and what tracebacks call them
	isolate     string               // the function that registers variables of tasks; "" if there are none
	userIR      map[string]*ir.Class // the script's classes by name
	users       map[*ir.Class]*userClass
	finishing   []func()          // what is written when all that the program uses is known
	jsonVars    map[string]string // variables of fields of JSON objects
	patterns    map[string]string // variables of patterns that functions match
	charClasses map[string]string // variables of classes of characters, by the pattern
	stops       *stopping
	nested      map[syntax.Span]string // functions inside of functions and lambdas, for tracebacks
}

func newGenerator(p *ir.Program, opt Options) *generator {
	if opt.ScriptName == "" && p.Source != nil {
		opt.ScriptName = p.Source.Name
	}
	opt.ScriptName = cleanFileName(opt.ScriptName)
	if opt.Package == "" {
		opt.Package = "main"
	}
	if opt.FileName == "" {
		opt.FileName = "main.go"
	}
	keepOrder(p)
	g := &generator{
		prog: p, opt: opt, used: clean(p), recursive: recursive(p), stops: newStopping(p), im: newImports(opt.RuntimeImport), top: newScope(nil),
		globals: map[*ir.Var]string{}, funcNames: map[*ir.Func]string{}, seqNames: map[*ir.Func]string{}, bigNames: map[string]string{}, reducers: map[string]string{},
		classes: map[string]string{}, pyNames: map[string]string{}, nested: map[syntax.Span]string{}, jsonVars: map[string]string{}, patterns: map[string]string{}, charClasses: map[string]string{}, userIR: map[string]*ir.Class{}, users: map[*ir.Class]*userClass{},
	}
	for _, k := range p.Classes {
		g.userIR[k.Name] = k
	}
	if opt.Package != "main" {
		g.prefix = lowerCamel(strings.TrimSuffix(opt.ScriptName, path.Ext(opt.ScriptName)))
		if g.opt.Entry == "" {
			g.opt.Entry = upperCamel(g.prefix)
		}
		g.top.taken[g.opt.Entry] = true
	}
	g.top.later = map[string]bool{}
	for _, f := range p.Funcs {
		g.top.later[g.topWord(functionWord(f))] = true
	}
	for name, c := range api.Load().Classes {
		g.classes[name] = modulePackage(c.Module)
	}
	return g
}

// fileLine is the file and line of a line counted through all files.
func (g *generator) fileLine(line int) (string, int) {
	if g.prog.Source == nil {
		return g.opt.ScriptName, line
	}
	file, local := g.prog.Source.FileOfLine(line)
	if file == g.prog.Source {
		return g.opt.ScriptName, local
	}
	return cleanPath(file.Name), local
}

// cleanPath is the name of a module's file, safe in comments and //line directives.
func cleanPath(name string) string {
	parts := strings.Split(strings.ReplaceAll(name, `\`, "/"), "/")
	for i, p := range parts {
		if p != "" {
			parts[i] = cleanFileName(p)
		}
	}
	return strings.Join(parts, "/")
}

// cleanFileName is a base name that is safe in comments and //line directives.
func cleanFileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || r == ':' || r == '"' {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	if name == "." || name == "/" || name == "" {
		return "script.py"
	}
	return name
}

// topTake reserves a package-level name made of a Python name.
func (g *generator) topTake(python string) string { return g.top.take(g.topWord(python)) }

// topWord is the package-level name that a Python name would like to have.
func (g *generator) topWord(python string) string {
	if g.prefix != "" {
		return g.prefix + upperCamel(python)
	}
	return lowerCamel(python)
}

// slot is the place of the next declaration: what is written first comes first, whatever it needs.
func (g *generator) slot() *jen.Statement {
	s := jen.Null()
	g.slots = append(g.slots, s)
	return s
}

// program writes the entry, the module's statements and whatever they use.
func (g *generator) program() {
	run := "run"
	if g.prefix != "" {
		run = g.prefix + "Run"
	}
	g.top.taken[run] = true
	g.pyNames[run] = "<module>"
	entry := g.slot()
	g.globalVars()
	g.isolated()
	slot := g.slot()
	w := g.newUnit(nil)
	w.stmts(g.prog.Body)
	w.dropLastReturn()
	body := w.finish()
	if g.isolate != "" {
		body = append([]jen.Code{jen.Id(g.isolate).Call()}, body...)
	}
	if g.prog.BigInt {
		body = append([]jen.Code{jen.Qual(g.im.path("bigint"), "Enable").Call()}, body...)
	}
	*slot = *doc([]jen.Code{commentLine(run + " is the script itself.")}, jen.Func().Id(run).Params().Block(body...))
	for len(g.finishing) > 0 {
		next := g.finishing[0]
		g.finishing = g.finishing[1:]
		next()
	}
	*entry = *g.entry(run)
}

// globalVars declares the module variables that functions use.
func (g *generator) globalVars() {
	if len(g.prog.Globals) == 0 {
		return
	}
	var defs []jen.Code
	for _, v := range g.prog.Globals {
		name := g.topTake(v.Name)
		g.globals[v] = name
		defs = append(defs, jen.Id(name).Add(g.goType(v.Type)))
	}
	decl := jen.Var().Add(defs[0])
	if len(defs) > 1 {
		decl = jen.Var().Defs(defs...)
	}
	*g.slot() = *doc([]jen.Code{commentLine("Variables of the script that its functions use.")}, decl)
}

// entry is func main, or the exported function that runs the job in another package.
func (g *generator) entry(run string) *jen.Statement {
	script := quoted(g.opt.ScriptName)
	if g.opt.Package == "main" {
		body := []jen.Code{jen.Qual(g.im.ds, "Main").Call(script, jen.Id(run))}
		if g.opt.LineDirectives {
			body = append(g.register(), body...)
		}
		return jen.Func().Id("main").Params().Block(body...)
	}
	lines := paragraph(fmt.Sprintf("%s runs %s. It returns when the script ends, with the exception that ended it, if any.", g.opt.Entry, g.opt.ScriptName))
	s := jen.Func().Id(g.opt.Entry).Params(jen.Id("job").Qual(g.im.ds, "Job")).Error().
		Block(jen.Return(jen.Qual(g.im.ds, "Run").Call(jen.Id("job"), jen.Id(run))))
	return doc(lines, s)
}

// register tells the runtime the script's text and the names of its functions, for tracebacks.
func (g *generator) register() []jen.Code {
	names := make([]string, 0, len(g.pyNames))
	for n := range g.pyNames {
		names = append(names, n)
	}
	sort.Strings(names)
	var entries []jen.Code
	for _, n := range names {
		entries = append(entries, jen.Line().Add(quoted(g.opt.Package+"."+n)).Op(":").Add(quoted(g.pyNames[n])))
	}
	if len(entries) > 0 {
		entries = append(entries, jen.Line())
	}
	names1 := jen.Map(jen.String()).String().Values(entries...)
	if g.prog.Source == nil {
		return []jen.Code{jen.Qual(g.im.py, "RegisterScript").Call(quoted(g.opt.ScriptName), quoted(""), names1)}
	}
	files := g.prog.Source.Files()
	if len(files) == 1 {
		out := []jen.Code{jen.Qual(g.im.py, "RegisterScript").Call(quoted(g.opt.ScriptName), quoted(files[0].Text), names1)}
		return append(out, g.registerDefs(g.opt.ScriptName, 0)...)
	}
	out := []jen.Code{jen.Id("names").Op(":=").Add(names1)}
	for i, f := range files {
		name := g.opt.ScriptName
		if i > 0 {
			name = cleanPath(f.Name)
		}
		out = append(out, jen.Qual(g.im.py, "RegisterScript").Call(quoted(name), quoted(f.Text), jen.Id("names")))
		out = append(out, g.registerDefs(name, i)...)
	}
	return out
}

// registerDefs tells the runtime which lines of a file the functions inside of functions take: Go's names of
// function literals do not tell them.
func (g *generator) registerDefs(name string, file int) []jen.Code {
	src := g.prog.Source
	var spans []syntax.Span
	for at := range g.nested {
		if f, _ := src.File(at.Start); f == src && file == 0 || file > 0 && f == src.Files()[file] {
			spans = append(spans, at)
		}
	}
	if len(spans) == 0 {
		return nil
	}
	sort.Slice(spans, func(i, j int) bool {
		return spans[i].Start < spans[j].Start || spans[i].Start == spans[j].Start && spans[i].End > spans[j].End
	})
	args := []jen.Code{quoted(name)}
	for _, at := range spans {
		from, to := src.Line(at.Start), src.Line(max(at.Start, at.End-1))
		args = append(args, jen.Qual(g.im.py, "NewDef").Call(jen.Lit(from), jen.Lit(to), quoted(g.nested[at])))
	}
	return []jen.Code{jen.Qual(g.im.py, "RegisterDefs").Call(args...)}
}

// render prints the file, formats it and puts its imports and line directives in place.
func (g *generator) render() ([]byte, error) {
	f := jen.NewFile(g.opt.Package)
	g.im.register(f)
	f.HeaderComment(fmt.Sprintf("// Code generated by dstreamc from %s. DO NOT EDIT.", g.opt.ScriptName))
	if d := firstLine(g.prog.Doc); d != "" && g.opt.Package == "main" {
		f.PackageComment(strings.TrimSpace(jen.Null().Add(commentLine(d)).GoString()))
	}
	f.NoFormat = true
	for _, s := range g.slots {
		if g.opt.LineDirectives {
			f.Add(lineMark(0))
		}
		f.Add(s).Line()
	}
	var buf bytes.Buffer
	if err := f.Render(&buf); err != nil {
		return nil, err
	}
	out, err := format.Source([]byte(groupImports(buf.String())))
	if err != nil {
		return nil, fmt.Errorf("internal error: generated code is not Go: %w\n%s", err, numbered(buf.String()))
	}
	if g.opt.LineDirectives {
		out = []byte(lineDirectives(string(out), g.fileLine, g.opt.FileName))
	}
	return out, nil
}

// numbered is source with line numbers, for errors.
func numbered(src string) string {
	var b strings.Builder
	for i, l := range strings.Split(src, "\n") {
		fmt.Fprintf(&b, "%5d\t%s\n", i+1, l)
	}
	return b.String()
}

// firstLine is the first line of a docstring that is not empty.
func firstLine(docstring string) string {
	for _, l := range strings.Split(docstring, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			return l
		}
	}
	return ""
}

// line is the script line of a span; place is "script:line" for comments, text its source.
func (g *generator) line(at syntax.Span) int {
	if g.prog.Source == nil || at == (syntax.Span{}) {
		return 0
	}
	line, _ := g.prog.Source.Position(at.Start)
	return line
}

// source is the file of a span.
func (g *generator) source(at syntax.Span) *syntax.Source {
	file, _ := g.prog.Source.File(at.Start)
	return file
}

func (g *generator) place(at syntax.Span) string {
	if g.prog.Source == nil || at == (syntax.Span{}) {
		return g.opt.ScriptName + ":0"
	}
	name := g.opt.ScriptName
	if file := g.source(at); file != g.prog.Source {
		name = cleanPath(file.Name)
	}
	return fmt.Sprintf("%s:%d", name, g.prog.Source.Line(at.Start))
}

func (g *generator) text(at syntax.Span) string {
	src := g.prog.Source
	if src == nil || at.Start < 0 || at.End > int32(len(src.Text)) || at.Start > at.End {
		return ""
	}
	return src.Slice(at)
}
