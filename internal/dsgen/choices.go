package dsgen

import "math/rand/v2"

// choices is where a generator gets its decisions from: first from a list, then, if there is a source of random numbers, from
// that, and else each is 0, which stands for the simplest. So every list makes a program, and a shorter list of smaller
// numbers makes a simpler one.
type choices struct {
	given  []uint16
	random *rand.Rand
	taken  []uint16
}

// pick is a number from 0 to n-1.
func (c *choices) pick(n int) int {
	v := 0
	switch at := len(c.taken); {
	case at < len(c.given):
		v = int(c.given[at]) % n
	case c.random != nil:
		v = c.random.IntN(n)
	}
	c.taken = append(c.taken, uint16(v))
	return v
}

// one is true once in n times; the simplest is false.
func (c *choices) one(n int) bool { return c.pick(n) == n-1 }

// of is one of some things, of which the first is the simplest.
func of[T any](c *choices, things ...T) T { return things[c.pick(len(things))] }
