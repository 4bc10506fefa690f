package py

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// TextWrapper is textwrap.TextWrapper: the options of wrapping.
type TextWrapper struct {
	width                            int
	first, rest                      string // indents
	expandTabs, replaceSpace, fixEnd bool
	breakWords, dropSpace, hyphens   bool
	tabsize                          int64
	maxLines                         Opt[int64]
	placeholder                      string
}

// NewTextWrapper is TextWrapper(width, …).
func NewTextWrapper(width int64, initialIndent, subsequentIndent string, expandTabs, replaceWhitespace, fixSentenceEndings, breakLongWords,
	dropWhitespace, breakOnHyphens bool, tabsize int64, maxLines Opt[int64], placeholder string) *TextWrapper {
	return &TextWrapper{int(width), initialIndent, subsequentIndent, expandTabs, replaceWhitespace, fixSentenceEndings, breakLongWords,
		dropWhitespace, breakOnHyphens, tabsize, maxLines, placeholder}
}

func plainWrapper(width int64) *TextWrapper {
	return NewTextWrapper(width, "", "", true, true, false, true, true, true, 8, Nothing[int64](), " [...]")
}

// TextwrapWrap is textwrap.wrap(text, width).
func TextwrapWrap(text string, width int64) *List[string] { return plainWrapper(width).Wrap(text) }

// TextwrapWrapWith is textwrap.wrap with options.
func TextwrapWrapWith(text string, width int64, initialIndent, subsequentIndent string, expandTabs, replaceWhitespace, fixSentenceEndings,
	breakLongWords, dropWhitespace, breakOnHyphens bool, tabsize int64, maxLines Opt[int64], placeholder string) *List[string] {
	return NewTextWrapper(width, initialIndent, subsequentIndent, expandTabs, replaceWhitespace, fixSentenceEndings, breakLongWords,
		dropWhitespace, breakOnHyphens, tabsize, maxLines, placeholder).Wrap(text)
}

// TextwrapFill is textwrap.fill(text, width).
func TextwrapFill(text string, width int64) string { return plainWrapper(width).Fill(text) }

// TextwrapFillWith is textwrap.fill with options.
func TextwrapFillWith(text string, width int64, initialIndent, subsequentIndent string, expandTabs, replaceWhitespace, fixSentenceEndings,
	breakLongWords, dropWhitespace, breakOnHyphens bool, tabsize int64, maxLines Opt[int64], placeholder string) string {
	return NewTextWrapper(width, initialIndent, subsequentIndent, expandTabs, replaceWhitespace, fixSentenceEndings, breakLongWords,
		dropWhitespace, breakOnHyphens, tabsize, maxLines, placeholder).Fill(text)
}

// TextwrapShorten is textwrap.shorten(text, width, placeholder=placeholder).
func TextwrapShorten(text string, width int64, placeholder string) string {
	w := plainWrapper(width)
	w.placeholder = placeholder
	return w.shorten(text)
}

// TextwrapShortenWith is textwrap.shorten with options.
func TextwrapShortenWith(text string, width int64, initialIndent, subsequentIndent string, expandTabs, replaceWhitespace, fixSentenceEndings,
	breakLongWords, dropWhitespace, breakOnHyphens bool, tabsize int64, placeholder string) string {
	return NewTextWrapper(width, initialIndent, subsequentIndent, expandTabs, replaceWhitespace, fixSentenceEndings, breakLongWords,
		dropWhitespace, breakOnHyphens, tabsize, Nothing[int64](), placeholder).shorten(text)
}

func (w *TextWrapper) shorten(text string) string {
	w.maxLines = Some(int64(1))
	return w.Fill(strings.Join(StrFields(text).v, " "))
}

// Wrap is w.wrap(text); it raises ValueError for a width or placeholder that does not fit.
func (w *TextWrapper) Wrap(text string) *List[string] {
	chunks := w.chunks(text)
	if w.fixEnd {
		fixSentenceEnds(chunks)
	}
	w.check()
	slices.Reverse(chunks) // taken from the end
	return NewList(w.lines(chunks)...)
}

// Fill is w.fill(text).
func (w *TextWrapper) Fill(text string) string { return strings.Join(w.Wrap(text).v, "\n") }

func (w *TextWrapper) check() {
	if w.width <= 0 {
		throwf(ValueError, "invalid width %d (must be > 0)", w.width)
	}
	if !w.maxLines.Ok {
		return
	}
	indent := w.first
	if w.maxLines.V > 1 {
		indent = w.rest
	}
	if runes(indent)+runes(StrLstrip(w.placeholder)) > w.width {
		throw(ValueError, "placeholder too large for max width")
	}
}

func runes(s string) int { return utf8.RuneCountInString(s) }

func blank(s string) bool { return StrStrip(s) == "" }

// wordSeparators is CPython's expression for where a text may be split: at spaces, at dashes between words, after the hyphens of
// compound words.
const wordSeparators = `([\t\n\x0b\x0c\r ]+|(?<=[\w!"\'&.,?])-{2,}(?=\w)|[^\t\n\x0b\x0c\r ]+?(?:` +
	`-(?:(?<=[^\d\W]{2}-)|(?<=[^\d\W]-[^\d\W]-))(?=[^\d\W]-?[^\d\W])|(?=[\t\n\x0b\x0c\r ]|\Z)|(?<=[\w!"\'&.,?])(?=-{2,}\w)))`

// chunks splits a text into pieces that are not divided.
func (w *TextWrapper) chunks(text string) []string {
	if w.expandTabs {
		text = StrExpandtabs(text, w.tabsize)
	}
	if w.replaceSpace {
		text = strings.Map(func(c rune) rune {
			if strings.ContainsRune("\t\n\x0b\x0c\r", c) {
				return ' '
			}
			return c
		}, text)
	}
	pattern := `([\t\n\x0b\x0c\r ]+)`
	if w.hyphens {
		pattern = wordSeparators
	}
	return slices.DeleteFunc(ReSplit[string](pattern, text, 0, 0).v, func(s string) bool { return s == "" })
}

// fixSentenceEnds makes two spaces of one after the end of a sentence.
func fixSentenceEnds(chunks []string) {
	for i := 0; i < len(chunks)-1; i++ {
		if chunks[i+1] == " " && endsSentence(chunks[i]) {
			chunks[i+1] = "  "
			i++
		}
	}
}

func endsSentence(s string) bool {
	if n := len(s) - 1; n >= 0 && (s[n] == '"' || s[n] == '\'') {
		s = s[:n]
	}
	n := len(s)
	return n >= 2 && strings.IndexByte(".!?", s[n-1]) >= 0 && s[n-2] >= 'a' && s[n-2] <= 'z'
}

// textLine is a line in the making.
type textLine struct {
	chunks []string
	length int
}

func (l *textLine) push(chunk string) {
	l.chunks = append(l.chunks, chunk)
	l.length += runes(chunk)
}

func (l *textLine) last() string { return l.chunks[len(l.chunks)-1] }

func (l *textLine) drop() {
	l.length -= runes(l.last())
	l.chunks = l.chunks[:len(l.chunks)-1]
}

// lines lays out chunks, which are in reverse order.
func (w *TextWrapper) lines(chunks []string) []string {
	var lines []string
	for len(chunks) > 0 {
		indent := w.first
		if len(lines) > 0 {
			indent = w.rest
		}
		width := w.width - runes(indent)
		if w.dropSpace && len(lines) > 0 && blank(chunks[len(chunks)-1]) {
			chunks = chunks[:len(chunks)-1]
		}
		line := &textLine{}
		for n := len(chunks) - 1; n >= 0 && line.length+runes(chunks[n]) <= width; n-- {
			line.push(chunks[n])
			chunks = chunks[:n]
		}
		if n := len(chunks); n > 0 && runes(chunks[n-1]) > width {
			chunks = w.longWord(chunks, line, width)
		}
		if w.dropSpace && len(line.chunks) > 0 && blank(line.last()) {
			line.drop()
		}
		if len(line.chunks) == 0 {
			continue
		}
		if !w.fits(len(lines), line, chunks, width) {
			return w.truncated(lines, line, indent, width)
		}
		lines = append(lines, indent+strings.Join(line.chunks, ""))
	}
	return lines
}

// fits reports whether a line may stand: there is room for more lines, or it is the last.
func (w *TextWrapper) fits(lines int, line *textLine, chunks []string, width int) bool {
	if !w.maxLines.Ok || int64(lines)+1 < w.maxLines.V {
		return true
	}
	last := len(chunks) == 0 || w.dropSpace && len(chunks) == 1 && blank(chunks[0])
	return last && line.length <= width
}

// truncated ends the text with the placeholder.
func (w *TextWrapper) truncated(lines []string, line *textLine, indent string, width int) []string {
	for ; len(line.chunks) > 0; line.drop() {
		if !blank(line.last()) && line.length+runes(w.placeholder) <= width {
			return append(lines, indent+strings.Join(line.chunks, "")+w.placeholder)
		}
	}
	if n := len(lines) - 1; n >= 0 {
		if before := StrRstrip(lines[n]); runes(before)+runes(w.placeholder) <= w.width {
			lines[n] = before + w.placeholder
			return lines
		}
	}
	return append(lines, indent+StrLstrip(w.placeholder))
}

// longWord breaks a chunk that is wider than a line, or gives it a line of its own.
func (w *TextWrapper) longWord(chunks []string, line *textLine, width int) []string {
	left := 1
	if width >= 1 {
		left = width - line.length
	}
	n := len(chunks) - 1
	switch {
	case w.breakWords:
		chunk := []rune(chunks[n])
		end := min(left, len(chunk))
		if w.hyphens && len(chunk) > left {
			for i := left - 1; i > 0; i-- {
				if chunk[i] == '-' && strings.Trim(string(chunk[:i]), "-") != "" {
					end = i + 1
				}
				if chunk[i] == '-' {
					break
				}
			}
		}
		line.push(string(chunk[:end]))
		chunks[n] = string(chunk[end:])
	case len(line.chunks) == 0:
		line.push(chunks[n])
		chunks = chunks[:n]
	}
	return chunks
}

// PyTypeName is "TextWrapper".
func (w *TextWrapper) PyTypeName() string { return "TextWrapper" }

// PyModule is "textwrap".
func (*TextWrapper) PyModule() string { return "textwrap" }

// PyEqual is identity.
func (w *TextWrapper) PyEqual(other any) bool { return any(w) == other }

// TextwrapDedent is textwrap.dedent(text).
func TextwrapDedent(text string) string {
	lines := strings.Split(text, "\n")
	margin, found := "", false
	for i, line := range lines {
		body := strings.TrimLeft(line, " \t")
		if body == "" {
			lines[i] = ""
			continue
		}
		indent := line[:len(line)-len(body)]
		if !found {
			margin, found = indent, true
			continue
		}
		for !strings.HasPrefix(indent, margin) {
			margin = margin[:len(margin)-1]
		}
	}
	for i, line := range lines {
		lines[i] = strings.TrimPrefix(line, margin)
	}
	return strings.Join(lines, "\n")
}

// TextwrapIndent is textwrap.indent(text, prefix).
func TextwrapIndent(text, prefix string) string {
	return TextwrapIndentWhere(text, prefix, func(line string) bool { return !blank(line) })
}

// TextwrapIndentWhere is textwrap.indent(text, prefix, predicate).
func TextwrapIndentWhere(text, prefix string, predicate func(string) bool) string {
	var b strings.Builder
	for _, line := range StrSplitlines(text, true).v {
		if predicate(line) {
			b.WriteString(prefix)
		}
		b.WriteString(line)
	}
	return b.String()
}
