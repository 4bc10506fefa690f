package pygen

import (
	"strconv"
	"strings"
)

// Node is a piece of a program: an expression, or a statement with its blocks.
type Node struct {
	Type   *Type    // of an expression; nil for a statement
	Parts  []string // the text around the kids: one more than those
	Kids   []*Node  // expressions in it
	Blocks []*Block // blocks of a statement: each follows one of its lines
	Atom   bool     // needs no parentheses as an operand
	Fixed  bool     // not to be replaced: a terminal of the rules, such as the width of a format
}

// Block is the statements below a line that ends in a colon.
type Block struct {
	Head  *Node // the line: "if …:", "else:"
	Stmts []*Node
}

// leaf is an expression without kids.
func leaf(t *Type, text string) *Node {
	return &Node{Type: t, Parts: []string{text}, Atom: !strings.HasPrefix(text, "-")}
}

// line is a statement of one line; kids go where the text has \x00.
func line(text string, kids ...*Node) *Node {
	return &Node{Parts: strings.Split(text, "\x00"), Kids: kids}
}

// Text is an expression's or a simple statement's text.
func (n *Node) Text() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	for i, part := range n.Parts {
		b.WriteString(part)
		if i == len(n.Kids) {
			break
		}
		kid := n.Kids[i]
		if kid.Atom && !(strings.HasPrefix(n.Parts[i+1], ".") && kid.number()) || enclosed(part, n.Parts[i+1]) || n.Type == nil && alone(part, n.Parts[i+1]) {
			kid.write(b)
			continue
		}
		b.WriteByte('(')
		kid.write(b)
		b.WriteByte(')')
	}
}

// enclosed reports whether a kid stands alone between brackets and commas.
func enclosed(before, behind string) bool {
	opened := strings.HasSuffix(before, "(") || named(before) || strings.HasSuffix(before, "[") || strings.HasSuffix(before, ", ")
	closed := strings.HasPrefix(behind, ")") || strings.HasPrefix(behind, "]") || strings.HasPrefix(behind, ", ")
	return opened && closed
}

// named reports whether a kid is the value of a keyword argument.
func named(before string) bool {
	return len(before) > 1 && before[len(before)-1] == '=' && before[len(before)-2] > '>'
}

// number reports whether a node is a literal of a number.
func (n *Node) number() bool {
	return len(n.Kids) == 0 && n.Parts[0] != "" && n.Parts[0][0] >= '0' && n.Parts[0][0] <= '9'
}

// alone reports whether what stands before and behind a kid of a statement makes it a whole
// expression: "x = " and the line's end, "if " and ":".
func alone(before, behind string) bool {
	return (before == "" || strings.HasSuffix(before, " ")) && (behind == "" || behind == ":")
}

// print writes a statement's lines.
func (n *Node) print(b *strings.Builder, indent string) {
	if len(n.Blocks) == 0 {
		b.WriteString(indent)
		n.write(b)
		b.WriteByte('\n')
		return
	}
	for _, block := range n.Blocks {
		block.print(b, indent)
	}
}

func (block *Block) print(b *strings.Builder, indent string) {
	head := strings.ReplaceAll(block.Head.Text(), "\n", "\n"+indent) // a decorator stands in front of it
	b.WriteString(indent + head + "\n")
	if len(block.Stmts) == 0 {
		b.WriteString(indent + "    pass\n")
	}
	for _, s := range block.Stmts {
		s.print(b, indent+"    ")
	}
}

// Program is a random program.
type Program struct {
	Seed uint64
	Body []*Node
}

// Name is a name for the program's file.
func (p *Program) Name() string { return "random_" + strconv.FormatUint(p.Seed, 16) }

// String is the program's text.
func (p *Program) String() string {
	var b strings.Builder
	if p.growing() {
		b.WriteString(directive)
	}
	b.WriteString(imports)
	var body strings.Builder
	for _, s := range p.Body {
		s.print(&body, "")
	}
	for _, i := range imported {
		if used(body.String(), i.name) {
			b.WriteString("from " + i.module + " import " + i.name + "\n")
		}
	}
	b.WriteByte('\n')
	b.WriteString(body.String())
	return b.String()
}

// growing reports a program whose ints have any size: every other one.
func (p *Program) growing() bool { return growing(p.Seed) }

func growing(seed uint64) bool { return seed%2 == 1 }

// directive begins the programs whose ints have any size.
const directive = "# dstreamc: bigint\n"

// imports begin every program: what the rules use.
const imports = `import math
import itertools
import functools
import operator
import string
import json
import re
import bisect
import heapq
import textwrap
from collections import Counter, defaultdict, deque, namedtuple, OrderedDict
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum, IntEnum
from typing import NamedTuple
`

// imported is what only the programs that need it import.
var imported = []struct{ module, name string }{
	{"abc", "ABC"}, {"abc", "abstractmethod"}, {"collections", "ChainMap"}, {"contextlib", "ExitStack"}, {"contextlib", "suppress"},
	{"dataclasses", "astuple"}, {"dataclasses", "fields"}, {"datetime", "date"}, {"datetime", "time"}, {"datetime", "timezone"},
	{"decimal", "Decimal"}, {"decimal", "ROUND_CEILING"}, {"decimal", "ROUND_DOWN"}, {"decimal", "ROUND_FLOOR"}, {"decimal", "ROUND_HALF_EVEN"},
	{"decimal", "ROUND_HALF_UP"}, {"decimal", "ROUND_UP"}, {"typing", "Optional"},
}

// used reports whether a name stands in a text by itself.
func used(text, name string) bool {
	for i := 0; ; i++ {
		next := strings.Index(text[i:], name)
		if next < 0 {
			return false
		}
		i += next
		if end := i + len(name); (i == 0 || !word(text[i-1])) && (end == len(text) || !word(text[end])) {
			return true
		}
	}
}

func word(c byte) bool {
	return c == '_' || c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
