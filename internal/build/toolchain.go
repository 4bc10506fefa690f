package build

import (
	"context"
	"errors"
	"fmt"
	"go/version"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"

	"github.com/dstreamc/dstreamc"
)

// Toolchain is the Go installation that builds programs.
type Toolchain struct {
	Path    string // of the go command
	Version string // "go1.26.8"
}

// ArchitectureVariables are those of the environment that choose among variants of an
// architecture or of Go; programs differ by them.
var ArchitectureVariables = []string{"GO386", "GOAMD64", "GOARM", "GOARM64", "GOMIPS", "GOMIPS64", "GOPPC64", "GORISCV64", "GOWASM", "GOEXPERIMENT", "GOFIPS140"}

// ToolchainError says that no usable Go was found; its text is one sentence for the user.
type ToolchainError struct{ Msg string }

func (e *ToolchainError) Error() string { return e.Msg }

// goCommand finds the go command: $DSTREAMC_GO, PATH, $GOROOT, then the installer's default
// place.
func goCommand() (string, error) {
	if path := os.Getenv("DSTREAMC_GO"); path != "" {
		found, err := exec.LookPath(path)
		if err != nil {
			return "", &ToolchainError{fmt.Sprintf("DSTREAMC_GO=%s is not a Go command: %v", path, errors.Unwrap(err))}
		}
		return found, nil
	}
	if path, err := exec.LookPath("go"); err == nil {
		return filepath.Abs(path)
	}
	roots := []string{os.Getenv("GOROOT"), "/usr/local/go"}
	if runtime.GOOS == "windows" {
		roots[1] = filepath.Join(os.Getenv("ProgramFiles"), "Go")
	}
	for _, root := range roots {
		if root == "" {
			continue
		}
		if path, err := exec.LookPath(filepath.Join(root, "bin", "go")); err == nil {
			return path, nil
		}
	}
	return "", &ToolchainError{fmt.Sprintf("dstreamc needs Go %s or newer to build programs, and found none: "+
		"install it from https://go.dev/dl/ or put its bin folder on PATH", minVersion())}
}

// FindGo finds the Go toolchain and checks that it is new enough for the runtime. It asks
// the go command, which takes some ten milliseconds; Identity does not.
func FindGo(ctx context.Context) (*Toolchain, error) {
	path, err := goCommand()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, path, "env", "GOVERSION")
	cmd.Env = append(os.Environ(), "GOTOOLCHAIN=local", "GOWORK=off", "GOFLAGS=")
	cmd.Dir = os.TempDir() // away from any go.mod that asks for another Go
	out, err := cmd.Output()
	if err != nil {
		return nil, &ToolchainError{fmt.Sprintf("%s does not work: %v", path, err)}
	}
	t := &Toolchain{Path: path, Version: strings.TrimSpace(string(out))}
	return t, t.check(minVersion())
}

// check compares the toolchain with the oldest Go that the runtime compiles with.
// Development versions are taken as new.
func (t *Toolchain) check(oldest string) error {
	name, _, _ := strings.Cut(t.Version, " ")
	if !version.IsValid(name) || version.Compare(name, "go"+oldest) >= 0 {
		return nil
	}
	return &ToolchainError{fmt.Sprintf("dstreamc needs Go %s or newer to build programs, and %s is Go %s: install a newer one from https://go.dev/dl/",
		oldest, t.Path, strings.TrimPrefix(name, "go"))}
}

// Identity names the toolchain that FindGo would use without running it, for cache keys:
// the version file of its installation, or else the go command's path, size and time.
func Identity() (string, error) {
	path, err := goCommand()
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if text, err := os.ReadFile(filepath.Join(filepath.Dir(filepath.Dir(path)), "VERSION")); err == nil {
		return string(text), nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s %d %d", path, info.Size(), info.ModTime().UnixNano()), nil
}

var goLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?m)^go (\S+)$`) })

// minVersion is the oldest Go that the runtime compiles with, from the module's go line.
func minVersion() string {
	mod, err := dstreamc.Source.ReadFile("go.mod")
	if err != nil {
		panic("build: go.mod is not embedded: " + err.Error())
	}
	return string(goLine().FindSubmatch(mod)[1])
}
