package py

import (
	"encoding/binary"
	"math"
	"strings"
)

// StructError is struct.error.
var StructError = &ExcClass{Name: "error", Module: "struct", Bases: []*ExcClass{ExceptionClass}}

// structField is one item of a format: n values of a kind, or for s and p one of n bytes.
type structField struct {
	kind  byte
	n     int
	size  int
	align int // padding goes before it
}

// structFormat is a format of module struct, laid out.
type structFormat struct {
	fields []structField
	order  binary.ByteOrder
	size   int
	values int
}

// structSizes are the sizes of the kinds; @ gives native ones.
var structSizes = map[byte]int{
	'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8, 'f': 4, 'd': 8, 's': 1, 'p': 1, 'e': 2,
}

var nativeSizes = map[byte]int{'l': 8, 'L': 8, 'n': 8, 'N': 8, 'P': 8}

func parseStruct(format string) structFormat {
	f := structFormat{order: binary.LittleEndian}
	native := true
	if format != "" && strings.IndexByte("@=<>!", format[0]) >= 0 {
		native = format[0] == '@'
		if format[0] == '>' || format[0] == '!' {
			f.order = binary.BigEndian
		}
		format = format[1:]
	}
	count := -1
	for i := 0; i < len(format); i++ {
		c := format[i]
		switch {
		case c == ' ':
			continue
		case c >= '0' && c <= '9':
			count = max(count, 0)*10 + int(c-'0')
			continue
		}
		size, ok := structSizes[c]
		if n, isNative := nativeSizes[c]; native && isNative {
			size, ok = n, true
		}
		if !ok || c == 'e' {
			throw(StructError, "bad char in struct format")
		}
		field := structField{kind: c, n: 1, size: size}
		if count >= 0 {
			field.n = count
		}
		count = -1
		if native && size > 1 {
			field.align = (size - f.size%size) % size
		}
		f.size += field.align + field.n*size
		switch c {
		case 's', 'p':
			f.values++
		case 'x':
		default:
			f.values += field.n
		}
		f.fields = append(f.fields, field)
	}
	if count >= 0 {
		throw(StructError, "repeat count given without format specifier")
	}
	return f
}

// StructCalcsize is struct.calcsize(format).
func StructCalcsize(format string) int64 { return int64(parseStruct(format).size) }

// StructUnpack is struct.unpack(format, buffer); it raises struct.error for a buffer of another size.
func StructUnpack(format string, buffer Bytes) *TupleOf[any] {
	f := parseStruct(format)
	if len(buffer) != f.size {
		throwf(StructError, "unpack requires a buffer of %d bytes", f.size)
	}
	return f.unpack([]byte(buffer))
}

// StructUnpackFrom is struct.unpack_from(format, buffer, offset).
func StructUnpackFrom(format string, buffer Bytes, offset int64) *TupleOf[any] {
	f := parseStruct(format)
	if offset < 0 {
		offset += int64(len(buffer))
	}
	if offset < 0 || offset+int64(f.size) > int64(len(buffer)) {
		throwf(StructError, "unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)",
			offset+int64(f.size), f.size, offset, len(buffer))
	}
	return f.unpack([]byte(buffer[offset:]))
}

func (f structFormat) unpack(data []byte) *TupleOf[any] {
	out := &TupleOf[any]{}
	for _, field := range f.fields {
		data = data[field.align:]
		switch field.kind {
		case 's':
			out.v = append(out.v, Bytes(data[:field.n]))
		case 'p':
			length := 0
			if field.n > 0 {
				length = min(int(data[0]), field.n-1)
				out.v = append(out.v, Bytes(data[1:1+length]))
			} else {
				out.v = append(out.v, Bytes(""))
			}
		case 'x':
		default:
			for i := range field.n {
				out.v = append(out.v, f.value(field, data[i*field.size:]))
			}
		}
		data = data[field.n*field.size:]
	}
	return out
}

func (f structFormat) value(field structField, data []byte) any {
	switch field.kind {
	case 'c':
		return Bytes(data[:1])
	case '?':
		return data[0] != 0
	case 'f':
		return float64(math.Float32frombits(f.order.Uint32(data)))
	case 'd':
		return math.Float64frombits(f.order.Uint64(data))
	}
	signed := field.kind >= 'a'
	switch field.size {
	case 1:
		if signed {
			return int64(int8(data[0]))
		}
		return int64(data[0])
	case 2:
		if signed {
			return int64(int16(f.order.Uint16(data)))
		}
		return int64(f.order.Uint16(data))
	case 4:
		if signed {
			return int64(int32(f.order.Uint32(data)))
		}
		return int64(f.order.Uint32(data))
	}
	n := f.order.Uint64(data)
	if !signed {
		return bigOfUint(n).boxed()
	}
	return int64(n)
}

// StructPack is struct.pack(format, values…).
func StructPack(format string, values ...any) Bytes {
	f := parseStruct(format)
	if len(values) != f.values {
		throwf(StructError, "pack expected %d items for packing (got %d)", f.values, len(values))
	}
	out := make([]byte, 0, f.size)
	for _, field := range f.fields {
		out = append(out, make([]byte, field.align)...)
		switch field.kind {
		case 'x':
			out = append(out, make([]byte, field.n)...)
		case 's', 'p':
			part := make([]byte, field.n)
			text := structBytes(values[0], field.kind)
			if field.kind == 'p' && field.n > 0 {
				part[0] = byte(copy(part[1:], text))
			} else {
				copy(part, text)
			}
			out, values = append(out, part...), values[1:]
		default:
			for range field.n {
				out = f.pack(out, field, values[0])
				values = values[1:]
			}
		}
	}
	return Bytes(out)
}

func structBytes(v any, kind byte) Bytes {
	b, ok := v.(Bytes)
	if !ok {
		throwf(StructError, "argument for '%c' must be a bytes object", kind)
	}
	return b
}

func (f structFormat) pack(out []byte, field structField, v any) []byte {
	switch field.kind {
	case 'c':
		b := structBytes(v, 'c')
		if len(b) != 1 {
			throw(StructError, "char format requires a bytes object of length 1")
		}
		return append(out, b...)
	case '?':
		return append(out, byte(boolInt(truthAny(v))))
	case 'f', 'd':
		x, ok := numberOf(v)
		if !ok {
			throw(StructError, "required argument is not a float")
		}
		if field.kind == 'd' {
			return f.appendInt(out, 8, math.Float64bits(x))
		}
		if !math.IsInf(x, 0) && math.Abs(x) > math.MaxFloat32 {
			throw(OverflowError, "float too large to pack with f format")
		}
		return f.appendInt(out, 4, uint64(math.Float32bits(float32(x))))
	}
	big, ok := bigOf(v)
	if !ok {
		throw(StructError, "required argument is not an integer")
	}
	n, ok := big.Small()
	if u, fits := big.uint(); fits && !ok && field.kind == 'Q' {
		return f.appendInt(out, field.size, u)
	}
	if !ok {
		f.tooLarge(field)
	}
	lo, hi := int64(0), int64(math.MaxInt64)
	bits := uint(8 * field.size)
	if field.kind >= 'a' {
		hi = int64(1)<<(bits-1) - 1
		lo = -hi - 1
	} else if bits < 64 {
		hi = int64(1)<<bits - 1
	}
	if n < lo || n > hi {
		f.outOfRange(field, lo, hi)
	}
	return f.appendInt(out, field.size, uint64(n))
}

func (f structFormat) outOfRange(field structField, lo, hi int64) {
	switch {
	case field.size == 1 && field.kind == 'b':
		throw(StructError, "byte format requires -128 <= number <= 127")
	case field.size == 1:
		throw(StructError, "ubyte format requires 0 <= number <= 255")
	case field.size == 2 && field.kind == 'h':
		throw(StructError, "short format requires (-0x7fff -1) <= number <= 0x7fff")
	case field.size == 2:
		throw(StructError, "ushort format requires 0 <= number <= 0xffff")
	case field.size == 8:
		f.tooLarge(field)
	}
	throwf(StructError, "'%c' format requires %d <= number <= %d", field.kind, lo, hi)
}

// tooLarge raises for an int that 64 bits do not hold, in the words that CPython has for the format.
func (f structFormat) tooLarge(field structField) {
	if field.size == 8 && f.order == binary.ByteOrder(binary.BigEndian) {
		throw(StructError, "int too large to convert")
	}
	throw(StructError, "argument out of range")
}

func (f structFormat) appendInt(out []byte, size int, n uint64) []byte {
	var b [8]byte
	if f.order == binary.ByteOrder(binary.BigEndian) {
		binary.BigEndian.PutUint64(b[:], n)
		return append(out, b[8-size:]...)
	}
	binary.LittleEndian.PutUint64(b[:], n)
	return append(out, b[:size]...)
}
