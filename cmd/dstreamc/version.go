package main

import (
	"context"
	"encoding/json"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/dstreamc/dstreamc"
	"github.com/dstreamc/dstreamc/internal/build"
)

// versionInfo is what "version --json" prints.
type versionInfo struct {
	Version   string `json:"version"`
	Commit    string `json:"commit,omitempty"`
	Modified  bool   `json:"modified,omitempty"` // built from a changed work tree
	Go        string `json:"go"`                 // that dstreamc was built with
	OS        string `json:"os"`
	Arch      string `json:"arch"`
	Toolchain string `json:"toolchain,omitempty"` // Go that programs are built with
	GoCommand string `json:"goCommand,omitempty"`
	Problem   string `json:"problem,omitempty"` // why there is none
}

func (t *tool) versionCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "show the version and the Go that programs are built with",
		Example: "  dstreamc version --json",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return t.version(currentVersion(cmd.Context()), asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON")
	return cmd
}

func currentVersion(ctx context.Context) versionInfo {
	v := versionInfo{Version: dstreamc.Version, Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				v.Commit = s.Value
			case "vcs.modified":
				v.Modified = s.Value == "true"
			}
		}
	}
	toolchain, err := build.FindGo(ctx)
	if err != nil {
		v.Problem = err.Error()
	} else {
		v.Toolchain, v.GoCommand = toolchain.Version, toolchain.Path
	}
	return v
}

func (t *tool) version(v versionInfo, asJSON bool) error {
	if asJSON {
		enc := json.NewEncoder(t.stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(v)
	}
	commit := ""
	if v.Commit != "" {
		commit = " " + v.Commit[:min(12, len(v.Commit))]
		if v.Modified {
			commit += "+"
		}
	}
	fmt.Fprintf(t.stdout, "dstreamc %s%s %s/%s, built with %s\n", v.Version, commit, v.OS, v.Arch, v.Go)
	if v.Problem != "" {
		fmt.Fprintf(t.stdout, "programs: %s\n", v.Problem)
		return nil
	}
	_, err := fmt.Fprintf(t.stdout, "programs are built with %s, %s\n", v.Toolchain, v.GoCommand)
	return err
}
