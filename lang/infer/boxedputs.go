package infer

import (
	"github.com/dstreamc/dstreamc/lang/types"
)

// A container that is known when running only may be one that was made with elements of a static type: [1, 2] in a list of
// anything. So all containers that become values of type Any take what the script puts into such ones.

// boxedPuts are the types of what is put into containers that are known when running only; nil is nothing.
type boxedPuts struct{ elem, member, key, value types.Type }

// boxing is a value that becomes one of another type, which is known in full at the end of the round.
type boxing struct {
	from types.Type
	to   func() types.Type
}

// boxes notes that a value becomes one of another type, perhaps Any.
func (c *checker) boxes(from types.Type, to func() types.Type) {
	if n, ok := types.Resolve(from).(*types.Named); ok && len(n.Args) > 0 && c.lending == 0 {
		c.boxings = append(c.boxings, boxing{from, to})
	}
}

// putBoxed notes that a value of type t is put into containers known when running only.
func (c *checker) putBoxed(slot *types.Type, t types.Type) {
	if nothing(t) || types.IsBad(t) {
		return
	}
	switch className(t) {
	case "int", "float", "str", "bool", "bytes", "None":
		t = types.Resolve(t)
	default:
		t = types.Any
	}
	switch {
	case *slot == nil:
	case types.IsAny(*slot) || types.Equal(*slot, t):
		return
	default:
		t = types.Any
	}
	*slot, c.changed = t, true
}

// putItemBoxed notes x[i] = v.
func (c *checker) putItemBoxed(i, v types.Type) {
	c.putBoxed(&c.boxedPuts.elem, v)
	c.putBoxed(&c.boxedPuts.key, i)
	c.putBoxed(&c.boxedPuts.value, v)
}

// putResultBoxed notes x[i] op= v: what is stored is of the type of v as far as it is a number or a text, else x[i] itself.
func (c *checker) putResultBoxed(op string, i, v types.Type) {
	switch {
	case op == "/" && isNumeric(v):
		v = types.Float
	case !isNumeric(v) && !types.IsStr(v) && !types.IsAny(v):
		v = types.Never
	}
	c.putItemBoxed(i, v)
}

// putAllBoxed notes the elements of v, as of x.update(v), x |= v and x += v.
func (c *checker) putAllBoxed(v types.Type) {
	p := &c.boxedPuts
	elem, ok := elementType(types.Unwrap(v))
	if !ok {
		return
	}
	n, isDict := types.Is(types.Unwrap(v), "dict")
	if isDict {
		c.putBoxed(&p.key, n.Args[0])
		c.putBoxed(&p.value, n.Args[1])
	}
	c.putBoxed(&p.elem, elem)
	c.putBoxed(&p.member, elem)
	if pair, ok := types.Is(elem, "tuple"); ok && len(pair.Args) == 2 {
		c.putBoxed(&p.key, pair.Args[0])
		c.putBoxed(&p.value, pair.Args[1])
	} else if types.IsAny(elem) && !isDict {
		c.putBoxed(&p.key, elem)
		c.putBoxed(&p.value, elem)
	}
}

// putsBoxed notes what the call of a method puts into its receiver.
func (c *checker) putsBoxed(method string, args []argument) {
	p := &c.boxedPuts
	var ts []types.Type
	for _, a := range args {
		ts = append(ts, typeOf(a.val))
		if a.name != "" && method == "update" {
			c.putBoxed(&p.key, types.Str)
			c.putBoxed(&p.value, typeOf(a.val))
		}
	}
	if len(ts) == 0 {
		return
	}
	switch method {
	case "append", "appendleft":
		c.putBoxed(&p.elem, ts[0])
	case "insert":
		c.putBoxed(&p.elem, ts[len(ts)-1])
	case "add":
		c.putBoxed(&p.member, ts[0])
	case "extend", "extendleft", "update", "symmetric_difference_update", "subtract":
		c.putAllBoxed(ts[0])
	case "setdefault":
		c.putBoxed(&p.key, ts[0])
		if len(ts) == 1 {
			ts = append(ts, types.None)
		}
		c.putBoxed(&p.value, ts[1])
	}
}

// factoryMade notes that the script makes defaultdicts, to which reading a key may add it.
func (c *checker) factoryMade(name string) {
	if name == "defaultdict" && !c.defaultDicts {
		c.defaultDicts, c.changed = true, true
	}
}

// widenBoxed has the containers of this round that became values of type Any take what is put into such ones.
func (c *checker) widenBoxed() {
	if c.boxedPuts == (boxedPuts{}) {
		return
	}
	for _, b := range c.boxings {
		c.widenAs(b.from, b.to())
	}
}

// widenAs widens a container that becomes a value of another type.
func (c *checker) widenAs(from, to types.Type) {
	n, ok := types.Unwrap(from).(*types.Named)
	if !ok || len(n.Args) == 0 {
		return
	}
	to = types.Unwrap(to)
	if t, ok := to.(*types.Named); ok && t.Name == n.Name && len(t.Args) == len(n.Args) {
		for i, a := range n.Args {
			c.widenAs(a, t.Args[i])
		}
		return
	}
	if !types.IsAny(to) {
		return
	}
	p := c.boxedPuts
	puts := map[string][]types.Type{"list": {p.elem}, "deque": {p.elem}, "set": {p.member}, "dict": {p.key, p.value}, "Counter": {p.key}}[n.Name]
	for i, t := range puts {
		if t != nil {
			c.put(n.Args[i], t)
		}
	}
	for _, a := range n.Args {
		c.widenAs(a, types.Any)
	}
}
