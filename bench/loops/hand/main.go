//go:build linux

// Command hand does what ../loops.py does, as one writes it in Go.
package main

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unicode/utf8"
)

func intSum(n int) string {
	total := 0
	for i := range n {
		total += i * 3
	}
	return strconv.Itoa(total)
}

func remainders(n int) string {
	total := 0
	for i := range n {
		total += (i*i+1)%7 - i/3
	}
	return strconv.Itoa(total)
}

func nested(n int) string {
	count := 0
	for i := range n {
		for j := range n {
			if (i^j)&3 == 0 {
				count++
			}
		}
	}
	return strconv.Itoa(count)
}

func whileLoop(n int) string {
	longest := 0
	for start := 1; start < n; start++ {
		x, steps := start, 0
		for x != 1 {
			if x%2 == 0 {
				x /= 2
			} else {
				x = 3*x + 1
			}
			steps++
		}
		if steps > longest {
			longest = steps
		}
	}
	return strconv.Itoa(longest)
}

func gcds(n int) string {
	total := 0
	for i := 1; i < n; i++ {
		a, b := i, n
		for b != 0 {
			a, b = b, a%b
		}
		total += a
	}
	return strconv.Itoa(total)
}

func floatSum(n int) string {
	total := 0.0
	for i := 1; i < n; i++ {
		total += 1.0 / float64(i*i)
	}
	return strconv.FormatFloat(math.Round(total*1e9)/1e9, 'f', -1, 64)
}

func mandelbrot(n int) string {
	inside := 0
	for row := range n {
		for col := range n {
			cr, ci := 3.0*float64(col)/float64(n)-2.0, 2.0*float64(row)/float64(n)-1.0
			zr, zi := 0.0, 0.0
			steps := 0
			for steps < 50 && zr*zr+zi*zi <= 4.0 {
				zr, zi = zr*zr-zi*zi+cr, 2.0*zr*zi+ci
				steps++
			}
			if steps == 50 {
				inside++
			}
		}
	}
	return strconv.Itoa(inside)
}

func listItems(n int) string {
	xs := make([]int, n)
	for i := 1; i < n; i++ {
		xs[i] = xs[i-1] + i%5
	}
	total := 0
	for i := range n {
		total += xs[n-1-i]
	}
	return strconv.Itoa(total)
}

func matrix(n int) string {
	make2 := func(f func(i, j int) int) [][]int {
		var rows [][]int
		for i := range n {
			row := make([]int, n)
			for j := range n {
				row[j] = f(i, j)
			}
			rows = append(rows, row)
		}
		return rows
	}
	a := make2(func(i, j int) int { return i * j % 7 })
	b := make2(func(i, j int) int { return (i + j) % 5 })
	total := 0
	for i := range n {
		for j := range n {
			cell := 0
			for k := range n {
				cell += a[i][k] * b[k][j]
			}
			total += cell
		}
	}
	return strconv.Itoa(total)
}

func sieve(n int) string {
	prime := make([]bool, n)
	for i := range prime {
		prime[i] = true
	}
	count := 0
	for i := 2; i < n; i++ {
		if prime[i] {
			count++
			for j := i * i; j < n; j += i {
				prime[j] = false
			}
		}
	}
	return strconv.Itoa(count)
}

func listAppend(n int) string {
	var xs []int
	for i := range n {
		if i%3 != 0 {
			xs = append(xs, i)
		}
	}
	total := 0
	for _, x := range xs {
		total += x
	}
	return strconv.Itoa(total + len(xs))
}

func comprehension(n int) string {
	var xs []int
	for x := range n {
		if x%3 == 0 {
			xs = append(xs, x*2)
		}
	}
	total := 0
	for _, x := range xs {
		total += x
	}
	return strconv.Itoa(total)
}

func dictOfInts(n int) string {
	counts := map[int]int{}
	for i := range n {
		counts[i*7919%1009]++
	}
	return strconv.Itoa(len(counts) + counts[5])
}

func dictOfWords(n int) string {
	words := strings.Fields(strings.Repeat("the quick brown fox jumps over the lazy dog and runs away from the other dogs ", 64))
	counts := map[string]int{}
	for i := range n {
		counts[words[i%1024]]++
	}
	var keys []string
	for w := range counts {
		keys = append(keys, w)
	}
	slices.Sort(keys)
	return fmt.Sprintf("('%s', %d)", keys[0], counts[keys[0]])
}

func characters(n int) string {
	text := strings.Repeat("the quick brown fox jumps over the lazy dog ", 64)
	vowels := 0
	for range n {
		for _, c := range text {
			if strings.ContainsRune("aeiou", c) {
				vowels++
			}
		}
	}
	return strconv.Itoa(vowels)
}

func indexedText(n int) string {
	text := []rune(strings.Repeat("abcdefghij", 32) + strings.Repeat("jihgfedcba", 32))
	same := 0
	for range n {
		for i, j := 0, len(text)-1; i < j && text[i] == text[j]; i, j = i+1, j-1 {
			same++
		}
	}
	return strconv.Itoa(same)
}

func concatenated(n int) string {
	size := 0
	for range n {
		var out strings.Builder
		for _, c := range "characters" {
			out.WriteRune(c)
			if c == 'a' {
				out.WriteByte('-')
			}
		}
		size += len(out.String())
	}
	return strconv.Itoa(size)
}

func joined(n int) string {
	var parts []string
	for i := range n {
		parts = append(parts, strconv.Itoa(i))
	}
	return strconv.Itoa(len(strings.Join(parts, ",")))
}

func fields(n int) string {
	line := "2024-01-01T00:00:00 host42 GET /index.html 200 5123"
	total := 0
	for range n {
		parts := strings.Split(line, " ")
		if parts[2] == "GET" && strings.HasPrefix(parts[4], "2") {
			size, err := strconv.Atoi(parts[5])
			if err != nil {
				panic(err)
			}
			total += size
		}
	}
	return strconv.Itoa(total)
}

func sortInts(n int) string {
	xs := make([]int, n)
	for i := range n {
		xs[i] = i * 7919 % 1000003
	}
	slices.Sort(xs)
	return strconv.Itoa(xs[n/2])
}

type pair struct{ a, b int }

func sortByKey(n int) string {
	pairs := make([]pair, n)
	for i := range n {
		pairs[i] = pair{i * 7919 % 1009, i}
	}
	slices.SortStableFunc(pairs, func(p, q pair) int { return q.a - p.a })
	return fmt.Sprintf("(%d, %d)", pairs[n/2].a, pairs[n/2].b)
}

func sets(n int) string {
	seen := map[int]struct{}{}
	for i := range n {
		seen[i*i%10007] = struct{}{}
	}
	hits := 0
	for i := range n {
		if _, ok := seen[i]; ok {
			hits++
		}
	}
	return strconv.Itoa(hits)
}

type point struct {
	x, y int
	name string
}

func tuples(n int) string {
	var points []point
	for i := range 1000 {
		points = append(points, point{i, i * 2, "p"})
	}
	total := 0
	for k := range n {
		for _, p := range points {
			if p.name == "p" {
				total += p.x - p.y + k
			}
		}
	}
	return strconv.Itoa(total)
}

func clamp(x, low, high int) int {
	if x < low {
		return low
	}
	if x > high {
		return high
	}
	return x
}

func calls(n int) string {
	total := 0
	for i := range n {
		total += clamp(i%100, 20, 80)
	}
	return strconv.Itoa(total)
}

func fib(n int) int {
	if n < 2 {
		return n
	}
	return fib(n-1) + fib(n-2)
}

type particle struct {
	x, v    float64
	bounces int
}

func (p *particle) step(dt float64) {
	p.x += p.v * dt
	if p.x > 1.0 || p.x < 0.0 {
		p.v = -p.v
		p.bounces++
	}
}

func objects(n int) string {
	var particles []*particle
	for i := range 10 {
		particles = append(particles, &particle{x: float64(i) / 10, v: 0.3})
	}
	for range n {
		for _, p := range particles {
			p.step(0.01)
		}
	}
	sum := 0
	for _, p := range particles {
		sum += p.bounces
	}
	return strconv.Itoa(sum)
}

func checksum(n int) string {
	var data []byte
	for range 16 {
		for i := range 256 {
			data = append(data, byte(i))
		}
	}
	a, b := 1, 0
	for range n {
		for _, c := range data {
			a = (a + int(c)) % 65521
			b = (b + a) % 65521
		}
	}
	return strconv.Itoa(b<<16 | a)
}

func formatted(n int) string {
	size := 0
	for i := range n {
		size += len("user-" + strconv.Itoa(i) + ": " + strconv.Itoa(i%10) + "/" + strconv.Itoa(i/10))
	}
	return strconv.Itoa(size)
}

func formattedFloats(n int) string {
	size := 0
	for i := range n {
		size += len(fmt.Sprintf("%.2f|%5d", float64(i)/8, i))
	}
	return strconv.Itoa(size)
}

func pairwise(n int) string {
	xs, ys := make([]int, 1000), make([]int, 1000)
	for i := range xs {
		xs[i], ys[i] = i, i%7
	}
	total := 0
	for range n {
		for i, x := range xs {
			total += i*ys[i] - x
		}
	}
	return strconv.Itoa(total)
}

func leastAndMost(n int) string {
	low, high := 1_000_000_000, -1_000_000_000
	for i := range n {
		v := i*31%1001 - 500
		if v < 0 {
			v = -v
		}
		low = min(low, v)
		high = max(high, v)
	}
	return strconv.Itoa(high - low)
}

func caught(n int) string {
	texts := []string{"12", "7", "x", "40"}
	total := 0
	for i := range n {
		if v, err := strconv.Atoi(texts[i%4]); err == nil {
			total += v
		} else {
			total--
		}
	}
	return strconv.Itoa(total)
}

func countdown(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for ; n > 0; n-- {
			if !yield(n) {
				return
			}
		}
	}
}

func generator(n int) string {
	total := 0
	for x := range countdown(n) {
		total += x & 7
	}
	return strconv.Itoa(total)
}

func listsOfLists(n int) string {
	groups := map[int][]int{}
	for i := range n {
		groups[i%101] = append(groups[i%101], i)
	}
	most := 0
	for _, g := range groups {
		most = max(most, len(g))
	}
	return strconv.Itoa(most)
}

var words = strings.Fields(strings.Repeat("The quick brown Fox jumps over the lazy Dog and runs away from The Other dogs ", 64))

func computedAgain(n int) string {
	size := 0
	for i := range n {
		if word := strings.ToLower(words[i%1024]) + "s"; word != "dogs" {
			size += len(word)
		}
	}
	return strconv.Itoa(size)
}

func neverUsed(n int) string {
	size := 0
	for i := range n {
		size += utf8.RuneCountInString(words[i%1024])
	}
	return strconv.Itoa(size)
}

func behindATest(n int) string {
	size := 0
	for i := range n {
		if i%8 == 0 {
			size += len(strings.ToUpper(words[i%1024]) + "!")
		}
	}
	return strconv.Itoa(size)
}

// cpu is the CPU time of this process.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func main() {
	scale, err := strconv.ParseFloat(os.Args[1], 64)
	if err != nil {
		panic(err)
	}
	size := func(n int) int { return max(int(float64(n)*scale), 12) }
	run := func(name string, f func(int) string, n int) {
		began := cpu()
		result := f(n)
		fmt.Printf("%s\t%s\t%d\n", name, result, cpu()-began)
	}
	run("sum of ints", intSum, size(20000000))
	run("remainders", remainders, size(6000000))
	run("nested loops", nested, size(4000))
	run("while", whileLoop, size(100000))
	run("swaps, while", gcds, size(400000))
	run("sum of floats", floatSum, size(10000000))
	run("floats, while", mandelbrot, size(250))
	run("list items", listItems, size(4000000))
	run("lists of lists", matrix, size(160))
	run("sieve", sieve, size(2000000))
	run("list.append", listAppend, size(4000000))
	run("list comprehension", comprehension, size(8000000))
	run("dict of ints", dictOfInts, size(2000000))
	run("dict of words", dictOfWords, size(2000000))
	run("characters", characters, size(3000))
	run("text[i]", indexedText, size(20000))
	run("text += c", concatenated, size(100000))
	run("join", joined, size(500000))
	run("split", fields, size(200000))
	run("sort", sortInts, size(300000))
	run("sort by key", sortByKey, size(200000))
	run("sets", sets, size(2000000))
	run("tuples", tuples, size(15000))
	run("function calls", calls, size(10000000))
	run("recursion", func(n int) string { return strconv.Itoa(fib(n)) }, min(30, size(30)))
	run("objects", objects, size(1000000))
	run("bytes", checksum, size(2000))
	run("f-strings", formatted, size(400000))
	run("f-strings of floats", formattedFloats, size(200000))
	run("enumerate, zip", pairwise, size(15000))
	run("min, max, abs", leastAndMost, size(6000000))
	run("try", caught, size(300000))
	run("generator", generator, size(10000000))
	run("setdefault, append", listsOfLists, size(2000000))
	run("computed again", computedAgain, size(1000000))
	run("never used", neverUsed, size(2000000))
	run("behind a test", behindATest, size(2000000))
}
