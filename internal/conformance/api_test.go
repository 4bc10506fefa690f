package conformance

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dstreamc/dstreamc/lang/api"
)

// Files about PySpark's public API: what prints it, what it printed for the release that decides, and which parts of it
// are not declared in lang/api, each with the reason.
var (
	apiScript  = filepath.Join("testdata", "api.py")
	apiList    = filepath.Join("testdata", "api.txt")
	apiMissing = filepath.Join("testdata", "api-missing.txt")
)

// apiMember is a line of the list: Class.member(param, param=), or Class(param) for a constructor.
type apiMember struct {
	class, name string
	params      []string // without marks; nil for what is no function
}

var apiLine = regexp.MustCompile(`^(\w+)(?:\.(\w+))?(?:\((.*)\))?$`)

func readMembers(t *testing.T, text string) []apiMember {
	t.Helper()
	var out []apiMember
	for line := range strings.Lines(text) {
		m := apiLine.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			t.Fatalf("%s: cannot read %q", apiList, line)
		}
		member := apiMember{class: m[1], name: m[2]}
		for p := range strings.SplitSeq(m[3], ", ") {
			if p = strings.Trim(p, "*="); p != "" {
				member.params = append(member.params, p)
			}
		}
		out = append(out, member)
	}
	return out
}

// label is how a member, or a parameter of it, is named in the list of what is missing.
func (m apiMember) label(param string) string {
	out := m.class
	if m.name != "" {
		out += "." + m.name
	}
	if param != "" {
		out += "(" + param + ")"
	}
	return out
}

// find is the member's declaration, or nil.
func (m apiMember) find(ix *api.Index) *api.Overloads {
	c := ix.Classes[m.class]
	switch {
	case c == nil:
		return nil
	case m.name == "":
		return c.New
	}
	o, _ := ix.Lookup(c, m.name)
	return o
}

// TestAPIIsDeclared checks that every public member of PySpark's classes, and every parameter of it, is declared: to be
// used, or to be rejected with a reason. What is not declared must be listed with a reason; and nothing else may be.
func TestAPIIsDeclared(t *testing.T) {
	text, err := os.ReadFile(apiList)
	if err != nil {
		t.Fatal(err)
	}
	ix := api.Load()
	members := readMembers(t, string(text))
	missing := []string{}
	for _, m := range members {
		o := m.find(ix)
		if o == nil {
			missing = append(missing, m.label(""))
			continue
		}
		if o.Funcs[0].Rejected != "" {
			continue
		}
		for _, p := range m.params {
			if !slices.ContainsFunc(o.Funcs, func(f *api.Func) bool { return hasParam(f, p) }) {
				missing = append(missing, m.label(p))
			}
		}
	}
	entries, err := ReadTable(apiMissing)
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for _, e := range entries {
		listed = append(listed, e.Script)
		if e.Text == "" {
			t.Errorf("%s: %s has no reason", apiMissing, e.Script)
		}
	}
	slices.Sort(missing)
	slices.Sort(listed)
	if diff := cmp.Diff(listed, missing); diff != "" {
		t.Errorf("what is not declared differs from %s (-listed +missing):\n%s", apiMissing, diff)
	}
}

func hasParam(f *api.Func, name string) bool {
	return slices.ContainsFunc(f.Params, func(p *api.Param) bool { return p.Name == name })
}

// TestAPIListIsPySparks compares the recorded list with the installed PySpark.
func TestAPIListIsPySparks(t *testing.T) {
	python := os.Getenv(PySparkVar)
	if python == "" {
		t.Skipf("%s names no Python with pyspark", PySparkVar)
	}
	out, err := exec.Command(python, apiScript).Output()
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(apiList)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(out)); diff != "" {
		t.Errorf("%s is not what %s prints (-file +PySpark):\n%s", apiList, apiScript, diff)
	}
}
