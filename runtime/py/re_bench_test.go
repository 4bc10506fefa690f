package py

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

const apacheLine = `^(\S+) (\S+) (\S+) \[([\w:/]+\s[+\-]\d{4})\] "(\S+) (\S+)\s*(\S*)" (\d{3}) (\S+)`

func apacheLines() []string {
	var out []string
	for i := range 1000 {
		out = append(out, fmt.Sprintf(`10.0.%d.%d - - [22/Nov/2026:10:00:%02d +0000] "GET /a/b/c%d.html HTTP/1.1" %d %d`, i%256, i*7%256, i%60, i*31, 200+i%5*100, i*97))
	}
	return out
}

// BenchmarkLogLines finds the status in lines of a web server's log: by Go's regexp, by a Pattern, and by a split.
func BenchmarkLogLines(b *testing.B) {
	lines := apacheLines()
	run := func(name string, status func(string) string) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				for _, l := range lines {
					if len(status(l)) != 3 {
						b.Fatal(l)
					}
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(lines)), "ns/line")
		})
	}
	std := regexp.MustCompile(apacheLine)
	run("regexp", func(l string) string { return std.FindStringSubmatch(l)[8] })
	pattern := ReCompile(apacheLine, 0)
	run("Pattern", func(l string) string { return pattern.Match(l).V.GroupOf(int64(8)).V })
	run("strings.Split", func(l string) string { return strings.Split(l, " ")[8] })
	run("StrSplitAt", func(l string) string { return StrSplitAt(l, " ", 8) })
}
