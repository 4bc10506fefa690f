//go:build linux

package main

import (
	"fmt"
	"os"
	"regexp"
	"runtime"
	"strings"
	"unicode/utf8"
)

// A table is what was measured, as README.md shows it.
type table struct {
	name string // of its marks in README.md
	head row
	rows []row
}

// A row's first cell says what was measured: one that is measured again takes the place of the old one.
type row []string

func workloadTable() *table {
	head := row{"workload", "dstreamc, CPU", "peak memory"}
	for _, p := range allPeers[1:] {
		head = append(head, p.name)
	}
	return &table{name: "workloads", head: append(head, "goals")}
}

func figureTable() *table {
	return &table{name: "figures", head: row{"figure", "measured", "goal"}}
}

func loopTable() *table {
	return &table{name: "loops", head: row{"loop", "dstreamc, CPU", "Go by hand"}}
}

// add puts rows into the table.
func (t *table) add(rows ...row) {
	for _, r := range rows {
		at := -1
		for i := range t.rows {
			if subject(t.rows[i]) == subject(r) {
				at = i
			}
		}
		if at >= 0 {
			t.rows[at] = r
		} else {
			t.rows = append(t.rows, r)
		}
	}
}

// subject is what a row is about, whatever the size.
func subject(r row) string {
	name, _, _ := strings.Cut(r[0], ",")
	return name
}

// String is the table in Markdown.
func (t *table) String() string {
	if len(t.rows) == 0 {
		return ""
	}
	width := make([]int, len(t.head))
	for _, r := range append([]row{t.head}, t.rows...) {
		for i, cell := range r {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	line := func(r row) {
		for i, cell := range r {
			fmt.Fprintf(&b, "| %s%s ", cell, strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell)))
		}
		b.WriteString("|\n")
	}
	line(t.head)
	for _, w := range width {
		b.WriteString("|" + strings.Repeat("-", w+2))
	}
	b.WriteString("|\n")
	for _, r := range t.rows {
		line(r)
	}
	return b.String()
}

const readme = "bench/README.md"

// machine says on what was measured, and how busy that was.
func machine() string {
	model := "unknown processor"
	if text, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.Lines(string(text)) {
			if name, ok := strings.CutPrefix(line, "model name\t: "); ok {
				model = strings.TrimSpace(name)
				break
			}
		}
	}
	load := "unknown"
	if text, err := os.ReadFile("/proc/loadavg"); err == nil {
		load, _, _ = strings.Cut(string(text), " ")
	}
	return fmt.Sprintf("%s, %d cores, load average %s, %s", model, runtime.NumCPU(), load, runtime.Version())
}

// updateReadme writes what was measured into the tables between the marks of README.md; other rows stay.
func updateReadme(tables ...*table) error {
	data, err := os.ReadFile(readme)
	if err != nil {
		return err
	}
	text := string(data)
	for _, t := range tables {
		marked := regexp.MustCompile(`(?s)(<!-- measured: ` + t.name + ` -->\n)(.*?)(<!-- end -->)`)
		found := marked.FindStringSubmatch(text)
		if found == nil {
			return fmt.Errorf("%s has no mark for the %s", readme, t.name)
		}
		whole := &table{head: t.head}
		whole.add(rowsOf(found[2], len(t.head))...)
		whole.add(t.rows...)
		text = strings.Replace(text, found[0], found[1]+whole.String()+found[3], 1)
	}
	text = regexp.MustCompile(`(?m)^Last measured on .*$`).ReplaceAllLiteralString(text, "Last measured on "+machine()+".")
	return os.WriteFile(readme, []byte(text), 0o644)
}

// rowsOf reads a table that String has written; rows of another width, and the head, do not count.
func rowsOf(text string, width int) (rows []row) {
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		cells := strings.Split(strings.Trim(line, "|"), "|")
		if i < 2 || len(cells) != width {
			continue
		}
		for j := range cells {
			cells[j] = strings.TrimSpace(cells[j])
		}
		rows = append(rows, cells)
	}
	return rows
}
