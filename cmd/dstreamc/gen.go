package main

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dstreamc/dstreamc/codegen"
	"github.com/dstreamc/dstreamc/internal/build"
)

func (t *tool) genCommand() *cobra.Command {
	var pkg, out, runtimeDir string
	cmd := &cobra.Command{
		Use:   "gen [flags] SCRIPT",
		Short: "write a script as Go source for your own module",
		Long: `gen writes the Go that a script compiles to as a file of a package of your own module,
where Go code and Go tests can run the pipeline with an input and a clock of theirs. The
package is --pkg, else what go generate says, else that of the Go files in the folder.

With --runtime the runtime is copied to a folder of your module and imported from there, so
that the module needs nothing else. Files that would not change are left alone.`,
		Example: `  //go:generate dstreamc gen wordcount.py
  dstreamc gen -pkg jobs -o wordcount_gen.go wordcount.py
  dstreamc gen --runtime internal/dstream wordcount.py
  dstreamc gen -o - wordcount.py                           to look at it`,
		Args:              scripts(1, 1),
		ValidArgsFunction: completeScripts,
		RunE: func(_ *cobra.Command, args []string) error {
			if out == "" {
				out = strings.TrimLeft(scriptName(args[0]), "_.") + "_gen.go" // Go ignores files named _x and .x
			}
			return t.gen(args[0], pkg, out, runtimeDir)
		},
	}
	cmd.Flags().StringVar(&pkg, "pkg", "", "package of the file")
	cmd.Flags().StringVarP(&out, "output", "o", "", "file to write; - is stdout (default SCRIPT_gen.go)")
	cmd.Flags().StringVar(&runtimeDir, "runtime", "", "folder of your module to copy the runtime to")
	t.intFlag(cmd)
	return cmd
}

func (t *tool) gen(script, pkg, out, runtimeDir string) error {
	text, err := t.readScript(script)
	if err != nil {
		return err
	}
	if pkg == "" {
		pkg = packageOf(out)
	}
	if !token.IsIdentifier(pkg) || pkg == "_" {
		return usagef("--pkg=%s: want the name of a Go package", pkg)
	}
	program, err := t.compile(script, text)
	if err != nil {
		return err
	}
	code, err := codegen.Generate(program, codegen.Options{Package: pkg})
	if err != nil {
		return err
	}
	if runtimeDir != "" {
		path, err := build.ImportPath(runtimeDir)
		if err != nil {
			return unusablef("--runtime: %v", err)
		}
		if code, err = build.RewriteImports(code, path); err != nil {
			return err
		}
		if err := build.CopyRuntime(runtimeDir, path); err != nil {
			return err
		}
	}
	return t.writeOutput(out, code)
}

// packageOf is the package that a generated file is to be part of: as go generate says,
// or as the other Go files of its folder say, or main.
func packageOf(out string) string {
	if name := os.Getenv("GOPACKAGE"); name != "" {
		return name
	}
	files, _ := filepath.Glob(filepath.Join(filepath.Dir(out), "*.go")) // fails for bad patterns only
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		if file, err := parser.ParseFile(token.NewFileSet(), f, nil, parser.PackageClauseOnly); err == nil {
			return file.Name.Name
		}
	}
	return "main"
}
