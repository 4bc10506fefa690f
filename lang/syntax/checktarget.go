package syntax

// use says how a statement uses a target.
type use uint8

const (
	assigned  use = iota // x = …
	bound                // for x in …, with … as x
	augmented            // x += …
	annotated            // x: T
	deleted              // del x
)

// checkTarget reports what cannot be assigned to, or deleted, and errors inside the target.
func (p *parser) checkTarget(x Expr, how use, sc scope) bool {
	n := len(p.errs)
	if e := badTarget(x, how, true); e != nil {
		p.report(e)
	} else {
		p.walkExpr(x, sc, "")
	}
	return len(p.errs) == n
}

// badTarget returns the error of a target, or nil. top says that x is all of the target.
func badTarget(x Expr, how use, top bool) *Error {
	at := x.Pos()
	switch x := x.(type) {
	case *Name:
		if x.Id == "__debug__" {
			verb := "assign to"
			if how == deleted {
				verb = "delete"
			}
			return errorAt(at, codeTarget, "cannot %s __debug__", verb)
		}
		return nil
	case *Attr, *Index:
		return nil
	case *Tuple:
		if how != augmented && how != annotated {
			return badTargets(x.Elts, how)
		}
	case *List:
		if how != augmented && how != annotated {
			return badTargets(x.Elts, how)
		}
	case *Star:
		if how == assigned || how == bound {
			if top {
				return errorAt(at, codeTarget, "starred assignment target must be in a list or tuple").
					hint("write %s, = …", ExprString(x))
			}
			return badTarget(x.X, how, false)
		}
	}
	kind := exprKind(x)
	switch how {
	case augmented:
		return errorAt(at, codeTarget, "'%s' is an illegal expression for augmented assignment", kind)
	case annotated:
		if kind == "tuple" || kind == "list" {
			return errorAt(at, codeTarget, "only single target (not %s) can be annotated", kind)
		}
		return errorAt(at, codeTarget, "illegal target for annotation")
	case deleted:
		return errorAt(at, codeTarget, "cannot delete %s", kind)
	}
	e := errorAt(at, codeTarget, "cannot assign to %s", kind)
	if top && how == assigned {
		switch kind {
		case "None", "True", "False", "ellipsis":
		default:
			e.hint("maybe you meant '==' instead of '='?")
		}
	}
	return e
}

// badTargets returns the first error of the elements of a tuple or list of targets.
func badTargets(elts []Expr, how use) *Error {
	stars := 0
	for _, x := range elts {
		if e := badTarget(x, how, false); e != nil {
			return e
		}
		if _, ok := x.(*Star); ok {
			if stars++; stars > 1 {
				return errorAt(x.Pos(), codeTarget, "multiple starred expressions in assignment")
			}
		}
	}
	return nil
}

// checkAssignable reports a name that cannot be bound.
func (p *parser) checkAssignable(n *Name) {
	if n.Id == "__debug__" {
		p.report(errorAt(n.Span, codeTarget, "cannot assign to __debug__"))
	}
}

// exprKind names a kind of expression as CPython's messages do.
func exprKind(x Expr) string {
	switch x := x.(type) {
	case *Name:
		return "name"
	case *Attr:
		return "attribute"
	case *Index:
		return "subscript"
	case *Star:
		return "starred"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	case *Yield, *YieldFrom:
		return "yield expression"
	case *Await:
		return "await expression"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *FString:
		return "f-string expression"
	case *Comp:
		return map[CompKind]string{ListComp: "list comprehension", SetComp: "set comprehension",
			DictComp: "dict comprehension", GenExp: "generator expression"}[x.Kind]
	case *NoneLit:
		return "None"
	case *BoolLit:
		if x.Value {
			return "True"
		}
		return "False"
	case *Ellipsis:
		return "ellipsis"
	case *IntLit, *FloatLit, *ImagLit, *StrLit, *BytesLit:
		return "literal"
	}
	return "expression"
}
