package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// knownModule reports a module that an import finds.
func (c *checker) knownModule(name string) bool {
	return c.users[name] != nil || c.ix.Modules[name] != nil || ignored(&types.Module{Name: name})
}

// onlyImports reports a try statement around imports none of which can fail, such as
// try: import json except ImportError: json = None.
func (c *checker) onlyImports(s *syntax.Try) bool {
	for _, st := range s.Body {
		switch st := st.(type) {
		case *syntax.Import:
			for _, a := range st.Names {
				if !c.knownModule(a.Name) {
					return false
				}
			}
		case *syntax.ImportFrom:
			if st.Level > 0 && c.root().module == nil {
				return false
			}
			if !c.knownModule(st.Module) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// missingImport is the first module that an import statement does not find, if a try statement
// around it waits for that.
func (c *checker) missingImport(s *syntax.Import) (string, syntax.Span, bool) {
	if c.caughtImports == 0 {
		return "", syntax.Span{}, false
	}
	for _, a := range s.Names {
		if !c.knownModule(a.Name) {
			return a.Name, a.Span, true
		}
	}
	return "", syntax.Span{}, false
}

// raiseNoModule is the import of a module that is not there.
func (c *checker) raiseNoModule(name string, at syntax.Span) []ir.Stmt {
	return c.raiseImport("ModuleNotFoundError", "No module named '"+name+"'", at)
}

// noParent is what Python says of an import with a dot in the script itself, which is in no package.
const noParent = "attempted relative import with no known parent package"

// fromNoPackage reports such an import, or raises what Python raises where the script catches that.
func (c *checker) fromNoPackage(s *syntax.ImportFrom) []ir.Stmt {
	if c.caughtImports > 0 {
		return c.raiseImport("ImportError", noParent, s.Span)
	}
	d := c.list.Add(diag.Name, "DS203", s.Span, noParent)
	names := make([]string, len(s.Names))
	for i, a := range s.Names {
		names[i] = a.Name
		c.bindStatic(asName(a), a.Span, types.Bad, nil)
	}
	if s.Module == "" {
		d.WithHint("write import %s", strings.Join(names, ", "))
	} else {
		d.WithHint("write from %s import %s", s.Module, strings.Join(names, ", "))
	}
	return nil
}

func (c *checker) raiseImport(class, text string, at syntax.Span) []ir.Stmt {
	c.frame.state = nil
	exc := &ir.ExcNew{X: ir.X{T: exceptionType, At: at}, Class: class, Args: []ir.Expr{c.convertLater(c.str(text, at), types.Any)}}
	return []ir.Stmt{&ir.Raise{S: ir.S{At: at}, V: exc}}
}

// fromStar reports a name that nothing binds, but that may come from a module dstreamc does not know of which
// everything was imported. Of several it is the one that is part of Spark.
func (c *checker) fromStar(n *syntax.Name) bool {
	if otherNames[n.Id] != "" || shellNames[n.Id] != "" {
		return false
	}
	var found *unknownImport
	for i, u := range c.unknownImports {
		if u.star && (found == nil || later(found.name) == "") {
			found = &c.unknownImports[i]
		}
	}
	if found == nil {
		return false
	}
	c.usedImports[found.at.Start] = true
	name := found.name
	if later(name) != "" {
		name += "." + n.Id
	}
	c.importedAt[name] = found.at
	c.unsupportedModule(name, n.Span)
	return true
}

// sqlFunctions are the built-in functions that from pyspark.sql.functions import * replaces.
var sqlFunctions = map[string]bool{"abs": true, "ascii": true, "bin": true, "filter": true, "hash": true, "hex": true, "max": true, "min": true,
	"pow": true, "round": true, "slice": true, "sum": true}

// fromStarOf reports a name that comes from a module of which everything was imported.
func (c *checker) fromStarOf(module string, n *syntax.Name) bool {
	for _, u := range c.unknownImports {
		if u.star && u.name == module {
			c.usedImports[u.at.Start] = true
			c.importedAt[module+"."+n.Id] = u.at
			c.unsupportedModule(module+"."+n.Id, n.Span)
			return true
		}
	}
	return false
}

// unknownModule reports the use of a module that dstreamc does not know, or of something in it.
func (c *checker) unknownModule(t types.Type, at syntax.Span) bool {
	m, ok := types.Resolve(t).(*types.Module)
	if !ok || m.Decl != nil || ignored(m) || abcName(m) != "" {
		return false
	}
	c.unsupportedModule(m.Name, at)
	return true
}
