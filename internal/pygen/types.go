package pygen

import "strings"

// Type is a Python type as the rules write it: "int", "list[tuple[int, str]]", "opt[str]" for
// str | None, "any" for a value of mixed origin, "iter[T]" for whatever can be iterated. A single
// capital letter is a type variable.
type Type struct {
	Name string
	Args []*Type
}

// Types without arguments.
var (
	intType   = &Type{Name: "int"}
	floatType = &Type{Name: "float"}
	boolType  = &Type{Name: "bool"}
	strType   = &Type{Name: "str"}
	anyType   = &Type{Name: "any"}
)

func (t *Type) String() string {
	if len(t.Args) == 0 {
		return t.Name
	}
	args := make([]string, len(t.Args))
	for i, a := range t.Args {
		args[i] = a.String()
	}
	return t.Name + "[" + strings.Join(args, ", ") + "]"
}

// variable reports whether the type is a type variable.
func (t *Type) variable() bool { return len(t.Name) == 1 && t.Name[0] >= 'A' && t.Name[0] <= 'Z' }

// class reports whether the type is a class of the program.
func (t *Type) class() bool { return len(t.Name) > 1 && t.Name[0] >= 'A' && t.Name[0] <= 'Z' }

// parseType reads a type.
func parseType(text string) *Type {
	t, rest := parseTypePrefix(text)
	if strings.TrimSpace(rest) != "" {
		panic("rules: no type: " + text)
	}
	return t
}

func parseTypePrefix(text string) (*Type, string) {
	text = strings.TrimSpace(text)
	end := strings.IndexAny(text, "[],")
	if end < 0 {
		return &Type{Name: text}, ""
	}
	t, rest := &Type{Name: strings.TrimSpace(text[:end])}, text[end:]
	if rest[0] != '[' {
		return t, rest
	}
	for rest[0] != ']' {
		var arg *Type
		arg, rest = parseTypePrefix(rest[1:])
		t.Args = append(t.Args, arg)
		if rest == "" {
			panic("rules: unclosed type: " + text)
		}
	}
	return t, rest[1:]
}

// binding gives type variables their types.
type binding map[string]*Type

// unify makes a pattern equal to a type, binding the pattern's variables, and reports whether that
// is possible.
func (b binding) unify(pattern, t *Type) bool {
	if pattern.variable() {
		if old := b[pattern.Name]; old != nil {
			return old.String() == t.String()
		}
		if !fits(pattern.Name, t) {
			return false
		}
		b[pattern.Name] = t
		return true
	}
	if pattern.Name != t.Name || len(pattern.Args) != len(t.Args) {
		return false
	}
	for i, p := range pattern.Args {
		if !b.unify(p, t.Args[i]) {
			return false
		}
	}
	return true
}

// resolve puts the types of bound variables into a pattern; free is asked for those of others.
func (b binding) resolve(pattern *Type, free func(letter string) *Type) *Type {
	if pattern.variable() {
		if b[pattern.Name] == nil {
			b[pattern.Name] = free(pattern.Name)
		}
		return b[pattern.Name]
	}
	if len(pattern.Args) == 0 {
		return pattern
	}
	out := &Type{Name: pattern.Name, Args: make([]*Type, len(pattern.Args))}
	for i, a := range pattern.Args {
		out.Args[i] = b.resolve(a, free)
	}
	return out
}

// fits reports whether a type variable may stand for a type. N is for numbers, O for what has an
// order, H for what can be the key of a dict, S for the element of a set (whose order does not
// depend on addresses in memory), J for what json.dumps takes, Z for what is no None; all other letters stand for any type that a
// variable can have.
func fits(letter string, t *Type) bool {
	switch letter {
	case "N":
		return t.Name == "int" || t.Name == "float"
	case "O":
		return every(t, "int float bool str bytes tuple list datetime timedelta")
	case "H":
		return every(t, "int float bool str bytes tuple frozenset opt")
	case "S":
		return every(t, "int bool str bytes tuple frozenset")
	case "J":
		return every(t, "int float bool str opt list tuple any") || t.Name == "dict" && t.Args[0].Name == "str" && fits("J", t.Args[1])
	case "Z":
		return t.Name != "none" && t.Name != "opt" && t.Name != "any" && t.Name != "iter"
	}
	return t.Name != "iter"
}

// every reports whether a type and all its arguments are among the names.
func every(t *Type, names string) bool {
	if !strings.Contains(" "+names+" ", " "+t.Name+" ") {
		return false
	}
	for _, a := range t.Args {
		if !every(a, names) {
			return false
		}
	}
	return true
}

// mutable reports whether values of the type can change.
func (t *Type) mutable() bool {
	switch t.Name {
	case "list", "dict", "set", "any", "deque", "counter", "ddict", "odict":
		return true
	}
	if t.class() {
		return true
	}
	for _, a := range t.Args {
		if a.mutable() {
			return true
		}
	}
	return false
}
