package conformance

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"
)

// Script is a script of the corpus with its recording.
type Script struct {
	Name  string // file name without .py, such as 01_wordcount_queue
	Path  string // absolute
	Text  string
	Rules Rules

	BigInt bool // compiled with --bigint
}

// Rules are a script's "# @name value" lines.
type Rules struct {
	Batches int           // compare only the first so many batches; 0: all with records between the first and the last
	Args    []string      // with {tmp} and {port} not yet filled in
	Feed    string        // "socket", "files", or "" for none
	Every   time.Duration // the batch interval that Feed keeps to
	Exit    int           // the exit code it should end with
	Timeout time.Duration // after which a run is killed
	Signal  string        // "INT" or "TERM", sent once the script has printed something
}

// LoadScripts reads all scripts of a folder, sorted by name.
func LoadScripts(dir string) ([]*Script, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.py"))
	if err != nil {
		return nil, err
	}
	sort.Strings(paths)
	var scripts []*Script
	for _, path := range paths {
		s, err := LoadScript(path)
		if err != nil {
			return nil, err
		}
		scripts = append(scripts, s)
	}
	if len(scripts) == 0 {
		return nil, fmt.Errorf("no scripts in %s", dir)
	}
	return scripts, nil
}

// LoadScript reads one script and its directives.
func LoadScript(path string) (*Script, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	text, err := os.ReadFile(abs)
	if err != nil {
		return nil, err
	}
	rules, err := parseRules(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	name := strings.TrimSuffix(filepath.Base(path), ".py")
	return &Script{Name: name, Path: abs, Text: string(text), Rules: rules}, nil
}

// Sibling returns the path of the file beside the script with another extension: ".stdout".
func (s *Script) Sibling(ext string) string { return strings.TrimSuffix(s.Path, ".py") + ext }

// RealTime reports whether the script needs the wall clock: something outside feeds it or signals it.
func (s *Script) RealTime() bool { return s.Rules.Feed != "" || s.Rules.Signal != "" }

var directive = regexp.MustCompile(`^#\s*@(\w+)\s*(.*?)\s*$`)

// parseRules reads the comment lines at the head of a script. Directives that only concern the
// recording of many scripts by one Spark (order, cold, note) are of no interest here.
func parseRules(text string) (Rules, error) {
	rules := Rules{Timeout: 2 * time.Minute}
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "#") {
			break
		}
		m := directive.FindStringSubmatch(strings.TrimRight(line, "\n"))
		if m == nil {
			continue
		}
		if err := rules.set(m[1], strings.Fields(m[2])); err != nil {
			return rules, err
		}
	}
	return rules, nil
}

func (r *Rules) set(name string, words []string) (err error) {
	first := ""
	if len(words) > 0 {
		first = words[0]
	}
	switch name {
	case "batches":
		r.Batches, err = strconv.Atoi(first)
	case "args":
		r.Args = words
	case "exit":
		r.Exit, err = strconv.Atoi(first)
	case "timeout":
		r.Timeout, err = time.ParseDuration(first + "s")
	case "signal":
		r.Signal = first
	case "feed":
		r.Feed = first
		for _, word := range words[1:] {
			if value, ok := strings.CutPrefix(word, "interval="); ok {
				r.Every, err = time.ParseDuration(value + "s")
			}
		}
		if r.Every == 0 && err == nil {
			err = fmt.Errorf("@feed %s lacks interval=", first)
		}
	case "order", "cold", "note":
	default:
		err = fmt.Errorf("unknown directive @%s", name)
	}
	return err
}
