package plan_test

import (
	"strings"
	"testing"
)

// updates are functions of updateStateByKey that leave untouched states alone, and others that do not, or of which it is not known.
var updates = []struct {
	name, body string
	asks       string
}{
	{"sum", "    return sum(new) + (last or 0)", touched},
	{"sum from", "    return sum(new, last or 0)", touched},
	{"count", "    return (last or 0) + len(new)", touched},
	{"guard", "    if not new:\n        return last\n    print(new)\n    return len(new)", touched},
	{"guard by length", "    if len(new) == 0:\n        return last\n    return (time.time(), new[-1])", touched},
	{"time", "    return (time.time(), new[-1]) if new else last", touched},
	{"last value", "    if new:\n        return new[-1]\n    return last", touched},
	{"loop", "    if last is None:\n        last = 0\n    for x in new:\n        last += x\n    return last", touched},
	{"falsy", "    if not last:\n        last = 0\n    return last + sum(x * x for x in new)", touched},
	{"truthy", "    if last:\n        total = last\n    else:\n        total = 0\n    return total + sum([x for x in new if x > 1])", touched},
	{"pair", "    c, s = last or (0, 0)\n    return (c + len(new), s + sum(new))", touched},
	{"pair by index", "    n = len(new) + (last[0] if last else 0)\n    return (n, sum(new) + (last[1] if last is not None else 0))", touched},
	{"nested pair", "    if last is None:\n        return (sum(new), (len(new), 'x'))\n    return (last[0] + sum(new), (last[1][0] + len(new), last[1][1]))", touched},
	{"list", "    if last is None:\n        last = []\n    last.extend(new)\n    return last", touched},
	{"joined list", "    return (last or []) + new", touched},
	{"copied dict", "    d = dict(last or {})\n    for x in new:\n        d[x] = d.get(x, 0) + 1\n    return d", touched},
	{"reduce", "    return reduce(lambda a, b: a + b, new, last or 0)", touched},
	{"largest", "    return max([last] + new) if last is not None else max(new)", touched},
	{"largest or less", "    return max(max(new, default=0), 0) if last is None else max([last] + new)", touched},
	{"text", "    return (last or '') + ''.join(str(x) for x in new)", unstable},
	{"helper", "    return add(new, last)\ndef add(values, before):\n    return before if not values else sum(values) + (before or 0)", touched},
	{"walrus", "    if (n := len(new)) > 0:\n        return n\n    return last", touched},

	{"floats", "    return sum(new, 0.0) + (last or 0.0)", unstable}, // -0.0 becomes 0.0
	{"idle", "    idle = 0 if new else (last or 0) + 1\n    return idle if idle < 3 else None", unstable},
	{"only new", "    return sum(new)", unstable},
	{"none", "    return len(new) if new else None", unstable},
	{"prints", "    print(last)\n    return (last or 0) + sum(new)", all},
	{"time in it", "    return (last or 0) + int(time.time())", all},
	{"limit", "    total = (last or 0) + sum(new)\n    return total if total < 100 else None", unstable},
	{"swapped", "    a, b = last or (0, 0)\n    return (b, a + sum(new))", unstable},
	{"other zero", "    return (last or 1) + sum(new)", unstable},
	{"and", "    return (last and 0) + sum(new) if last else len(new)", unstable},
	{"average", "    c, s, a = last or (0, 0, 0.0)\n    c, s = c + len(new), s + sum(new)\n    return (c, s, s / c)", unstable},
	{"global", "    global seen\n    seen = len(new)\n    return (last or 0) + sum(new)", all},
	{"raises", "    assert new\n    return last", unstable},
	{"appends", "    last = last or []\n    last.append(len(new))\n    return last", unstable},
	{"counter", "    return Counter(last) + Counter(new) if last is not None else Counter(new)", unstable}, // drops what is not positive
	{"optional part", "    if last is None:\n        return (new[0] if new else None, 1)\n    return (0, 1) if last[0] is None else last", unstable},
	{"constant", "    return ((last or 0) + sum(new)) % factor + limits[0]", unstable},
	{"default", "    return halved(new, last)\ndef halved(values, before, by=2):\n    return ((before or 0) + sum(values)) // by", unstable},
	{"counted in batches", "    return (last or 0) + sum(new) + batches", all},
	{"changed list", "    return (last or 0) + sum(new) + len(names)", all},
	{"random", "    return (last or 0) + sum(new) + random.randint(0, 1)", all},
	{"accumulator", "    total.add(len(new))\n    return (last or 0) + sum(new)", all},
}

const (
	touched  = "only the keys that have new values"
	unstable = "only until its state stays the same"
	all      = ""
)

func TestStatesAsked(t *testing.T) {
	head := "import time\nimport random\nfrom collections import Counter\nfrom functools import reduce\nseen = 0\nfactor = 7\nlimits = [1, 2]\n" +
		"batches = 0\nnames = []\n" + streamHead +
		"ssc.checkpoint('cp')\ntotal = sc.accumulator(0)\npairs = lines.map(lambda l: (l, len(l)))\n"
	tail := "\npairs.updateStateByKey(update).pprint()\ndef count(rdd):\n    global batches\n    batches += 1\n    names.append('x')\npairs.foreachRDD(count)\nssc.start()\n"
	for _, u := range updates {
		t.Run(u.name, func(t *testing.T) {
			got := all
			for _, note := range notes(t, head, "def update(new, last):\n"+u.body+tail) {
				for _, kind := range []string{touched, unstable} {
					if strings.Contains(note, kind) {
						got = kind
					}
				}
			}
			if got != u.asks {
				t.Errorf("asks %q, want %q", got, u.asks)
			}
		})
	}
}
