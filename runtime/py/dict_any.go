package py

import (
	"iter"
	"math"
	"reflect"
)

// dictAny is a *Dict of any key and value type, whose keys and values are boxed and unboxed. As for lists, all that is done to a dict whose
// type is known at run time only is done by few methods.
type dictAny interface {
	PyLen() int64
	PyGetItem(key any) any
	PySetItem(key, value any)
	PyDelItem(key any)
	lookupAny(key any) (any, bool)
	pairsAny() iter.Seq2[any, any]
	pairsIter() *Iter[Tuple2[any, any]]
	lastAny() (k, v any)
	copyAny() any
	clear()
	isOrdered() bool
	moveToEndAny(key any, last bool)
	firstAny() (k, v any)
}

// PyTypeName is "dict".
func (d *Dict[K, V]) PyTypeName() string {
	switch {
	case d == nil:
		return "dict"
	case d.factory != nil:
		return "collections.defaultdict"
	case d.ordered:
		return "collections.OrderedDict"
	}
	return "dict"
}

// PyLen is len(d).
func (d *Dict[K, V]) PyLen() int64 { return int64(d.t.used) }

// PyHash raises TypeError.
func (d *Dict[K, V]) PyHash() int64 { return unhashable(d.PyTypeName()) }

// PyEqual is d == other, whatever the order unless both are an OrderedDict.
func (d *Dict[K, V]) PyEqual(other any) bool {
	if !equalDicts(d, other) {
		return false
	}
	o, ok := other.(interface{ isOrdered() bool })
	return !d.ordered || !ok || !o.isOrdered() || sameKeys(d, other.(dictAny))
}

func (d *Dict[K, V]) isOrdered() bool { return d.ordered }

// sameKeys reports two dicts with equal keys in the same order.
func sameKeys(a, b dictAny) bool {
	next, stop := iter.Pull2(b.pairsAny())
	defer stop()
	for k := range a.pairsAny() {
		l, _, ok := next()
		if !ok || !sameOrEqualAny(k, l) {
			return false
		}
	}
	return true
}

func equalDicts(d dictAny, other any) bool {
	o, ok := other.(dictAny)
	if !ok || d.PyLen() != o.PyLen() {
		return false
	}
	if d == o {
		return true
	}
	for k, v := range d.pairsAny() {
		w, found := o.lookupAny(k)
		if !found || !sameOrEqualAny(v, w) {
			return false
		}
	}
	return true
}

// PyIter iterates over the boxed keys.
func (d *Dict[K, V]) PyIter() iter.Seq[any] { return boxAll(d.All()) }

func (d *Dict[K, V]) pairsAny() iter.Seq2[any, any] {
	return func(yield func(any, any) bool) {
		for k, v := range d.Pairs() {
			if !yield(Box(k), Box(v)) {
				return
			}
		}
	}
}

// key gives a boxed key the key type; ok is false if no key of the type can equal it.
func (d *Dict[K, V]) key(k any) (K, bool) {
	key, ok := unboxKey[K](k)
	if !ok {
		hashAny(k) // raises TypeError for an unhashable key
	}
	return key, ok
}

// unboxKey is the value of a static type that equals a boxed one; ok is false if there is none.
func unboxKey[K any](v any) (key K, ok bool) {
	if key, ok = Unbox[K](v); ok {
		return key, true
	}
	if to, isTuple := any(&key).(tupleSetter); isTuple {
		src, ok := namedTuple(v)
		return key, ok && to.setItems(src, true) && equalAny(Box(key), v)
	}
	if p, ok := memberValue(v); ok {
		return unboxKey[K](p)
	}
	return key, unboxNumber(&key, v)
}

// unboxNumber stores the number equal to v in an int64, float64, bool or BigInt variable.
func unboxNumber(to, v any) bool {
	switch v := v.(type) {
	case int64, bool, *Wide:
	case float64:
		if v != v || math.IsInf(v, 0) {
			return false
		}
	default:
		return false
	}
	switch to := to.(type) {
	case *int64:
		n := BigInteger(v)
		*to = n.n
		return n.wide == nil && equalAny(*to, v)
	case *float64:
		if w, ok := v.(*Wide); ok {
			*to = w.float()
		} else {
			*to, _ = numberOf(v)
		}
		return equalAny(*to, v)
	case *bool:
		*to = equalAny(v, true)
		return *to || equalAny(v, false)
	case *BigInt:
		*to = BigInteger(v)
		return equalAny(to.boxed(), v)
	}
	return false
}

func numberOf(v any) (float64, bool) {
	switch x := v.(type) {
	case int64:
		return float64(x), true
	case float64:
		return x, true
	case bool:
		return float64(boolInt(x)), true
	case *Wide:
		return x.PyFloat(), true
	}
	return 0, false
}

func (d *Dict[K, V]) lookupAny(k any) (any, bool) {
	key, ok := d.key(k)
	if !ok {
		return nil, false
	}
	v, ok := d.Lookup(key)
	return Box(v), ok
}

// PyGetItem is d[k].
func (d *Dict[K, V]) PyGetItem(k any) any {
	v, ok := d.lookupAny(k)
	if ok {
		return v
	}
	key, ok := d.key(k)
	if !ok {
		throwKey(k)
	}
	return Box(d.missing(key))
}

// PySetItem is d[k] = v.
func (d *Dict[K, V]) PySetItem(k, v any) {
	d.Set(unboxElem[K](k, "dict"), unboxElem[V](v, "dict"))
}

// PyDelItem is del d[k].
func (d *Dict[K, V]) PyDelItem(k any) {
	key, ok := d.key(k)
	if !ok {
		throwKey(k)
	}
	DictDel(d, key)
}

// PyContains is k in d.
func (d *Dict[K, V]) PyContains(k any) bool {
	_, ok := d.lookupAny(k)
	return ok
}

func (d *Dict[K, V]) appendRepr(dst []byte, seen *visits) []byte {
	if !seen.enter(d) {
		return append(dst, "{...}"...)
	}
	defer seen.leave()
	switch {
	case d.factory != nil:
		dst = append(dst, "defaultdict("+Repr(TypeOf(d.factory()))+", "...)
		return append(d.appendItems(dst, seen), ')')
	case d.ordered:
		return appendOrdered(dst, d, seen)
	}
	return d.appendItems(dst, seen)
}

// appendOrdered writes OrderedDict([(k, v), …]).
func appendOrdered(dst []byte, d dictAny, seen *visits) []byte {
	if d.PyLen() == 0 {
		return append(dst, "OrderedDict()"...)
	}
	var items []Tuple2[any, any]
	for k, v := range d.pairsAny() {
		items = append(items, T2(k, v))
	}
	dst = append(dst, "OrderedDict(["...)
	return append(appendReprs(dst, items, seen), "])"...)
}

// appendItems writes {k: v, …}.
func (d *Dict[K, V]) appendItems(dst []byte, seen *visits) []byte {
	dst = append(dst, '{')
	first := true
	for k, v := range d.Pairs() {
		if !first {
			dst = append(dst, ", "...)
		}
		first = false
		dst = appendRepr(dst, k, seen)
		dst = append(dst, ": "...)
		dst = appendRepr(dst, v, seen)
	}
	return append(dst, '}')
}

func (d *Dict[K, V]) copyAny() any { return DictCopy(d) }
func (d *Dict[K, V]) clear()       { d.t.reset() }

func (d *Dict[K, V]) moveToEndAny(k any, last bool) {
	key, ok := d.key(k)
	if !ok {
		throwKey(k)
	}
	DictMoveToEnd(d, key, last)
}

// firstAny is the first pair of a dict that is not empty.
func (d *Dict[K, V]) firstAny() (k, v any) {
	for k, v := range d.Pairs() {
		return Box(k), Box(v)
	}
	return nil, nil
}

// lastAny is the last pair of a dict that is not empty.
func (d *Dict[K, V]) lastAny() (k, v any) {
	i := d.t.last()
	return Box(d.t.entries[i].key), Box(d.t.entries[i].value)
}

func dictPopitem(d dictAny) any {
	if d.PyLen() == 0 {
		throwKey("popitem(): dictionary is empty")
	}
	k, v := d.lastAny()
	d.PyDelItem(k)
	return T2(k, v)
}

// orderedPopitem is d.popitem(last) of an OrderedDict.
func orderedPopitem(d dictAny, last bool) any {
	if d.PyLen() == 0 {
		throwKey("dictionary is empty")
	}
	if last {
		return dictPopitem(d)
	}
	k, v := d.firstAny()
	d.PyDelItem(k)
	return T2(k, v)
}

// dictView is the view of that name of a dict whose type is known at run time only.
func dictView(d dictAny, name string) any {
	switch name {
	case "keys":
		return &KeysView[any]{viewOf(d, "dict_keys", func(k, _ any) any { return k }), d.(Container).PyContains}
	case "values":
		return &ValuesView[any]{viewOf(d, "dict_values", func(_, v any) any { return v })}
	}
	return &ItemsView[any, any]{viewOf(d, "dict_items", T2[any, any])}
}

// viewOf is the view of what of makes of each key and value.
func viewOf[T any](d dictAny, name string, of func(k, v any) T) view[T] {
	all := func() iter.Seq[T] {
		return func(yield func(T) bool) {
			for k, v := range d.pairsAny() {
				if !yield(of(k, v)) {
					return
				}
			}
		}
	}
	begin := func() *Iter[T] {
		pairs := d.pairsIter()
		return NewIterFunc(entryIterNames[name], func() (x T, ok bool) {
			kv, ok := pairs.next()
			if !ok {
				return x, false
			}
			return of(kv.V0, kv.V1), true
		})
	}
	return view[T]{name, all, d.PyLen, begin}
}

// PyBinary is d | other.
func (d *Dict[K, V]) PyBinary(op string, other any, reflected bool) (any, bool) {
	return dictBinary(d, op, other, reflected)
}

func dictBinary(d dictAny, op string, other any, reflected bool) (any, bool) {
	o, ok := other.(dictAny)
	if !ok || op != "|" || reflected {
		return nil, false
	}
	out := dictAny(NewDict[any, any]())
	if reflect.TypeOf(d) == reflect.TypeOf(o) {
		out = d.copyAny().(dictAny)
	} else {
		dictUpdate(out, []any{d})
	}
	dictUpdate(out, []any{o})
	return out, true
}

// PyInPlace is d |= other.
func (d *Dict[K, V]) PyInPlace(op string, other any) bool {
	if op != "|" {
		return false
	}
	dictUpdate(d, []any{other})
	return true
}

// pairsOf iterates over an iterable of pairs; it raises what dict() does for elements that are none.
func pairsOf(v any) iter.Seq2[any, any] {
	return func(yield func(any, any) bool) {
		i := 0
		for pair := range Elems(v) {
			if !iterable(pair) {
				throwf(TypeError, "cannot convert dictionary update sequence element #%d to a sequence", i)
			}
			kv := ListOf(Elems(pair)).v
			if len(kv) != 2 {
				throwf(ValueError, "dictionary update sequence element #%d has length %d; 2 is required", i, len(kv))
			}
			if !yield(kv[0], kv[1]) {
				return
			}
			i++
		}
	}
}

// DictOfAny is dict(v) for a value whose type is known only when running: a dict or an iterable of pairs.
func DictOfAny(v any) *Dict[any, any] {
	d := NewDict[any, any]()
	dictUpdate(d, []any{Box(v)})
	return d
}

// MergeMapping is {…, **m} for a value whose type is known only when running.
func MergeMapping(d *Dict[any, any], m any) {
	b := plain(Box(m))
	items, ok := mappingItems(b)
	if !ok {
		throwf(TypeError, "'%s' object is not a mapping", TypeName(b))
	}
	for k, v := range items {
		d.Set(k, v)
	}
}

// mappingItems are the keys of a dict, or of an object of a class with keys and __getitem__, and their values.
func mappingItems(v any) (iter.Seq2[any, any], bool) {
	if d, ok := v.(dictAny); ok {
		return d.pairsAny(), true
	}
	if o, ok := v.(asksClass); !ok || !o.pyHas("keys") {
		return nil, false
	}
	return func(yield func(any, any) bool) {
		for k := range Elems(DynCallMethod(v, "keys")) {
			if !yield(k, DynGetItem(v, k)) {
				return
			}
		}
	}, true
}
