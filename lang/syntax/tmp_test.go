package syntax

import (
	"fmt"
	"os"
	"testing"
	"time"
)

func TestTmp(t *testing.T) {
	var lines int
	var total time.Duration
	for _, name := range pythonFiles("/root/.pyenv/versions/3.11.7/lib/python3.11", 0) {
		b, _ := os.ReadFile(name)
		t0 := time.Now()
		src := NewSource("x", string(b))
		file, _ := Parse(src)
		t1 := time.Now()
		Format(file)
		t2 := time.Now()
		lines += len(src.lines)
		total += t1.Sub(t0)
		if t2.Sub(t0) > 300*time.Millisecond {
			fmt.Println(name, len(src.lines), t1.Sub(t0), t2.Sub(t1))
		}
	}
	fmt.Println(lines, total, float64(lines)/total.Seconds())
}
