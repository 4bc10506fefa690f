package dsgen

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
)

// Program is a random program of streams.
type Program struct {
	Family  uint64   // programs of a family share their types
	Choices []uint16 // the decisions that made it
	Text    string
}

// Generate makes the program of a seed, whose upper half is the family.
func Generate(seed uint64) *Program {
	return build(seed>>32, &choices{random: rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))})
}

// FromChoices makes the program of a list of decisions; where it ends, all are the simplest.
func FromChoices(family uint64, list []uint16) *Program {
	return build(family, &choices{given: list})
}

// stream is a stream, or RDD, of the program at hand.
type stream struct {
	name  string
	typ   *typ
	slide int  // in batches
	size  int  // about how many records a batch has at most
	fixed bool // an RDD that is the same in every batch
	// pickled is how PySpark keeps the records: streams of sockets, of each queue, and others cannot be in one ssc.union.
	pickled string
}

// generator makes one program.
type generator struct {
	*choices
	palette    *palette
	head, body []string // lines: constants and sources, then everything else
	streams    []stream
	statics    []stream // RDDs made before the start
	taken      map[string]bool
	batches    int
	interval   float64
	names      int  // > 0: there is a broadcast variable names
	unsafe     bool // expressions may fail
	// With a checkpoint directory there may be states, but functions of batches must not use an RDD or the context: PySpark
	// pickles them.
	checkpoint bool
	sliced     bool // it asks for the RDDs of earlier batches
	count      int  // of names made
	outputs    int
	feeds      []string
}

func build(family uint64, c *choices) *Program {
	g := &generator{choices: c, palette: newPalette(rand.New(rand.NewPCG(family, 0))), taken: map[string]bool{}}
	g.interval = of(c, 1.0, 1, 1, 1, 0.5, 2)
	master := of(c, "local[2]", "local[2]", "local[2]", "local[2]", "local[3]", "local[1]", "local[4]")
	g.batches = 3 + g.pick(6)
	g.unsafe = g.one(6)
	g.names = 0
	if g.one(4) {
		g.names = 1
	}
	for range 1 + g.pick(3) {
		g.source()
	}
	g.checkpoint = g.pick(3) > 0
	if !g.checkpoint {
		for range g.pick(3) {
			g.static()
		}
	}
	for range 1 + g.pick(7) {
		g.operation()
	}
	g.finish()
	var b strings.Builder
	for _, f := range g.feeds {
		fmt.Fprintf(&b, "# feed %s\n", f)
	}
	fmt.Fprintf(&b, "import time\n\nfrom pyspark import SparkContext\nfrom pyspark.streaming import StreamingContext\n\n")
	fmt.Fprintf(&b, "sc = SparkContext(%q, \"pipeline\")\nssc = StreamingContext(sc, %s)\n", master, seconds(g.interval))
	if g.checkpoint {
		b.WriteString("ssc.checkpoint(\"checkpoint\")\n")
	}
	if g.sliced {
		b.WriteString("ssc.remember(100)\n")
	}
	b.WriteString("offset = 3\n")
	if g.names > 0 {
		b.WriteString("names = sc.broadcast({\"a\": \"alpha\", \"b\": \"beta\", \"\": \"none\"})\n")
	}
	for _, line := range append(g.head, g.body...) {
		b.WriteString(line + "\n")
	}
	fmt.Fprintf(&b, "ssc.start()\ntime.sleep(%s)\nssc.stop()\n", seconds((float64(g.batches)+0.5)*g.interval))
	return &Program{family, c.taken, b.String()}
}

// seconds is a length of time as a script has it.
func seconds(s float64) string { return strings.TrimSuffix(fmt.Sprintf("%.2f", s), ".00") }

// fresh is a new name.
func (g *generator) fresh(base string) string {
	g.count++
	return fmt.Sprintf("%s%d", base, g.count)
}

func (g *generator) line(format string, args ...any) {
	g.body = append(g.body, fmt.Sprintf(format, args...))
}

// list is a list of n constants.
func (g *generator) list(t *typ, n int) string {
	items := make([]string, n)
	for i := range items {
		items[i] = g.literal(t)
	}
	return "[" + strings.Join(items, ", ") + "]"
}

// source makes an input stream.
func (g *generator) source() {
	if g.one(5) {
		g.socket()
		return
	}
	t := g.recordType()
	name := g.fresh("s")
	const most = 7
	var items []string
	kind := g.pick(4) // of the queue: lists, or RDDs
	for range 1 + g.pick(g.batches) {
		list := g.list(t, g.pick(most+1))
		if len(items) == 0 { // one list must tell the type
			list = g.list(t, 1+g.pick(most))
		}
		switch {
		case kind < 2:
		case len(items) > 0 && g.one(6):
			list = "sc.emptyRDD()"
		case t.keyed() && g.one(4):
			list = fmt.Sprintf("sc.parallelize(%s).partitionBy(%d)", list, 1+g.pick(3))
		default:
			list = fmt.Sprintf("sc.parallelize(%s, %d)", list, 1+g.pick(4))
		}
		items = append(items, list)
	}
	options := ""
	if g.one(6) {
		options += ", oneAtATime=False"
	}
	if g.one(6) {
		options += fmt.Sprintf(", default=sc.parallelize(%s)", g.list(t, 1+g.pick(3)))
	}
	g.head = append(g.head, fmt.Sprintf("%s = ssc.queueStream([", name))
	for _, item := range items {
		g.head = append(g.head, "    "+item+",")
	}
	g.head = append(g.head, fmt.Sprintf("]%s)", options))
	g.streams = append(g.streams, stream{name: name, typ: t, slide: 1, size: most, pickled: name})
}

var words = []string{"a", "b", "a b", "c a", "", "b b a", "10", "é", "x 7", " a", "3", "a b c"}

// socket makes a stream of a socket, whose lines come in blocks.
func (g *generator) socket() {
	name := g.fresh("s")
	address := fmt.Sprintf("localhost:%d", 9000+g.count)
	batches := make([][][]string, g.batches)
	for i := range batches {
		batches[i] = make([][]string, g.pick(4))
		for j := range batches[i] {
			for range 1 + g.pick(3) {
				batches[i][j] = append(batches[i][j], of(g.choices, words...))
			}
		}
	}
	text, err := json.Marshal(batches)
	if err != nil {
		panic(err)
	}
	g.feeds = append(g.feeds, address+" "+string(text))
	g.head = append(g.head, fmt.Sprintf("%s = ssc.socketTextStream(\"localhost\", %d)", name, 9000+g.count))
	g.streams = append(g.streams, stream{name: name, typ: strType, slide: 1, size: 9, pickled: "text"})
}

// static makes an RDD that functions of batches use.
func (g *generator) static() {
	t := g.recordType()
	if len(g.streams) > 0 && g.pick(2) == 0 {
		t = g.streams[g.pick(len(g.streams))].typ
	}
	name := g.fresh("r")
	g.head = append(g.head, fmt.Sprintf("%s = sc.parallelize(%s, %d)", name, g.list(t, 1+g.pick(5)), 1+g.pick(3)))
	g.statics = append(g.statics, stream{name: name, typ: t, slide: 1, size: 5, fixed: true})
}

// from is a stream to go on with, a late one more often.
func (g *generator) from() stream {
	n := len(g.streams)
	return g.streams[n-1-g.pick(min(n, 2+g.pick(3)))]
}

// operation makes a stream of others, and sometimes an output.
func (g *generator) operation() {
	in := g.from()
	out, text := g.apply(in, streamOps)
	out.name = g.fresh("d")
	if g.one(8) {
		text += of(g.choices, ".cache()", ".persist(StorageLevel.MEMORY_ONLY)")
		if strings.Contains(text, "StorageLevel") && !g.taken["StorageLevel"] {
			g.taken["StorageLevel"] = true
			g.head = append([]string{"from pyspark import StorageLevel"}, g.head...)
		}
	}
	g.line("%s = %s", out.name, text)
	g.streams = append(g.streams, out)
	if g.one(4) {
		g.output(out)
	}
}

// apply gives an operation on in, and the stream that it makes.
func (g *generator) apply(in stream, ops []op) (stream, string) {
	var fit []op
	for _, o := range ops {
		if o.fits(g, in) {
			fit = append(fit, o)
		}
	}
	o := of(g.choices, fit...)
	out := in
	out.fixed, out.pickled = false, ""
	text := o.make(g, in, &out)
	return out, text
}

// finish gives the program an output, if only of the last stream.
func (g *generator) finish() {
	g.output(g.streams[len(g.streams)-1])
	if g.one(3) {
		g.output(g.from())
	}
}

// output makes an output operation.
func (g *generator) output(in stream) {
	g.outputs++
	switch g.pick(8) {
	case 7:
		g.saved(in)
	case 4, 5, 6:
		g.foreach(in)
	case 3:
		g.line("%s.pprint(%d)", in.name, g.pick(4))
	default:
		g.line("%s.pprint(%d)", in.name, 200)
	}
}

// saved writes text files and shows what is in them.
func (g *generator) saved(in stream) {
	name := g.fresh("out")
	suffix := of(g.choices, "", `"txt"`)
	show := g.fresh("show")
	g.line("%s.saveAsTextFiles(%q%s)", in.name, name, prefixed(", ", suffix))
	g.line("def %s(time, rdd):", show)
	g.line("    folder = %q + str(int(time.timestamp() * 1000))%s", name+"-", prefixed(` + "." + `, suffix))
	g.line("    for part in sorted(os.listdir(folder)):")
	g.line("        if part.startswith(\"part-\"):")
	g.line("            with open(folder + \"/\" + part) as file:")
	g.line("                print(part, repr(file.read()))")
	g.line("%s.foreachRDD(%s)", in.name, show)
	if !g.taken["os"] {
		g.taken["os"] = true
		g.head = append([]string{"import os"}, g.head...)
	}
}

func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

// foreach makes a function that shows batches by actions on their RDDs.
func (g *generator) foreach(in stream) {
	show := g.fresh("show")
	rdd := stream{name: "rdd", typ: in.typ, slide: in.slide, size: in.size}
	timed := g.pick(2) == 0
	if timed {
		g.line("def %s(time, rdd):", show)
		g.line("    print(%q, time)", show)
	} else {
		g.line("def %s(rdd):", show)
		g.line("    print(%q)", show)
	}
	if g.one(4) {
		g.line("    if rdd.isEmpty():")
		g.line("        return")
	}
	if g.one(6) {
		g.remembering(in, timed)
	}
	for range g.pick(3) {
		var text string
		rdd, text = g.apply(rdd, rddOps)
		rdd.name = "rdd"
		g.line("    rdd = %s", text)
	}
	if rdd.typ.keyed() && g.one(8) {
		g.line("    rdd.cache()")
	}
	for range 1 + g.pick(3) {
		if g.unsafe && g.pick(2) == 0 {
			g.line("    try:")
			g.line("        %s", g.action(rdd))
			g.line("    except Exception as error:")
			g.line("        print(\"failed\", type(error).__name__)")
			continue
		}
		g.line("    %s", g.action(rdd))
	}
	g.line("%s.foreachRDD(%s)", in.name, show)
}

// remembering makes a function of batches use what is left of earlier ones.
func (g *generator) remembering(in stream, timed bool) {
	switch k := g.pick(3); {
	case k == 2 && timed && !g.checkpoint && g.interval >= 1 && in.slide == 1:
		g.sliced = true
		last := g.fresh("last")
		g.head = append(g.head, last+" = []")
		g.line("    %s.append(time)", last)
		g.line("    print([r.collect() for r in %s.slice(%s[0], %s[-1])][-3:])", in.name, last, last)
	case k == 1 && !g.checkpoint:
		seen := g.fresh("seen")
		g.head = append(g.head, seen+" = sc.accumulator(0)")
		g.line("    rdd.foreach(lambda x: %s.add(1))", seen)
		g.line("    print(%s.value)", seen)
	default:
		total := g.fresh("total")
		g.head = append(g.head, total+" = 0")
		g.line("    global %s", total)
		g.line("    %s += rdd.count()", total)
		g.line("    print(%s)", total)
	}
}
