package pytest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Case is one function of a file and what CPython printed when it ran.
type Case struct {
	Name   string // file_function
	Script string // the file's head, the function and its call
	Want   string // the output
	Raises string // the last line of the traceback, or "" if the function returned
}

var function = regexp.MustCompile(`(?m)^def (\w+)\(\):\n`)

// Load reads the cases of a folder.
func Load(dir string) ([]Case, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.py"))
	if err != nil {
		return nil, err
	}
	var all []Case
	for _, file := range files {
		if filepath.Base(file) == "record.py" {
			continue
		}
		cases, err := loadFile(file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, cases...)
	}
	return all, nil
}

func loadFile(file string) ([]Case, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	recorded, err := loadRecording(strings.TrimSuffix(file, ".py") + ".out")
	if err != nil {
		return nil, err
	}
	topic := strings.TrimSuffix(filepath.Base(file), ".py")
	marks := function.FindAllSubmatchIndex(text, -1)
	blocks := make([]string, len(marks)) // the text of each case's function
	var between []string                 // what is before, between and behind them, which all cases have
	rest := 0
	for i, m := range marks {
		end := blockEnd(text, m[1])
		between = append(between, string(text[rest:m[0]]))
		blocks[i], rest = string(text[m[0]:end]), end
	}
	between = append(between, string(text[rest:]))
	var cases []Case
	for i, m := range marks {
		name := string(text[m[2]:m[3]])
		c, ok := recorded[name]
		if !ok {
			return nil, fmt.Errorf("%s is not recorded: run record.py", name)
		}
		c.Name = topic + "_" + name
		c.Script = strings.Join(between[:i+1], "") + blocks[i] + strings.Join(between[i+1:], "") + "\n" + name + "()\n"
		cases = append(cases, c)
	}
	return cases, nil
}

// blockEnd is where a function ends whose body begins at an offset: at the next line that is not indented.
func blockEnd(text []byte, at int) int {
	for at < len(text) {
		next := len(text)
		if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		if c := text[at]; c != ' ' && c != '\n' && c != '#' {
			return at
		}
		at = next
	}
	return at
}

// loadRecording reads the sections of a recording: "== name", the output, and "!! " with the
// exception that ended the function.
func loadRecording(file string) (map[string]Case, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	out := map[string]Case{}
	name := ""
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "== "); ok {
			name = strings.TrimSpace(rest)
			out[name] = Case{}
			continue
		}
		c := out[name]
		if rest, ok := strings.CutPrefix(line, "!! "); ok {
			c.Raises = strings.TrimSpace(rest)
		} else {
			c.Want += line
		}
		out[name] = c
	}
	return out, nil
}
