package py

import "strings"

// group reads what follows a parenthesis: a group, a look-around, flags or a comment.
func (p *reParser) group() (reTerm, bool) {
	start := p.pos - 1
	switch {
	case !p.accept("?"):
		return p.capture(start, ""), true
	case p.accept("P<"):
		return p.capture(start, p.name('>')), true
	case p.accept("P="):
		n, ok := p.names.Lookup(p.name(')'))
		if !ok {
			p.fail("unknown group name")
		}
		return p.backreference(int(n)), true
	case p.accept("#"):
		for p.more() && p.next() != ')' {
		}
		return reTerm{}, false
	case p.accept("="):
		return p.look(start, false, false), true
	case p.accept("!"):
		return p.look(start, true, false), true
	case p.accept("<="):
		return p.look(start, false, true), true
	case p.accept("<!"):
		return p.look(start, true, true), true
	}
	return p.withFlags(start)
}

func (p *reParser) name(end byte) string {
	i := strings.IndexByte(p.src[p.pos:], end)
	if i < 0 {
		p.fail("missing %c, unterminated name", end)
	}
	name := p.src[p.pos : p.pos+i]
	start := p.pos
	p.pos += i + 1
	if !StrIsidentifier(name) {
		p.failAt(start, "bad character in group name %s", Repr(name))
	}
	return name
}

func (p *reParser) closing(start int) {
	if !p.accept(")") {
		p.pos = start
		p.fail("missing ), unterminated subpattern")
	}
}

func (p *reParser) capture(start int, name string) reTerm {
	p.groups++
	n := p.groups
	if name != "" {
		if p.names.Contains(name) {
			p.fail("redefinition of group name %s", Repr(name))
		}
		p.names.Set(name, int64(n))
	}
	p.open[n] = true
	body := p.scoped()
	p.closing(start)
	delete(p.open, n)
	return reTerm{width: body.width, link: func(next *reNode) *reNode {
		return &reNode{op: reOpen, group: n, next: body.link(&reNode{op: reClose, group: n, next: next})}
	}}
}

// scoped reads alternatives whose flags end with them.
func (p *reParser) scoped() reTerm {
	flags := p.flags
	body := p.alternatives()
	p.flags = flags
	return body
}

func (p *reParser) look(start int, not, behind bool) reTerm {
	body := p.scoped()
	p.closing(start)
	width := -1
	if behind {
		if body.width < 0 {
			e := NewException(ReError, "look-behind requires fixed-width pattern")
			e.attrs = map[string]any{"msg": e.Args[0], "pattern": None, "pos": None, "lineno": None, "colno": None}
			Raise(e)
		}
		width = body.width
	}
	return reTerm{link: func(next *reNode) *reNode {
		return &reNode{op: reLook, not: not, behind: width, body: body.link(&reNode{op: reEnd}), next: next}
	}}
}

// withFlags reads (?:…), (?i) and (?i:…).
func (p *reParser) withFlags(start int) (reTerm, bool) {
	before := p.flags
	on := true
	for p.more() {
		r := p.next()
		if i := strings.IndexRune("imsxau", r); i >= 0 {
			f := []int64{ReIgnorecase, ReMultiline, ReDotall, ReVerbose, ReAscii, ReUnicode}[i]
			if on {
				p.flags |= f
			} else {
				p.flags &^= f
			}
			continue
		}
		switch r {
		case '-':
			on = false
			continue
		case ')':
			if start != 0 {
				p.fail("global flags not at the start of the expression")
			}
			return reTerm{}, false
		case ':':
			body := p.alternatives()
			p.closing(start)
			p.flags = before
			return reTerm{width: body.width, link: body.link}, true
		}
		p.pos--
		if r == '(' || r == '>' {
			p.fail("this kind of group is not supported by dstreamc:")
		}
		p.fail("unknown extension ?%c", r)
	}
	p.fail("unexpected end of pattern")
	return reTerm{}, false
}
