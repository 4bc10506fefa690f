package docs

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// root is the top of the repository.
const root = "../.."

// document is a Markdown file, line by line.
type document struct {
	path   string
	lines  []string
	blocks []*block
}

// block is a fenced code block of a document.
type block struct {
	line    int    // of the opening fence, from 1
	lang    string // what the fence says
	mark    string // the comment above it, "" for none
	text    string // the lines between the fences, each with its line end
	follows *block // the block above it, if only blank lines are between them
}

var mark = regexp.MustCompile(`^<!-- (.*) -->$`)

// readDocument reads a file of the repository.
func readDocument(t *testing.T, path string) *document {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, path))
	if err != nil {
		t.Fatal(err)
	}
	d := &document{path: path, lines: strings.SplitAfter(string(text), "\n")}
	var last *block
	for i := 0; i < len(d.lines); i++ {
		line := strings.TrimRight(d.lines[i], "\n")
		lang, fence := strings.CutPrefix(line, "```")
		switch {
		case fence:
			b := &block{line: i + 1, lang: lang, follows: last}
			if i > 0 {
				if m := mark.FindStringSubmatch(strings.TrimSpace(d.lines[i-1])); m != nil {
					b.mark = m[1]
				}
			}
			for i++; i < len(d.lines) && !strings.HasPrefix(d.lines[i], "```"); i++ {
				b.text += d.lines[i]
			}
			if i == len(d.lines) {
				t.Fatalf("%s:%d: the block has no end", path, b.line)
			}
			d.blocks = append(d.blocks, b)
			last = b
		case line != "":
			last = nil
		}
	}
	return d
}

// replace puts other lines into blocks and writes the file.
func (d *document) replace(t *testing.T, texts map[*block]string) {
	t.Helper()
	byLine := map[int]string{}
	for b, text := range texts {
		byLine[b.line] = text
	}
	var out strings.Builder
	for i := 0; i < len(d.lines); i++ {
		out.WriteString(d.lines[i])
		text, found := byLine[i+1]
		if !found {
			continue
		}
		out.WriteString(text)
		for !strings.HasPrefix(d.lines[i+1], "```") {
			i++
		}
	}
	if err := os.WriteFile(filepath.Join(root, d.path), []byte(out.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}
