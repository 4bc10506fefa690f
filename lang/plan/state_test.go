package plan_test

import (
	"strings"
	"testing"
)

// updates are functions of updateStateByKey that leave untouched states alone, and others that do not, or of which it is not known.
var updates = []struct {
	name, body string
	untouched  bool
}{
	{"sum", "    return sum(new) + (last or 0)", true},
	{"sum from", "    return sum(new, last or 0)", true},
	{"count", "    return (last or 0) + len(new)", true},
	{"guard", "    if not new:\n        return last\n    print(new)\n    return len(new)", true},
	{"guard by length", "    if len(new) == 0:\n        return last\n    return (time.time(), new[-1])", true},
	{"time", "    return (time.time(), new[-1]) if new else last", true},
	{"last value", "    if new:\n        return new[-1]\n    return last", true},
	{"loop", "    if last is None:\n        last = 0\n    for x in new:\n        last += x\n    return last", true},
	{"falsy", "    if not last:\n        last = 0\n    return last + sum(x * x for x in new)", true},
	{"truthy", "    if last:\n        total = last\n    else:\n        total = 0\n    return total + sum([x for x in new if x > 1])", true},
	{"pair", "    c, s = last or (0, 0)\n    return (c + len(new), s + sum(new))", true},
	{"pair by index", "    n = len(new) + (last[0] if last else 0)\n    return (n, sum(new) + (last[1] if last is not None else 0))", true},
	{"nested pair", "    if last is None:\n        return (sum(new), (len(new), 'x'))\n    return (last[0] + sum(new), (last[1][0] + len(new), last[1][1]))", true},
	{"list", "    if last is None:\n        last = []\n    last.extend(new)\n    return last", true},
	{"joined list", "    return (last or []) + new", true},
	{"copied dict", "    d = dict(last or {})\n    for x in new:\n        d[x] = d.get(x, 0) + 1\n    return d", true},
	{"reduce", "    return reduce(lambda a, b: a + b, new, last or 0)", true},
	{"largest", "    return max([last] + new) if last is not None else max(new)", true},
	{"largest or less", "    return max(max(new, default=0), 0) if last is None else max([last] + new)", true},
	{"text", "    return (last or '') + ''.join(str(x) for x in new)", false},
	{"helper", "    return add(new, last)\ndef add(values, before):\n    return before if not values else sum(values) + (before or 0)", true},
	{"walrus", "    if (n := len(new)) > 0:\n        return n\n    return last", true},

	{"floats", "    return sum(new, 0.0) + (last or 0.0)", false}, // -0.0 becomes 0.0
	{"idle", "    idle = 0 if new else (last or 0) + 1\n    return idle if idle < 3 else None", false},
	{"only new", "    return sum(new)", false},
	{"none", "    return len(new) if new else None", false},
	{"prints", "    print(last)\n    return (last or 0) + sum(new)", false},
	{"time in it", "    return (last or 0) + int(time.time())", false},
	{"limit", "    total = (last or 0) + sum(new)\n    return total if total < 100 else None", false},
	{"swapped", "    a, b = last or (0, 0)\n    return (b, a + sum(new))", false},
	{"other zero", "    return (last or 1) + sum(new)", false},
	{"and", "    return (last and 0) + sum(new) if last else len(new)", false},
	{"average", "    c, s, a = last or (0, 0, 0.0)\n    c, s = c + len(new), s + sum(new)\n    return (c, s, s / c)", false},
	{"global", "    global seen\n    seen = len(new)\n    return (last or 0) + sum(new)", false},
	{"raises", "    assert new\n    return last", false},
	{"appends", "    last = last or []\n    last.append(len(new))\n    return last", false},
	{"counter", "    return Counter(last) + Counter(new) if last is not None else Counter(new)", false}, // drops what is not positive
	{"optional part", "    if last is None:\n        return (new[0] if new else None, 1)\n    return (0, 1) if last[0] is None else last", false},
}

func TestUntouchedStates(t *testing.T) {
	head := "import time\nfrom collections import Counter\nfrom functools import reduce\nseen = 0\n" + streamHead +
		"ssc.checkpoint('cp')\npairs = lines.map(lambda l: (l, len(l)))\n"
	for _, u := range updates {
		t.Run(u.name, func(t *testing.T) {
			got := false
			for _, note := range notes(t, head, "def update(new, last):\n"+u.body+"\npairs.updateStateByKey(update).pprint()\nssc.start()\n") {
				got = got || strings.Contains(note, "asks only the keys that have new values")
			}
			if got != u.untouched {
				t.Errorf("found to leave untouched states alone: %v", got)
			}
		})
	}
}
