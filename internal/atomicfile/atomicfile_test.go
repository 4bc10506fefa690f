package atomicfile

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"
)

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "f")
	for i, step := range []struct {
		text    string
		changed bool
	}{{"a", true}, {"a", false}, {"b", true}, {"", true}} {
		changed, err := Write(path, []byte(step.text))
		if err != nil || changed != step.changed {
			t.Fatalf("step %d: changed %t, %v", i, changed, err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != step.text {
			t.Fatalf("step %d: %q, %v", i, got, err)
		}
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("%d files in the folder", len(entries))
	}
}

func TestUnchangedKeepsTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "f")
	if _, err := Write(path, []byte("x")); err != nil {
		t.Fatal(err)
	}
	then := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	if err := os.Chtimes(path, then, then); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(path, []byte("x")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || !info.ModTime().Equal(then) {
		t.Errorf("time is %v, %v", info.ModTime(), err)
	}
}

func TestKeepsModeAndLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs Unix's modes and links")
	}
	dir := t.TempDir()
	path, link := filepath.Join(dir, "f"), filepath.Join(dir, "link")
	if err := os.WriteFile(path, nil, 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("f", link); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(link, []byte("x")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o750 || info.Size() != 1 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info.Mode(), err)
	}
}

func TestNoFolder(t *testing.T) {
	if _, err := Write(filepath.Join(t.TempDir(), "none", "f"), nil); err == nil {
		t.Error("no error")
	}
}

func TestWritesIntoPipes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs /dev")
	}
	pipe, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	defer w.Close()
	name := "/dev/fd/" + strconv.Itoa(int(w.Fd()))
	if _, err := os.Stat(name); err != nil {
		t.Skip("needs /dev/fd")
	}
	if changed, err := Write(name, []byte("text")); err != nil || !changed {
		t.Fatalf("%t, %v", changed, err)
	}
	got := make([]byte, 4)
	if _, err := io.ReadFull(pipe, got); err != nil || string(got) != "text" {
		t.Errorf("%q, %v", got, err)
	}
}
