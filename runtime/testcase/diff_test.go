package testcase

import (
	"fmt"
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	count := func(n int, change map[int]string) string {
		var b strings.Builder
		for i := 1; i <= n; i++ {
			line, ok := change[i]
			if !ok {
				line = fmt.Sprintln(i)
			}
			b.WriteString(line)
		}
		return b.String()
	}
	tests := []struct{ name, want, got, diff string }{
		{"equal", "a\n", "a\n", ""},
		{"last line", "a\nb\n", "a\nc\n", "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"},
		{"nothing wanted", "", "a\n", "@@ -1,0 +1,1 @@\n+a\n"},
		{"invisible", "a\nb\n", "a\r\nb \n", "@@ -1,2 +1,2 @@\n-a\n-b\n+a\\r\n+b·\n"},
		{"no end", "a\nb\n", "a\nb", "@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n"},
		{"one change", count(10, nil), count(10, map[int]string{5: "x\n"}), "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n"},
		{"near changes", count(12, nil), count(12, map[int]string{5: "", 9: "9\ny\n"}),
			"@@ -2,11 +2,11 @@\n 2\n 3\n 4\n-5\n 6\n 7\n 8\n 9\n+y\n 10\n 11\n 12\n"},
		{"far changes", count(30, nil), count(30, map[int]string{5: "", 25: "y\n"}),
			"@@ -2,7 +2,6 @@\n 2\n 3\n 4\n-5\n 6\n 7\n 8\n@@ -22,7 +21,7 @@\n 22\n 23\n 24\n-25\n+y\n 26\n 27\n 28\n"},
		{"long", "x\n" + count(2000, nil), "y\n" + count(3000, nil),
			"@@ -1,4 +1,4 @@\n-x\n+y\n 1\n 2\n 3\n(1501 more lines wanted, and 2501 more are there: not compared)\n"},
	}
	for _, test := range tests {
		want := test.diff
		if want != "" {
			want = "--- want\n+++ got\n" + want
		}
		if got := Diff("want", "got", test.want, test.got); got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.name, got, want)
		}
	}
}
