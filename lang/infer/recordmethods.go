package infer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// makeMethods writes the methods that Python makes for a class.
func (c *checker) makeMethods(k *class) {
	var b strings.Builder
	switch {
	case k.enum != nil:
		c.enumMethods(k, &b)
	case k.record != nil && k.record.kind == dataClass:
		c.dataclassMethods(k, &b)
	case k.record != nil:
		c.namedTupleMethods(k, &b)
	}
	if k.record != nil && k.record.kind == dataClass && k.dynamic {
		fmt.Fprintf(&b, "__dataclass_fields__ = {")
		for _, f := range k.record.fields {
			if !f.initVar {
				fmt.Fprintf(&b, "'%s': _dataclass_field('%s', %s), ", f.name, f.name, map[bool]string{true: "False", false: "True"}[f.noInit])
			}
		}
		fmt.Fprintf(&b, "}\n")
	}
	if k.ordered {
		orderMethods(k, &b)
	}
	if k.members["__eq__"] != nil && k.members["__hash__"] == nil && k.record == nil && k.enum == nil && !k.dynamic {
		if _, isVar := k.frame.vars["__hash__"]; !isVar {
			fmt.Fprintf(&b, "def __hash__(self):\n    raise TypeError(\"unhashable type: '%s'\")\n", k.node.Name.Id)
		}
	}
	k.made = []syntax.Stmt{}
	if b.Len() == 0 {
		return
	}
	k.made = c.writtenIn(k, b.String())
	if k.record != nil {
		c.setDefaults(k)
	}
	c.changed = true
}

// writtenIn is text that the compiler writes into the body of a class.
func (c *checker) writtenIn(k *class, text string) []syntax.Stmt {
	body, errs := c.src.Generate(text, k.node.Name.Span)
	if len(errs) > 0 {
		panic("generated methods: " + errs[0].Msg + "\n" + text)
	}
	bind := &binder{}
	bind.block(k.frame.scope, body)
	bind.resolveUses()
	storedNames(body, c.stores)
	return body
}

// written reports a method that the compiler has written.
func (f *function) written() bool {
	return f.class != nil && slices.ContainsFunc(f.class.made, func(s syntax.Stmt) bool { return any(s) == any(f.node) })
}

// setDefaults gives the parameters of the written methods that make objects the defaults of the fields.
func (c *checker) setDefaults(k *class) {
	for _, s := range k.made {
		def, ok := s.(*syntax.FuncDef)
		if !ok || def.Name.Id != "__init__" && def.Name.Id != ofParts {
			continue
		}
		for _, p := range def.Params {
			for _, f := range k.record.fields {
				if f.name != p.Name || p.Default == nil {
					continue
				}
				if f.factory != nil && k.dynamic {
					continue // its default tells that the argument is left out
				}
				if f.factory != nil {
					k.factories[p.Name] = f.factory
				} else {
					p.Default = f.def
				}
			}
		}
	}
}

// has reports whether the class itself defines a method.
func (k *class) has(name string) bool { return k.members[name] != nil }

func (c *checker) dataclassMethods(k *class, b *strings.Builder) {
	r := k.record
	if r.init && !k.has("__init__") {
		c.initMethod(k, b)
	}
	var shown, compared, tests []string
	for _, f := range r.fields {
		if f.initVar {
			continue
		}
		if !f.noRepr {
			shown = append(shown, f.name)
		}
		if !f.noCompare {
			compared = append(compared, f.name)
			test := "self." + f.name + " == other." + f.name
			if !f.scalar { // as tuples are compared, which knows an object that holds itself
				test = "(self." + f.name + " is other." + f.name + " or " + test + ")"
			}
			tests = append(tests, test)
		}
	}
	if r.repr && !k.has("__repr__") {
		reprMethod(b, "{self.__class__.__qualname__}", shown)
	}
	if r.eq && !k.has("__eq__") {
		if len(tests) == 0 {
			tests = []string{"True"}
		}
		identity := ""
		if slices.ContainsFunc(r.fields, func(f recordField) bool { return f.float }) { // an object with a nan equals itself
			identity = "self is other or "
		}
		fmt.Fprintf(b, "def __eq__(self, other):\n    if isinstance(other, %s) and type(other) is type(self):\n        return %s\n    return NotImplemented\n",
			k.selfName(), identity+strings.Join(tests, " and "))
	}
	if r.order {
		for _, op := range [][2]string{{"__lt__", "<"}, {"__le__", "<="}, {"__gt__", ">"}, {"__ge__", ">="}} {
			fmt.Fprintf(b, "def %s(self, other):\n    if isinstance(other, %s):\n        return %s %s %s\n    return NotImplemented\n",
				op[0], k.selfName(), tupleOfFields("self", compared), op[1], tupleOfFields("other", compared))
		}
	}
	if r.frozen && k.dynamic {
		for _, m := range []string{"__setattr__(self, name, value)", "__delattr__(self, name)"} {
			fmt.Fprintf(b, "def %s:\n    raise _FrozenInstanceError(f\"cannot %s field {name!r}\")\n", m, map[bool]string{true: "assign to", false: "delete"}[m[2] == 's'])
		}
	}
	switch {
	case k.has("__hash__"):
	case r.eq && r.frozen || r.unsafeHash:
		fmt.Fprintf(b, "def __hash__(self):\n    return hash(%s)\n", tupleOfFields("self", compared))
	case r.eq:
		fmt.Fprintf(b, "def __hash__(self):\n    raise TypeError(\"unhashable type: '%s'\")\n", k.node.Name.Id)
	}
}

// selfName is how the written methods name the class: its name in the script may mean another thing
// inside of it.
func (k *class) selfName() string { return "__class__" }

func tupleOfFields(x string, fields []string) string {
	var b strings.Builder
	b.WriteByte('(')
	for _, f := range fields {
		b.WriteString(x + "." + f + ", ")
	}
	b.WriteByte(')')
	return b.String()
}

// initMethod writes __init__ from the fields.
func (c *checker) initMethod(k *class, b *strings.Builder) {
	self := "self"
	if slices.ContainsFunc(k.record.fields, func(f recordField) bool { return f.name == self }) {
		self = "__dataclass_self__"
	}
	params, body, vars := []string{self}, "", ""
	var keywords []string
	for _, f := range k.record.fields {
		switch {
		case f.noInit && f.factory == nil && f.def == nil:
			continue
		case f.noInit:
			e := f.def
			if f.factory != nil {
				e = f.factory
			}
			text := c.src.Slice(e.Pos())
			if f.factory != nil {
				text = "(" + text + ")()"
			}
			body += c.setField(k, self, f.name, text)
			continue
		}
		p, value := f.name, f.name
		switch {
		case f.factory != nil && k.dynamic:
			p += "=NotImplemented"
			value = "(" + c.src.Slice(f.factory.Pos()) + ")() if " + f.name + " is NotImplemented else " + f.name
		case f.def != nil || f.factory != nil:
			p += "=None"
		}
		if f.kwOnly {
			keywords = append(keywords, p)
		} else {
			params = append(params, p)
		}
		if f.initVar {
			vars += f.name + ", "
		} else {
			body += c.setField(k, self, f.name, value)
		}
	}
	if len(keywords) > 0 {
		params = append(append(params, "*"), keywords...)
	}
	if m, _ := k.find("__post_init__"); m != nil {
		body += "    " + self + ".__post_init__(" + vars + ")\n"
	}
	if body == "" {
		body = "    pass\n"
	}
	fmt.Fprintf(b, "def __init__(%s):\n%s", strings.Join(params, ", "), body)
}

// setField is the statement of a written __init__ that sets a field.
func (c *checker) setField(k *class, self, name, value string) string {
	if k.dynamic && k.record.frozen {
		return "    object.__setattr__(" + self + ", '" + name + "', " + value + ")\n"
	}
	return "    " + self + "." + name + " = " + value + "\n"
}

func reprMethod(b *strings.Builder, name string, fields []string) {
	var parts []string
	for _, f := range fields {
		parts = append(parts, f+"={self."+f+"!r}")
	}
	fmt.Fprintf(b, "def __repr__(self):\n    return f\"%s(%s)\"\n", name, strings.Join(parts, ", "))
}

func (c *checker) namedTupleMethods(k *class, b *strings.Builder) {
	var names []string
	for _, f := range k.record.fields {
		names = append(names, f.name)
	}
	c.initMethod(k, b)
	if !k.has("__repr__") {
		reprMethod(b, "{self.__class__.__name__}", names)
	}
	all, other := tupleOfFields("self", names), tupleOfFields("other", names)
	fmt.Fprintf(b, "def _as_tuple(self):\n    return %s\ndef __plain__(self):\n    return %s\n", all, all)
	if !k.has("__eq__") {
		fmt.Fprintf(b, "def __eq__(self, other):\n    if isinstance(other, %s):\n        return self is other or %s == %s\n    return %s == other\n", k.selfName(), all, other, all)
	}
	if !k.has("__hash__") {
		fmt.Fprintf(b, "def __hash__(self):\n    return hash(%s)\n", all)
	}
	for _, op := range [][2]string{{"__lt__", "<"}, {"__le__", "<="}, {"__gt__", ">"}, {"__ge__", ">="}} {
		if !k.has(op[0]) {
			fmt.Fprintf(b, "def %s(self, other):\n    if isinstance(other, %s):\n        return %s %s %s\n    return %s %s other\n",
				op[0], k.selfName(), all, op[1], other, all, op[1])
		}
	}
	fmt.Fprintf(b, "def __iter__(self):\n    return iter(%s)\ndef __len__(self):\n    return %d\ndef __getitem__(self, i):\n    return %s[i]\n", all, len(names), all)
	if !k.has("__add__") {
		fmt.Fprintf(b, "def __add__(self, other):\n    return %s + tuple(other)\n", all)
	}
	for _, name := range []string{"__mul__", "__rmul__"} {
		if !k.has(name) {
			fmt.Fprintf(b, "def %s(self, n):\n    return %s * n\n", name, all)
		}
	}
	fmt.Fprintf(b, "def index(self, x):\n    return %s.index(x)\ndef count(self, x):\n    return %s.count(x)\n", all, all)
	dict := ""
	for _, n := range names {
		dict += "'" + n + "': self." + n + ", "
	}
	fmt.Fprintf(b, "def _asdict(self):\n    return {%s}\n", dict)
	fmt.Fprintf(b, "@classmethod\ndef _make(cls, values):\n    %s = values\n    return cls(%s)\n", listOf(names), strings.Join(names, ", "))
	ofValuesMethod(k, b, names)
	ofPartsMethod(k, b, names)
	replaceMethod(k, b, names)
}

// replaceMethod writes what x._replace(a=…) calls where it is known when running only what x is; the names come as a dict.
func replaceMethod(k *class, b *strings.Builder, names []string) {
	values := make([]string, len(names))
	for i, n := range names {
		values[i] = fmt.Sprintf("changes.pop('%s', self.%s)", n, n)
	}
	fmt.Fprintf(b, "def %s(self, changes):\n    out = %s(%s)\n    if changes:\n"+
		"        raise ValueError(f\"Got unexpected field names: {list(changes)!r}\")\n    return out\n", replaceValues, k.selfName(), strings.Join(values, ", "))
}

// replaceValues is the name of that method, which the runtime knows.
const replaceValues = "_replace_values"

// ofValuesMethod writes the method that K(*values) calls where it is known when running only how many values there are.
func ofValuesMethod(k *class, b *strings.Builder, names []string) {
	fmt.Fprintf(b, "@classmethod\ndef _of_values(cls, values):\n    values = list(values)\n    n = len(values)\n")
	least := 0
	for i, f := range k.record.fields {
		if f.def == nil {
			least = i + 1
		}
	}
	for n := least; n <= len(names); n++ {
		fmt.Fprintf(b, "    if n == %d:\n", n)
		if n > 0 {
			fmt.Fprintf(b, "        %s = values\n", listOf(names[:n]))
		}
		fmt.Fprintf(b, "        return cls(%s)\n", strings.Join(names[:n], ", "))
	}
	for n := range least {
		missing, s := quotedNames(names[n:least]), "s"
		if least-n == 1 {
			s = ""
		}
		fmt.Fprintf(b, "    if n == %d:\n        raise TypeError(\"%s.__new__() missing %d required positional argument%s: %s\")\n", n, k.node.Name.Id, least-n, s, missing)
	}
	takes := fmt.Sprint(len(names) + 1)
	if least < len(names) {
		takes = fmt.Sprintf("from %d to %d", least+1, len(names)+1)
	}
	fmt.Fprintf(b, "    raise TypeError(f\"%s.__new__() takes %s positional arguments but {n + 1} were given\")\n", k.node.Name.Id, takes)
}

// ofPartsMethod writes the method that K(*values, **named) calls where the names are known when running only. Its parameters
// start with an underscore, which no field does; those with defaults are fields.
func ofPartsMethod(k *class, b *strings.Builder, names []string) {
	var required, parts, defaults []string
	for i, f := range k.record.fields {
		part := fmt.Sprintf("_parts[%q]", names[i])
		if f.def == nil {
			required = append(required, names[i])
		} else {
			defaults = append(defaults, ", "+names[i]+"=None")
			part = fmt.Sprintf("_parts.get(%q, %s)", names[i], names[i])
		}
		parts = append(parts, part)
	}
	new := k.node.Name.Id + ".__new__()"
	fmt.Fprintf(b, `@classmethod
def %s(cls, _values, _named%s):
    _parts = dict(zip(%s, _values))
    for _name, _value in _named.items():
        if _name not in %s:
            raise TypeError(f"%s got an unexpected keyword argument {_name!r}")
        if _name in _parts:
            raise TypeError(f"%s got multiple values for argument {_name!r}")
        _parts[_name] = _value
    _missing = [repr(_name) for _name in %s if _name not in _parts]
    if _missing:
        _of = ", ".join(_missing[:-1]) + ("," if len(_missing) > 2 else "") + " and " if len(_missing) > 1 else ""
        raise TypeError(f"%s missing {len(_missing)} required positional argument{'s' if _of else ''}: {_of}{_missing[-1]}")
    return cls(%s)
`, ofParts, strings.Join(defaults, ""), listOf(quoted(names)), listOf(quoted(names)), new, new, listOf(quoted(required)), new, strings.Join(parts, ", "))
}

// ofParts is the name of that method.
const ofParts = "_of_parts"

func quoted(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = strconv.Quote(n)
	}
	return out
}

// quotedNames are names as Python lists them in messages: 'a', 'b', and 'c'.
func quotedNames(names []string) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = "'" + n + "'"
	}
	switch last := len(out) - 1; last {
	case 0:
		return out[0]
	case 1:
		return out[0] + " and " + out[1]
	default:
		return strings.Join(out[:last], ", ") + ", and " + out[last]
	}
}

func listOf(names []string) string { return "[" + strings.Join(names, ", ") + "]" }

// orderMethods writes the comparisons that functools.total_ordering derives from one.
func orderMethods(k *class, b *strings.Builder) {
	derive := map[string]map[string]string{
		"__lt__": {"__gt__": "not (self < other or self == other)", "__le__": "self < other or self == other", "__ge__": "not self < other"},
		"__le__": {"__ge__": "not self <= other or self == other", "__lt__": "self <= other and not self == other", "__gt__": "not self <= other"},
		"__gt__": {"__lt__": "not (self > other or self == other)", "__ge__": "self > other or self == other", "__le__": "not self > other"},
		"__ge__": {"__le__": "not self >= other or self == other", "__gt__": "self >= other and not self == other", "__lt__": "not self >= other"},
	}
	for _, base := range []string{"__lt__", "__le__", "__gt__", "__ge__"} {
		if !k.has(base) {
			continue
		}
		for _, name := range []string{"__lt__", "__le__", "__gt__", "__ge__"} {
			if text := derive[base][name]; text != "" && !k.has(name) {
				fmt.Fprintf(b, "def %s(self, other):\n    return %s\n", name, text)
			}
		}
		return
	}
}
