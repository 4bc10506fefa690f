package py

import (
	"fmt"
	"strings"
)

// ParamKind says how a parameter of a function takes arguments.
type ParamKind uint8

// The kinds of parameters: by position or name, by position alone, by name alone, *args and **kwargs.
const (
	PlainParam ParamKind = iota
	PositionalParam
	KeywordParam
	RestParam
	KeywordsParam
)

// Param is one parameter of a Function. Default is nil where an argument is required.
type Param struct {
	Name    string
	Kind    ParamKind
	Default any
}

// Function is a function of a script, a built-in one or a class as a value whose type the compiler does not know:
// an element of a list or dict, or a variable that holds several. Its arguments and its result are boxed.
type Function struct {
	name, qualname string
	kind           functionKind
	params         []Param
	// call gets one value per parameter: for *args a *TupleOf[any], for **kwargs a *Dict[string, any]; the arguments
	// as they are if params is nil.
	call   func(args []any) any
	callKw func(args []any, kw *Dict[string, any]) any // of a built-in one that takes arguments by name
	attrs  map[string]any
	doc    string
	self   any    // the object of a method of a built-in type
	module string // of a class that is not built in
	enum   string // "enum" or "flag" of a class that is one
}

type functionKind uint8

const (
	scriptFunction functionKind = iota
	builtinFunction
	classFunction
)

// NewFunction makes the function object of a def or lambda.
func NewFunction(name, qualname string, params []Param, call func(args []any) any) *Function {
	if params == nil {
		params = []Param{}
	}
	return &Function{name: name, qualname: qualname, params: params, call: call}
}

// NewBuiltin makes a built-in function, which checks its arguments itself.
func NewBuiltin(name string, call func(args []any) any) *Function {
	return &Function{name: name, qualname: name, kind: builtinFunction, call: call}
}

// NewClass makes the class object of a built-in class.
func NewClass(name string, call func(args []any) any) *Function {
	return &Function{name: name, qualname: name, kind: classFunction, call: call}
}

// WithNames says how a built-in function is called with arguments by name, for one of its declarations: the last first, which is
// tried before the others. Of each parameter needs says what its argument must be: 'n' None, 'i' an int, 's' a str, 'f' a function,
// '.' anything.
func (f *Function) WithNames(needs string, params []Param, call func(args []any) any) *Function {
	named := &Function{name: f.name, qualname: f.name, params: params, call: call}
	before := f.callKw
	f.callKw = func(args []any, kw *Dict[string, any]) any {
		if before == nil || named.fits(needs, args, kw) {
			return named.call(named.bind(args, kw))
		}
		return before(args, kw)
	}
	return f
}

// fits reports whether arguments may be those of a declaration.
func (f *Function) fits(needs string, args []any, kw *Dict[string, any]) bool {
	plain := 0
	for i, p := range f.params {
		given, named := kw.lookupAny(p.Name)
		switch {
		case p.Kind == RestParam:
			plain = len(args)
		case p.Kind <= PositionalParam && plain < len(args):
			given, named = args[plain], true
			plain++
		}
		if !named && p.Default == nil && p.Kind != RestParam || named && !isNeeded(given, needs[i]) {
			return false
		}
	}
	for name := range kw.Pairs() {
		if f.param(name) < 0 {
			return false
		}
	}
	return plain >= len(args)
}

func isNeeded(v any, need byte) bool {
	switch need {
	case 'n':
		return isNone(v)
	case 'i':
		return isInstance(v, "int")
	case 's':
		return isInstance(v, "str")
	case 'f':
		return Callable(v)
	}
	return true
}

// InModule says where the class is from.
func (f *Function) InModule(module, qualname string) *Function {
	f.module, f.qualname = module, qualname
	return f
}

// AsEnum says that the class is an Enum or a Flag.
func (f *Function) AsEnum(kind string) *Function {
	f.enum = kind
	binaryOfMembers = nativeBinary
	return f
}

// BadCount raises the TypeError of a built-in function that is called with n arguments but takes others.
func BadCount(name string, n, least, most int) any {
	switch {
	case least == most && least == 1:
		throwf(TypeError, "%s() takes exactly one argument (%d given)", name, n)
	case least == most:
		throwf(TypeError, "%s() takes exactly %d argument%s (%d given)", name, least, plural(least), n)
	case n < least:
		throwf(TypeError, "%s expected at least %d argument%s, got %d", name, least, plural(least), n)
	}
	throwf(TypeError, "%s expected at most %d argument%s, got %d", name, most, plural(most), n)
	return nil
}

// Call is f(args...).
func (f *Function) Call(args []any) any {
	Deeper()
	if f.params == nil {
		return f.call(args)
	}
	if len(args) == len(f.params) && f.allPositional() {
		return f.call(args)
	}
	return f.call(f.bind(args, nil))
}

func (f *Function) allPositional() bool {
	for i := range f.params {
		if f.params[i].Kind > PositionalParam {
			return false
		}
	}
	return true
}

// CallKw is f(*args, **kw).
func (f *Function) CallKw(args []any, kw *Dict[string, any]) any {
	if kw == nil || kw.Len() == 0 {
		return f.Call(args)
	}
	if f.callKw != nil {
		return f.callKw(args, kw)
	}
	if f.params == nil {
		throwf(TypeError, "%s() takes no keyword arguments", f.name)
	}
	return f.call(f.bind(args, kw))
}

// bind lays arguments out in the order of the parameters, with CPython's errors in CPython's order.
func (f *Function) bind(args []any, kw *Dict[string, any]) []any {
	out := make([]any, len(f.params))
	n, plain := 0, 0
	var keywords *Dict[string, any]
	rest := false
	for i, p := range f.params {
		switch p.Kind {
		case PlainParam, PositionalParam:
			plain++
			if n < len(args) {
				out[i] = args[n]
				n++
			}
		case RestParam:
			rest = true
			out[i] = NewTupleOf(args[min(plain, len(args)):]...)
		case KeywordsParam:
			keywords = NewDict[string, any]()
			out[i] = keywords
		}
	}
	if kw != nil {
		f.bindKeywords(out, kw, keywords)
	}
	if len(args) > plain && !rest {
		f.tooMany(len(args), out)
	}
	f.fill(out)
	return out
}

// bindKeywords puts arguments with names to their parameters, the others into **kwargs.
func (f *Function) bindKeywords(out []any, kw, keywords *Dict[string, any]) {
	var positional []string
	for name, v := range kw.Pairs() {
		i := f.param(name)
		switch {
		case i >= 0 && f.params[i].Kind != PositionalParam:
			if out[i] != nil {
				throwf(TypeError, "%s() got multiple values for argument '%s'", f.qualname, name)
			}
			out[i] = v
		case keywords != nil:
			keywords.Set(name, v)
		case i >= 0:
			positional = append(positional, name)
		default:
			if len(positional) == 0 {
				throwf(TypeError, "%s() got an unexpected keyword argument '%s'", f.qualname, name)
			}
		}
	}
	if len(positional) > 0 {
		throwf(TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", f.qualname, strings.Join(positional, ", "))
	}
}

func (f *Function) param(name string) int {
	for i, p := range f.params {
		if p.Name == name && p.Kind < RestParam {
			return i
		}
	}
	return -1
}

// fill puts in the defaults and raises TypeError for what is missing then.
func (f *Function) fill(out []any) {
	var positional, named []string
	for i, p := range f.params {
		switch {
		case out[i] != nil:
		case p.Default != nil:
			out[i] = p.Default
		case p.Kind == KeywordParam:
			named = append(named, p.Name)
		default:
			positional = append(positional, p.Name)
		}
	}
	kind := "positional"
	missing := positional
	if len(missing) == 0 {
		kind, missing = "keyword-only", named
	}
	if len(missing) > 0 {
		throwf(TypeError, "%s() missing %d required %s argument%s: %s", f.qualname, len(missing), kind, plural(len(missing)), quotedList(missing))
	}
}

// quotedList is 'a', 'b', and 'c'.
func quotedList(names []string) string {
	for i, n := range names {
		names[i] = "'" + n + "'"
	}
	switch n := len(names); n {
	case 1:
		return names[0]
	case 2:
		return names[0] + " and " + names[1]
	default:
		return strings.Join(names[:n-1], ", ") + ", and " + names[n-1]
	}
}

func (f *Function) tooMany(given int, out []any) {
	most, least, named := 0, 0, 0
	for i, p := range f.params {
		switch {
		case p.Kind <= PositionalParam:
			most++
			if p.Default == nil {
				least++
			}
		case p.Kind == KeywordParam && out[i] != nil:
			named++
		}
	}
	takes := fmt.Sprint(most)
	if least < most {
		takes = fmt.Sprintf("from %d to %d", least, most)
	}
	were := fmt.Sprintf("%d", given)
	if named > 0 {
		were += fmt.Sprintf(" positional argument%s (and %d keyword-only argument%s)", plural(given), named, plural(named))
	}
	verb := "were"
	if given == 1 && named == 0 {
		verb = "was"
	}
	throwf(TypeError, "%s() takes %s positional argument%s but %s %s given", f.qualname, takes, plural(most), were, verb)
}

// PyTypeName is type(f).__name__.
func (f *Function) PyTypeName() string {
	switch f.kind {
	case builtinFunction:
		return "builtin_function_or_method"
	case classFunction:
		return "type"
	}
	return "function"
}

// PyRepr is <function f at 0x…>, <built-in function len> or <class 'int'>.
func (f *Function) PyRepr() string {
	switch f.kind {
	case builtinFunction:
		if c := classOf(f.self); c != nil {
			return "<bound method " + c.Name + "." + f.name + " of " + Repr(f.self) + ">"
		}
		if f.self != nil {
			return fmt.Sprintf("<built-in method %s of %s object at 0x%x>", f.name, TypeName(f.self), Id(f.self))
		}
		return "<built-in function " + f.name + ">"
	case classFunction:
		if f.enum != "" || f.module == "" {
			return Type{Name: f.name, kind: f.enum}.PyRepr()
		}
		return "<class '" + fullName(f.module, f.qualname, f.name) + "'>"
	}
	return fmt.Sprintf("<function %s at %p>", f.qualname, f)
}

// PyEqual is identity; classes are equal by name, also to what type(v) gives.
func (f *Function) PyEqual(other any) bool {
	switch o := other.(type) {
	case *Function:
		return f == o || f.kind == classFunction && o.kind == classFunction && f.name == o.name ||
			f.self != nil && o.self != nil && f.name == o.name && identical(f.self, o.self)
	case Type:
		return f.kind == classFunction && f.name == o.Name
	}
	return false
}

// PyHash makes functions usable as keys.
func (f *Function) PyHash() int64 {
	if f.kind == classFunction {
		return hashString(f.name)
	}
	if f.self != nil { // each time that a method is asked for it is another object, but equal
		return Id(f.self)>>4 ^ hashString(f.name)
	}
	return Id(f) >> 4
}

// PyGetAttr gives __name__ and its like, and what a script has set.
func (f *Function) PyGetAttr(name string) (any, bool) {
	if v, ok := f.attrs[name]; ok {
		return v, true
	}
	switch name {
	case "__name__":
		return f.name, true
	case "__qualname__":
		return f.qualname, true
	case "__doc__":
		if f.doc == "" {
			return None, true
		}
		return f.doc, true
	case "__dict__":
		d := NewDict[string, any]()
		for k, v := range f.attrs {
			d.Set(k, v)
		}
		return d, true
	case "__annotations__":
		if f.kind == scriptFunction {
			return NewDict[any, any](), true
		}
	case "__self__":
		if f.self != nil {
			return f.self, true
		}
	case "__module__":
		switch {
		case f.module != "":
			return f.module, true
		case f.kind == scriptFunction:
			return "__main__", true
		}
		return "builtins", true
	}
	return nil, false
}

// WithDoc gives the function its docstring.
func (f *Function) WithDoc(doc string) *Function {
	f.doc = doc
	return f
}

// Annotated gives the function its annotations: names and values in turn.
func (f *Function) Annotated(namesAndValues ...any) *Function {
	d := NewDict[any, any]()
	for i := 0; i < len(namesAndValues); i += 2 {
		d.Set(namesAndValues[i], namesAndValues[i+1])
	}
	f.PySetAttr("__annotations__", d)
	return f
}

// PySetAttr sets an attribute of a function of the script.
func (f *Function) PySetAttr(name string, value any) bool {
	if f.kind != scriptFunction {
		return false
	}
	if f.attrs == nil {
		f.attrs = map[string]any{}
	}
	text, isText := Box(value).(string)
	switch {
	case name == "__name__" && !isText, name == "__qualname__" && !isText:
		throwf(TypeError, "%s must be set to a string object", name)
	case name == "__name__":
		f.name = text
	case name == "__qualname__":
		f.qualname = text
	default:
		f.attrs[name] = value
	}
	return true
}

// Keywords collects the arguments with names of a call, for DynCallKw.
type Keywords struct{ dict *Dict[string, any] }

// NewKeywords begins a list of arguments with names.
func NewKeywords() *Keywords { return &Keywords{NewDict[string, any]()} }

// Set adds name=value.
func (k *Keywords) Set(f any, name string, value any) *Keywords {
	if k.dict.Contains(name) {
		throwf(TypeError, "%s got multiple values for keyword argument '%s'", calleeName(f), name)
	}
	k.dict.Set(name, Box(value))
	return k
}

// Merge adds **mapping.
func (k *Keywords) Merge(f, mapping any) *Keywords {
	items, ok := mappingItems(Box(mapping))
	if !ok {
		throwf(TypeError, "%s argument after ** must be a mapping, not %s", calleeName(f), fullTypeName(Box(mapping)))
	}
	for key, value := range items {
		name, ok := key.(string)
		if !ok {
			throw(TypeError, "keywords must be strings")
		}
		k.Set(f, name, value)
	}
	return k
}

// calleeName is what CPython calls a function in errors about * and **.
func calleeName(f any) string {
	if fn, ok := f.(*Function); ok {
		if fn.kind == scriptFunction {
			return "__main__." + fn.qualname + "()"
		}
		return fn.qualname + "()"
	}
	return TypeName(f) + " object"
}

// SpreadArgs is *v in the call of f.
func SpreadArgs(f, v any) []any {
	b := Box(v)
	switch b.(type) {
	case string, Iterable, tupleAny, Bytes:
	default:
		throwf(TypeError, "%s argument after * must be an iterable, not %s", calleeName(f), fullTypeName(b))
	}
	var out []any
	for x := range Elems(b) {
		out = append(out, x)
	}
	return out
}

// DynCallKw is f(*args, **kw) for a function held in an any.
func DynCallKw(f any, args []any, kw *Keywords) any {
	switch fn := f.(type) {
	case *Function:
		return fn.CallKw(args, kw.dict)
	case Caller:
		return fn.PyCall(args, kw.dict)
	}
	if kw.dict.Len() > 0 {
		throwf(TypeError, "%s takes no keyword arguments", calleeName(f))
	}
	return DynCall(f, args...)
}

// DynCallMethodKwArgs is recv.name(*args, **kw).
func DynCallMethodKwArgs(recv any, name string, args []any, kw *Keywords) any {
	return DynCallMethodKw(recv, name, args, kw.dict)
}

// Bound is a method of an object as a function: it takes arguments by name as the method does.
func (f *Function) Bound(recv any) *Function {
	f.callKw = func(args []any, kw *Dict[string, any]) any { return DynCallMethodKw(recv, f.name, args, kw) }
	f.self = recv
	return f
}

// boundMethod is a method of a built-in type as a value: x.name without a call.
func boundMethod(x any, name string) *Function {
	f := NewBuiltin(name, func(args []any) any { return DynCallMethod(x, name, args...) })
	f.qualname = TypeName(x) + "." + name
	return f.Bound(x)
}

// exception calls a class of exceptions.
func (f *Function) exception() (*Exception, bool) {
	if f.kind != classFunction {
		return nil, false
	}
	e, ok := f.Call(nil).(*Exception)
	return e, ok
}

// Wrapping takes the name of another function, as functools.wraps does.
func (f *Function) Wrapping(other any) *Function {
	if o, ok := Box(other).(*Function); ok {
		f.name, f.qualname, f.doc = o.name, o.qualname, o.doc
		for k, v := range o.attrs {
			f.PySetAttr(k, v)
		}
		f.PySetAttr("__wrapped__", o)
	}
	return f
}
