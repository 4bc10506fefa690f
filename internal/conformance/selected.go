package conformance

import (
	"flag"
	"regexp"
	"strings"
)

// Selected reports whether "go test -run" may ask for the subtest of this name: what it does not ask for need not
// be built. It knows patterns like TestScripts/^05_ and says yes to whatever it does not understand.
func Selected(name string) bool {
	run := flag.Lookup("test.run")
	return run == nil || selects(run.Value.String(), name)
}

func selects(pattern, name string) bool {
	parts := strings.Split(pattern, "/")
	if len(parts) != 2 || strings.Contains(pattern, "|") && !strings.Contains(pattern, "(") {
		return true
	}
	re, err := regexp.Compile(parts[1])
	return err != nil || re.MatchString(name)
}
