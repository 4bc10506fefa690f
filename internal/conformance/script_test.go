package conformance

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestParseRules(t *testing.T) {
	tests := []struct {
		name, text string
		want       Rules
		err        string
	}{
		{"none", "import sys\n# @exit 3\n", Rules{Timeout: 2 * time.Minute}, ""},
		{"all", "# @batches 3\n# words\n#@order exact\n# @args {tmp}/in {port}\n# @exit 1\n# @timeout 5\n# @signal INT after=40\nx = 1\n",
			Rules{Batches: 3, Args: []string{"{tmp}/in", "{port}"}, Exit: 1, Timeout: 5 * time.Second, Signal: "INT"}, ""},
		{"feed", "# @feed socket interval=0.5\n", Rules{Feed: "socket", Every: 500 * time.Millisecond, Timeout: 2 * time.Minute}, ""},
		{"feed without its interval", "# @feed socket\n", Rules{}, "@feed socket lacks interval="},
		{"a misspelt directive", "# @batch 3\n", Rules{}, "unknown directive @batch"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := parseRules(tt.text)
			if err != nil || tt.err != "" {
				if err == nil || err.Error() != tt.err {
					t.Fatalf("error %v, want %q", err, tt.err)
				}
				return
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPayload(t *testing.T) {
	tests := []struct {
		group Group
		want  string
	}{
		{Group{"a b", "", "c"}, "a b\n\nc\n"},
		{Group{"!hex", "61 62", "0a"}, "ab\n"},
	}
	for _, tt := range tests {
		got, err := tt.group.payload()
		if err != nil || string(got) != tt.want {
			t.Errorf("%q: %q, %v, want %q", tt.group, got, err, tt.want)
		}
	}
}
