package py

import (
	"strconv"
	"strings"
)

// template compiles the replacement of sub: \\1, \\g<1>, \\g<name> and escapes of characters.
func (p *Pattern) template(template string) func(*reState) string {
	if !strings.Contains(template, `\`) {
		return func(*reState) string { return template }
	}
	r := &reTemplate{reTokens: newTokens(template, p.bytes), pattern: p}
	for r.next != "" {
		r.part(r.get())
	}
	return func(s *reState) string {
		var b strings.Builder
		for i, group := range r.groups {
			b.WriteString(r.texts[i])
			if group >= 0 {
				b.WriteString(s.groupOr(group))
			}
		}
		return b.String()
	}
}

// reTemplate is a replacement as texts, each with the group that follows it, or -1.
type reTemplate struct {
	*reTokens
	pattern *Pattern
	texts   []string
	groups  []int
}

func (r *reTemplate) literal(text string) {
	r.texts, r.groups = append(r.texts, text), append(r.groups, -1)
}

func (r *reTemplate) group(n, back int) {
	if n > r.pattern.groups {
		r.fail(back, "invalid group reference %d", n)
	}
	r.texts, r.groups = append(r.texts, ""), append(r.groups, n)
}

func (r *reTemplate) part(token string) {
	if token[0] != '\\' {
		r.literal(token)
		return
	}
	switch c := token[1]; {
	case c == 'g':
		r.named()
	case c == '0':
		token += r.while(2, octalDigits)
		n, _ := strconv.ParseUint(token[1:], 8, 32)
		r.literal(string(rune(n & 0xff)))
	case c >= '1' && c <= '9':
		r.numbered(token)
	default:
		if char, ok := charEscapes[token]; ok {
			token = string(char)
		} else if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			r.fail(len(token), "bad escape %s", token)
		}
		r.literal(token)
	}
}

// numbered reads a group by number, or the three digits of a character.
func (r *reTemplate) numbered(token string) {
	if r.next != "" && strings.Contains("0123456789", r.next) {
		token += r.get()
		if isOctal(token, 1) && isOctal(token, 2) && isOctal(r.next, 0) {
			r.literal(string(r.octal(token + r.get())))
			return
		}
	}
	n, _ := strconv.Atoi(token[1:])
	r.group(n, len(token)-1)
}

// named reads \\g<name> or \\g<number>.
func (r *reTemplate) named() {
	if !r.match("<") {
		r.fail(0, "missing <")
	}
	name := r.until(">", "group name")
	if StrIsidentifier(name) {
		n, ok := r.pattern.names.Lookup(name)
		if !ok {
			throwf(IndexError, "unknown group name %s", Repr(name))
		}
		r.group(int(n), len(name)+1)
		return
	}
	n, err := strconv.Atoi(name)
	if err != nil || n < 0 {
		r.fail(len(name)+1, "bad character in group name %s", Repr(name))
	}
	r.group(n, len(name)+1)
}
