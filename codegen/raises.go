package codegen

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/types"
)

// An exception that leaves an except clause has the one that is being handled as its context. Most except clauses print
// something, count or go on: those that do nothing that fails need no preparation for that.

// calm reports statements that raise nothing but the exception being handled, as far as anybody will notice.
func calm(list []ir.Stmt) bool {
	for _, s := range list {
		if !calmStmt(s) {
			return false
		}
	}
	return true
}

func calmStmt(s ir.Stmt) bool {
	switch s := s.(type) {
	case *ir.Assign:
		switch t := s.Target.(type) {
		case *ir.VarTarget:
		case *ir.ItemTarget:
			if typeName(t.V.Type()) != "dict" || !calmExpr(t.V) || !calmExpr(t.I) {
				return false
			}
		case *ir.AttrTarget:
			if t.Attr == nil || !calmExpr(t.V) {
				return false
			}
		default:
			return false
		}
		return calmExpr(s.Value)
	case *ir.ExprStmt:
		return calmExpr(s.V)
	case *ir.Return:
		return calmExpr(s.V)
	case *ir.If:
		return calmExpr(s.Test) && calm(s.Body) && calm(s.Else)
	case *ir.Break, *ir.Continue:
		return true
	case *ir.Raise:
		return s.V == nil
	}
	return false
}

// calmCalls are the declared functions that do not fail, by their full names.
var calmCalls = map[string]bool{
	"print": true, "repr": true, "str": true, "len": true, "format": true, "list.append": true, "set.add": true, "list.extend": true,
	"time.time": true, "time.sleep": true, "str.strip": true, "str.lower": true, "str.upper": true, "str.split": true,
	"Logger.debug": true, "Logger.info": true, "Logger.warning": true, "Logger.error": true, "Logger.exception": true, "Logger.critical": true,
	"logging.debug": true, "logging.info": true, "logging.warning": true, "logging.error": true, "logging.exception": true,
	"traceback._print_exc": true, "traceback._format_exc": true, "File.write": true, "File.flush": true, "Accumulator.add": true,
}

func calmExpr(e ir.Expr) bool {
	switch x := e.(type) {
	case nil:
		return true
	case *ir.Const, *ir.Local, *ir.FuncVal, *ir.ModAttr, *ir.TypeName, *ir.FString, *ir.IsInstance, *ir.ClassIs:
	case *ir.Convert:
		if x.Checked || types.IsAny(x.V.Type()) && !types.IsAny(x.Type()) {
			return false
		}
	case *ir.Tuple, *ir.List, *ir.Dict, *ir.TupleGet, *ir.Not, *ir.Truth, *ir.Logic, *ir.Cond, *ir.Spread:
	case *ir.Compare:
		if x.Op != "is" && x.Op != "is not" && (types.IsAny(x.L.Type()) || types.IsAny(x.R.Type())) {
			return false
		}
	case *ir.Field:
		if of, ok := x.V.(*ir.Convert); ok && typeName(of.V.Type()) == "Exception" { // it has the attributes that it is read for
			return true
		}
		if x.Decl == nil && x.Attr == nil && typeName(x.V.Type()) != "Exception" {
			return false
		}
	case *ir.Binary:
		if l := typeName(x.L.Type()); l != "str" && l != "float" || x.Op != "+" && x.Op != "%" {
			return false
		}
	case *ir.Call:
		if !calmCalls[x.Fn.FullName()] {
			return false
		}
	default:
		return false
	}
	for _, p := range slots(e) {
		if !calmExpr(*p) {
			return false
		}
	}
	return true
}
