package dsgen

import (
	"fmt"
	"strings"
)

func ordered(_ *generator, in stream) bool { return in.typ.ordered() }

// sortable reports whether a sort needs no sample of which the simulator knows nothing: the type's records have an order.
func keyOrdered(_ *generator, in stream) bool { return in.typ.keyed() && in.typ.key().ordered() }

// rddOps are the operations of RDDs.
var rddOps = append([]op{
	{hashable, rddDistinct},
	{always, rddSortBy},
	{keyOrdered, rddSortByKey},
	{keyed, rddKeysValues},
	{small, rddKeyBy},
	{small, rddZipWithIndex},
	{always, rddWithStatic},
	{both(keyed, small), rddAggregateByKey},
	{small, rddGroupBy},
	{keyOrdered, rddRepartitionAndSort},
	{always, rddSample},
}, commonOps...)

func rddDistinct(g *generator, in stream, _ *stream) string {
	return fmt.Sprintf("%s.distinct(%s)", in.name, strings.TrimPrefix(g.partitions(), ", "))
}

// keyFunction is a function of records whose results have an order.
func (g *generator) keyFunction(in stream) string {
	t := of(g.choices, intType, strType, floatType)
	if in.typ.ordered() && g.pick(2) == 0 {
		return "lambda x: x"
	}
	return g.function(in, "x", in.typ, func(scope []named) string { return g.expr(t, scope, 2) })
}

func (g *generator) sortOptions() string {
	options := ""
	if g.one(2) {
		options += ", ascending=False"
	}
	if g.one(4) {
		options += fmt.Sprintf(", numPartitions=%d", 1+g.pick(3))
	}
	return options
}

func rddSortBy(g *generator, in stream, _ *stream) string {
	return fmt.Sprintf("%s.sortBy(%s%s)", in.name, g.keyFunction(in), g.sortOptions())
}

func rddSortByKey(g *generator, in stream, _ *stream) string {
	return fmt.Sprintf("%s.sortByKey(%s)", in.name, strings.TrimPrefix(g.sortOptions(), ", "))
}

func rddRepartitionAndSort(g *generator, in stream, _ *stream) string {
	return fmt.Sprintf("%s.repartitionAndSortWithinPartitions(%d)", in.name, 1+g.pick(3))
}

func rddSample(g *generator, in stream, _ *stream) string {
	return fmt.Sprintf("%s.sample(False, %s, %d)", in.name, of(g.choices, "0.5", "0.25", "0.75"), g.pick(20))
}

func rddKeysValues(g *generator, in stream, out *stream) string {
	if g.pick(2) == 0 {
		out.typ = in.typ.value()
		return in.name + ".values()"
	}
	out.typ = in.typ.key()
	return in.name + ".keys()"
}

func rddKeyBy(g *generator, in stream, out *stream) string {
	key := g.keyType()
	out.typ = tupleOf(key, in.typ)
	return fmt.Sprintf("%s.keyBy(%s)", in.name, g.function(in, "x", in.typ, func(scope []named) string { return g.expr(key, scope, 2) }))
}

func rddZipWithIndex(g *generator, in stream, out *stream) string {
	out.typ = tupleOf(in.typ, intType)
	return in.name + of(g.choices, ".zipWithIndex()", ".zipWithUniqueId()")
}

// rddWithStatic puts an RDD together with one that does not change.
func rddWithStatic(g *generator, in stream, out *stream) string {
	other, ok := g.partner(stream{name: "rdd", slide: in.slide}, func(s stream) bool { return true })
	switch {
	case !ok:
		return opMap(g, in, out)
	case other.typ.is(in.typ) && in.typ.hashable() && g.pick(2) == 0:
		out.size += other.size
		return fmt.Sprintf("%s.%s(%s)", in.name, of(g.choices, "subtract", "intersection", "union"), other.name)
	case other.typ.keyed() && in.typ.keyed() && other.typ.key().is(in.typ.key()) && g.pick(2) == 0:
		return fmt.Sprintf("%s.subtractByKey(%s)", in.name, other.name)
	case in.size*other.size > 200 || !small(g, in) || !small(g, other):
		return opFilter(g, in, out)
	}
	out.size *= other.size
	out.typ = tupleOf(in.typ, other.typ)
	return fmt.Sprintf("%s.cartesian(%s)", in.name, other.name)
}

func rddAggregateByKey(g *generator, in stream, out *stream) string {
	v := in.typ.value()
	if g.pick(2) == 0 {
		return fmt.Sprintf("%s.foldByKey(%s, %s%s)", in.name, g.literal(v), g.merge(v), g.partitions())
	}
	out.typ = tupleOf(in.typ.key(), tupleOf(intType, intType))
	return fmt.Sprintf("%s.aggregateByKey((0, %s), lambda a, v: (a[0] + 1, %s), lambda a, b: (a[0] + b[0], %s)%s)", in.name,
		g.literal(intType), g.expr(intType, append(parts("v", v), named{"a[1]", intType}), 1), g.reducer(intType, "a[1]", "b[1]"), g.partitions())
}

func rddGroupBy(g *generator, in stream, out *stream) string {
	key := g.keyType()
	return fmt.Sprintf("%s.groupBy(%s)%s", in.name,
		g.function(in, "x", in.typ, func(scope []named) string { return g.expr(key, scope, 2) }), g.grouped(tupleOf(key, in.typ), out))
}

// action shows something of an RDD.
func (g *generator) action(in stream) string {
	var fit []string
	add := func(format string, args ...any) { fit = append(fit, fmt.Sprintf(format, args...)) }
	t := in.typ
	add("print(rdd.collect())")
	add("print(rdd.count(), rdd.getNumPartitions())")
	add("print(rdd.take(%d))", 1+g.pick(4))
	add("print(rdd.glom().collect())")
	add("print(rdd.isEmpty() or rdd.first())")
	add("print([x for x in rdd.toLocalIterator()])")
	zero := g.literal(t)
	add("print(rdd.fold(%s, %s))", zero, g.merge(t))
	add("print(rdd.aggregate(%s, lambda n, x: n + %s, %s))", "0", g.expr(intType, parts("x", t), 1), g.merge(intType))
	add("print(rdd.treeAggregate(0, lambda n, x: n + 1, %s))", g.merge(intType))
	add("print(rdd.reduce(%s) if rdd.count() > 0 else None)", g.merge(t))
	if t.name == "int" {
		add("print(rdd.sum(), rdd.treeReduce(lambda a, b: a - b) if not rdd.isEmpty() else 0)")
	}
	if t.ordered() {
		add("print(rdd.top(%d) if rdd.getNumPartitions() else 0, rdd.takeOrdered(%d))", 1+g.pick(3), 1+g.pick(3))
		add("print((rdd.max(), rdd.min()) if not rdd.isEmpty() else 0)")
	}
	key := g.function(in, "x", t, func(scope []named) string { return g.expr(intType, scope, 1) })
	add("print(rdd.takeOrdered(%d, key=%s))", 1+g.pick(3), key)
	if t.hashable() {
		add("print(sorted(rdd.countByValue().values()) if rdd.getNumPartitions() else 0)")
		if t.ordered() {
			add("print(sorted(rdd.countByValue().items()) if rdd.getNumPartitions() else 0)")
		}
	}
	if t.keyed() {
		add("print(list(rdd.collectAsMap().items()))")
		add("print(list(rdd.countByKey().items()) if rdd.getNumPartitions() else 0)")
		add("print(rdd.lookup(%s))", g.literal(t.key()))
		add("print(list(rdd.reduceByKeyLocally(%s).items()) if rdd.getNumPartitions() else 0)", g.merge(t.value()))
	}
	return of(g.choices, fit...)
}
