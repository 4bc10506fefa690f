package py

import (
	"slices"
	"unicode/utf8"
)

// reOp is what a node of a compiled pattern does.
type reOp uint8

const (
	reEnd      reOp = iota // the pattern, or the part in a look-around, is matched
	reChar                 // one character
	reSet                  // one character of a set
	reByte                 // one character of ASCII
	reText                 // several characters
	reSpan                 // a group that is a repetition, body
	reBegin                // \A, or ^ without MULTILINE
	reLineHead             // ^ with MULTILINE
	reTail                 // $ without MULTILINE
	reLineTail             // $ with MULTILINE
	reVeryEnd              // \Z
	reWordEdge             // \b, or \B if not
	reAlt                  // one of alts
	reOpen                 // a group begins
	reClose                // a group ends
	reRepeat               // a single character, repeated
	reLoopIn               // a loop begins
	reLoop                 // the head of a loop
	reBack                 // a backreference
	reLook                 // a look-around
	reAtomic               // a part that gives nothing back: its first match
	rePossess              // a part that is repeated, each time by its first match, and gives nothing back
	reCond                 // alts[0] if a group took part, else alts[1]
)

// reNode is one step of a pattern; next follows it.
type reNode struct {
	op       reOp
	next     *reNode
	r        rune
	same     []rune // of a character without case: what its lower case may be
	set      func(rune) bool
	alts     []*reNode
	body     *reNode
	min, max int // max < 0: any number
	lazy     bool
	not      bool   // of a look-around or \B
	behind   int    // characters of a look-behind, or -1 for a look-ahead
	group    int    // of a group, backreference or condition; the number of a loop
	fold     reFold // of a character and a backreference
	ascii    bool   // of \b: only ASCII counts; of a set: it has nothing else
	id       int
	around   []*reNode // the heads of the loops that it is in

	// What prepare adds, so that most nodes need no look at what may follow them.
	text   string      // of reText
	head   uint64      // and its bytes, if these are at most eight,
	mask   uint64      // and which of eight they are; 0 for a longer text
	bytes  *byteTests  // of a node that tests one character
	bulk   byteRange   // of a character that is repeated
	starts *startSet   // of a repetition: what can follow it; of a loop: what can begin its body
	each   []*startSet // what can begin each of alts
	sure   bool        // a repetition that gives nothing back: what follows cannot begin with what it takes
	undo   bool        // of a group that may take no part, or part more than once
}

// reBuilder makes the nodes of a pattern, from its end to its beginning.
type reBuilder struct {
	loops  int
	nodes  int
	around []*reNode
	refers bool // the pattern asks what a group matched
}

func (b *reBuilder) node(op reOp, next *reNode) *reNode {
	b.nodes++
	return &reNode{op: op, next: next, id: b.nodes, around: b.around}
}

// build makes the nodes of a part in front of what follows it.
func (b *reBuilder) build(t *reTree, flags int64, next *reNode) *reNode {
	switch t.form {
	case formChar, formAny, formSet:
		return b.single(t, flags, next)
	case formAt:
		return b.at(byte(t.char), flags, next)
	case formSeq:
		for i := len(t.parts) - 1; i >= 0; i-- {
			next = b.build(t.parts[i], flags, next)
		}
		return next
	case formAlt:
		if one := b.oneOf(t, flags, next); one != nil {
			return one
		}
		n := b.node(reAlt, next)
		for _, part := range t.parts {
			n.alts = append(n.alts, b.build(part, flags, next))
		}
		return n
	case formGroup:
		return b.groupOf(t, flags, next)
	case formRepeat:
		return b.repeat(t, flags, next)
	case formBack:
		b.refers = true
		n := b.node(reBack, next)
		n.group, n.fold = t.group, foldOf(flags)
		return n
	case formLook:
		return b.look(t, flags, next)
	case formAtomic:
		return b.atomic(t.parts[0], flags, next)
	case formCond:
		b.refers = true
		n := b.node(reCond, next)
		n.group = t.group
		n.alts = []*reNode{b.build(t.parts[0], flags, next), b.build(t.parts[1], flags, next)}
		return n
	}
	return next
}

// single makes the node of one character.
func (b *reBuilder) single(t *reTree, flags int64, next *reNode) *reNode {
	if t.form == formChar {
		n := b.node(reChar, next)
		n.r, n.fold = t.char, foldOf(flags)
		if n.fold.ignore = n.fold.cased(t.char); n.fold.ignore {
			n.same = n.fold.variants(t.char)
		}
		return n
	}
	n := b.node(reSet, next)
	switch {
	case t.form == formSet:
		test := t.set.test(flags)
		n.set, n.ascii = test.is, test.ascii
	case flags&ReDotall != 0:
		n.set = func(rune) bool { return true }
	default:
		n.set = func(r rune) bool { return r != '\n' }
	}
	return n
}

func (b *reBuilder) at(letter byte, flags int64, next *reNode) *reNode {
	lines := flags&ReMultiline != 0
	op := map[byte]reOp{'^': reBegin, 'A': reBegin, '$': reTail, 'Z': reVeryEnd, 'b': reWordEdge, 'B': reWordEdge}[letter]
	switch {
	case letter == '^' && lines:
		op = reLineHead
	case letter == '$' && lines:
		op = reLineTail
	}
	n := b.node(op, next)
	n.not, n.ascii = letter == 'B', flags&ReUnicode == 0
	return n
}

func (b *reBuilder) groupOf(t *reTree, flags int64, next *reNode) *reNode {
	if t.add&reTypeFlags != 0 {
		flags &^= reTypeFlags
	}
	flags = (flags | t.add) &^ t.del
	if t.group == 0 {
		return b.build(t.parts[0], flags, next)
	}
	end := b.node(reClose, next)
	end.group = t.group
	n := b.node(reOpen, nil)
	n.group = t.group
	n.next = b.build(t.parts[0], flags, end)
	return n
}

// repeat makes a part repeated: a single character, or a loop.
func (b *reBuilder) repeat(t *reTree, flags int64, next *reNode) *reNode {
	item := t.parts[0].plain()
	if body := b.oneOf(item, flags, nil); body != nil {
		n := b.node(reRepeat, next)
		n.body, n.min, n.max, n.lazy, n.sure = body, t.min, t.max, t.how == '?', t.how == '+'
		return n
	}
	if t.how == '+' {
		n := b.node(rePossess, next)
		n.body, n.min, n.max = b.part(item, flags), t.min, t.max
		return n
	}
	head := b.node(reLoop, next)
	head.group, head.min, head.max, head.lazy = b.loops, t.min, t.max, t.how == '?'
	b.loops++
	outer := b.around
	b.around = append(outer[:len(outer):len(outer)], head)
	head.around = b.around
	head.body = b.build(item, flags, head)
	b.around = outer
	in := b.node(reLoopIn, head)
	in.group = head.group
	return in
}

// plain is what is in groups without a number and without flags, and in sequences of one part.
func (t *reTree) plain() *reTree {
	for t.form == formGroup && t.group == 0 && t.add == 0 && t.del == 0 || t.form == formSeq && len(t.parts) == 1 {
		t = t.parts[0]
	}
	return t
}

// oneOf makes one node of a part that is always one character: a character, a set or alternatives of them. It is nil for
// others.
func (b *reBuilder) oneOf(t *reTree, flags int64, next *reNode) *reNode {
	switch t.form {
	case formChar, formAny, formSet:
		return b.single(t, flags, next)
	case formAlt:
	default:
		return nil
	}
	n := &reNode{op: reSet, next: next, ascii: true}
	var ways []*reNode
	for _, part := range t.parts {
		way := b.oneOf(part.plain(), flags, nil)
		if way == nil {
			return nil
		}
		n.ascii = n.ascii && (way.ascii || way.op == reChar && way.r < utf8.RuneSelf && !way.fold.ignore)
		ways = append(ways, way)
	}
	n.set = func(r rune) bool {
		return slices.ContainsFunc(ways, func(way *reNode) bool { return way.accepts(r) })
	}
	b.nodes++
	n.id, n.around = b.nodes, b.around
	return n
}

// part makes the nodes of a part that is matched by itself.
func (b *reBuilder) part(t *reTree, flags int64) *reNode {
	outer := b.around
	b.around = nil
	out := b.build(t, flags, b.node(reEnd, nil))
	b.around = outer
	return out
}

func (b *reBuilder) look(t *reTree, flags int64, next *reNode) *reNode {
	n := b.node(reLook, next)
	n.not, n.behind = t.not, -1
	if t.behind {
		lo, hi := t.parts[0].width()
		if lo != hi {
			raiseReError("look-behind requires fixed-width pattern")
		}
		n.behind = lo
	}
	n.body = b.part(t.parts[0], flags)
	return n
}

func (b *reBuilder) atomic(t *reTree, flags int64, next *reNode) *reNode {
	n := b.node(reAtomic, next)
	n.body = b.part(t, flags)
	return n
}

// literalPrefix is the text that every match begins with.
func literalPrefix(n *reNode) string {
	var out []byte
	for ; n.op == reChar && !n.fold.ignore; n = n.next {
		out = utf8.AppendRune(out, n.r)
	}
	return string(out)
}
