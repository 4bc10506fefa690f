package plan

import "github.com/dstreamc/dstreamc/lang/ir"

// mapBlocks replaces each block of statements that a statement holds.
func mapBlocks(s ir.Stmt, f func([]ir.Stmt) []ir.Stmt) {
	switch s := s.(type) {
	case *ir.If:
		s.Body, s.Else = f(s.Body), f(s.Else)
	case *ir.While:
		s.Body, s.Else = f(s.Body), f(s.Else)
	case *ir.For:
		s.Body, s.Else = f(s.Body), f(s.Else)
	case *ir.With:
		s.Body = f(s.Body)
	case *ir.Try:
		s.Body = f(s.Body)
		for _, h := range s.Handlers {
			h.Body = f(h.Body)
		}
		s.Else, s.Finally = f(s.Else), f(s.Finally)
	case *ir.DefFunc:
		for _, fn := range s.Funcs {
			fn.Body = f(fn.Body)
		}
	}
}

// loopBlock is what a loop does each time it turns, as statements: with a While its test.
func loopBlock(s ir.Stmt) ([]ir.Stmt, bool) {
	switch s := s.(type) {
	case *ir.For:
		return s.Body, true
	case *ir.While:
		return append([]ir.Stmt{&ir.ExprStmt{S: s.S, V: s.Test}}, s.Body...), true
	}
	return nil, false
}
