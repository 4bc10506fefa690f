package dsgen

import (
	"fmt"
	"strings"
)

// op is an operation on a stream or an RDD.
type op struct {
	fits func(g *generator, in stream) bool
	// make gives the text of the operation's call; out is a copy of in, to be changed to what the operation makes.
	make func(g *generator, in stream, out *stream) string
}

func always(*generator, stream) bool          { return true }
func keyed(_ *generator, in stream) bool      { return in.typ.keyed() }
func hashable(_ *generator, in stream) bool   { return in.typ.hashable() }
func few(_ *generator, in stream) bool        { return in.size <= 30 }
func everyBatch(_ *generator, in stream) bool { return in.slide == 1 }

// small reports whether an operation may make a bigger type of the records': it costs Go a compilation of its own.
func small(_ *generator, in stream) bool { return in.typ.size() <= 4 }

func checkpointed(g *generator, _ stream) bool { return g.checkpoint }

func both(a, b func(*generator, stream) bool) func(*generator, stream) bool {
	return func(g *generator, in stream) bool { return a(g, in) && b(g, in) }
}

// commonOps are operations of streams and of RDDs.
var commonOps = []op{
	{always, opMap},
	{always, opPairs},
	{always, opFilter},
	{few, opFlatMap},
	{keyed, opMapValues},
	{both(keyed, few), opFlatMapValues},
	{keyed, opReduceByKey},
	{keyed, opGroupByKey},
	{both(keyed, small), opCombineByKey},
	{keyed, opPartitionBy},
	{both(keyed, small), opJoin},
	{small, opGlom},
	{always, opRepartition},
	{always, opMapPartitions},
	{always, opUnion},
}

// streamOps are the operations of streams.
var streamOps = append([]op{
	{always, opCount},
	{both(hashable, small), opCountByValue},
	{always, opReduce},
	{always, opTransform},
	{always, opTransformWith},
	{always, opLoop},
	{always, opUnionOf},
	{both(keyed, both(everyBatch, checkpointed)), opState},
	{everyBatch, opWindow},
	{both(everyBatch, checkpointed), opWindowed},
	{both(keyed, everyBatch), opReduceByKeyAndWindow},
	{both(keyed, everyBatch), opReduceByKeyAndWindow},
}, commonOps...)

// lambda is a function of one parameter: an expression or, now and then, a function of several lines.
func (g *generator) lambda(param string, t *typ, result func(scope []named) string) string {
	if t.isPair() && g.one(4) {
		name := g.fresh("f")
		g.line("def %s(%s):", name, param)
		g.line("    k, v = %s", param)
		g.line("    return %s", result(append(parts("k", t.args[0]), parts("v", t.args[1])...)))
		return name
	}
	return fmt.Sprintf("lambda %s: %s", param, result(parts(param, t)))
}

// nested reports whether the text is made for inside a function, where no other function can be defined at the side.
func (in stream) nested() bool { return in.name == "rdd" || in.name == "a" }

// function is lambda, where a function of several lines can be defined.
func (g *generator) function(in stream, param string, t *typ, result func(scope []named) string) string {
	if in.nested() {
		return fmt.Sprintf("lambda %s: %s", param, result(parts(param, t)))
	}
	return g.lambda(param, t, result)
}

func opMap(g *generator, in stream, out *stream) string {
	out.typ = g.recordType()
	return fmt.Sprintf("%s.map(%s)", in.name, g.function(in, "x", in.typ, func(scope []named) string { return g.expr(out.typ, scope, 3) }))
}

func opPairs(g *generator, in stream, out *stream) string {
	out.typ = g.pairType()
	return fmt.Sprintf("%s.map(%s)", in.name, g.function(in, "x", in.typ, func(scope []named) string { return g.expr(out.typ, scope, 3) }))
}

func opFilter(g *generator, in stream, _ *stream) string {
	return fmt.Sprintf("%s.filter(%s)", in.name, g.function(in, "x", in.typ, func(scope []named) string { return g.condition(scope, 2) }))
}

func opFlatMap(g *generator, in stream, out *stream) string {
	out.typ = g.recordType()
	out.size *= 3
	list := listOf(out.typ)
	return fmt.Sprintf("%s.flatMap(%s)", in.name, g.function(in, "x", in.typ, func(scope []named) string { return g.expr(list, scope, 3) }))
}

func opMapValues(g *generator, in stream, out *stream) string {
	out.typ = tupleOf(in.typ.key(), g.valueType())
	return fmt.Sprintf("%s.mapValues(%s)", in.name, g.function(in, "v", in.typ.value(), func(scope []named) string { return g.expr(out.typ.value(), scope, 3) }))
}

func opFlatMapValues(g *generator, in stream, out *stream) string {
	out.typ = tupleOf(in.typ.key(), g.valueType())
	out.size *= 3
	list := listOf(out.typ.value())
	return fmt.Sprintf("%s.flatMapValues(%s)", in.name, g.function(in, "v", in.typ.value(), func(scope []named) string { return g.expr(list, scope, 2) }))
}

// merge is a function that makes one value of two.
func (g *generator) merge(t *typ) string { return "lambda a, b: " + g.reducer(t, "a", "b") }

// partitions is an optional number of partitions.
func (g *generator) partitions() string {
	if g.one(3) {
		return fmt.Sprintf(", %d", 1+g.pick(4))
	}
	return ""
}

func opReduceByKey(g *generator, in stream, _ *stream) string {
	return fmt.Sprintf("%s.reduceByKey(%s%s)", in.name, g.merge(in.typ.value()), g.partitions())
}

func opGroupByKey(g *generator, in stream, out *stream) string {
	n := strings.TrimPrefix(g.partitions(), ", ")
	return fmt.Sprintf("%s.groupByKey(%s)%s", in.name, n, g.grouped(in.typ, out))
}

// grouped makes something of the values of groupByKey, which cannot be shown.
func (g *generator) grouped(in *typ, out *stream) string {
	v := in.value()
	switch k := g.pick(4); {
	case k == 3 && v.ordered():
		out.typ = tupleOf(in.key(), listOf(v))
		return ".mapValues(sorted)"
	case k == 2 && v.name == "int":
		out.typ = tupleOf(in.key(), intType)
		return ".mapValues(sum)"
	case k == 1:
		out.typ = tupleOf(in.key(), intType)
		return ".mapValues(len)"
	}
	out.typ = tupleOf(in.key(), listOf(v))
	return ".mapValues(list)"
}

func opCombineByKey(g *generator, in stream, out *stream) string {
	v := in.typ.value()
	if g.pick(2) == 0 {
		out.typ = tupleOf(in.typ.key(), tupleOf(v, intType))
		return fmt.Sprintf("%s.combineByKey(lambda v: (v, 1), lambda c, v: (%s, c[1] + 1), lambda a, b: (%s, a[1] + b[1])%s)",
			in.name, g.reducer(v, "c[0]", "v"), g.reducer(v, "a[0]", "b[0]"), g.partitions())
	}
	out.typ = tupleOf(in.typ.key(), listOf(v))
	return fmt.Sprintf("%s.combineByKey(lambda v: [v], lambda c, v: c + [v], lambda a, b: %s%s)",
		in.name, of(g.choices, "a + b", "b + a"), g.partitions())
}

func opPartitionBy(g *generator, in stream, _ *stream) string {
	f := ""
	if g.one(3) {
		f = ", " + g.function(in, "k", in.typ.key(), func(scope []named) string { return g.expr(intType, scope, 2) })
	}
	return fmt.Sprintf("%s.partitionBy(%d%s)", in.name, 1+g.pick(4), f)
}

// partner is another stream that a join or union with in may use.
func (g *generator) partner(in stream, fits func(stream) bool) (stream, bool) {
	pool := g.streams
	if in.nested() {
		pool = g.statics
	}
	var fit []stream
	for _, s := range pool {
		if (s.slide == in.slide || s.fixed) && fits(s) {
			fit = append(fit, s)
		}
	}
	if len(fit) == 0 {
		return in, false
	}
	return of(g.choices, fit...), true
}

func opJoin(g *generator, in stream, out *stream) string {
	other, ok := g.partner(in, func(s stream) bool {
		return s.typ.keyed() && s.typ.key().is(in.typ.key()) && s.size*in.size <= 300 && small(g, s)
	})
	if !ok {
		return opMapValues(g, in, out)
	}
	v, w := in.typ.value(), other.typ.value()
	out.size *= other.size
	pairs := func(a, b *typ) *typ { return tupleOf(in.typ.key(), tupleOf(a, b)) }
	n := g.partitions()
	kind := g.pick(5)
	if v.name == "opt" || w.name == "opt" { // dstreamc has no outer join of them
		kind = 0
	}
	switch kind {
	case 4:
		out.size = in.size + other.size
		out.typ = pairs(listOf(v), listOf(w))
		return fmt.Sprintf("%s.cogroup(%s%s).mapValues(lambda ab: (list(ab[0]), list(ab[1])))", in.name, other.name, n)
	case 3:
		out.typ = pairs(optOf(v), optOf(w))
		return fmt.Sprintf("%s.fullOuterJoin(%s%s)", in.name, other.name, n)
	case 2:
		out.typ = pairs(optOf(v), w)
		return fmt.Sprintf("%s.rightOuterJoin(%s%s)", in.name, other.name, n)
	case 1:
		out.typ = pairs(v, optOf(w))
		return fmt.Sprintf("%s.leftOuterJoin(%s%s)", in.name, other.name, n)
	}
	out.typ = pairs(v, w)
	return fmt.Sprintf("%s.join(%s%s)", in.name, other.name, n)
}

func opGlom(g *generator, in stream, out *stream) string {
	out.typ = listOf(in.typ)
	out.size = 8
	return in.name + ".glom()"
}

func opRepartition(g *generator, in stream, _ *stream) string {
	if in.nested() && g.one(3) {
		// Without a shuffle it matters which partitions are in memory, or behind a shuffle that has run, which the model does not know.
		return fmt.Sprintf("%s.coalesce(1, shuffle=True)", in.name)
	}
	return fmt.Sprintf("%s.repartition(%d)", in.name, 1+g.pick(4))
}

func opMapPartitions(g *generator, in stream, out *stream) string {
	switch k := g.pick(4); {
	case k == 3 && !in.nested() && small(g, in):
		name := g.fresh("each")
		g.line("def %s(records):", name)
		g.line("    n = 0")
		g.line("    for x in records:")
		g.line("        n += 1")
		g.line("        if %s:", g.condition(parts("x", in.typ), 1))
		g.line("            yield (n, x)")
		out.typ = tupleOf(intType, in.typ)
		return fmt.Sprintf("%s.mapPartitions(%s)", in.name, name)
	case k == 2 && in.typ.name == "int":
		out.typ, out.size = intType, 8
		return in.name + ".mapPartitions(lambda it: [sum(it)])"
	case k == 1 && small(g, in):
		out.typ = tupleOf(intType, in.typ)
		return in.name + ".mapPartitionsWithIndex(lambda i, it: [(i, x) for x in it])"
	}
	out.typ, out.size = intType, 8
	return in.name + ".mapPartitions(lambda it: [sum(1 for _ in it)])"
}

func opUnion(g *generator, in stream, out *stream) string {
	// PySpark reads the union of text and pickled records as if all were like the first.
	other, ok := g.partner(in, func(s stream) bool {
		return s.typ.is(in.typ) && (s.fixed || (s.pickled == "text") == (in.pickled == "text"))
	})
	if !ok {
		return opMap(g, in, out)
	}
	out.size += other.size
	if g.pick(2) == 0 {
		out.pickled = in.pickled
		return fmt.Sprintf("%s.union(%s)", in.name, other.name)
	}
	out.pickled = other.pickled
	return fmt.Sprintf("%s.union(%s)", other.name, in.name)
}
