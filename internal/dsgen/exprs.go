package dsgen

import (
	"fmt"
	"strings"
)

// named is an expression that can be used, with its type: a parameter or a part of one.
type named struct {
	text string
	typ  *typ
}

// parts is an expression with the parts that it has for certain.
func parts(text string, t *typ) []named {
	out := []named{{text, t}}
	if t.name == "tuple" {
		for i, a := range t.args {
			out = append(out, parts(fmt.Sprintf("%s[%d]", text, i), a)...)
		}
	}
	return out
}

var literals = map[string][]string{
	"int":   {"0", "1", "2", "3", "-1", "7", "-5", "10", "100", "1000"},
	"str":   {`"a"`, `"b"`, `""`, `"c"`, `"ab"`, `"a b"`, `" x "`, `"Zz"`, `"é"`, `"10"`, `"it's"`, `"😀"`},
	"float": {"0.0", "1.5", "-0.5", "2.0", "0.25", "10.0", "-0.0", "0.1"},
	"bool":  {"True", "False"},
}

// literal is a constant.
func (g *generator) literal(t *typ) string {
	switch t.name {
	case "opt":
		if g.one(3) {
			return "None"
		}
		return g.literal(t.args[0])
	case "list":
		items := make([]string, g.pick(4))
		for i := range items {
			items[i] = g.literal(t.args[0])
		}
		return "[" + strings.Join(items, ", ") + "]"
	case "tuple":
		var items []string
		for _, a := range t.args {
			items = append(items, g.literal(a))
		}
		return "(" + strings.Join(items, ", ") + ")"
	}
	return of(g.choices, literals[t.name]...)
}

// expr is an expression of type t over what is in scope.
func (g *generator) expr(t *typ, scope []named, deep int) string {
	var fit []string
	for _, n := range scope {
		if n.typ.is(t) {
			fit = append(fit, n.text)
		}
	}
	if deep <= 0 || g.pick(3) == 0 {
		if len(fit) > 0 {
			return of(g.choices, fit...)
		}
		if deep <= 0 {
			return g.leaf(t, scope)
		}
	}
	e := func(t *typ) string { return g.expr(t, scope, deep-1) }
	if g.one(12) {
		return fmt.Sprintf("(%s if %s else %s)", e(t), g.condition(scope, deep-1), e(t))
	}
	switch t.name {
	case "int":
		return g.intExpr(e, scope)
	case "float":
		return g.floatExpr(e)
	case "str":
		return g.strExpr(e, scope)
	case "bool":
		return "(" + g.condition(scope, deep-1) + ")"
	case "opt":
		if g.one(4) {
			return fmt.Sprintf("(%s if %s else None)", e(t.args[0]), g.condition(scope, deep-1))
		}
		return e(t.args[0])
	case "list":
		return g.listExpr(t, e, scope, deep)
	}
	var items []string
	for _, a := range t.args {
		items = append(items, e(a))
	}
	return "(" + strings.Join(items, ", ") + ")"
}

// leaf makes something of what is in scope, or a constant.
func (g *generator) leaf(t *typ, scope []named) string {
	for _, n := range scope {
		switch {
		case t.name == "str" && (n.typ.name == "int" || n.typ.name == "float") && g.one(2):
			return "str(" + n.text + ")"
		case t.name == "int" && (n.typ.name == "str" || n.typ.name == "list") && g.one(2):
			return "len(" + n.text + ")"
		case t.name == "int" && n.typ.name == "opt" && n.typ.args[0].name == "int":
			return fmt.Sprintf("(%s or 0)", n.text)
		}
	}
	return g.literal(t)
}

func (g *generator) intExpr(e func(*typ) string, scope []named) string {
	if g.unsafe && g.one(3) {
		return fmt.Sprintf(of(g.choices, "(%[1]s // %[2]s)", "{\"a\": 1, \"b\": 2, \"\": 3}[%[3]s]", "int(%[3]s)", "[5, 6, 7, 8][%[1]s]"),
			e(intType), e(intType), e(strType))
	}
	switch g.pick(11) {
	case 10:
		return fmt.Sprintf("(offset + %s)", e(intType))
	case 9:
		return fmt.Sprintf("(%s // %s)", e(intType), of(g.choices, "2", "3", "-3", "7"))
	case 8:
		return fmt.Sprintf("(%s %% %s)", e(intType), of(g.choices, "2", "3", "-3", "7"))
	case 7:
		return fmt.Sprintf("%s(%s, %s)", of(g.choices, "max", "min"), e(intType), e(intType))
	case 6:
		return "abs(" + e(intType) + ")"
	case 5:
		if n := find(scope, "list"); n != nil {
			if n.typ.args[0].name == "int" {
				return fmt.Sprintf("%s(%s)", of(g.choices, "sum", "len"), n.text)
			}
			return "len(" + n.text + ")"
		}
		return "ord((" + e(strType) + " or \" \")[0])"
	case 4:
		return "len(" + e(strType) + ")"
	case 3:
		return fmt.Sprintf("(%s * %s)", e(intType), of(g.choices, "2", "3", "-1"))
	case 2:
		return fmt.Sprintf("(%s - %s)", e(intType), e(intType))
	}
	return fmt.Sprintf("(%s + %s)", e(intType), e(intType))
}

func (g *generator) floatExpr(e func(*typ) string) string {
	switch g.pick(5) {
	case 4:
		return fmt.Sprintf("round(%s, 1)", e(floatType))
	case 3:
		return fmt.Sprintf("(%s / %s)", e(intType), of(g.choices, "2", "3", "-8"))
	case 2:
		return fmt.Sprintf("(%s * 0.5)", e(floatType))
	case 1:
		return fmt.Sprintf("float(%s)", e(intType))
	}
	return fmt.Sprintf("(%s + %s)", e(floatType), e(floatType))
}

func (g *generator) strExpr(e func(*typ) string, scope []named) string {
	switch g.pick(8) {
	case 7:
		return fmt.Sprintf("f\"{%s}/{%s!r}\"[:20]", of(g.choices, scope...).text, of(g.choices, scope...).text)
	case 6:
		if g.names > 0 && g.one(2) {
			return fmt.Sprintf("names.value.get(%s, %s)", e(strType), g.literal(strType))
		}
		return fmt.Sprintf("(\"%%s-%%s\" %% (%s, %s))", e(intType), e(strType))
	case 5:
		return fmt.Sprintf("%s[%s:%s]", e(strType), of(g.choices, "", "1", "-2"), of(g.choices, "", "2", "-1"))
	case 4:
		return fmt.Sprintf("%s.replace(%s, %s)", e(strType), g.literal(strType), g.literal(strType))
	case 3:
		return fmt.Sprintf("str(%s)", of(g.choices, scope...).text)
	case 2:
		return fmt.Sprintf("%s.%s()", e(strType), of(g.choices, "upper", "strip", "title", "swapcase"))
	case 1:
		return fmt.Sprintf("\"-\".join(%s.split())", e(strType))
	}
	return fmt.Sprintf("(%s + %s)[:12]", e(strType), e(strType))
}

func (g *generator) listExpr(t *typ, e func(*typ) string, scope []named, deep int) string {
	item := t.args[0]
	switch g.pick(5) {
	case 4:
		if item.ordered() {
			return fmt.Sprintf("sorted(%s)", e(t))
		}
	case 3:
		if item.name == "str" {
			return fmt.Sprintf("%s.split(%s)", e(strType), of(g.choices, "", `" "`, `"a"`))
		}
		inner := parts("y", item)
		for _, n := range scope {
			if !strings.HasPrefix(n.text, "y") { // hidden by this one
				inner = append(inner, n)
			}
		}
		return fmt.Sprintf("[%s for y in %s]", g.expr(item, inner, deep-1), e(t))
	case 2:
		return fmt.Sprintf("(%s + %s)[:4]", e(t), e(t))
	case 1:
		return fmt.Sprintf("%s[%s:]", e(t), of(g.choices, "1", "-1"))
	}
	return fmt.Sprintf("[%s, %s]", e(item), e(item))
}

// condition is an expression for a test.
func (g *generator) condition(scope []named, deep int) string {
	e := func(t *typ) string { return g.expr(t, scope, deep-1) }
	switch g.pick(7) {
	case 6:
		return fmt.Sprintf("not %s", of(g.choices, scope...).text)
	case 5:
		if n := find(scope, "opt"); n != nil {
			return fmt.Sprintf("%s is %sNone", n.text, of(g.choices, "", "not "))
		}
		return fmt.Sprintf("%s in %s", e(strType), e(strType))
	case 4:
		if deep > 0 {
			return fmt.Sprintf("(%s %s %s)", g.condition(scope, deep-1), of(g.choices, "and", "or"), g.condition(scope, deep-1))
		}
	case 3:
		return fmt.Sprintf("%s %% 2 == %d", e(intType), g.pick(2))
	case 2:
		return fmt.Sprintf("%s %s %s", e(floatType), of(g.choices, "<", ">="), e(floatType))
	case 1:
		return fmt.Sprintf("%s %s %s", e(strType), of(g.choices, "<", "!=", "=="), e(strType))
	}
	return fmt.Sprintf("%s %s %s", e(intType), of(g.choices, "<", ">", "!=", "=="), e(intType))
}

func find(scope []named, name string) *named {
	for i, n := range scope {
		if n.typ.name == name {
			return &scope[i]
		}
	}
	return nil
}

// reducer is an expression that makes one value of a and b, both of type t. It need be neither associative nor commutative:
// the order in which records meet is Spark's.
func (g *generator) reducer(t *typ, a, b string) string {
	switch t.name {
	case "int":
		return fmt.Sprintf(of(g.choices, "%[1]s + %[2]s", "max(%[1]s, %[2]s)", "min(%[1]s, %[2]s)", "%[1]s - %[2]s",
			"(%[1]s * 3 + %[2]s) %% 997", "%[2]s", "%[1]s", "max(%[1]s + 1, %[2]s)"), a, b)
	case "float":
		return fmt.Sprintf(of(g.choices, "%[1]s + %[2]s", "%[1]s * 0.5 + %[2]s", "min(%[1]s, %[2]s)", "max(%[1]s, %[2]s)"), a, b)
	case "str":
		return fmt.Sprintf(of(g.choices, "max(%[1]s, %[2]s)", "(%[1]s + %[2]s)[-16:]", "%[2]s", "min(%[1]s, %[2]s)"), a, b)
	case "bool":
		return fmt.Sprintf(of(g.choices, "%[1]s or %[2]s", "%[1]s and %[2]s", "%[1]s != %[2]s"), a, b)
	case "opt":
		return fmt.Sprintf(of(g.choices, "%[1]s or %[2]s", "%[1]s if %[1]s is not None else %[2]s", "%[2]s"), a, b)
	case "list":
		return fmt.Sprintf(of(g.choices, "(%[1]s + %[2]s)[:6]", "%[1]s + %[2]s", "%[2]s"), a, b)
	}
	var items []string
	for i, arg := range t.args {
		items = append(items, g.reducer(arg, fmt.Sprintf("%s[%d]", a, i), fmt.Sprintf("%s[%d]", b, i)))
	}
	return "(" + strings.Join(items, ", ") + ")"
}

// inverse is what undoes a reducer, or not: it is called with the same values in the same order either way.
func (g *generator) inverse(t *typ, a, b string) string {
	switch t.name {
	case "int", "float":
		return fmt.Sprintf(of(g.choices, "%[1]s - %[2]s", "min(%[1]s, %[2]s)", "%[1]s"), a, b)
	case "list":
		return fmt.Sprintf(of(g.choices, "%[1]s[len(%[2]s):]", "%[1]s"), a, b)
	case "str":
		return fmt.Sprintf(of(g.choices, "%[1]s", "%[1]s[len(%[2]s):]"), a, b)
	case "tuple":
		var items []string
		for i, arg := range t.args {
			items = append(items, g.inverse(arg, fmt.Sprintf("%s[%d]", a, i), fmt.Sprintf("%s[%d]", b, i)))
		}
		return "(" + strings.Join(items, ", ") + ")"
	}
	return a
}
