package syntax

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

func TestTmp(t *testing.T) {
	var cases []string
	var cpy []*string
	b, _ := os.ReadFile("/tmp/cases.json")
	json.Unmarshal(b, &cases)
	b, _ = os.ReadFile("/tmp/cpy.json")
	json.Unmarshal(b, &cpy)
	for i, c := range cases {
		src := NewSource("x", c)
		_, errs := Parse(src)
		fmt.Printf("------\n%s\n", c)
		if cpy[i] != nil {
			fmt.Println("   PY ", *cpy[i])
		} else {
			fmt.Println("   PY  ok")
		}
		for _, e := range errs {
			l, c := src.Position(e.Span.Start)
			fmt.Printf("   GO  %d:%d %s [%s] {%s} hint: %s note: %s\n", l, c, e.Msg, e.Code, src.Slice(e.Span), e.Hint, e.Note)
		}
		if len(errs) == 0 {
			fmt.Println("   GO ok")
		}
	}
}
