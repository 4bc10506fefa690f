package py

import (
	"encoding/base64"
	"strings"
)

// BinasciiError is binascii.Error, a ValueError.
var BinasciiError = &ExcClass{Name: "Error", Module: "binascii", Bases: []*ExcClass{ValueError}}

// Base64B64encode is base64.b64encode(data).
func Base64B64encode(data Bytes) Bytes {
	return Bytes(base64.StdEncoding.EncodeToString([]byte(data)))
}

// Base64UrlsafeB64encode is base64.urlsafe_b64encode(data).
func Base64UrlsafeB64encode(data Bytes) Bytes {
	return Bytes(base64.URLEncoding.EncodeToString([]byte(data)))
}

// Base64B64decode is base64.b64decode(text): characters outside of the alphabet are skipped; it raises binascii.Error.
func Base64B64decode(text Bytes) Bytes {
	var kept strings.Builder
	for _, c := range []byte(text) {
		if c < 0x80 && (isWord(rune(c), true) && c != '_' || c == '+' || c == '/') {
			kept.WriteByte(c)
		}
	}
	given := strings.TrimRight(string(text), "\r\n")
	padding := len(given) - len(strings.TrimRight(given, "="))
	n := kept.Len()
	switch {
	case n%4 == 1:
		throwf(BinasciiError, "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", n)
	case (n+padding)%4 != 0 && padding < 4-n%4:
		throw(BinasciiError, "Incorrect padding")
	}
	out, _ := base64.RawStdEncoding.DecodeString(kept.String()) // it can only hold the alphabet by now
	return Bytes(out)
}

// Base64B64decodeStr is base64.b64decode of a str.
func Base64B64decodeStr(text string) Bytes { return Base64B64decode(Bytes(text)) }

// Base64B64encodeWith is base64.b64encode(data, altchars): two characters in place of + and /.
func Base64B64encodeWith(data, alternatives Bytes) Bytes {
	checkAlternatives(alternatives)
	return replaceBytes(Base64B64encode(data), "+/", string(alternatives))
}

// Base64B64decodeWith is base64.b64decode(text, altchars).
func Base64B64decodeWith(text, alternatives Bytes) Bytes {
	checkAlternatives(alternatives)
	return Base64B64decode(replaceBytes(text, string(alternatives), "+/"))
}

// Base64B64decodeStrWith is base64.b64decode of a str.
func Base64B64decodeStrWith(text string, alternatives Bytes) Bytes {
	return Base64B64decodeWith(Bytes(text), alternatives)
}

func checkAlternatives(a Bytes) {
	if len(a) != 2 {
		throw(AssertionError, Repr(a))
	}
}

// replaceBytes replaces each byte of from by that of to in its place.
func replaceBytes(b Bytes, from, to string) Bytes {
	out := []byte(b)
	for i, c := range out {
		if at := strings.IndexByte(from, c); at >= 0 {
			out[i] = to[at]
		}
	}
	return Bytes(out)
}

var urlAlphabet = strings.NewReplacer("-", "+", "_", "/")

// Base64UrlsafeB64decode is base64.urlsafe_b64decode(text).
func Base64UrlsafeB64decode(text Bytes) Bytes {
	return Base64B64decode(Bytes(urlAlphabet.Replace(string(text))))
}

// Base64UrlsafeB64decodeStr is base64.urlsafe_b64decode of a str.
func Base64UrlsafeB64decodeStr(text string) Bytes { return Base64UrlsafeB64decode(Bytes(text)) }
