package pyargparse

import "github.com/dstreamc/dstreamc/runtime/py"

// Namespace is argparse.Namespace: the arguments by name, in the order in which they were set.
type Namespace struct{ values *py.Dict[string, any] }

// NewNamespace is argparse.Namespace().
func NewNamespace() *Namespace { return &Namespace{py.NewDict[string, any]()} }

func (n *Namespace) get(name string) (any, bool) { return n.values.Lookup(name) }

func (n *Namespace) set(name string, value any) { n.values.Set(name, py.Box(value)) }

// Set is namespace.name = value.
func (n *Namespace) Set(name string, value any) { n.set(name, value) }

// setMissing sets what is not there yet.
func (n *Namespace) setMissing(name string, value any) {
	if !n.values.Contains(name) && name != Suppress && value != any(Suppress) {
		n.set(name, value)
	}
}

// Vars is vars(namespace).
func (n *Namespace) Vars() *py.Dict[string, any] { return n.values }

// PyTypeName is "Namespace".
func (n *Namespace) PyTypeName() string { return "Namespace" }

// PyModule is "argparse".
func (*Namespace) PyModule() string { return "argparse" }

// PyGetAttr is the value of an argument.
func (n *Namespace) PyGetAttr(name string) (any, bool) { return n.get(name) }

// PySetAttr is namespace.name = value.
func (n *Namespace) PySetAttr(name string, value any) bool {
	n.set(name, value)
	return true
}

// PyContains is name in namespace.
func (n *Namespace) PyContains(name any) bool {
	s, ok := name.(string)
	return ok && n.values.Contains(s)
}

// PyEqual compares the values.
func (n *Namespace) PyEqual(other any) bool {
	o, ok := other.(*Namespace)
	return ok && n.values.PyEqual(o.values)
}

// PyRepr is Namespace(name=value, …), with names that are no identifiers as **{…} at the end.
func (n *Namespace) PyRepr() string {
	out, sep := "Namespace(", ""
	odd := py.NewDict[string, any]()
	for k, v := range n.values.Pairs() {
		if !py.StrIsidentifier(k) {
			odd.Set(k, v)
			continue
		}
		out += sep + k + "=" + py.Repr(v)
		sep = ", "
	}
	if odd.Len() > 0 {
		out += sep + "**" + py.Repr(odd)
	}
	return out + ")"
}
