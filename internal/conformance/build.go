package conformance

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/dstreamc/dstreamc/codegen"
	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// Built is a set of scripts compiled into one binary, whose first argument says which to run.
type Built struct {
	Binary   string
	Dir      string                // the Go module; the scripts' files are in its folder jobs
	Rejected map[string]*diag.List // scripts with errors of their own, by name
	Broken   map[string]string     // scripts on which the compiler itself failed, and how

	flags string // for the Go compiler
}

// Command is how a script's program is run.
func (b *Built) Command(s *Script) []string { return []string{b.Binary, s.Name} }

// Build compiles scripts into one binary in dir; root is the folder of the dstreamc module, whose
// runtime is linked. All scripts become files of one Go package, so that the runtime's generic
// code is compiled once: many times faster than a build for each. A script that cannot be built
// does not keep the others from being built.
func Build(dir, root string, scripts []*Script) (*Built, error) {
	return build(dir, root, scripts, "-e")
}

// BuildPlain is Build without Go's optimizations and what a debugger needs: it takes half the time, for programs that run only
// once.
func BuildPlain(dir, root string, scripts []*Script) (*Built, error) {
	return build(dir, root, scripts, "-e -N -l -dwarf=false")
}

func build(dir, root string, scripts []*Script, flags string) (*Built, error) {
	b := &Built{
		flags:    flags,
		Binary:   filepath.Join(dir, "scripts.exe"),
		Dir:      dir,
		Rejected: map[string]*diag.List{},
		Broken:   map[string]string{},
	}
	entries := map[string]string{} // script -> the function that is the script
	for _, s := range scripts {
		code, list, err := compile(s)
		switch {
		case err != nil:
			b.Broken[s.Name] = err.Error()
			continue
		case code == nil:
			b.Rejected[s.Name] = list
			continue
		}
		m := runsScript.FindSubmatch(code)
		if m == nil {
			b.Broken[s.Name] = "the generated code has no ds.Run(job, …):\n" + string(code)
			continue
		}
		entries[s.Name] = string(m[1])
		if err := writeFile(b.file(s.Name), code); err != nil {
			return nil, err
		}
	}
	mod := fmt.Sprintf("module scripts\n\ngo 1.25\n\nrequire github.com/dstreamc/dstreamc v0.0.0\n\n"+
		"replace github.com/dstreamc/dstreamc => %s\n", root)
	if err := writeFile(filepath.Join(dir, "go.mod"), []byte(mod)); err != nil {
		return nil, err
	}
	if err := writeFile(filepath.Join(dir, "main.go"), []byte(mainFile)); err != nil {
		return nil, err
	}
	return b, b.link(entries)
}

// mainFile runs the script named by the first argument.
const mainFile = `package main

import (
	"os"

	"scripts/jobs"
)

func main() {
	os.Args = os.Args[1:]
	jobs.Main(os.Args[0])
}
`

// file is where a script's Go file is.
func (b *Built) file(script string) string { return filepath.Join(b.Dir, "jobs", script+suffix) }

// suffix follows the script's name in the name of its Go file: no name ends in _test then, or in
// that of a platform.
const suffix = "_gen.go"

// compile turns a script into the Go text of a package. The text is nil when the script was
// rejected; an error is the compiler's own failure.
func compile(s *Script) (code []byte, list *diag.List, err error) {
	defer func() {
		if r := recover(); r != nil {
			code, err = nil, fmt.Errorf("the compiler panicked: %v", r)
		}
	}()
	program, list := lang.CompileWith(syntax.NewSource(s.Name+".py", s.Text), lang.Options{BigInt: s.BigInt})
	if list.HasErrors() {
		return nil, list, nil
	}
	code, err = codegen.Generate(program, codegen.Options{Package: "jobs"})
	if err == nil && code == nil {
		err = errors.New("the compiler wrote nothing")
	}
	return code, list, err
}

// runsScript finds the function that is the script in the entry generated for it. A program needs
// that one: the entry returns an error, where a program has exit codes and signals.
var runsScript = regexp.MustCompile(`\bds\.Run\(job, (\w+)\)`)

// compileError is a line of the Go compiler about a script's file.
var compileError = regexp.MustCompile(`^(?:\./)?jobs/(\w+)` + regexp.QuoteMeta(suffix) + `:(\d+(?::\d+)?: .*)$`)

// link builds the binary. What Go rejects is noted, and the rest is built without it.
func (b *Built) link(entries map[string]string) error {
	for {
		if err := writeFile(filepath.Join(b.Dir, "jobs", "main.go"), jobsFile(entries)); err != nil {
			return err
		}
		out, err := goCommand(b.Dir, "build", "-gcflags=scripts/...="+b.flags, "-ldflags=-w", "-o", b.Binary, ".")
		if err == nil {
			return nil
		}
		script := ""
		for line := range strings.Lines(out) {
			if m := compileError.FindStringSubmatch(strings.TrimSuffix(line, "\n")); m != nil {
				script, line = m[1], m[2]+"\n"
			}
			if script != "" {
				b.Broken[script] += line
			}
		}
		if script == "" {
			return fmt.Errorf("go build: %w\n%s", err, out)
		}
		for script := range b.Broken {
			delete(entries, script)
			if err := os.Remove(b.file(script)); err != nil && !os.IsNotExist(err) {
				return err
			}
		}
	}
}

// Vet runs go vet over all generated packages and returns what it has to say. With the flags of the build, nothing is compiled once more.
func (b *Built) Vet() string {
	out, _ := goCommand(b.Dir, "vet", "-gcflags=scripts/...="+b.flags, ".", "./...") // its exit code says no more than its words
	return out
}

// jobsFile is the file that starts a script by its name.
func jobsFile(entries map[string]string) []byte {
	if len(entries) == 0 { // all were rejected
		return []byte("package jobs\n\n// Main has no script to start.\nfunc Main(script string) { panic(\"no script \" + script) }\n")
	}
	var cases bytes.Buffer
	for _, script := range slices.Sorted(maps.Keys(entries)) {
		fmt.Fprintf(&cases, "\tcase %q:\n\t\tds.Main(%q, %s)\n", script, script+".py", entries[script])
	}
	return fmt.Appendf(nil, `package jobs

import ds "github.com/dstreamc/dstreamc/runtime"

// Main is the main function of the script with this name.
func Main(script string) {
	switch script {
%s	default:
		panic("no script " + script)
	}
}
`, cases.Bytes())
}

// goCommand runs the go tool in dir, without network. With -trimpath, what it compiles serves every checkout of the same source.
func goCommand(dir string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod -trimpath", "GOWORK=off", "CGO_ENABLED=0", "GOTOOLCHAIN=local")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func writeFile(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
