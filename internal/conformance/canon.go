package conformance

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Item is a piece of a script's normalised output: a batch block of pprint, or a printed line.
type Item struct {
	Block   bool
	T       time.Duration // of a block: after the earliest block that counts
	Records []string      // of a block
	More    bool          // of a block: pprint cut the list ("...")
	Text    string        // of a printed line
}

// String shows an item as readable lines, for comparison and for diffs.
func (it Item) String() string {
	if !it.Block {
		return "print " + it.Text
	}
	lines := []string{fmt.Sprintf("block t=%v", it.T)}
	for _, r := range it.Records {
		lines = append(lines, "    "+r)
	}
	if it.More {
		lines = append(lines, "    ... and more")
	}
	return strings.Join(lines, "\n")
}

// Text joins items into one text.
func Text(items []Item) string {
	var b strings.Builder
	for _, it := range items {
		b.WriteString(it.String())
		b.WriteByte('\n')
	}
	return b.String()
}

const ruler = "-------------------------------------------"

var (
	timeLine = regexp.MustCompile(`^Time: (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?)$`)
	// Wall-clock values are those from 2025 on; scripts only use older dates as data.
	stamp  = regexp.MustCompile(`\b20(?:2[5-9]|[3-9]\d)-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?`)
	digits = regexp.MustCompile(`\d+`)
	millis = regexp.MustCompile(`^(?:1[7-9]|2[0-4])\d{11}$`)
)

// rawItem is an item with its wall-clock time.
type rawItem struct {
	Item
	when time.Time
}

// Canon normalises what a script printed: block times become relative, the batches that do not
// count are left out (before the first and after the last one with records, or all but the first
// Rules.Batches), the run's folder, its port and wall-clock times become <TMP>, <PORT>, <T> and
// <MS>. Records keep their order.
func Canon(stdout string, rules Rules, tmp, port string) []Item {
	raw := parseOutput(stdout)
	raw, keep := chooseBatches(raw, rules.Batches)
	var zero time.Time
	for when := range keep {
		if zero.IsZero() || when.Before(zero) {
			zero = when
		}
	}
	var items []Item
	for _, it := range raw {
		if !it.Block {
			it.Text = clean(it.Text, tmp, port)
		} else {
			if !keep[it.when] {
				continue
			}
			it.T = it.when.Sub(zero)
			for i, r := range it.Records {
				it.Records[i] = clean(r, tmp, port)
			}
			if n := len(it.Records); n > 0 && it.Records[n-1] == "..." {
				it.Records, it.More = it.Records[:n-1], true
			}
		}
		items = append(items, it.Item)
	}
	return items
}

// SortRecords orders the records of each block, for output whose order varies from run to run.
func SortRecords(items []Item) {
	for _, it := range items {
		slices.Sort(it.Records)
	}
}

// parseOutput cuts stdout into blocks and printed lines.
func parseOutput(stdout string) []rawItem {
	lines := strings.Split(stdout, "\n")
	if lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	var items []rawItem
	for at := 0; at < len(lines); {
		when, ok := blockHead(lines[at:])
		if !ok {
			items = append(items, rawItem{Item: Item{Text: lines[at]}})
			at++
			continue
		}
		at += 3
		it := rawItem{Item: Item{Block: true}, when: when}
		for at < len(lines) && lines[at] != "" {
			it.Records = append(it.Records, lines[at])
			at++
		}
		at++ // the empty line that ends a block
		items = append(items, it)
	}
	return items
}

// blockHead reports whether the three lines that open a block come next, and their time.
func blockHead(lines []string) (time.Time, bool) {
	if len(lines) < 3 || lines[0] != ruler || lines[2] != ruler {
		return time.Time{}, false
	}
	m := timeLine.FindStringSubmatch(lines[1])
	if m == nil {
		return time.Time{}, false
	}
	when, err := time.Parse("2006-01-02 15:04:05.999999", m[1])
	return when, err == nil
}

// chooseBatches returns the items to look at and the block times that count among them.
func chooseBatches(items []rawItem, batches int) ([]rawItem, map[time.Time]bool) {
	var times, full []time.Time
	for _, it := range items {
		if it.Block {
			times = append(times, it.when)
			if len(it.Records) > 0 {
				full = append(full, it.when)
			}
		}
	}
	slices.SortFunc(times, time.Time.Compare)
	times = slices.Compact(times)
	keep := map[time.Time]bool{}
	switch {
	case batches > 0:
		for _, when := range times[:min(batches, len(times))] {
			keep[when] = true
		}
		end := slices.IndexFunc(items, func(it rawItem) bool { return it.Block && !keep[it.when] })
		if end >= 0 {
			items = items[:end]
		}
	case len(full) > 0:
		first, last := slices.MinFunc(full, time.Time.Compare), slices.MaxFunc(full, time.Time.Compare)
		for _, when := range times {
			if !when.Before(first) && !when.After(last) {
				keep[when] = true
			}
		}
	}
	return items, keep
}

// clean replaces what differs from run to run in a line.
func clean(line, tmp, port string) string {
	if tmp != "" {
		line = strings.ReplaceAll(line, "file:"+tmp, "<TMP>")
		line = strings.ReplaceAll(line, tmp, "<TMP>")
	}
	line = stamp.ReplaceAllString(line, "<T>")
	return digits.ReplaceAllStringFunc(line, func(number string) string {
		switch {
		case number == port:
			return "<PORT>"
		case millis.MatchString(number):
			return "<MS>"
		}
		return number
	})
}
