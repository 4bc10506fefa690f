package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/dstreamc/dstreamc"
	"github.com/dstreamc/dstreamc/codegen"
	"github.com/dstreamc/dstreamc/internal/build"
	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// compile checks a script. What there is to tell goes to stderr; a script with errors ends
// the tool.
func (t *tool) compile(name, text string) (*ir.Program, error) {
	src := syntax.NewSource(displayName(name), text)
	program, list := lang.CompileWith(src, t.options(name))
	if err := t.writeDiagnostics(t.stderr, "text", []*diag.List{list}); err != nil {
		return nil, err
	}
	if list.HasErrors() {
		return nil, &exitError{exitRejected}
	}
	return program, nil
}

// options are how a script is compiled.
func (t *tool) options(script string) lang.Options {
	return lang.Options{Load: modulesOf(script), BigInt: t.bigInt}
}

// intFlag adds --bigint to a command that compiles scripts.
func (t *tool) intFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&t.bigInt, "bigint", false, "ints of any size, as the comment \"# dstreamc: bigint\" at the top of a script says")
}

// displayName is how a script is called in messages.
func displayName(name string) string {
	if name == "-" {
		return "<stdin>"
	}
	return name
}

// target is what a program is built for and how.
type target struct {
	os, arch string
	debug    bool // keep symbols and debugging information
	release  bool // the same bytes on every machine
	profile  bool // able to write profiles
}

func hostTarget() target { return target{os: runtime.GOOS, arch: runtime.GOARCH} }

// key names a program by all that it depends on: script, compiler, Go, target. Of the
// script's name programs know the last part.
func (tg target) key(name, text string, bigInt bool) (string, error) {
	compiler, err := build.Compiler()
	if err != nil {
		return "", err
	}
	goIdentity, err := build.Identity()
	if err != nil {
		return "", err
	}
	parts := []string{compiler, goIdentity, tg.os, tg.arch, filepath.Base(displayName(name)), text}
	for _, on := range []bool{tg.debug, tg.release, tg.profile, bigInt} {
		parts = append(parts, map[bool]string{true: "1", false: "0"}[on])
	}
	for _, v := range build.ArchitectureVariables {
		parts = append(parts, os.Getenv(v))
	}
	return build.Key(append(parts, moduleTexts(name, text)...)...), nil
}

// binaryName is the name of a script's program.
func (tg target) binaryName(script string) string {
	if script == "-" {
		script = "program"
	}
	if tg.os == "windows" {
		return scriptName(script) + ".exe"
	}
	return scriptName(script)
}

// cached returns the program of a script from the cache, or builds it there. A program that
// is there needs neither the compiler's phases nor Go, only the hash of what it was made
// from.
func (t *tool) cached(name, text string, tg target) (path string, err error) {
	cache, err := build.DefaultCache()
	if err != nil {
		return "", err
	}
	key, err := tg.key(name, text, t.bigInt)
	if err != nil {
		return "", err
	}
	if path, ok := cache.Lookup(key, tg.binaryName(name)); ok {
		return path, nil
	}
	built, remove, err := t.buildProgram(cache, name, text, tg, "")
	if err != nil {
		return "", err
	}
	defer remove()
	path, err = cache.Store(built, key, tg.binaryName(name))
	cache.Trim(time.Now())
	return path, err
}

// buildProgram compiles a script to a binary in the cache's folder, which remove deletes
// unless it was moved. With work, that folder keeps the generated program.
func (t *tool) buildProgram(cache *build.Cache, name, text string, tg target, work string) (path string, remove func(), err error) {
	program, err := t.compile(name, text)
	if err != nil {
		return "", nil, err
	}
	code, err := codegen.Generate(program, codegen.Options{Package: "main", LineDirectives: true})
	if err != nil {
		return "", nil, err
	}
	files := map[string][]byte{"main.go": code}
	if tg.profile {
		files["profile.go"] = []byte("package main\n\nimport _ \"" + dstreamc.ModulePath + "/runtime/profile\" // writes profiles where it is told to\n")
	}
	ctx, stop := untilSignal()
	defer stop()
	toolchain, err := build.FindGo(ctx)
	if err != nil {
		return "", nil, err
	}
	path, remove, err = cache.Temp()
	if err != nil {
		return "", nil, err
	}
	progress := newProgress(t.stderr, tg.os+"/"+tg.arch, patience)
	builder := &build.Builder{Cache: cache, Go: toolchain, Compiling: progress.compiling}
	err = builder.Build(ctx, &build.Program{
		Files: files,
		OS:    tg.os,
		Arch:  tg.arch,
		Debug: tg.debug,
		Trim:  tg.release,
		Work:  work,
	}, path)
	progress.end()
	if err != nil {
		remove()
		return "", nil, buildFailure(ctx, err, tg)
	}
	return path, remove, nil
}

// buildFailure says in our words what Go's mean.
func buildFailure(ctx context.Context, err error, tg target) error {
	var goErr *build.GoError
	switch {
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.As(err, &goErr) && strings.Contains(goErr.Output, "unsupported GOOS/GOARCH pair"):
		return unusablef("Go does not build for %s/%s; \"go tool dist list\" shows what it builds for", tg.os, tg.arch)
	}
	return err
}
