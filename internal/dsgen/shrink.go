package dsgen

import "slices"

// Before reports whether p is simpler than o: its text is shorter or, if not, its decisions are.
func (p *Program) Before(o *Program) bool {
	if len(p.Text) != len(o.Text) {
		return len(p.Text) < len(o.Text)
	}
	return len(p.Choices) < len(o.Choices) || len(p.Choices) == len(o.Choices) && slices.Compare(p.Choices, o.Choices) < 0
}

// Smaller lists simpler programs, the simplest first.
func (p *Program) Smaller() []*Program {
	var out []*Program
	seen := map[string]bool{p.Text: true}
	try := func(list []uint16) {
		c := FromChoices(p.Family, list)
		if !seen[c.Text] && c.Before(p) {
			seen[c.Text] = true
			out = append(out, c)
		}
	}
	for size := 64; size > 0; size /= 2 {
		for at := 0; at+size <= len(p.Choices); at += max(1, size/2) {
			try(slices.Delete(slices.Clone(p.Choices), at, at+size))
			zeros := slices.Clone(p.Choices)
			clear(zeros[at : at+size])
			try(zeros)
		}
	}
	for at, v := range p.Choices {
		if v > 1 {
			less := slices.Clone(p.Choices)
			less[at] = v / 2
			try(less)
		}
	}
	slices.SortStableFunc(out, func(a, b *Program) int {
		if a.Before(b) {
			return -1
		}
		return 1
	})
	return out
}
