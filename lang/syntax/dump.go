package syntax

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strconv"
	"strings"
)

// Dump returns a node, or a File, as one line that shows its structure and no places, for
// tests: (Call f [(Arg (Int 1))]). Numbers and strings appear with their value, not their
// spelling; an absent part is _. Two nodes with the same dump mean the same.
func Dump(node any) string {
	var d dumper
	d.value(reflect.ValueOf(node))
	return d.String()
}

type dumper struct{ strings.Builder }

// value writes any part of a node.
func (d *dumper) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Invalid:
		d.WriteByte('_')
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			d.WriteByte('_')
		} else if v.Kind() == reflect.Interface {
			d.value(v.Elem())
		} else {
			d.node(v)
		}
	case reflect.Slice:
		d.WriteByte('[')
		for i := range v.Len() {
			if i > 0 {
				d.WriteByte(' ')
			}
			d.value(v.Index(i))
		}
		d.WriteByte(']')
	case reflect.String:
		d.quote(v.String())
	default:
		fmt.Fprint(d, v.Interface())
	}
}

// node writes the struct that a pointer points to.
func (d *dumper) node(v reflect.Value) {
	switch n := v.Interface().(type) {
	case *Name:
		d.WriteString(n.Id)
		return
	case *IntLit:
		d.leaf("Int", intValue(n.Text))
		return
	case *FloatLit:
		d.leaf("Float", floatBits(n.Text))
		return
	case *ImagLit:
		d.leaf("Imag", floatBits(strings.TrimRight(n.Text, "jJ")))
		return
	case *BytesLit:
		d.WriteString("(Bytes ")
		chars := make([]rune, len(n.Value))
		for i := range len(n.Value) {
			chars[i] = rune(n.Value[i])
		}
		d.quote(string(chars))
		d.WriteByte(')')
		return
	case *FString:
		d.WriteString("(FString ")
		d.value(reflect.ValueOf(joinDebug(n.Parts)))
		d.WriteByte(')')
		return
	case *File:
		d.value(reflect.ValueOf(n.Body))
		return
	}
	v = v.Elem()
	d.WriteString("(" + strings.TrimSuffix(v.Type().Name(), "Lit"))
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Anonymous || f.Type == reflect.TypeFor[Span]() || f.Name == "Parens" {
			continue // places, and the spelling of a tuple
		}
		d.WriteByte(' ')
		d.value(v.Field(i))
	}
	d.WriteByte(')')
}

func (d *dumper) leaf(kind, value string) { d.WriteString("(" + kind + " " + value + ")") }

// quote writes a string in ASCII.
func (d *dumper) quote(s string) {
	d.WriteByte('"')
	for _, r := range s {
		if r < ' ' || r > '~' || r == '"' || r == '\\' {
			fmt.Fprintf(d, "\\{%x}", r)
		} else {
			d.WriteRune(r)
		}
	}
	d.WriteByte('"')
}

// intValue returns the decimal form of an int literal.
func intValue(text string) string {
	text = strings.ReplaceAll(text, "_", "")
	if v, ok := new(big.Int).SetString(text, 0); ok {
		return v.String()
	}
	v, _ := new(big.Int).SetString(text, 10) // 00
	return v.String()
}

// floatBits returns the bits of a float literal in hexadecimal.
func floatBits(text string) string {
	v, _ := strconv.ParseFloat(strings.ReplaceAll(text, "_", ""), 64) // out of range: infinite
	return fmt.Sprintf("%016x", math.Float64bits(v))
}

// joinDebug writes f'{x=}' as f'x={x!r}', which is what it means.
func joinDebug(parts []Expr) []Expr {
	var out []Expr
	for _, part := range parts {
		if v, ok := part.(*FValue); ok && v.Debug != "" {
			plain := *v
			plain.Debug = ""
			if v.Conv == 0 && v.Spec == nil {
				plain.Conv = 'r'
			}
			out = append(out, &StrLit{v.At, v.Debug}, &plain)
		} else {
			out = append(out, part)
		}
	}
	return mergeText(out)
}
