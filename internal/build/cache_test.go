package build

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestKeyTellsPartsApart(t *testing.T) {
	keys := map[string]bool{}
	for _, parts := range [][]string{{"ab", "c"}, {"a", "bc"}, {"abc"}, {"abc", ""}, {"", "abc"}} {
		keys[Key(parts...)] = true
	}
	if len(keys) != 5 {
		t.Errorf("%d keys, want 5", len(keys))
	}
}

func TestStoreAndLookup(t *testing.T) {
	c := &Cache{t.TempDir()}
	if path, ok := c.Lookup("k", "wc"); ok {
		t.Errorf("an empty cache has %s", path)
	}
	built, remove, err := c.Temp()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(built, []byte("program"), 0o777); err != nil {
		t.Fatal(err)
	}
	stored, err := c.Store(built, "k", "wc")
	if err != nil {
		t.Fatal(err)
	}
	remove()
	if path, ok := c.Lookup("k", "wc"); !ok || path != stored {
		t.Errorf("got %s, %t, want %s", path, ok, stored)
	}
	if _, ok := c.Lookup("k", "other"); ok {
		t.Error("found a program by another name")
	}
}

func TestTrim(t *testing.T) {
	c := &Cache{t.TempDir()}
	now := time.Now()
	entry := func(name string, age time.Duration) {
		t.Helper()
		path := filepath.Join(c.Dir, filepath.FromSlash(name))
		if err := os.MkdirAll(path, 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, now.Add(-age), now.Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	const day = 24 * time.Hour
	entry("src-old", 40*day)
	entry("src-new", 20*day)
	entry("work-old", 2*day)
	entry("work-new", time.Hour)
	entry("test", 400*day)
	entry("bin/old", 31*day)
	for i := range keepBinaries + 3 {
		entry(fmt.Sprintf("bin/%03d", i), time.Duration(i)*time.Minute)
	}
	c.Trim(now)
	var got []string
	for _, dir := range []string{".", "bin"} {
		entries, err := os.ReadDir(filepath.Join(c.Dir, dir))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			got = append(got, e.Name())
		}
	}
	if len(got) != 4+keepBinaries || strings.Join(got[:4], " ") != "bin src-new test work-new" {
		t.Errorf("%d entries: %q", len(got), got)
	}
	if _, err := os.Stat(filepath.Join(c.Dir, "bin", fmt.Sprint(keepBinaries))); err == nil {
		t.Error("kept a program that was used longer ago than others")
	}
}

func TestBuildID(t *testing.T) {
	const id = "A9cAUxE1LnrK5cpCoEHF/hb4AJYX-MJTDuQLJgDfu"
	for _, test := range []struct{ head, want string }{
		{"\x7fELF....\xff Go build ID: \"" + id + "\"\n \xff...", id},
		{"\x7fELF....\x04\x00\x00\x00\x29\x00\x00\x00\x04\x00\x00\x00Go\x00\x00" + id + "\x00\x00", id},
		{"\xff Go build ID: \"\"\n \xff", ""},
		{"no program", ""},
		{"", ""},
	} {
		if got := buildID(strings.NewReader(test.head)); got != test.want {
			t.Errorf("%q: got %q, want %q", test.head, got, test.want)
		}
	}
	// The test's own binary has one too, in whatever form the linker chose.
	want, err := exec.Command("go", "tool", "buildid", os.Args[0]).Output()
	if err != nil {
		t.Fatal(err)
	}
	if got, err := Compiler(); err != nil || got != strings.TrimSpace(string(want)) {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}
