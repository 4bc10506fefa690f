package conformance

import (
	"fmt"
	"os"
	"strings"
)

// Entry is a line of a table file: a script and what the table says of it.
type Entry struct {
	Script string
	Text   string
}

// ReadTable reads a table file: a script's name, blanks, and the rest of the line. Empty lines
// and lines that begin with "#" are comments. A script may have several lines.
func ReadTable(path string) ([]Entry, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var entries []Entry
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, text, ok := strings.Cut(line, " ")
		if !ok {
			return nil, fmt.Errorf("%s: nothing is said of %s", path, name)
		}
		entries = append(entries, Entry{name, strings.TrimSpace(text)})
	}
	return entries, nil
}
