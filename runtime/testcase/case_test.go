package testcase

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	if _, err := Find(dir); err == nil || !strings.Contains(err.Error(), "holds no cases") {
		t.Errorf("an empty folder: %v", err)
	}
	write(t, filepath.Join(dir, "b.out"), "")
	write(t, filepath.Join(dir, "a.in"), "")
	write(t, filepath.Join(dir, "a.args"), "localhost\r\nmy file\n")
	write(t, filepath.Join(dir, "b.txt"), "")
	write(t, filepath.Join(dir, ".in"), "")
	if err := os.Mkdir(filepath.Join(dir, "b.in"), 0o777); err != nil {
		t.Fatal(err)
	}
	cases, err := Find(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.ReplaceAll(fmt.Sprintf("%q", cases), dir+string(filepath.Separator), "")
	if want := `[{"a" "a.in" "a.out" ["localhost" "my file"]} {"b" "b.in" "b.out" []}]`; got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

func TestCheck(t *testing.T) {
	c := Case{Want: filepath.Join(t.TempDir(), "w")}
	check := func(got string, update bool, want string) {
		t.Helper()
		diff, err := c.Check(got, update)
		if err != nil {
			diff = err.Error()
		}
		if diff != want && !(want != "" && strings.Contains(diff, want)) {
			t.Errorf("%q: %s, want %s", got, diff, want)
		}
	}
	check("x\n", false, "there is no ")
	check("x\n", true, "")
	check("x\n", false, "")
	check("y\n", false, "-x\n+y\n")
	check("y\n", true, "")
	check("y\n", false, "")
}
