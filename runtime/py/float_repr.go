package py

import (
	"bytes"
	"math"
	"strconv"
)

// AppendFloat appends repr(f): the shortest digits that read back as f, with an exponent from 1e16 on and below 1e-4.
func AppendFloat(dst []byte, f float64) []byte {
	switch a := math.Abs(f); {
	case f != f:
		return append(dst, "nan"...)
	case a > math.MaxFloat64:
		return append(dst, infinity(f)...)
	case a == 0 || a >= 1e-4 && a < 1e16:
		n := len(dst)
		dst = strconv.AppendFloat(dst, f, 'f', -1, 64)
		if bytes.IndexByte(dst[n:], '.') < 0 {
			dst = append(dst, ".0"...)
		}
		return dst
	}
	return strconv.AppendFloat(dst, f, 'e', -1, 64)
}

func infinity(f float64) string {
	if f < 0 {
		return "-inf"
	}
	return "inf"
}

// FormatFloat is repr(f).
func FormatFloat(f float64) string { return string(AppendFloat(make([]byte, 0, 24), f)) }
