package py

import "slices"

// OneOf is x in (v0, v1, …) of values that Go compares as Python does.
func OneOf[T comparable](x T, values ...T) bool { return slices.Contains(values, x) }
