package main

import (
	"bytes"

	"github.com/spf13/cobra"

	"github.com/dstreamc/dstreamc/internal/atomicfile"
	"github.com/dstreamc/dstreamc/lang/explain"
	"github.com/dstreamc/dstreamc/lang/plan"
)

func (t *tool) explainCommand() *cobra.Command {
	var format, out string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "explain [flags] SCRIPT",
		Short: "show streams, their types and the stages they run in",
		Long: `explain shows each stream of a script with its type, each stage with the operators fused
into it and their lines, why a chain of operators ends where it does, and which values have
no static type.`,
		Example: `  dstreamc explain wordcount.py
  dstreamc explain --format=svg -o wordcount.svg wordcount.py    for a browser
  dstreamc explain --format=mermaid wordcount.py                 for Markdown on GitHub`,
		Args:              scripts(1, 1),
		ValidArgsFunction: completeScripts,
		RunE: func(_ *cobra.Command, args []string) error {
			if asJSON {
				format = "json"
			}
			if err := oneOf("format", format, explain.Formats); err != nil {
				return err
			}
			return t.explain(args[0], format, out)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "text, mermaid, dot, svg or json")
	cmd.Flags().StringVarP(&out, "output", "o", "-", "file to write; - is stdout")
	cmd.Flags().BoolVar(&asJSON, "json", false, "the same as --format=json")
	t.intFlag(cmd)
	return cmd
}

func (t *tool) explain(script, format, out string) error {
	text, err := t.readScript(script)
	if err != nil {
		return err
	}
	program, err := t.compile(script, text)
	if err != nil {
		return err
	}
	var rendered bytes.Buffer
	if err := explain.Render(&rendered, plan.Draw(program), format); err != nil {
		return err
	}
	return t.writeOutput(out, rendered.Bytes())
}

// writeOutput writes a file whose name the user gave; "-" is stdout.
func (t *tool) writeOutput(name string, text []byte) error {
	if name == "-" {
		_, err := t.stdout.Write(text)
		return err
	}
	_, err := atomicfile.Write(name, text)
	return err
}
