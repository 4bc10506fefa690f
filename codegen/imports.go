package codegen

import (
	"sort"
	"strings"

	"github.com/dave/jennifer/jen"
)

// defaultRuntime is the module whose runtime packages generated code imports.
const defaultRuntime = "github.com/dstreamc/dstreamc"

// imports knows the packages that generated code may use and the names they have there.
type imports struct{ ds, py, core string }

func newImports(module string) imports {
	if module == "" {
		module = defaultRuntime
	}
	base := strings.TrimSuffix(module, "/") + "/runtime"
	return imports{ds: base, py: base + "/py", core: base + "/core"}
}

// path returns the import path of a package by the name it has in generated code.
func (im imports) path(pkg string) string {
	switch pkg {
	case "ds":
		return im.ds
	case "py":
		return im.py
	case "core":
		return im.core
	case "bigint":
		return im.py + "/bigint"
	}
	if module, ok := strings.CutPrefix(pkg, "py"); ok && ownPackage[module] {
		return im.py + "/" + module
	}
	return pkg // math, iter
}

// register tells jennifer the names, so that it never invents an alias.
func (im imports) register(f *jen.File) {
	f.ImportAlias(im.ds, "ds")
	f.ImportName(im.py, "py")
	f.ImportName(im.core, "core")
	f.ImportName(im.path("bigint"), "bigint")
	for module := range ownPackage {
		f.ImportAlias(im.py+"/"+module, "py"+module)
	}
	for _, std := range []string{"iter", "math"} {
		f.ImportName(std, std)
	}
}

// groupImports separates the standard library from the runtime in the import block, which
// jennifer writes as one group.
func groupImports(src string) string {
	const open = "\nimport (\n"
	start := strings.Index(src, open)
	if start < 0 {
		return src
	}
	start += len(open)
	end := strings.Index(src[start:], "\n)\n")
	if end < 0 {
		return src
	}
	lines := strings.Split(src[start:start+end], "\n")
	var std, other []string
	for _, l := range lines {
		if path := l[strings.IndexByte(l, '"')+1:]; strings.Contains(strings.SplitN(path, "/", 2)[0], ".") {
			other = append(other, l)
		} else {
			std = append(std, l)
		}
	}
	if len(std) == 0 || len(other) == 0 {
		return src
	}
	byPath := func(l []string) {
		sort.Slice(l, func(i, j int) bool {
			return l[i][strings.IndexByte(l[i], '"'):] < l[j][strings.IndexByte(l[j], '"'):]
		})
	}
	byPath(std)
	byPath(other)
	return src[:start] + strings.Join(std, "\n") + "\n\n" + strings.Join(other, "\n") + src[start+end:]
}
