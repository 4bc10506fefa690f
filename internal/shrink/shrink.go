package shrink

// Program is a program that can be made smaller.
type Program[P any] interface {
	Smaller() []P  // smaller programs, which are tried in this order
	Before(P) bool // reports whether it is smaller than another
}

// perRound is how many candidates are asked about at once, and leastOf how many of each program at least.
const (
	perRound = 60
	leastOf  = 12
)

// All makes programs smaller as long as keep says that they still do what makes them interesting. keep is asked about many candidates
// at once, those of all programs together, and answers for each; origin is the index of the program that a candidate comes from.
func All[P Program[P]](programs []P, keep func(candidates []P, origin []int) ([]bool, error)) error {
	from := make([]int, len(programs)) // where in its candidates each program goes on
	for {
		var candidates []P
		var origin []int
		for i, p := range programs {
			all := p.Smaller()
			end := min(len(all), from[i]+max(perRound/len(programs), leastOf))
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
		best := map[int]P{}
		for k, c := range candidates {
			if old, ok := best[origin[k]]; kept[k] && (!ok || c.Before(old)) {
				best[origin[k]] = c
			}
		}
		for i, p := range best {
			programs[i], from[i] = p, 0
		}
	}
}
