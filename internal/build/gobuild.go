package build

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/dstreamc/dstreamc"
)

// ModuleName is the module of a program; Go's errors name it.
const ModuleName = "dstreamc.program"

// Program is generated Go, and how to build it.
type Program struct {
	Files    map[string][]byte // of package main, by name
	OS, Arch string            // as GOOS and GOARCH
	Debug    bool              // keep symbols and debugging information
	Trim     bool              // the same bytes on every machine: -trimpath
	Work     string            // build in this folder and keep it; "" for one that goes away
}

// Builder builds programs.
type Builder struct {
	Cache *Cache
	Go    *Toolchain
	// Compiling, if set, is told each package that Go compiles instead of taking it from its
	// cache, as it starts.
	Compiling func(pkg string)
}

// GoError says that "go build" refused generated code, which is an error of dstreamc, or
// failed otherwise.
type GoError struct {
	Output    string // Go's words
	Dir       string // where the program was left to look at; "" if nothing is wrong with it
	Generated bool   // Go's complaint is about the program, not about the machine
}

func (e *GoError) Error() string {
	if !e.Generated {
		return "go build failed:\n" + e.Output
	}
	return fmt.Sprintf("the Go compiler refuses the generated code, which is an error in dstreamc and not in the script.\n"+
		"Please report it with the files that were kept in %s\n%s", e.Dir, e.Output)
}

// Build compiles a program to the file out. A failure for which the generated code is to
// blame is a *GoError and leaves the program's folder behind.
func (b *Builder) Build(ctx context.Context, p *Program, out string) error {
	runtimeDir, err := b.Cache.Runtime()
	if err != nil {
		return err
	}
	dir, err := b.prepare(p, runtimeDir)
	if err != nil {
		return err
	}
	if b.buildDirect(ctx, p, runtimeDir, dir, out) {
		if p.Work == "" {
			os.RemoveAll(dir)
		}
		return nil
	}
	words, err := b.goBuild(ctx, p, dir, out)
	keep := p.Work != "" || words.generated && ctx.Err() == nil
	if !keep {
		defer os.RemoveAll(dir)
	}
	switch {
	case err == nil:
		b.remember(ctx, p, runtimeDir, dir, out)
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case words.text == "":
		return fmt.Errorf("go build: %w", err)
	case !words.generated:
		return &GoError{Output: words.text}
	}
	return &GoError{Output: words.text, Dir: dir, Generated: true}
}

// prepare writes the program as a module whose only requirement is replaced by the unpacked
// runtime. In the cache the path to it is relative, so that no binary carries the name of a
// home folder.
func (b *Builder) prepare(p *Program, runtimeDir string) (dir string, err error) {
	replace := "../" + filepath.Base(runtimeDir)
	if p.Work == "" {
		dir, err = b.Cache.workDir()
	} else {
		replace = runtimeDir
		if dir, err = filepath.Abs(p.Work); err == nil {
			err = os.MkdirAll(dir, 0o777)
		}
	}
	if err != nil {
		return "", err
	}
	mod := fmt.Sprintf("module %s\n\ngo %s\n\nrequire %s v0.0.0\n\nreplace %s => %s\n",
		ModuleName, minVersion(), dstreamc.ModulePath, dstreamc.ModulePath, strconv.Quote(replace))
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte(mod), 0o666); err != nil {
		return "", err
	}
	for name, text := range p.Files {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o666); err != nil {
			return "", err
		}
	}
	return dir, nil
}

// goBuild runs the go command over a prepared folder.
func (b *Builder) goBuild(ctx context.Context, p *Program, dir, out string) (goWords, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return goWords{}, err
	}
	cmd := exec.CommandContext(ctx, b.Go.Path, buildArgs(p, dir, out)...)
	cmd.Dir = dir
	cmd.Env = goEnv(p, dir)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	stderr, err := cmd.StderrPipe()
	if err != nil {
		return goWords{}, err
	}
	if err := cmd.Start(); err != nil {
		return goWords{}, err
	}
	words := readGo(stderr, b.Compiling)
	return words, cmd.Wait()
}

// goEnv is the environment in which the go command looks at a program.
func goEnv(p *Program, dir string) []string {
	return append(os.Environ(), "PWD="+dir, "GOOS="+p.OS, "GOARCH="+p.Arch,
		"CGO_ENABLED=0", "GO111MODULE=on", "GOFLAGS=-mod=mod", "GOPROXY=off", "GOSUMDB=off", "GOWORK=off", "GOTOOLCHAIN=local")
}

// buildArgs are the arguments of the go command. Stripping happens in the linker and costs
// no second copy of the compiled standard library, as -trimpath does: there, Go keeps one
// for each. Without -trimpath the program's own folder, which is another one each time, is
// cut from file names; a binary keeps the flag that does so, and thus the folder, and would
// not be reproducible.
func buildArgs(p *Program, dir, out string) []string {
	args := []string{"build", "-v", "-buildvcs=false", "-o", out}
	dwarf := "-dwarf=false " // nobody will see it
	if p.Debug {
		dwarf = ""
	}
	if p.Trim {
		args = append(args, "-trimpath")
	} else if !strings.Contains(dir, "'") { // go has quotes for flags with blanks, but no way to quote those
		args = append(args, "-gcflags="+ModuleName+"="+dwarf+"'-trimpath="+dir+"=>'")
	}
	if !p.Debug {
		args = append(args, "-ldflags=-s -w")
	}
	return append(args, ".")
}

// goWords is what the go command wrote.
type goWords struct {
	text      string // without the names of packages
	generated bool   // it complains about the program or the runtime, not about the machine
}

var packageLine = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[\w./~-]+$`) })

// readGo reads what "go build -v" writes: the name of each package it compiles, then
// complaints, each package's below a line "# package".
func readGo(r io.Reader, compiling func(string)) goWords {
	var words goWords
	var text strings.Builder
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if packageLine().MatchString(line) {
			if compiling != nil {
				compiling(line)
			}
			continue
		}
		if line == "# "+ModuleName || strings.HasPrefix(line, "# "+dstreamc.ModulePath+"/") {
			words.generated = true
		}
		text.WriteString(line + "\n")
	}
	words.text = text.String()
	return words
}
