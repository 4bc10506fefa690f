package pyargparse

import (
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// wordSeparators splits a text where textwrap.wrap may break a line: at spaces, behind hyphens, at dashes.
const wordSeparators = `([\t\n\x0b\x0c\r ]+|(?<=[\w!"'&.,?])-{2,}(?=\w)|[^\t\n\x0b\x0c\r ]+?(?:-(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-))(?=[^\d\W]-?[^\d\W])|(?=[\t\n\x0b\x0c\r ]|\Z)|(?<=[\w!"'&.,?])(?=-{2,}\w)))`

// wrap is textwrap.wrap(text, width) for text whose white space is single spaces.
func wrap(text string, width int) []string {
	var chunks []string
	for _, c := range py.ReSplit[string](wordSeparators, text, 0, 0).Raw() {
		if c != "" {
			chunks = append(chunks, c)
		}
	}
	var lines []string
	for len(chunks) > 0 {
		if strings.TrimSpace(chunks[0]) == "" && len(lines) > 0 {
			chunks = chunks[1:]
			continue
		}
		var line []string
		used := 0
		for len(chunks) > 0 && used+length(chunks[0]) <= width {
			line = append(line, chunks[0])
			used += length(chunks[0])
			chunks = chunks[1:]
		}
		if len(chunks) > 0 && length(chunks[0]) > width {
			word := []rune(chunks[0])
			cut := breakAt(word, max(width-used, 1))
			if width < 1 {
				cut = 1
			}
			line = append(line, string(word[:cut]))
			chunks[0] = string(word[cut:])
		}
		if n := len(line); n > 0 && strings.TrimSpace(line[n-1]) == "" {
			line = line[:n-1]
		}
		if len(line) > 0 {
			lines = append(lines, strings.Join(line, ""))
		}
	}
	return lines
}

// breakAt is where a word longer than a line is cut: at room, or behind the last hyphen before that.
func breakAt(word []rune, room int) int {
	if len(word) <= room {
		return room
	}
	if i := strings.LastIndexByte(string(word[:room]), '-'); i > 0 && strings.Trim(string(word[:i]), "-") != "" {
		return length(string(word[:room])[:i]) + 1
	}
	return room
}
