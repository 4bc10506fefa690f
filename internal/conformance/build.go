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
	Dir      string                // the Go module with one package for each script
	Rejected map[string]*diag.List // scripts with errors of their own, by name
	Broken   map[string]string     // scripts on which the compiler itself failed, and how
}

// Command is how a script's program is run.
func (b *Built) Command(s *Script) []string { return []string{b.Binary, s.Name} }

// Build compiles scripts into one binary in dir; root is the folder of the dstreamc module, whose
// runtime is linked. One Go module and one link for all make this many times faster than a build
// for each. A script that cannot be built does not keep the others from being built.
func Build(dir, root string, scripts []*Script) (*Built, error) {
	b := &Built{
		Binary:   filepath.Join(dir, "scripts.exe"),
		Dir:      dir,
		Rejected: map[string]*diag.List{},
		Broken:   map[string]string{},
	}
	packages := map[string]string{} // package -> script
	for i, s := range scripts {
		pkg := fmt.Sprintf("p%02d", i)
		code, list, err := compile(s, pkg)
		switch {
		case err != nil:
			b.Broken[s.Name] = err.Error()
			continue
		case code == nil:
			b.Rejected[s.Name] = list
			continue
		}
		packages[pkg] = s.Name
		for name, text := range map[string][]byte{s.Name + ".go": code, "main.go": starter(s, pkg, code)} {
			if err := writeFile(filepath.Join(dir, pkg, name), text); err != nil {
				return nil, err
			}
		}
	}
	mod := fmt.Sprintf("module scripts\n\ngo 1.25\n\nrequire github.com/dstreamc/dstreamc v0.0.0\n\n"+
		"replace github.com/dstreamc/dstreamc => %s\n", root)
	if err := writeFile(filepath.Join(dir, "go.mod"), []byte(mod)); err != nil {
		return nil, err
	}
	return b, b.link(packages)
}

// compile turns a script into the Go text of a package. The text is nil when the script was
// rejected; an error is the compiler's own failure.
func compile(s *Script, pkg string) (code []byte, list *diag.List, err error) {
	defer func() {
		if r := recover(); r != nil {
			code, err = nil, fmt.Errorf("the compiler panicked: %v", r)
		}
	}()
	program, list := lang.Compile(syntax.NewSource(s.Name+".py", s.Text))
	if list.HasErrors() {
		return nil, list, nil
	}
	code, err = codegen.Generate(program, codegen.Options{Package: pkg})
	if err == nil && code == nil {
		err = errors.New("the compiler wrote nothing")
	}
	return code, list, err
}

var runsScript = regexp.MustCompile(`\bds\.Run\(job, (\w+)\)`)

// starter is a file beside the generated one that makes it a program: the entry that is generated
// for packages returns an error, where a program has exit codes and signals.
func starter(s *Script, pkg string, code []byte) []byte {
	run := "missing" // does not compile, which is reported for this script
	if m := runsScript.FindSubmatch(code); m != nil {
		run = string(m[1])
	}
	return fmt.Appendf(nil, `package %s

import ds "github.com/dstreamc/dstreamc/runtime"

// Main runs the script as a program.
func Main() { ds.Main(%q, %s) }
`, pkg, s.Name+".py", run)
}

var failedPackage = regexp.MustCompile(`^# scripts/(p\d+)$`)

// link writes the program that starts the script named by its first argument, and builds it. When
// Go rejects a package, that is noted and the rest is built without it.
func (b *Built) link(packages map[string]string) error {
	for {
		if err := writeFile(filepath.Join(b.Dir, "main.go"), dispatcher(packages)); err != nil {
			return err
		}
		out, err := goCommand(b.Dir, "build", "-o", b.Binary, ".")
		if err == nil {
			return nil
		}
		script := ""
		for line := range strings.Lines(out) {
			if m := failedPackage.FindStringSubmatch(strings.TrimSpace(line)); m != nil {
				script = packages[m[1]]
				delete(packages, m[1])
			} else if script != "" {
				b.Broken[script] += line
			}
		}
		if script == "" {
			return fmt.Errorf("go build: %w\n%s", err, out)
		}
	}
}

// Vet runs go vet over all generated packages and returns what it has to say.
func (b *Built) Vet() string {
	out, _ := goCommand(b.Dir, "vet", ".", "./...") // its exit code says no more than its words
	return out
}

// dispatcher is the main package over the packages of the scripts.
func dispatcher(packages map[string]string) []byte {
	var imports, cases bytes.Buffer
	for _, pkg := range slices.Sorted(maps.Keys(packages)) {
		fmt.Fprintf(&imports, "\t%q\n", "scripts/"+pkg)
		fmt.Fprintf(&cases, "\tcase %q:\n\t\t%s.Main()\n", packages[pkg], pkg)
	}
	return fmt.Appendf(nil, `package main

import (
	"os"

%s)

func main() {
	script := os.Args[1]
	os.Args = append([]string{script + ".py"}, os.Args[2:]...)
	switch script {
%s	default:
		panic("no script " + script)
	}
}
`, imports.Bytes(), cases.Bytes())
}

// goCommand runs the go tool in dir, without network.
func goCommand(dir string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod", "GOWORK=off", "CGO_ENABLED=0", "GOTOOLCHAIN=local")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func writeFile(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
