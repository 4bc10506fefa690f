package codegen

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// A //line directive renumbers all that follows it, so going back to the Go file's own numbers needs
// the final line number. The generator therefore only marks statements; lineDirectives replaces the
// marks in the formatted text, which keeps its number of lines.
const lineMarker = "//dstreamc:line "

// lineMark marks the statement that follows with its line in the script, or with 0 as generated.
func lineMark(line int) jen.Code { return jen.Comment(lineMarker + strconv.Itoa(line)) }

// lineDirectives turns marks into //line directives for the script and the Go file.
func lineDirectives(src string, place func(line int) (string, int), goFile string) string {
	lines := strings.Split(src, "\n")
	out := make([]string, 0, len(lines))
	inScript := false
	for _, l := range lines {
		mark, ok := strings.CutPrefix(strings.TrimLeft(l, "\t "), lineMarker)
		if !ok {
			out = append(out, l)
			continue
		}
		if n, err := strconv.Atoi(mark); err == nil && n > 0 {
			file, line := place(n)
			out = append(out, fmt.Sprintf("//line %s:%d", file, line))
			inScript = true
			continue
		}
		if inScript {
			// The directive gives the number of the line after it.
			out = append(out, fmt.Sprintf("//line %s:%d", goFile, len(out)+2))
			inScript = false
		}
	}
	return strings.Join(out, "\n")
}
