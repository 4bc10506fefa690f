package dsgen

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Recorded is a program with what PySpark printed for it.
type Recorded struct {
	Name, Text, Out string
}

// Lines that divide a file of recorded programs.
const (
	programLine = "=== "
	printsLine  = "=== prints\n"
)

// ReadRecorded reads the files of recorded programs in a folder.
func ReadRecorded(dir string) ([]Recorded, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []Recorded
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		base := strings.TrimSuffix(filepath.Base(file), ".txt")
		for part := range strings.SplitSeq("\n"+strings.TrimSuffix(string(text), "\n"), "\n"+programLine+"program ") {
			if part == "" {
				continue
			}
			number, rest, _ := strings.Cut(part, "\n")
			program, printed, ok := strings.Cut(rest, printsLine)
			if !ok {
				return nil, fmt.Errorf("%s: program %s has no prints", file, number)
			}
			out = append(out, Recorded{base + "/" + number, program, printed})
		}
	}
	return out, nil
}

// WriteRecorded writes a file of recorded programs.
func WriteRecorded(file string, programs []Recorded) error {
	var b strings.Builder
	for i, p := range programs {
		fmt.Fprintf(&b, "%sprogram %d\n%s%s%s", programLine, i, p.Text, printsLine, p.Out)
		b.WriteString("\n")
	}
	return os.WriteFile(file, []byte(b.String()), 0o644)
}
