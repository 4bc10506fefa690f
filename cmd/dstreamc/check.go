package main

import (
	"math"

	"github.com/spf13/cobra"

	"github.com/dstreamc/dstreamc/lang"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

func (t *tool) checkCommand() *cobra.Command {
	var format string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "check [flags] SCRIPT...",
		Short: "show every error of scripts",
		Long: `check shows every error of the scripts at once, on stdout, with the place, where a type
came from, and what to write instead. It exits with 3 if there are errors; warnings alone
are fine. "-" reads standard input.`,
		Example: `  dstreamc check wordcount.py
  dstreamc check --format=json jobs/*.py
  dstreamc check --format=github jobs/*.py     annotations on a pull request`,
		Args:              scripts(1, math.MaxInt),
		ValidArgsFunction: completeScripts,
		RunE: func(_ *cobra.Command, scripts []string) error {
			if asJSON {
				format = "json"
			}
			if err := oneOf("format", format, diagnosticFormats); err != nil {
				return err
			}
			return t.check(scripts, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, json, github or sarif")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the same as --format=json")
	t.intFlag(cmd)
	return cmd
}

// check reports on scripts in the order they were given.
func (t *tool) check(scripts []string, format string) error {
	var lists []*diag.List
	rejected := false
	for _, name := range scripts {
		text, err := t.readScript(name)
		if err != nil {
			return err
		}
		_, list := lang.CompileWith(syntax.NewSource(displayName(name), text), t.options(name))
		lists = append(lists, list)
		rejected = rejected || list.HasErrors()
	}
	if err := t.writeDiagnostics(t.stdout, format, lists); err != nil {
		return err
	}
	if rejected {
		return &exitError{exitRejected}
	}
	return nil
}
