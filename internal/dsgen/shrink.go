package dsgen

import "slices"

// Shrink makes programs smaller, as long as keep says that they still do what makes them interesting: it leaves out decisions,
// or takes simpler ones. keep is asked about many candidates at once, those of all programs together; origin is the index
// of the program that a candidate comes from.
func Shrink(programs []*Program, keep func(candidates []*Program, origin []int) ([]bool, error)) error {
	const perRound = 60
	from := make([]int, len(programs)) // where in its candidates each program goes on
	for {
		var candidates []*Program
		var origin []int
		for i, p := range programs {
			all := p.smaller()
			end := min(len(all), from[i]+max(perRound/len(programs), 12))
			for _, c := range all[min(from[i], end):end] {
				candidates, origin = append(candidates, c), append(origin, i)
			}
			from[i] = end
		}
		if len(candidates) == 0 {
			return nil
		}
		kept, err := keep(candidates, origin)
		if err != nil {
			return err
		}
		best := map[int]*Program{}
		for k, c := range candidates {
			if old := best[origin[k]]; kept[k] && (old == nil || c.before(old)) {
				best[origin[k]] = c
			}
		}
		for i, p := range best {
			programs[i], from[i] = p, 0
		}
	}
}

// before reports whether p is simpler than o: its text is shorter or, if not, its decisions are.
func (p *Program) before(o *Program) bool {
	if len(p.Text) != len(o.Text) {
		return len(p.Text) < len(o.Text)
	}
	return len(p.Choices) < len(o.Choices) || len(p.Choices) == len(o.Choices) && slices.Compare(p.Choices, o.Choices) < 0
}

// smaller lists simpler programs, the simplest first.
func (p *Program) smaller() []*Program {
	var out []*Program
	seen := map[string]bool{p.Text: true}
	try := func(list []uint16) {
		c := FromChoices(p.Family, list)
		if !seen[c.Text] && c.before(p) {
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
		if a.before(b) {
			return -1
		}
		return 1
	})
	return out
}
