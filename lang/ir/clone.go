package ir

import "reflect"

// Cloner copies parts of functions. Variables that the functions in Own own, and lambdas, become new ones in the copy,
// the same each time they are met; everything else that has an identity, such as other functions, classes and
// declarations, stays what it is.
type Cloner struct {
	Own  *Func // the function whose parts are copied; nil copies no variables
	To   *Func // the function that the copy is part of
	vars map[*Var]*Var
	fns  map[*Func]*Func
}

// Expr copies an expression.
func (c *Cloner) Expr(e Expr) Expr {
	if e == nil {
		return nil
	}
	return c.copy(reflect.ValueOf(e)).Interface().(Expr)
}

// Stmts copies statements.
func (c *Cloner) Stmts(list []Stmt) []Stmt {
	return c.copy(reflect.ValueOf(list)).Interface().([]Stmt)
}

// Var is what stands for a variable in the copy.
func (c *Cloner) Var(v *Var) *Var {
	if v == nil || v.Owner == nil || v.Owner != c.Own && c.fns[v.Owner] == nil {
		return v
	}
	if out, ok := c.vars[v]; ok {
		return out
	}
	out := *v
	out.Param = false
	if out.Owner = c.To; v.Owner != c.Own {
		out.Owner, out.Param = c.fns[v.Owner], v.Param
	}
	if c.vars == nil {
		c.vars = map[*Var]*Var{}
	}
	c.vars[v] = &out
	return &out
}

// Use makes a variable stand for another in the copy.
func (c *Cloner) Use(v, instead *Var) {
	if c.vars == nil {
		c.vars = map[*Var]*Var{}
	}
	c.vars[v] = instead
}

// lambda copies a lambda, whose body may use variables of the functions around it.
func (c *Cloner) lambda(f *Func) *Func {
	if f == nil || !f.Lambda {
		return f
	}
	if out, ok := c.fns[f]; ok {
		return out
	}
	if c.fns == nil {
		c.fns = map[*Func]*Func{}
	}
	out := *f
	c.fns[f] = &out
	out.Params, out.Captures = nil, nil
	for _, v := range f.Params {
		out.Params = append(out.Params, c.Var(v))
	}
	for _, v := range f.Captures {
		out.Captures = append(out.Captures, c.Var(v))
	}
	if f.Parent == c.Own {
		out.Parent = c.To
	}
	out.Body = c.Stmts(f.Body)
	return &out
}

var (
	varType   = reflect.TypeFor[*Var]()
	funcType  = reflect.TypeFor[*Func]()
	treeParts = map[reflect.Type]bool{reflect.TypeFor[*Compare](): true, reflect.TypeFor[*Assign](): true, reflect.TypeFor[*Handler](): true}
	exprType  = reflect.TypeFor[Expr]()
	stmtType  = reflect.TypeFor[Stmt]()
	aimType   = reflect.TypeFor[Target]()
)

// copy copies a value: pointers to expressions, statements and targets deeply, slices and structs by their parts.
func (c *Cloner) copy(v reflect.Value) reflect.Value {
	t := v.Type()
	switch t.Kind() {
	case reflect.Pointer:
		switch {
		case v.IsNil():
		case t == varType:
			return reflect.ValueOf(c.Var(v.Interface().(*Var)))
		case t == funcType:
			return reflect.ValueOf(c.lambda(v.Interface().(*Func)))
		case treeParts[t] || t.Implements(exprType) || t.Implements(stmtType) || t.Implements(aimType):
			out := reflect.New(t.Elem())
			out.Elem().Set(c.copy(v.Elem()))
			return out
		}
	case reflect.Interface:
		if !v.IsNil() && (t == exprType || t == stmtType || t == aimType) {
			return c.copy(v.Elem())
		}
	case reflect.Slice:
		if v.IsNil() {
			return v
		}
		out := reflect.MakeSlice(t, v.Len(), v.Len())
		for i := range v.Len() {
			out.Index(i).Set(c.copy(v.Index(i)))
		}
		return out
	case reflect.Struct:
		out := reflect.New(t).Elem()
		for i := range v.NumField() {
			out.Field(i).Set(c.copy(v.Field(i)))
		}
		return out
	}
	return v
}
