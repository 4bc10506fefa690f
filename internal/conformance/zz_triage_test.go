package conformance

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZTriage(t *testing.T) {
	if os.Getenv("TRIAGE") == "" {
		t.Skip()
	}
	all := append(corpus(t), wrongScripts(t)...)
	for _, s := range all {
		code, list, err := compile(s)
		switch {
		case err != nil:
			fmt.Printf("BROKEN   %s: %s\n", s.Name, first(err.Error()))
		case code == nil:
			fmt.Printf("REJECTED %s\n   %s", s.Name, strings.ReplaceAll(render(list), "\n", "\n   "))
			fmt.Println()
		default:
			fmt.Printf("OK       %s\n", s.Name)
			os.MkdirAll("/tmp/gen", 0o755)
			os.WriteFile("/tmp/gen/"+s.Name+".go", code, 0o644)
		}
	}
}

func first(s string) string { l, _, _ := strings.Cut(s, "\n"); return l }
