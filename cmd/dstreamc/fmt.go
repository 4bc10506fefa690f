package main

import (
	"fmt"
	"math"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/dstreamc/dstreamc/internal/atomicfile"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// fmtFlags say what to do with a formatted script; with none it goes to stdout.
type fmtFlags struct{ write, diff, list bool }

func (t *tool) fmtCommand() *cobra.Command {
	var f fmtFlags
	cmd := &cobra.Command{
		Use:   "fmt [flags] SCRIPT...",
		Short: "format scripts",
		Long: `fmt lays scripts out in one way, without changing what they mean, and writes them to stdout.
"-" reads standard input.`,
		Example: `  dstreamc fmt -w wordcount.py
  dstreamc fmt -l jobs/*.py        names of the files that are not formatted
  dstreamc fmt -d wordcount.py     what would change`,
		Args:              scripts(1, math.MaxInt),
		ValidArgsFunction: completeScripts,
		RunE: func(_ *cobra.Command, scripts []string) error {
			rejected := false
			for _, name := range scripts {
				ok, err := t.format(name, f)
				if err != nil {
					return err
				}
				rejected = rejected || !ok
			}
			if rejected {
				return &exitError{exitRejected}
			}
			return nil
		},
	}
	cmd.Flags().BoolVarP(&f.write, "write", "w", false, "write the files instead of stdout")
	cmd.Flags().BoolVarP(&f.diff, "diff", "d", false, "show what changes")
	cmd.Flags().BoolVarP(&f.list, "list", "l", false, "list the files that change")
	return cmd
}

// format formats one script. A script with syntax errors is left alone: they are reported
// and ok is false.
func (t *tool) format(name string, f fmtFlags) (ok bool, err error) {
	if name == "-" && f.write {
		return false, usagef("-w cannot write standard input")
	}
	text, err := t.readScript(name)
	if err != nil {
		return false, err
	}
	src := syntax.NewSource(displayName(name), text)
	file, errs := syntax.Parse(src)
	if len(errs) > 0 {
		list := diag.NewList(src)
		list.AddSyntax(errs)
		list.Sort()
		return false, t.writeDiagnostics(t.stderr, "text", []*diag.List{list})
	}
	formatted := syntax.Format(file)
	changed := formatted != text
	if changed && f.list {
		fmt.Fprintln(t.stdout, src.Name)
	}
	if changed && f.diff {
		t.stdout.Write(diff.Diff(src.Name, []byte(text), src.Name+" (formatted)", []byte(formatted)))
	}
	if changed && f.write {
		_, err = atomicfile.Write(name, []byte(formatted))
	}
	if !f.list && !f.diff && !f.write {
		fmt.Fprint(t.stdout, formatted)
	}
	return true, err
}
