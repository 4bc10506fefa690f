package py

// PyGetAttr gives maxlen.
func (d *Deque[T]) PyGetAttr(name string) (any, bool) {
	if name != "maxlen" {
		return nil, false
	}
	return d.Maxlen().boxed(), true
}

// PyCallMethod calls the methods by name.
func (d *Deque[T]) PyCallMethod(name string, args []any) (any, bool) {
	switch {
	case len(args) == 0:
		return d.call0(name)
	case name == "index" && len(args) <= 3:
		i, ok := d.find(args[0], argBound(nth(args, 1)), argBound(nth(args, 2)))
		if !ok {
			throwf(ValueError, "%s is not in deque", Repr(args[0]))
		}
		return i, true
	case name == "insert" && len(args) == 2:
		d.Insert(AsInt(args[0]), unboxElem[T](args[1], "deque"))
		return None, true
	case len(args) == 1:
		return d.call1(name, args[0])
	}
	return nil, false
}

func (d *Deque[T]) methodNames() []string {
	return []string{"append", "appendleft", "clear", "copy", "count", "extend", "extendleft", "index", "insert", "pop", "popleft", "remove", "reverse", "rotate"}
}

// nth is args[i], or nil.
func nth(args []any, i int) any {
	if i < len(args) {
		return args[i]
	}
	return nil
}

func (d *Deque[T]) call0(name string) (any, bool) {
	switch name {
	case "pop":
		return Box(d.Pop()), true
	case "popleft":
		return Box(d.Popleft()), true
	case "copy", "__copy__":
		return d.Copy(), true
	case "clear":
		d.Clear()
	case "rotate":
		d.Rotate(1)
	case "reverse":
		d.Reverse()
	default:
		return nil, false
	}
	return None, true
}

func (d *Deque[T]) call1(name string, x any) (any, bool) {
	switch name {
	case "append":
		d.Append(unboxElem[T](x, "deque"))
	case "appendleft":
		d.Appendleft(unboxElem[T](x, "deque"))
	case "extend":
		for _, y := range ListOf(Elems(x)).v { // it may be the deque itself
			d.Append(unboxElem[T](y, "deque"))
		}
	case "extendleft":
		for y := range Elems(x) {
			d.Appendleft(unboxElem[T](y, "deque"))
		}
	case "rotate":
		d.Rotate(AsInt(x))
	case "remove":
		i, ok := d.find(x, Opt[int64]{}, Opt[int64]{})
		if !ok {
			throwf(ValueError, "%s is not in deque", Repr(x))
		}
		d.DelAt(i)
	case "count":
		return countElems(d, x), true
	default:
		return nil, false
	}
	return None, true
}

// PyBinary does + and *.
func (d *Deque[T]) PyBinary(op string, other any, reversed bool) (any, bool) {
	switch o := other.(type) {
	case *Deque[T]:
		if op == "+" && !reversed {
			return d.Add(o), true
		}
	case int64:
		if op == "*" {
			return d.Mul(o), true
		}
	}
	return nil, false
}

// PyInPlace is d += iterable and d *= n.
func (d *Deque[T]) PyInPlace(op string, other any) bool {
	switch n, ok := bigOf(other); {
	case op == "+":
		d.call1("extend", other)
	case op == "*" && ok:
		d.IMul(n.Times())
	default:
		return false
	}
	return true
}

// PyCompare compares the elements of two deques, the first ones first.
func (d *Deque[T]) PyCompare(other any) (int, bool) {
	o, ok := other.(*Deque[T])
	if !ok {
		return 0, false
	}
	return ListOf(d.All()).PyCompare(ListOf(o.All()))
}
