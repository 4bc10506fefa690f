package infer

import (
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// dictKinds are the dicts of module collections that take keywords, as dict does, after so many other arguments.
var dictKinds = map[string]int{"defaultdict": 1, "OrderedDict": 0, "Counter": 0}

// keywordsAsDict writes the keywords of Counter(a=1) and its like as a dict: Counter({'a': 1}).
func (c *checker) keywordsAsDict(name string, args []argument, e *syntax.Call) []argument {
	first, ok := dictKinds[name]
	if !ok || len(args) <= first {
		return args
	}
	rest, keywords := args[first:], false
	for i, a := range rest {
		keywords = keywords || a.name != "" || a.star == "**"
		if _, isDict := types.Is(typeOf(a.val), "dict"); i == 0 && a.name == "" && a.star == "" && !isDict && name == "Counter" {
			return args // an iterable, whose elements are counted
		}
	}
	if !keywords {
		return args
	}
	return append(args[:first:first], argument{val: c.dictOfKeywords(rest, e), at: e.Span})
}
