package py

type ellipsis struct{}

// Ellipsis is the value of ... .
var Ellipsis any = ellipsis{}

// PyTypeName is "ellipsis".
func (ellipsis) PyTypeName() string { return "ellipsis" }

// PyRepr is Ellipsis.
func (ellipsis) PyRepr() string { return "Ellipsis" }

// PyHash makes it usable as a key.
func (ellipsis) PyHash() int64 { return hashString("Ellipsis") }

// PyEqual is identity.
func (ellipsis) PyEqual(other any) bool { _, ok := other.(ellipsis); return ok }
