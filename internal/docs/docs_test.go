//go:build unix

package docs

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the blocks of documents that show files and outputs anew")

// TestDocuments runs and compares every code block of every document.
func TestDocuments(t *testing.T) {
	paths := []string{"README.md", "CONTRIBUTING.md"}
	more, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range more {
		paths = append(paths, filepath.Join("docs", filepath.Base(p)))
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			t.Parallel() // much of the time is waiting for batches
			r := &reader{t: t, s: newSession(t), doc: readDocument(t, path), updates: map[*block]string{}}
			for _, b := range r.doc.blocks {
				r.check(b)
			}
			for _, p := range r.servers {
				p.interrupt()
			}
			if len(r.updates) > 0 {
				r.doc.replace(t, r.updates)
			}
		})
	}
}

// reader checks a document from top to bottom.
type reader struct {
	t       *testing.T
	s       *session
	doc     *document
	printed string // by the last block of sh
	servers []*process
	updates map[*block]string
}

var (
	exits = regexp.MustCompile(`^exits (\d+)$`)
	until = regexp.MustCompile(`^run until "(.+)"$`)
)

// check does what the mark of a block says.
func (r *reader) check(b *block) {
	r.t.Logf("%s:%d", r.doc.path, b.line)
	if name, ok := strings.CutPrefix(b.mark, "file "); ok {
		r.compare(b, r.read(name))
	} else if name, ok := strings.CutPrefix(b.mark, "part of "); ok {
		if !strings.Contains(r.read(name), b.text) {
			r.t.Errorf("%s:%d: %s has no such lines", r.doc.path, b.line, name)
		}
	} else if name, ok := strings.CutPrefix(b.mark, "write "); ok {
		r.write(name, b.text)
	} else if command, ok := strings.CutPrefix(b.mark, "output of "); ok {
		r.compareOutput(b, command)
	} else if b.lang == "sh" {
		r.run(b)
	} else if b.mark == "" && b.follows != nil && b.follows.lang == "sh" {
		r.compare(b, r.printed)
	} else if !strings.HasPrefix(b.mark, "not checked: ") {
		r.t.Errorf("%s:%d: no comment above the block says how to check it: %q", r.doc.path, b.line, b.mark)
	}
}

// run runs a block of sh.
func (r *reader) run(b *block) {
	switch {
	case b.mark == "":
		r.printed = r.s.run(b.text, 0)
	case exits.MatchString(b.mark):
		code, _ := strconv.Atoi(exits.FindStringSubmatch(b.mark)[1]) // digits
		r.printed = r.s.run(b.text, code)
	case b.mark == "run in the background":
		r.servers = append(r.servers, r.s.background(b.text))
	case until.MatchString(b.mark):
		want := until.FindStringSubmatch(b.mark)[1]
		p := r.s.start("exec " + b.text)
		p.until(p.stdout, func(printed string) bool { return strings.Contains(printed, want) })
		p.interrupt()
	case !strings.HasPrefix(b.mark, "not checked: "):
		r.t.Errorf("%s:%d: unknown mark %q", r.doc.path, b.line, b.mark)
	}
}

// compareOutput compares a block with what a command prints.
func (r *reader) compareOutput(b *block, command string) {
	command, server, fed := strings.Cut(command, ", fed by ")
	if !fed {
		r.compare(b, r.s.run(command, 0))
		return
	}
	feed := r.s.background(server)
	p := r.s.start("exec " + command)
	p.until(p.stdout, func(printed string) bool { return firstBatch(printed) != "" })
	p.interrupt()
	feed.interrupt()
	r.compare(b, firstBatch(p.stdout.String()))
}

// emptyBatch is what pprint shows of a batch without records.
var emptyBatch = regexp.MustCompile(`^-{43}\nTime: .*\n-{43}\n\n`)

// firstBatch is the first block with records of what pprint printed, up to its empty line; "" if it is
// not there yet.
func firstBatch(printed string) string {
	for emptyBatch.MatchString(printed) {
		printed = printed[len(emptyBatch.FindString(printed)):]
	}
	batch, _, complete := strings.Cut(printed, "\n\n")
	if !complete {
		return ""
	}
	return batch + "\n"
}

var batchTime = regexp.MustCompile(`(?m)^Time: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$`)

// compare compares a block with what it should be. Times of batches may differ.
func (r *reader) compare(b *block, want string) {
	r.t.Helper()
	plain := func(s string) string { return batchTime.ReplaceAllString(s, "Time: …") }
	want = strings.TrimRight(want, "\n") + "\n"
	diff := cmp.Diff(plain(want), plain(b.text))
	switch {
	case diff == "":
	case *update:
		r.updates[b] = want
	default:
		r.t.Errorf("%s:%d: the block is not up to date (-want +got; go test ./internal/docs -update writes it):\n%s", r.doc.path, b.line, diff)
	}
}

// read reads a file of the repository.
func (r *reader) read(name string) string {
	text, err := os.ReadFile(filepath.Join(root, name))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(text)
}

// write writes a file where the reader is.
func (r *reader) write(name, text string) {
	path := filepath.Join(r.s.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		r.t.Fatal(err)
	}
}
