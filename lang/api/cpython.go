package api

import (
	_ "embed"
	"strings"
	"sync"
)

// What CPython's library has, declared here or not: the public names of the modules that scripts use most, a module a line,
// and all modules.
var (
	//go:embed cpython-names.txt
	cpythonNames string
	//go:embed cpython-modules.txt
	cpythonModules string
)

var cpython = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for line := range strings.Lines(cpythonNames) {
		module, list, _ := strings.Cut(line, ": ")
		for _, name := range strings.Fields(list) {
			names[module+"."+name] = true
		}
	}
	for _, module := range strings.Fields(cpythonModules) {
		names[module] = true
	}
	return names
})

// CPythonNames are the public names of a module of CPython's library, if the list has it.
func CPythonNames(module string) []string {
	_, rest, found := strings.Cut("\n"+cpythonNames, "\n"+module+": ")
	if !found {
		return nil
	}
	line, _, _ := strings.Cut(rest, "\n")
	return strings.Fields(line)
}

// InCPython reports whether a dotted name is a module of CPython's library, or a public name of one.
func InCPython(name string) bool { return cpython()[name] }
