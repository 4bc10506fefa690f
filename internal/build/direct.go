package build

import (
	"context"
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/internal/atomicfile"
)

// A program is one package over packages that seldom change. To find out that they have not changed takes "go build" a good part of
// the time that it takes in all, so what it has found is kept beside the unpacked runtime, whose hash makes it true for ever, and the
// next program is built by Go's compiler and linker alone, with the commands that "go build -x" shows. Whatever goes wrong with
// that, "go build" is asked, and says what is wrong in its words.

// compiled is what a program needs that "go build" knows.
type compiled struct {
	Tools    string            // the folder of the compiler and the linker
	Root     string            // GOROOT
	Packages map[string]string // the files of compiled packages, by import path
	Info     string            // what "go version -m" shows
	GODEBUG  string            // the settings that go with the module's Go version
}

// direct reports whether a program may be built without "go build". Elsewhere than on Linux, packages are compiled in another
// way, for programs that can be moved in memory.
func (p *Program) direct() bool { return p.OS == "linux" && !p.Debug && !p.Trim }

// compiledFile is where what is known is kept, for a Go and a target.
func (b *Builder) compiledFile(p *Program, runtimeDir string) (string, error) {
	identity, err := Identity()
	if err != nil {
		return "", err
	}
	parts := []string{identity, p.OS, p.Arch}
	for _, v := range ArchitectureVariables {
		parts = append(parts, os.Getenv(v))
	}
	return filepath.Join(runtimeDir, "compiled-"+Key(parts...)+".json"), nil
}

// readCompiled reads what is known; it is empty if nothing is.
func readCompiled(path string) *compiled {
	known := &compiled{}
	text, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(text, known) != nil {
		return &compiled{}
	}
	return known
}

// imports lists what the files of a program import.
func (p *Program) imports() ([]string, error) {
	var out []string
	for name, text := range p.Files {
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			return nil, err
		}
		for _, spec := range file.Imports {
			out = append(out, importOf(spec))
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// buildDirect builds a prepared program with what is known. It reports false if that cannot be done.
func (b *Builder) buildDirect(ctx context.Context, p *Program, runtimeDir, dir, out string) bool {
	if !p.direct() {
		return false
	}
	path, err := b.compiledFile(p, runtimeDir)
	if err != nil {
		return false
	}
	known := readCompiled(path)
	imports, err := p.imports()
	if err != nil || known.Packages == nil || slices.ContainsFunc(imports, func(i string) bool { return known.Packages[i] == "" }) {
		return false
	}
	if b.Compiling != nil {
		b.Compiling(ModuleName)
	}
	if out, err = filepath.Abs(out); err != nil {
		return false
	}
	work, err := os.MkdirTemp("", "dstreamc-")
	if err != nil {
		return false
	}
	defer os.RemoveAll(work)
	return known.compile(ctx, p, dir, work) && known.link(ctx, p, work, out)
}

// importConfig writes the file that tells the compiler and the linker where packages are.
func (k *compiled) importConfig(path string, more ...string) error {
	var text strings.Builder
	for _, pkg := range slices.Sorted(maps.Keys(k.Packages)) {
		fmt.Fprintf(&text, "packagefile %s=%s\n", pkg, k.Packages[pkg])
	}
	for _, line := range more {
		text.WriteString(line + "\n")
	}
	return os.WriteFile(path, []byte(text.String()), 0o666)
}

// tool runs the compiler or the linker.
func (k *compiled) tool(ctx context.Context, p *Program, dir, name string, args ...string) bool {
	cmd := exec.CommandContext(ctx, filepath.Join(k.Tools, name), args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PWD="+dir, "GOROOT="+k.Root, "GOOS="+p.OS, "GOARCH="+p.Arch, "CGO_ENABLED=0",
		"GOGC=off", "GOMEMLIMIT=1GiB") // collecting what is freed in a moment anyway took a fifth of the time
	return cmd.Run() == nil
}

func (k *compiled) compile(ctx context.Context, p *Program, dir, work string) bool {
	config := filepath.Join(work, "importcfg")
	if k.importConfig(config) != nil {
		return false
	}
	args := []string{"-o", filepath.Join(work, "program.a"), "-trimpath", dir + "=>", "-p", "main", "-lang=go" + minVersion(), "-complete",
		"-dwarf=false", "-c=" + strconv.Itoa(min(4, runtime.GOMAXPROCS(0))), "-nolocalimports", "-importcfg", config, "-pack"}
	for _, name := range slices.Sorted(maps.Keys(p.Files)) {
		args = append(args, "./"+name)
	}
	return k.tool(ctx, p, dir, "compile", args...)
}

// The marks by which "go version -m" finds its text in a binary.
const (
	infoStart = "\x30\x77\xaf\x0c\x92\x74\x08\x02\x41\xe1\xc1\x07\xe6\xd6\x18\xe6"
	infoEnd   = "\xf9\x32\x43\x31\x86\x18\x20\x72\x00\x82\x42\x10\x41\x16\xd8\xf2"
)

func (k *compiled) link(ctx context.Context, p *Program, work, out string) bool {
	config := filepath.Join(work, "importcfg.link")
	if k.importConfig(config, "modinfo "+strconv.Quote(infoStart+k.Info+infoEnd)) != nil {
		return false
	}
	args := []string{"-o", out, "-importcfg", config, "-buildmode=exe", "-s", "-w"}
	if k.GODEBUG != "" {
		args = append(args, "-X=runtime.godebugDefault="+k.GODEBUG)
	}
	return k.tool(ctx, p, work, "link", append(args, filepath.Join(work, "program.a"))...)
}

// remember keeps what "go build", which has just built a program, knows. What fails is not kept.
func (b *Builder) remember(ctx context.Context, p *Program, runtimeDir, dir, out string) {
	if !p.direct() {
		return
	}
	path, err := b.compiledFile(p, runtimeDir)
	if err != nil {
		return
	}
	known := readCompiled(path)
	if known.Packages == nil {
		known.Packages = map[string]string{}
	}
	if b.askGo(ctx, p, dir, known) != nil || known.readInfo(out) != nil {
		return
	}
	if text, err := json.Marshal(known); err == nil {
		atomicfile.Write(path, text) // or the next build takes longer
	}
}

// askGo asks where the compiled packages are that a program imports, and those that these import.
func (b *Builder) askGo(ctx context.Context, p *Program, dir string, known *compiled) error {
	imports, err := p.imports()
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, b.Go.Path, append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}}={{.Export}}"}, imports...)...)
	cmd.Dir, cmd.Env = dir, goEnv(p, dir)
	list, err := cmd.Output()
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(list)) {
		if pkg, file, _ := strings.Cut(strings.TrimSpace(line), "="); file != "" { // unsafe has none
			known.Packages[pkg] = file
		}
	}
	cmd = exec.CommandContext(ctx, b.Go.Path, "env", "GOTOOLDIR", "GOROOT")
	cmd.Dir, cmd.Env = dir, goEnv(p, dir)
	text, err := cmd.Output()
	if err != nil {
		return err
	}
	lines := strings.Split(strings.TrimSpace(string(text)), "\n")
	if len(lines) != 2 {
		return fmt.Errorf("go env says %q", text)
	}
	known.Tools, known.Root = strings.TrimSpace(lines[0]), strings.TrimSpace(lines[1])
	return nil
}

// readInfo takes from a program that "go build" has built what it knows of modules and settings.
func (k *compiled) readInfo(program string) error {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return err
	}
	kept := info.Settings[:0]
	for _, s := range info.Settings {
		if s.Key == "DefaultGODEBUG" {
			k.GODEBUG = s.Value
		}
		if s.Key != "-gcflags" { // which has the folder of that program
			kept = append(kept, s)
		}
	}
	info.Settings = kept
	info.GoVersion = "" // is elsewhere in the binary
	k.Info = info.String()
	return nil
}
