package py

// The methods of bytes about letters and digits: those of ASCII only.

func isUpperByte(c byte) bool { return c >= 'A' && c <= 'Z' }
func isLowerByte(c byte) bool { return c >= 'a' && c <= 'z' }
func isAlphaByte(c byte) bool { return isUpperByte(c) || isLowerByte(c) }
func isDigitByte(c byte) bool { return c >= '0' && c <= '9' }
func isSpaceByte(c byte) bool { return isByteSpace(rune(c)) }

// allBytes reports that there are bytes and that all are of a kind.
func allBytes(b Bytes, is func(byte) bool) bool {
	for i := range len(b) {
		if !is(b[i]) {
			return false
		}
	}
	return b != ""
}

// BytesIsalpha is b.isalpha().
func BytesIsalpha(b Bytes) bool { return allBytes(b, isAlphaByte) }

// BytesIsdigit is b.isdigit().
func BytesIsdigit(b Bytes) bool { return allBytes(b, isDigitByte) }

// BytesIsalnum is b.isalnum().
func BytesIsalnum(b Bytes) bool {
	return allBytes(b, func(c byte) bool { return isAlphaByte(c) || isDigitByte(c) })
}

// BytesIsspace is b.isspace().
func BytesIsspace(b Bytes) bool { return allBytes(b, isSpaceByte) }

// BytesIsascii is b.isascii().
func BytesIsascii(b Bytes) bool { return isASCII(string(b)) }

// BytesIsupper is b.isupper().
func BytesIsupper(b Bytes) bool { return onlyCase(b, isUpperByte, isLowerByte) }

// BytesIslower is b.islower().
func BytesIslower(b Bytes) bool { return onlyCase(b, isLowerByte, isUpperByte) }

// onlyCase reports that there are letters of one case and none of the other.
func onlyCase(b Bytes, want, other func(byte) bool) bool {
	found := false
	for i := range len(b) {
		if other(b[i]) {
			return false
		}
		found = found || want(b[i])
	}
	return found
}

// BytesIstitle is b.istitle().
func BytesIstitle(b Bytes) bool {
	found, inWord := false, false
	for i := range len(b) {
		c := b[i]
		if isUpperByte(c) && inWord || isLowerByte(c) && !inWord {
			return false
		}
		inWord = isAlphaByte(c)
		found = found || inWord
	}
	return found
}

// BytesUpper is b.upper().
func BytesUpper(b Bytes) Bytes { return mapBytes(b, upperByte) }

// BytesLower is b.lower().
func BytesLower(b Bytes) Bytes { return mapBytes(b, lowerByte) }

// BytesSwapcase is b.swapcase().
func BytesSwapcase(b Bytes) Bytes {
	return mapBytes(b, func(c byte) byte {
		if isAlphaByte(c) {
			return c ^ 0x20
		}
		return c
	})
}

// BytesCapitalize is b.capitalize().
func BytesCapitalize(b Bytes) Bytes {
	if b == "" {
		return b
	}
	return BytesUpper(b[:1]) + BytesLower(b[1:])
}

// BytesTitle is b.title().
func BytesTitle(b Bytes) Bytes {
	inWord := false
	return mapBytes(b, func(c byte) byte {
		out := upperByte(c)
		if inWord {
			out = lowerByte(c)
		}
		inWord = isAlphaByte(c)
		return out
	})
}

func upperByte(c byte) byte {
	if isLowerByte(c) {
		return c ^ 0x20
	}
	return c
}

func lowerByte(c byte) byte {
	if isUpperByte(c) {
		return c ^ 0x20
	}
	return c
}

func mapBytes(b Bytes, f func(byte) byte) Bytes {
	out := []byte(b)
	for i, c := range out {
		out[i] = f(c)
	}
	return Bytes(out)
}
