package py

import (
	"bytes"
	"slices"
)

var byteArrayMethods methodTable

func (a *ByteArray) pyMethods() map[string]method { return byteArrayMethods.get(byteArrayMethodTable) }

// byteArrayMethodTable has the methods of bytes, whose results are bytearrays, and those that change it.
func byteArrayMethodTable() map[string]method {
	methods := map[string]method{}
	for name, m := range bytesMethodTable() {
		of := m.call
		m.call = func(recv any, args []any) any {
			for i, x := range args {
				if b, ok := x.(buffer); ok {
					args[i] = b.bytes()
				}
			}
			result := of(recv.(*ByteArray).bytes(), args)
			if name == "maketrans" {
				return result
			}
			return asByteArrays(result)
		}
		methods[name] = m
	}
	change := func(f func(a *ByteArray, args []any)) func(any, []any) any {
		return func(recv any, args []any) any { f(recv.(*ByteArray), args); return None }
	}
	for name, m := range map[string]method{
		"append": def("item", change(func(a *ByteArray, args []any) { a.b = append(a.b, byteOf(args[0])) })),
		"extend": def("iterable_of_ints", change(func(a *ByteArray, args []any) { a.extend(args[0]) })),
		"insert": def("index item", change(func(a *ByteArray, args []any) {
			at, n := AsInt(args[0]), int64(len(a.b))
			if at < 0 {
				at = max(at+n, 0)
			}
			a.b = slices.Insert(a.b, int(min(at, n)), byteOf(args[1]))
		})),
		"remove":  def("value", change((*ByteArray).remove)),
		"pop":     def("/index", func(recv any, args []any) any { return recv.(*ByteArray).pop(argInt(args[0], -1)) }),
		"clear":   def("", change(func(a *ByteArray, _ []any) { a.b = nil })),
		"reverse": def("", change(func(a *ByteArray, _ []any) { slices.Reverse(a.b) })),
		"copy":    def("", func(recv any, _ []any) any { return recv.(*ByteArray).copyAny() }),
	} {
		methods[name] = m
	}
	return methods
}

// asByteArrays is a result with bytearrays in the place of bytes.
func asByteArrays(v any) any {
	switch x := v.(type) {
	case Bytes:
		return newByteArray(x)
	case *List[Bytes]:
		out := NewList[any]()
		for b := range x.All() {
			out.Append(newByteArray(b))
		}
		return out
	case Tuple3[Bytes, Bytes, Bytes]:
		return T3[any, any, any](newByteArray(x.V0), newByteArray(x.V1), newByteArray(x.V2))
	}
	return v
}

func (a *ByteArray) extend(v any) {
	if b, ok := bytesLike(v); ok {
		a.b = append(a.b, b...)
		return
	}
	if !iterable(v) {
		throwf(TypeError, "can't extend bytearray with %s", fullTypeName(v))
	}
	var more []byte
	for x := range Elems(v) {
		more = append(more, byteOf(x))
	}
	a.b = append(a.b, more...)
}

func (a *ByteArray) remove(args []any) {
	i := bytes.IndexByte(a.b, byteOf(args[0]))
	if i < 0 {
		throw(ValueError, "value not found in bytearray")
	}
	a.b = slices.Delete(a.b, i, i+1)
}

func (a *ByteArray) pop(at int64) any {
	if len(a.b) == 0 {
		throw(IndexError, "pop from empty bytearray")
	}
	i := int(wrapIndex(at, len(a.b), "pop index out of range"))
	c := a.b[i]
	a.b = slices.Delete(a.b, i, i+1)
	return int64(c)
}
