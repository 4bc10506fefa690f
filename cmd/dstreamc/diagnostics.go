package main

import (
	"io"

	"github.com/dstreamc/dstreamc"
	"github.com/dstreamc/dstreamc/lang/diag"
)

// diagnosticFormats are the values of check's --format.
var diagnosticFormats = []string{"text", "json", "github", "sarif"}

// writeDiagnostics writes what there is to tell about scripts.
func (t *tool) writeDiagnostics(w io.Writer, format string, lists []*diag.List) error {
	switch format {
	case "json":
		return diag.WriteJSON(w, lists...)
	case "github":
		return diag.WriteGitHub(w, lists...)
	case "sarif":
		return diag.WriteSARIF(w, dstreamc.Version, lists...)
	}
	return diag.WriteText(w, diag.TextOptions{Color: t.colored(w)}, lists...)
}
