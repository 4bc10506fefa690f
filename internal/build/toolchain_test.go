package build

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// fakeGo makes a go command that answers "go env GOVERSION", and the only one to be found.
func fakeGo(t *testing.T, version string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell script as the go command")
	}
	path := filepath.Join(t.TempDir(), "bin", "go")
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("#!/bin/sh\necho '"+version+"'\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	t.Setenv("DSTREAMC_GO", path)
	return path
}

func TestFindGoVersions(t *testing.T) {
	tests := []struct{ version, want string }{
		{"go1.25", ""},
		{"go1.25.3", ""},
		{"go1.30rc1", ""},
		{"devel go1.27-abcdef Tue Jan 2", ""},
		{"go1.24.9", "dstreamc needs Go 1.25 or newer to build programs, and GO is Go 1.24.9: install a newer one from https://go.dev/dl/"},
		{"go1.4", "dstreamc needs Go 1.25 or newer to build programs, and GO is Go 1.4: install a newer one from https://go.dev/dl/"},
	}
	for _, test := range tests {
		path := fakeGo(t, test.version)
		got, err := FindGo(context.Background())
		if test.want == "" {
			if err != nil || got.Version != test.version || got.Path != path {
				t.Errorf("%s: got %+v, %v", test.version, got, err)
			}
			continue
		}
		var toolErr *ToolchainError
		if !errors.As(err, &toolErr) || strings.ReplaceAll(err.Error(), path, "GO") != test.want {
			t.Errorf("%s: got %v, want %s", test.version, err, test.want)
		}
	}
}

func TestNoGo(t *testing.T) {
	t.Setenv("DSTREAMC_GO", filepath.Join(t.TempDir(), "go"))
	_, err := FindGo(context.Background())
	var toolErr *ToolchainError
	if !errors.As(err, &toolErr) {
		t.Errorf("got %v", err)
	}
	if _, err := Identity(); !errors.As(err, &toolErr) {
		t.Errorf("Identity: got %v", err)
	}
}

func TestIdentity(t *testing.T) {
	path := fakeGo(t, "go1.25")
	a, err := Identity()
	if err != nil || !strings.Contains(a, path) {
		t.Fatalf("without a version file: %q, %v", a, err)
	}
	versionFile := filepath.Join(filepath.Dir(filepath.Dir(path)), "VERSION")
	if err := os.WriteFile(versionFile, []byte("go1.25\ntime 2025\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if b, err := Identity(); err != nil || b != "go1.25\ntime 2025\n" {
		t.Errorf("with a version file: %q, %v", b, err)
	}
}
