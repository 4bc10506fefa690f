package py

import (
	"slices"
	"testing"
)

func TestUnpack(t *testing.T) {
	tests := []struct {
		name string
		have []string
		run  func(*List[string])
		want string // the exception, or ""
	}{
		{"exact", []string{"a", "b"}, func(l *List[string]) { Unpack(l.All(), 2) }, ""},
		{"too many", []string{"a", "b", "c"}, func(l *List[string]) { Unpack(l.All(), 2) }, "ValueError: too many values to unpack (expected 2)"},
		{"too few", []string{"a"}, func(l *List[string]) { Unpack(l.All(), 2) }, "ValueError: not enough values to unpack (expected 2, got 1)"},
		{"star", []string{"a", "b"}, func(l *List[string]) { UnpackStar(l.All(), 2) }, ""},
		{"star, too few", []string{"a"}, func(l *List[string]) { UnpackStar(l.All(), 2) }, "ValueError: not enough values to unpack (expected at least 2, got 1)"},
		{"None", nil, func(*List[string]) { OptGet(Nothing[int64]()) }, "TypeError: expected int, not NoneType"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if e := Try(func() { tt.run(NewList(tt.have...)) }); e != nil {
				got = e.Error()
			}
			if got != tt.want {
				t.Errorf("raised %q, want %q", got, tt.want)
			}
		})
	}
}

func TestBoxing(t *testing.T) {
	got := slices.Collect(BoxSeq(NewList(Some(int64(1)), Nothing[int64]()).All()))
	if !slices.Equal(got, []any{int64(1), any(None)}) {
		t.Errorf("BoxSeq gives %v", got)
	}
	if IntOfBool(true) != 1 || IntOfBool(false) != 0 {
		t.Error("IntOfBool(true), IntOfBool(false) are not 1, 0")
	}
}
