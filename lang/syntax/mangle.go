package syntax

import "strings"

// Mangle gives the private names in classes, which begin with two underscores, the names that Python gives them:
// self.__n in class Rat is self._Rat__n, which no other class has by chance.
func Mangle(f *File) { mangle(f, "") }

// mangle does so below a node in a class, "" being none.
func mangle(node Node, class string) {
	Walk(node, func(n Node) bool {
		switch n := n.(type) {
		case *ClassDef:
			own := n.Name.Id
			n.Name.Id = MangledName(class, own)
			for _, d := range n.Decorators {
				mangle(d, class)
			}
			for _, a := range n.Args {
				mangle(a, class)
			}
			for _, s := range n.Body {
				mangle(s, own)
			}
			return false
		case *Name:
			n.Id = MangledName(class, n.Id)
		case *Attr:
			n.Name = MangledName(class, n.Name)
		case *Arg:
			n.Name = MangledName(class, n.Name)
		case *Param:
			n.Name = MangledName(class, n.Name)
		case *Alias:
			n.AsName = MangledName(class, n.AsName)
		}
		return true
	})
}

// MangledName is the name that an identifier in a class stands for.
func MangledName(class, name string) string {
	class = strings.TrimLeft(class, "_")
	if class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	return "_" + class + name
}
