// Command tuned counts events by user with a scan that checks all of a line's JSON, builds nothing, and remembers where the field is.
package main

import (
	"bytes"
	"io"
	"log"
	"strconv"

	"github.com/dstreamc/dstreamc/bench/workloads/peer"
)

func main() {
	peer.Main(func(_ int, inputs []string, out io.Writer) {
		count(inputs[0], out)
	})
}

func count(path string, out io.Writer) {
	counts := map[string]*int{}
	peer.EachLine(path, func(line []byte) {
		s := scanner{text: line, field: `"user"`}
		if !s.value(0) || s.blank() != len(line) || s.found == nil {
			log.Fatalf("not as expected: %s", line)
		}
		user := s.found[1 : len(s.found)-1]
		peer.Bump(counts, user)
	})
	peer.Totals(counts, out)
}

// scanner checks JSON and finds the value of a field of the outermost object.
type scanner struct {
	text  []byte
	at    int
	field string // as it is written, with its quotes
	found []byte
}

// blank skips white space and gives the place after it.
func (s *scanner) blank() int {
	for s.at < len(s.text) && (s.text[s.at] == ' ' || s.text[s.at] == '\t' || s.text[s.at] == '\n' || s.text[s.at] == '\r') {
		s.at++
	}
	return s.at
}

// next reports whether c comes next, and passes it.
func (s *scanner) next(c byte) bool {
	if s.blank() < len(s.text) && s.text[s.at] == c {
		s.at++
		return true
	}
	return false
}

func (s *scanner) value(depth int) bool {
	switch s.blank(); {
	case s.at == len(s.text):
		return false
	case s.next('{'):
		return s.next('}') || s.members(depth+1)
	case s.next('['):
		return s.next(']') || s.elements(depth+1)
	case s.text[s.at] == '"':
		return s.str()
	case s.text[s.at] == '-' || s.digit():
		return s.number()
	}
	for _, word := range []string{"true", "false", "null"} {
		if bytes.HasPrefix(s.text[s.at:], []byte(word)) {
			s.at += len(word)
			return true
		}
	}
	return false
}

func (s *scanner) members(depth int) bool {
	for {
		start := s.blank()
		if !s.str() {
			return false
		}
		wanted := depth == 1 && string(s.text[start:s.at]) == s.field
		if !s.next(':') {
			return false
		}
		start = s.blank()
		if !s.value(depth) {
			return false
		}
		if wanted {
			s.found = s.text[start:s.at]
		}
		if s.next('}') {
			return true
		}
		if !s.next(',') {
			return false
		}
	}
}

func (s *scanner) elements(depth int) bool {
	for s.value(depth) {
		if s.next(']') {
			return true
		}
		if !s.next(',') {
			return false
		}
	}
	return false
}

func (s *scanner) str() bool {
	if s.at == len(s.text) || s.text[s.at] != '"' {
		return false
	}
	for i := s.at + 1; i < len(s.text); i++ {
		switch c := s.text[i]; {
		case c == '"':
			s.at = i + 1
			return true
		case c < ' ':
			return false
		case c == '\\':
			if i++; i == len(s.text) {
				return false
			}
			if s.text[i] == 'u' {
				if i+4 >= len(s.text) {
					return false
				}
				if _, err := strconv.ParseUint(string(s.text[i+1:i+5]), 16, 16); err != nil {
					return false
				}
				i += 4
			} else if bytes.IndexByte([]byte(`"\/bfnrt`), s.text[i]) < 0 {
				return false
			}
		}
	}
	return false
}

func (s *scanner) digit() bool {
	return s.at < len(s.text) && s.text[s.at] >= '0' && s.text[s.at] <= '9'
}

func (s *scanner) digits() bool {
	if !s.digit() {
		return false
	}
	for s.digit() {
		s.at++
	}
	return true
}

func (s *scanner) number() bool {
	if s.text[s.at] == '-' {
		s.at++
	}
	if s.digit() && s.text[s.at] == '0' {
		s.at++
	} else if !s.digits() {
		return false
	}
	if s.at < len(s.text) && s.text[s.at] == '.' {
		if s.at++; !s.digits() {
			return false
		}
	}
	if s.at < len(s.text) && (s.text[s.at] == 'e' || s.text[s.at] == 'E') {
		if s.at++; s.at < len(s.text) && (s.text[s.at] == '+' || s.text[s.at] == '-') {
			s.at++
		}
		return s.digits()
	}
	return true
}
