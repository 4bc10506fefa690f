package infer

import (
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// selfAttrs is what an instance of a method does with the attributes of its object: gives are those
// it has set whenever it returns, needs those that it may read before it sets them. They tell
// which attributes are set once __init__ is done; others are checked when read.
type selfAttrs struct {
	gives, needs map[string]bool
	exit         state // joined at the returns
	exits        bool
}

// attrKey is the key of an attribute of the method's object in a state: no variable has such a name.
func attrKey(name string) string { return "." + name }

// isSelf reports whether an expression is the method's object.
func (c *checker) isSelf(e syntax.Expr) bool {
	n, ok := e.(*syntax.Name)
	if !ok || c.frame.inst == nil || c.frame.inst.fn.class == nil || n.Id == "" {
		return false
	}
	params := c.frame.inst.fn.params
	if len(params) == 0 || params[0].Name != n.Id {
		return false
	}
	fl, ok := c.frame.state[n.Id]
	return ok && len(fl.sites) == 1 && fl.sites[0].param
}

// setsSelf notes that self.name is set.
func (c *checker) setsSelf(x syntax.Expr, name string, t types.Type) {
	if !c.isSelf(x) || c.frame.state == nil {
		return
	}
	c.frame.state[attrKey(name)] = flow{cur: t}
	for _, tr := range c.frame.traps {
		tr.state = merge(tr.state, c.frame.state.copy())
	}
}

// readsSelf notes that self.name is read.
func (c *checker) readsSelf(x syntax.Expr, name string) {
	if x == nil || !c.isSelf(x) {
		return
	}
	if fl, ok := c.frame.state[attrKey(name)]; !ok || fl.maybe {
		c.frame.inst.attrs.needs[name] = true
	}
}

// usesSelf notes what a method that is called with self does with its attributes.
func (c *checker) usesSelf(x syntax.Expr, call ir.Expr) {
	f, ok := call.(*ir.CallFunc)
	if x == nil || !ok || !c.isSelf(x) || c.frame.state == nil {
		return
	}
	ins := c.instancesOf(f.Func)
	for i, in := range ins {
		for n := range in.attrs.needs {
			if fl, ok := c.frame.state[attrKey(n)]; !ok || fl.maybe {
				c.frame.inst.attrs.needs[n] = true
			}
		}
		if i > 0 {
			continue
		}
		for n := range in.attrs.gives {
			if everyGives(ins, n) {
				c.frame.state[attrKey(n)] = flow{cur: types.Any}
			}
		}
	}
}

func everyGives(ins []*instance, name string) bool {
	for _, in := range ins {
		if !in.attrs.gives[name] {
			return false
		}
	}
	return true
}

// instancesOf are the instances that a call of a function of the tree reaches.
func (c *checker) instancesOf(f *ir.Func) []*instance {
	if f.Kind != ir.Virtual {
		if in := c.byFunc[f]; in != nil {
			return []*instance{in}
		}
		return nil
	}
	var out []*instance
	for _, s := range f.Body {
		if i, ok := s.(*ir.If); ok {
			s = i.Body[0]
		}
		if r, ok := s.(*ir.Return); ok {
			if call, ok := r.V.(*ir.Convert).V.(*ir.CallFunc); ok {
				out = append(out, c.instancesOf(call.Func)...)
			}
		}
	}
	return out
}

// leaveMethod notes the state in which a method returns.
func (in *instance) leaveMethod(st state) {
	if in.fn.class == nil || st == nil {
		return
	}
	if !in.attrs.exits {
		in.attrs.exits, in.attrs.exit = true, st.copy()
		return
	}
	in.attrs.exit = merge(in.attrs.exit, st.copy())
}

// finishMethod computes what a method gives from the states in which it returns.
func (in *instance) finishMethod() {
	if in.fn.class == nil {
		return
	}
	in.attrs.gives = map[string]bool{}
	for key, fl := range in.attrs.exit {
		if key[0] == '.' && !fl.maybe {
			in.attrs.gives[key[1:]] = true
		}
	}
}
