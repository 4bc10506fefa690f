package dsgen

import (
	"fmt"
	"strings"
)

func opCount(g *generator, in stream, out *stream) string {
	out.typ, out.size = intType, 1
	return in.name + ".count()"
}

func opCountByValue(g *generator, in stream, out *stream) string {
	out.typ = tupleOf(in.typ, intType)
	return in.name + ".countByValue()"
}

func opReduce(g *generator, in stream, out *stream) string {
	out.size = 1
	return fmt.Sprintf("%s.reduce(%s)", in.name, g.merge(in.typ))
}

// opTransform applies a chain of operations on RDDs.
func opTransform(g *generator, in stream, out *stream) string {
	rdd := stream{name: "rdd", typ: in.typ, slide: in.slide, size: in.size}
	var lines []string
	if in.pickled == "text" { // PySpark takes the result for pickled records
		lines = append(lines, "rdd.map(lambda x: x)")
	}
	for range 1 + g.pick(3) {
		var text string
		rdd, text = g.apply(rdd, rddOps)
		rdd.name = "rdd"
		lines = append(lines, text)
	}
	slide := out.slide
	*out = rdd
	out.slide = slide
	if len(lines) == 1 && g.pick(2) == 0 {
		return fmt.Sprintf("%s.transform(lambda rdd: %s)", in.name, lines[0])
	}
	name := g.fresh("change")
	g.line("def %s(%s):", name, of(g.choices, "rdd", "time, rdd"))
	for _, line := range lines {
		g.line("    rdd = %s", line)
	}
	g.line("    return rdd")
	return fmt.Sprintf("%s.transform(%s)", in.name, name)
}

// opTransformWith puts together the RDDs of two streams.
func opTransformWith(g *generator, in stream, out *stream) string {
	other, ok := g.partner(in, func(s stream) bool {
		return s.typ.is(in.typ) && s.pickled+in.pickled != "texttext" || s.typ.keyed() && in.typ.keyed() && s.typ.key().is(in.typ.key()) && s.size*in.size <= 300 && small(g, in) && small(g, s)
	})
	if !ok {
		return opTransform(g, in, out)
	}
	time := of(g.choices, "", "time, ")
	var body string
	switch {
	case other.typ.is(in.typ) && (!in.typ.keyed() || g.pick(2) == 0):
		out.size += other.size
		body = of(g.choices, "a.union(b)", "b.union(a)")
		if in.typ.hashable() && g.one(2) {
			body = of(g.choices, "a.subtract(b)", "a.intersection(b)", "a.union(b).distinct()", fmt.Sprintf("a.subtract(b, %d)", 1+g.pick(3)))
		}
	case g.one(3):
		body = fmt.Sprintf("a.subtractByKey(b%s)", g.partitions())
	default:
		out.typ = tupleOf(in.typ.key(), tupleOf(in.typ.value(), other.typ.value()))
		out.size *= other.size
		body = fmt.Sprintf("a.join(b%s)", g.partitions())
	}
	return fmt.Sprintf("%s.transformWith(lambda %sa, b: %s, %s)", in.name, time, body, other.name)
}

// opUnionOf is ssc.union or ssc.transform of streams.
func opUnionOf(g *generator, in stream, out *stream) string {
	names := []string{in.name}
	for range 1 + g.pick(2) {
		other, ok := g.partner(in, func(s stream) bool { return s.typ.is(in.typ) && s.pickled == in.pickled })
		if !ok {
			break
		}
		out.size += other.size
		names = append(names, other.name)
	}
	if g.checkpoint || in.pickled == "text" || g.pick(2) == 0 {
		out.pickled = in.pickled
		return fmt.Sprintf("ssc.union(%s)", strings.Join(names, ", "))
	}
	return fmt.Sprintf("ssc.transform([%s], lambda rdds: %s)", strings.Join(names, ", "),
		of(g.choices, "rdds[0].context.union(list(rdds))", "rdds[0]", "rdds[0].context.union(list(rdds)).map(lambda x: x)"))
}

// opLoop unites streams that a loop makes.
func opLoop(g *generator, in stream, out *stream) string {
	name := g.fresh("many")
	n := 2 + g.pick(2)
	out.typ = of(g.choices, in.typ, g.pairType())
	out.size *= n
	scope := append(parts("x", in.typ), named{"i", intType})
	g.line("%s = []", name)
	g.line("for i in range(%d):", n)
	if out.typ.is(in.typ) && g.pick(2) == 0 {
		g.line("    %s.append(%s.filter(lambda x, i=i: %s))", name, in.name, g.condition(scope, 2))
	} else {
		g.line("    %s.append(%s.map(lambda x, i=i: %s))", name, in.name, g.expr(out.typ, scope, 2))
	}
	return fmt.Sprintf("ssc.union(*%s)", name)
}

// slideOf is a slide of a window, in batches.
func (g *generator) slideOf() int { return of(g.choices, 1, 1, 2, 3) }

// span is a length of time of so many batches.
func (g *generator) span(batches int) string { return seconds(float64(batches) * g.interval) }

func opWindow(g *generator, in stream, out *stream) string {
	width := 1 + g.pick(4)
	out.size *= width
	out.pickled = in.pickled
	if g.pick(3) == 0 {
		return fmt.Sprintf("%s.window(%s)", in.name, g.span(width))
	}
	out.slide = g.slideOf()
	return fmt.Sprintf("%s.window(%s, %s)", in.name, g.span(width), g.span(out.slide))
}

// opWindowed is a window that counts or reduces.
func opWindowed(g *generator, in stream, out *stream) string {
	out.slide = g.slideOf()
	width := of(g.choices, 2, 3, 5*out.slide, 6*out.slide)
	spans := fmt.Sprintf("%s, %s", g.span(width), g.span(out.slide))
	switch k := g.pick(4); {
	case k == 3 && in.typ.keyed():
		out.size *= width
		return fmt.Sprintf("%s.groupByKeyAndWindow(%s%s)%s", in.name, spans, g.partitions(), g.grouped(in.typ, out))
	case k == 2 && in.typ.hashable() && small(g, in):
		out.typ = tupleOf(in.typ, intType)
		out.size *= width
		return fmt.Sprintf("%s.countByValueAndWindow(%s%s)", in.name, spans, g.partitions())
	case k == 1:
		out.size = 1
		inverse := "None"
		if g.pick(2) == 0 {
			inverse = "lambda a, b: " + g.inverse(in.typ, "a", "b")
		}
		return fmt.Sprintf("%s.reduceByWindow(%s, %s, %s)", in.name, g.merge(in.typ), inverse, spans)
	}
	out.typ, out.size = intType, 1
	return fmt.Sprintf("%s.countByWindow(%s)", in.name, spans)
}

func opReduceByKeyAndWindow(g *generator, in stream, out *stream) string {
	inverse := "None"
	if g.checkpoint && g.pick(2) == 0 {
		inverse = "lambda a, b: " + g.inverse(in.typ.value(), "a", "b")
	}
	width := of(g.choices, 3, 2, 5, 6)
	spans := g.span(width)
	if g.pick(3) > 0 {
		out.slide = of(g.choices, 1, 1, 2)
		if out.slide == 2 {
			width = of(g.choices, 4, 10, 11)
			spans = g.span(width)
		}
		spans += ", " + g.span(out.slide)
	}
	out.size *= width
	options := ""
	if g.one(4) {
		options += fmt.Sprintf(", numPartitions=%d", 1+g.pick(4))
	}
	if g.one(4) {
		options += ", filterFunc=lambda kv: " + g.condition(parts("kv", in.typ), 1)
	}
	return fmt.Sprintf("%s.reduceByKeyAndWindow(%s, %s, %s%s)", in.name, g.merge(in.typ.value()), inverse, spans, options)
}

// opState keeps a state for each key.
func opState(g *generator, in stream, out *stream) string {
	v := in.typ.value()
	update := ""
	state := intType
	switch g.pick(6) {
	case 5:
		state = v
		update = g.stateFunction(v)
	case 4:
		state = tupleOf(intType, v)
		update = fmt.Sprintf("lambda vs, s: (len(vs) + (s[0] if s else 0), vs[-1]) if vs else s")
	case 3:
		state = listOf(v)
		update = fmt.Sprintf("lambda vs, s: ((s or []) + vs)[-4:]%s", of(g.choices, "", " if vs else None"))
	case 2:
		update = "lambda vs, s: (s or 0) + len(vs) if vs or (s or 0) % 2 else None"
	case 1:
		if v.name == "int" {
			update = "lambda vs, s: sum(vs) + (0 if s is None else s)"
			break
		}
		fallthrough
	default:
		update = "lambda vs, s: (s or 0) + len(vs)"
	}
	out.typ = tupleOf(in.typ.key(), state)
	out.size *= 3
	options := ""
	if g.one(4) {
		options += fmt.Sprintf(", numPartitions=%d", 1+g.pick(4))
	}
	if g.one(4) {
		options += fmt.Sprintf(", initialRDD=sc.parallelize(%s)", g.list(out.typ, 1+g.pick(4)))
	}
	return fmt.Sprintf("%s.updateStateByKey(%s%s)", in.name, update, options)
}

// stateFunction is an update function of several lines whose state is of the values' type.
func (g *generator) stateFunction(v *typ) string {
	name := g.fresh("update")
	g.line("def %s(values, state):", name)
	if g.pick(2) == 0 {
		g.line("    if not values:")
		g.line("        return %s", of(g.choices, "state", "None"))
	}
	g.line("    for v in values:")
	if v.name == "opt" { // None is no state
		g.line("        state = v")
	} else {
		g.line("        state = v if state is None else %s", g.reducer(v, "state", "v"))
	}
	g.line("    return state")
	return name
}
