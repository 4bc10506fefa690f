package pygen

import "strings"

// records are dicts of values of several types, as JSON gives them, and what scripts do with these.
func (g *generator) records() []*Node {
	rows, r, groups := g.fresh(), g.fresh(), g.fresh()
	fields := []variable{{"name", strType, false}, {"n", intType, false}, {"x", floatType, false}, {"tags", parseType("list[str]"), false}}
	if g.one(2) {
		fields = append(fields, variable{"more", parseType("opt[int]"), false})
	}
	var list []*Node
	for range 3 {
		list = append(list, g.record(fields))
	}
	out := []*Node{head(rows+" = [", list, "]")}
	name := strings.NewReplacer("ROWS", rows, "ROW", r, "GROUPS", groups)
	for _, i := range g.Perm(len(uses))[:3] {
		u := uses[i]
		for _, text := range u.lines {
			var kids []*Node
			for range strings.Count(text, "\x00") {
				kids = append(kids, atom(g.expr(u.typ, 1)))
			}
			n := line(name.Replace(text), kids...)
			if u.head != "" {
				n = block(line(name.Replace(u.head)), n)
			}
			out = append(out, attempt([]*Node{n}))
		}
	}
	return append(out, line("print("+rows+")"))
}

// record is one dict. A field is missing sometimes.
func (g *generator) record(fields []variable) *Node {
	n := &Node{Parts: []string{"{"}, Atom: true}
	for _, f := range fields {
		if g.one(12) {
			continue
		}
		n.Parts[len(n.Kids)] += `"` + f.name + `": `
		n.Kids, n.Parts = append(n.Kids, atom(g.expr(f.typ, 1))), append(n.Parts, ", ")
	}
	n.Parts[len(n.Kids)] = strings.TrimSuffix(n.Parts[len(n.Kids)], ", ") + "}"
	return n
}

// use is something that is done with records: lines, each below a head if there is one, with expressions of a type.
type use struct {
	typ   *Type
	head  string
	lines []string
}

var uses = []use{
	{lines: []string{`print(sorted(ROWS, key=lambda ROW: (ROW["n"], ROW["name"])))`}},
	{lines: []string{`print(sorted(ROWS, key=lambda ROW: -ROW["x"])[0]["name"])`, `print(max(ROWS, key=lambda ROW: len(ROW["tags"])))`}},
	{lines: []string{`print(sum(ROW["n"] for ROW in ROWS), sum(ROW["x"] for ROW in ROWS) / len(ROWS))`}},
	{lines: []string{`print({ROW["name"]: ROW["n"] for ROW in ROWS if ROW["n"] > 0})`}},
	{lines: []string{`print(Counter(ROW["n"] for ROW in ROWS).most_common())`}},
	{lines: []string{`print([ROW.get("more", "none") for ROW in ROWS], [ROW.get("more") or 0 for ROW in ROWS])`}},
	{lines: []string{`print(json.dumps(ROWS))`, `print(json.loads(json.dumps(ROWS)) == ROWS)`}},
	{lines: []string{`print([f"{ROW['name']:>8}|{ROW['n']:>4}|{ROW['x']:.2f}" for ROW in ROWS])`}},
	{lines: []string{`print("%(name)s %(n)d %(x).1f" % ROWS[0])`, `print("{name} {n:05d} {tags}".format(**ROWS[1]))`}},
	{lines: []string{`print([tag.upper() for ROW in ROWS for tag in ROW["tags"]])`}},
	{lines: []string{`print(functools.reduce(lambda total, ROW: total + ROW["n"], ROWS, 0))`}},
	{lines: []string{`print({**ROWS[0], "n": ` + "\x00" + `}, ROWS[1] | {"name": ` + "\x00" + `})`}, typ: strType},
	{lines: []string{`print(any(ROW["name"] == ` + "\x00" + ` for ROW in ROWS), [ROW for ROW in ROWS if "more" in ROW])`}, typ: strType},
	{head: "for ROW in ROWS:", lines: []string{`ROW["n"] += ` + "\x00", `ROW["x"] = ROW["x"] * ` + "\x00", `ROW["new"] = ` + "\x00"}, typ: intType},
	{head: "for ROW in ROWS:", lines: []string{`ROW["tags"].append(` + "\x00" + `)`, `ROW["name"] += ` + "\x00", `print(ROW["name"].strip(), ROW["tags"][:1], ` + "\x00" + ` in ROW["tags"])`}, typ: strType},
	{head: "for ROW in ROWS:", lines: []string{`print({k: v for k, v in ROW.items() if isinstance(v, (int, float))})`, `print(*(f"{k}:{type(v).__name__}" for k, v in ROW.items()))`}},
	{lines: []string{`GROUPS = defaultdict(list)`, `for ROW in ROWS: GROUPS[ROW["n"] % 2].append(ROW["name"])`, `print(dict(GROUPS), {k: len(v) for k, v in GROUPS.items()})`}},
	{lines: []string{`GROUPS = {}`, `for ROW in ROWS: GROUPS.setdefault(ROW["name"][:1], {"n": 0, "rows": []})["rows"].append(ROW["x"])`, `print(GROUPS, sorted(GROUPS))`}},
	{lines: []string{`print([(k, sum(ROW["n"] for ROW in g)) for k, g in itertools.groupby(sorted(ROWS, key=lambda ROW: ROW["name"]), key=lambda ROW: ROW["name"])])`}},
	{lines: []string{`print(list(map(operator.itemgetter("n", "name"), ROWS)))`, `print([dict(zip(ROW, ROW.values())) for ROW in ROWS])`}},
	{lines: []string{`ROWS.append({"name": ` + "\x00" + `, "n": 1, "x": 0.5, "tags": []})`, `ROWS[0].update(n=3, name=` + "\x00" + `)`, `print(ROWS.pop(0).pop("name", None))`}, typ: strType},
}
