package syntax

// checkPattern reports what is wrong inside a pattern, which is nil after an error.
func (p *parser) checkPattern(x Pattern) bool {
	if x == nil {
		return true
	}
	n := len(p.errs)
	p.boundNames(x, map[string]bool{})
	return len(p.errs) == n
}

// bind adds a name that a pattern binds to those bound so far.
func (p *parser) bind(n *Name, bound map[string]bool) {
	if n == nil {
		return
	}
	if bound[n.Id] {
		p.report(errorAt(n.Span, codeTarget, "multiple assignments to name '%s' in pattern", n.Id))
	}
	bound[n.Id] = true
	p.checkAssignable(n)
}

// boundNames adds the names that a pattern binds and reports its errors.
func (p *parser) boundNames(x Pattern, bound map[string]bool) {
	switch x := x.(type) {
	case *MatchCapture:
		if x.Pattern != nil {
			p.boundNames(x.Pattern, bound)
		}
		p.bind(x.Name, bound)
	case *MatchStar:
		p.bind(x.Name, bound)
	case *MatchSequence:
		stars := 0
		for _, y := range x.Patterns {
			if _, ok := y.(*MatchStar); ok {
				if stars++; stars > 1 {
					p.report(errorAt(y.Pos(), codeTarget, "multiple starred expressions in sequence pattern"))
				}
			}
			p.boundNames(y, bound)
		}
	case *MatchMapping:
		for _, y := range x.Patterns {
			p.boundNames(y, bound)
		}
		p.bind(x.Rest, bound)
	case *MatchClass:
		seen := map[string]bool{}
		for i, k := range x.Keywords {
			if seen[k] {
				p.report(errorAt(x.KwPats[i].Pos(), codeArgs, "attribute name repeated in class pattern: %s", k))
			}
			seen[k] = true
		}
		for _, y := range x.Patterns {
			p.boundNames(y, bound)
		}
		for _, y := range x.KwPats {
			p.boundNames(y, bound)
		}
	case *MatchOr:
		p.alternatives(x, bound)
	}
}

// alternatives checks that the patterns of p | q bind the same names, which it adds to
// those bound, and that no pattern but the last matches everything.
func (p *parser) alternatives(x *MatchOr, bound map[string]bool) {
	var first map[string]bool
	for i, y := range x.Patterns {
		if i < len(x.Patterns)-1 {
			p.reportIrrefutable(y)
		}
		names := map[string]bool{}
		p.boundNames(y, names)
		if i == 0 {
			first = names
			continue
		}
		same := len(names) == len(first)
		for n := range names {
			same = same && first[n]
		}
		if !same {
			p.report(errorAt(x.Span, codeTarget, "alternative patterns bind different names"))
			break
		}
	}
	for n := range first {
		if bound[n] {
			p.report(errorAt(x.Span, codeTarget, "multiple assignments to name '%s' in pattern", n))
		}
		bound[n] = true
	}
}

// checkCases reports a case that matches everything in front of others.
func (p *parser) checkCases(s *Match) bool {
	n := len(p.errs)
	for i, c := range s.Cases {
		if i < len(s.Cases)-1 && c.Guard == nil {
			p.reportIrrefutable(c.Pattern)
		}
	}
	return len(p.errs) == n
}

// reportIrrefutable reports a pattern that matches everything.
func (p *parser) reportIrrefutable(x Pattern) {
	switch irrefutable(x) {
	case nil:
	case noName:
		p.report(errorAt(x.Pos(), codeContext, "wildcard makes remaining patterns unreachable"))
	default:
		p.report(errorAt(x.Pos(), codeContext, "name capture '%s' makes remaining patterns unreachable", irrefutable(x).Id))
	}
}

// noName stands for _ in irrefutable's result.
var noName = &Name{Id: "_"}

// irrefutable returns the name that a pattern binds if it matches everything, or nil.
func irrefutable(x Pattern) *Name {
	switch x := x.(type) {
	case *MatchCapture:
		switch {
		case x.Pattern != nil:
			return irrefutable(x.Pattern)
		case x.Name == nil:
			return noName
		}
		return x.Name
	case *MatchOr:
		return irrefutable(x.Patterns[len(x.Patterns)-1])
	}
	return nil
}
