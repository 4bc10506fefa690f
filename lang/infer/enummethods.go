package infer

import (
	"fmt"
	"strings"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

// enumMethods writes the methods of an Enum.
func (c *checker) enumMethods(k *class, b *strings.Builder) {
	name := k.node.Name.Id
	b.WriteString("def __member__(self, name, value):\n    self.name = name\n    self.value = value\n")
	if k.enum.flag {
		flagMethods(k, b)
	} else if !k.has("__repr__") {
		fmt.Fprintf(b, "def __repr__(self):\n    return f\"<%s.{self.name}: {self.value!r}>\"\n", name)
	}
	switch {
	case inherited(k, "__str__"):
	case k.enum.mixin != "" && !k.enum.plain:
		b.WriteString("def __str__(self):\n    return str(self.value)\n")
	case k.enum.flag:
		fmt.Fprintf(b, "def __str__(self):\n    return f\"%s({self.value})\" if self.name is None else f\"%s.{self.name}\"\n", name, name)
	default:
		fmt.Fprintf(b, "def __str__(self):\n    return f\"%s.{self.name}\"\n", name)
	}
	switch {
	case k.enum.mixin != "":
		mixinMethods(b)
	case k.enum.flag:
		b.WriteString("def __eq__(self, other):\n    return isinstance(other, __class__) and self.value == other.value\ndef __hash__(self):\n    return hash(self.value)\n")
	case !k.has("__hash__"):
		b.WriteString("def __hash__(self):\n    return hash(self.name)\n")
	}
	lookupMethods(k, b)
}

// mixinMethods compare members with values of the type that they are mixed with.
func mixinMethods(b *strings.Builder) {
	b.WriteString("def __plain__(self):\n    return self.value\n")
	b.WriteString("def __eq__(self, other):\n    if isinstance(other, __class__):\n        return self.value == other.value\n    return self.value == other\n")
	b.WriteString("def __hash__(self):\n    return hash(self.value)\n")
	for _, op := range [][2]string{{"__lt__", "<"}, {"__le__", "<="}, {"__gt__", ">"}, {"__ge__", ">="}} {
		fmt.Fprintf(b, "def %s(self, other):\n    if isinstance(other, __class__):\n        return self.value %s other.value\n    return self.value %s other\n", op[0], op[1], op[1])
	}
}

// lookupMethods find a member by its value or name.
func lookupMethods(k *class, b *strings.Builder) {
	name, all := k.node.Name.Id, membersVar
	if k.enum.flag {
		all = allVar
	}
	fmt.Fprintf(b, "@staticmethod\ndef _of_value(value):\n    for m in __class__.%s:\n        if m.value == value:\n            return m\n", all)
	switch {
	case inherited(k, "_missing_"):
		b.WriteString("    found = __class__._missing_(value)\n    if found is not None:\n        return found\n")
	case k.enum.flag:
		b.WriteString("    if isinstance(value, int):\n        return __class__._of_bits(value)\n")
	}
	fmt.Fprintf(b, "    raise ValueError(f\"{value!r} is not a valid %s\")\n", name)
	fmt.Fprintf(b, "@staticmethod\ndef _of_name(name):\n    for m in __class__.%s:\n        if m.name == name:\n            return m\n", all)
	b.WriteString("    return __class__.__members__[name]\n")
}

// flagMethods combine the members of a Flag. A combination that has no name is made when it is first asked for.
func flagMethods(k *class, b *strings.Builder) {
	name := k.node.Name.Id
	if !k.has("__repr__") {
		fmt.Fprintf(b, "def __repr__(self):\n    return f\"<%s: {self.value!r}>\" if self.name is None else f\"<%s.{self.name}: {self.value!r}>\"\n", name, name)
	}
	for _, op := range [][2]string{{"or", "|"}, {"and", "&"}, {"xor", "^"}} {
		fmt.Fprintf(b, "def __%s__(self, other):\n    if isinstance(other, __class__):\n        return __class__._of_value(self.value %s other.value)\n", op[0], op[1])
		if k.enum.mixin != "int" {
			b.WriteString("    return NotImplemented\n")
			continue
		}
		fmt.Fprintf(b, "    return __class__._of_value(self.value %[2]s other)\ndef __r%[1]s__(self, other):\n    return __class__._of_value(self.value %[2]s other)\n", op[0], op[1])
	}
	b.WriteString("def __invert__(self):\n    return __class__._of_value(__class__._mask() & ~self.value)\n")
	b.WriteString("def __contains__(self, other):\n    return other.value & self.value == other.value\n")
	b.WriteString("def __iter__(self):\n    members = __class__._members\n    return iter([m for m in members if m.value & self.value])\n")
	b.WriteString("def __len__(self):\n    return bin(self.value).count(\"1\")\n")
	b.WriteString("def __bool__(self):\n    return self.value != 0\n")
	b.WriteString("@staticmethod\ndef _mask():\n    mask = 0\n    for m in __class__._all_members:\n        mask |= m.value\n    return mask\n")
	b.WriteString("@staticmethod\ndef _of_bits(value):\n    mask = __class__._mask()\n    every = 2 ** mask.bit_length() - 1\n")
	if k.enum.mixin == "int" {
		b.WriteString("    if value < 0:\n        value += max(every + 1, 2 ** value.bit_length())\n")
	} else {
		fmt.Fprintf(b, "    if value & ~mask and not -mask - 1 <= value < 0:\n        n = max(value.bit_length(), mask.bit_length())\n"+
			"        raise ValueError(f\"<flag '%s'> invalid value {value}\\n    given {'0b1' if value < 0 else '0b0'} {(value if value >= 0 else value + 2 ** n):0{n}b}\\n  allowed 0b0 {mask:0{n}b}\")\n", name)
		b.WriteString("    if value < 0:\n        value += every + 1\n")
	}
	b.WriteString("    if value in __class__._combined:\n        return __class__._combined[value]\n" +
		"    for m in __class__._all_members:\n        if m.value == value:\n            return m\n" +
		"    members = __class__._members\n    names = [m.name or '' for m in members if m.value & value]\n" +
		"    if value & ~mask and names:\n        names.append(str(value & ~mask))\n" +
		"    made = __class__(_name='|'.join(names) or None, _value=value)\n    __class__._combined[value] = made\n    return made\n")
}

// inherited reports a method that the script wrote for the class or one of its bases.
func inherited(k *class, name string) bool {
	for _, b := range k.line {
		for _, s := range b.node.Body {
			if d, ok := s.(*syntax.FuncDef); ok && d.Name.Id == name {
				return true
			}
		}
	}
	return false
}
