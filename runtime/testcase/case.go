package testcase

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Case is a test of a script.
type Case struct {
	Name  string   // for messages
	Input string   // the recording that replaces the script's sources, a file or a folder; "": it has none
	Want  string   // the file of the wanted output
	Args  []string // the script's arguments
}

// Find lists the cases of a folder, in order of their names. The case NAME has the wanted output NAME.out and may have a recording
// NAME.in, a file or a folder, and the arguments NAME.args, one in each line. A case that has no NAME.out yet counts, too.
func Find(dir string) ([]Case, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		name, ending := strings.TrimSuffix(e.Name(), filepath.Ext(e.Name())), filepath.Ext(e.Name())
		if name != "" && (ending == ".in" || ending == ".out") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	var cases []Case
	for _, name := range slices.Compact(names) {
		path := filepath.Join(dir, name)
		c := Case{Name: name, Want: path + ".out"}
		if _, err := os.Stat(path + ".in"); err == nil {
			c.Input = path + ".in"
		}
		text, err := os.ReadFile(path + ".args")
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		for line := range strings.Lines(string(text)) {
			c.Args = append(c.Args, strings.TrimRight(line, "\r\n"))
		}
		cases = append(cases, c)
	}
	if cases == nil {
		return nil, fmt.Errorf("%s holds no cases: no file in it ends in .in or .out", dir)
	}
	return cases, nil
}

// Check compares an output with the wanted one. The difference is "" if there is none; with update there is none, since the output
// becomes the wanted one.
func (c *Case) Check(got string, update bool) (diff string, err error) {
	want, err := os.ReadFile(c.Want)
	switch {
	case update && (err != nil || string(want) != got):
		return "", os.WriteFile(c.Want, []byte(got), 0o666)
	case errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("there is no %s yet", c.Want)
	case err != nil:
		return "", err
	}
	return Diff(c.Want, "the output", string(want), got), nil
}
