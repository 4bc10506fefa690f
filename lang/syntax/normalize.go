package syntax

// normalName returns the canonical form of an identifier: two spellings of one name compare
// equal.
func normalName(s string) string { return s }
