package codegen

import (
	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/types"
)

// containerMethods are the methods that Go's List, Set and Dict have: those that programs call for each element. Everything else that
// lists, sets and dicts can do is a function of package py, named after the type. Go compiles the methods of a generic type for
// every program that mentions the type with another element type, whether it calls them or not; functions, only where they are called.
var containerMethods = map[string]map[string]bool{
	"List": {"All": true, "Append": true, "At": true, "Contains": true, "Len": true, "Raw": true, "SetAt": true},
	"Set":  {"Add": true, "All": true, "Contains": true, "Len": true},
	"Dict": {"All": true, "At": true, "Contains": true, "Get": true, "GetOr": true, "Len": true, "Lookup": true, "Pairs": true, "Set": true},
}

// containerFunc is the function that does what a method of a container did, or "" where there is the method.
func containerFunc(class, method string) string {
	if methods, ok := containerMethods[class]; ok && !methods[method] {
		return class + method
	}
	return ""
}

// goMethod writes what a method of a value of type t does, by the method or by the function in its place.
func (w *fn) goMethod(t types.Type, recv ex, method string, args ...ex) ex {
	if name := containerFunc(goClassName(typeName(t)), method); name != "" {
		for i, a := range args {
			if a.wrap == "any" { // Go takes the type of the elements from it
				args[i] = prim(jen.Id(a.wrap).Call(a.Statement))
			}
		}
		return w.g.py(name).call(append([]ex{recv}, args...)...)
	}
	return recv.method(method, args...)
}

// goMethodOf is goMethod for a variable that codegen made.
func (w *fn) goMethodOf(class, name, method string, arg jen.Code) jen.Code {
	return jen.Qual(w.g.im.py, containerFunc(class, method)).Call(jen.Id(name), arg)
}
