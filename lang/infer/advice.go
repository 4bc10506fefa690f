package infer

import (
	"fmt"
	"strings"

	"github.com/dstreamc/dstreamc/lang/api"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// otherNames are words of other languages and of Python 2, with what to write for them.
var otherNames = map[string]string{
	"true": "True", "false": "False", "null": "None", "nil": "None", "none": "None", "undefined": "None",
	"xrange": "range", "raw_input": "input", "unicode": "str", "basestring": "str", "long": "int", "unichr": "chr",
	"println": "print", "printf": "print", "echo": "print", "strlen": "len", "string": "str", "integer": "int", "boolean": "bool",
}

// shellNames are names that the shells of Spark and notebooks define, and what Python 2 had, with what to do.
var shellNames = map[string]string{
	"sc":                 `a script makes its own: sc = SparkContext("local[2]", "name"), after from pyspark import SparkContext`,
	"spark":              "a script makes its own: spark = SparkSession.builder.getOrCreate(), after from pyspark.sql import SparkSession",
	"sqlContext":         "the shell of Spark 1 makes it, a script has to: sqlContext = SQLContext(sc), after from pyspark.sql import SQLContext",
	"get_ipython":        "it is there in notebooks only: leave this line out",
	"display":            "it is there in notebooks only: write print",
	"dbutils":            "it is there in notebooks of Databricks only: leave this line out",
	"reload":             "it is of Python 2, where text was not Unicode: leave this line out",
	"execfile":           "it is of Python 2: import the file as a module",
	"setdefaultencoding": "it is of Python 2, where text was not Unicode: leave this line out",
}

// otherMethods tell what to write for methods that other languages or Python 2 have, by class;
// %s is the value.
var otherMethods = map[string]map[string]string{
	"str":   {"length": "len(%s)", "size": "len(%s)", "contains": "text in %s", "push": "%s + text", "append": "%s + text", "trim": "%s.strip()", "substring": "%s[start:end]", "substr": "%s[start:end]", "toLowerCase": "%s.lower()", "toUpperCase": "%s.upper()", "decode": "%s: it is text already"},
	"list":  {"length": "len(%s)", "size": "len(%s)", "push": "%s.append(x)", "add": "%s.append(x)", "contains": "x in %s", "map": "[f(x) for x in %s]", "filter": "[x for x in %s if f(x)]", "join": `", ".join(%s)`, "split": "text.split(): only a str can be split", "get": "%s[i]"},
	"dict":  {"has_key": "key in %s", "iteritems": "%s.items()", "itervalues": "%s.values()", "iterkeys": "%s.keys()", "length": "len(%s)", "size": "len(%s)", "put": "%s[key] = value", "add": "%s[key] = value", "append": "%s[key] = value", "contains": "key in %s"},
	"set":   {"append": "%s.add(x)", "push": "%s.add(x)", "length": "len(%s)", "size": "len(%s)", "contains": "x in %s"},
	"tuple": {"append": "%s + (x,): a tuple cannot change", "push": "%s + (x,): a tuple cannot change", "length": "len(%s)", "size": "len(%s)", "_1": "%s[0]", "_2": "%s[1]"},

	"DStream": {"mapWithState": "events, states = mapWithState(%s, function), with from dstreamc import mapWithState"},
}

// attributeHint says what to write instead of an attribute that a value does not have.
func (c *checker) attributeHint(x ir.Expr, name string, cls *api.Class) string {
	t := typeOf(x)
	if hint := c.otherClassHint(t, name); hint != "" {
		return hint
	}
	if what := otherMethods[className(t)][name]; what != "" {
		return "write " + strings.ReplaceAll(what, "%s", c.src.Slice(x.Pos()))
	}
	if cls != nil {
		if near := diag.Nearest(name, c.ix.MemberNames(cls)); near != "" {
			return fmt.Sprintf("did you mean '%s'?", near)
		}
	}
	if types.IsNone(t) {
		return noneHint(x)
	}
	return ""
}

// hintNone explains where a None comes from that is used as something else.
func (c *checker) hintNone(d *diag.Diagnostic, x ir.Expr) {
	if !types.IsNone(typeOf(x)) {
		return
	}
	if hint := noneHint(x); hint != "" {
		d.WithHint("%s", hint)
	}
}

// hintOperand is hintNone, and for streams and RDDs that are used as values.
func (c *checker) hintOperand(d *diag.Diagnostic, x ir.Expr) {
	switch className(typeOf(x)) {
	case "DStream":
		d.WithHint("a stream is not a value: compute with its records, in .map(…) or .filter(…), or with each batch in .foreachRDD(…)")
	case "RDD":
		d.WithHint("an RDD is not a value: .collect(), .count() or .first() give one")
	default:
		c.hintNone(d, x)
	}
	if v, ok := x.(*ir.Convert); ok && types.IsNone(typeOf(x)) {
		if _, ok := v.V.(*ir.Local); ok {
			name := c.src.Slice(x.Pos())
			d.WithHint("%s is None here, as the state of a new key is: write (%s or 0)", name, name)
		}
	}
}

func noneHint(x ir.Expr) string {
	if conv, ok := x.(*ir.Convert); ok {
		x = conv.V
	}
	switch x := x.(type) {
	case *ir.Call:
		if x.Fn.Class != nil && x.Fn.Class.Name == "list" && x.Fn.Name == "sort" {
			return "list.sort() changes the list and returns None; sorted(…) returns a new list"
		}
		return callee(x.Fn) + "() returns None"
	case *ir.CallFunc:
		return x.Func.Name + "() returns None: it has no return with a value"
	case *ir.Local:
		return "a function without return gives None, and so do append(), sort() and pprint()"
	}
	return ""
}

// otherClassHint is for methods of RDDs called on streams, of contexts called on the wrong one,
// and the like.
func (c *checker) otherClassHint(t types.Type, name string) string {
	has := func(class string) *api.Func {
		if cls := c.ix.Classes[class]; cls != nil {
			if o, _ := c.ix.Lookup(cls, name); o != nil {
				return o.Funcs[0]
			}
		}
		return nil
	}
	switch className(t) {
	case "DStream":
		f := has("RDD")
		switch {
		case f == nil:
		case c.returns(f, "RDD"):
			return fmt.Sprintf("%s is a method of RDDs: write .transform(lambda rdd: rdd.%s(…))", name, name)
		default:
			return fmt.Sprintf("%s is a method of RDDs, which .foreachRDD(lambda rdd: …) gives you batch by batch", name)
		}
	case "RDD":
		switch {
		case name == "pprint":
			return "write print(rdd.collect()), or rdd.take(10) for some of it"
		case has("DStream") != nil:
			return name + " is a method of streams, and this is one RDD"
		}
	case "SparkContext":
		if has("StreamingContext") != nil {
			return name + " is a method of the StreamingContext"
		}
	case "StreamingContext":
		if has("SparkContext") != nil {
			return name + " is a method of the SparkContext"
		}
	}
	return ""
}

func (c *checker) returns(f *api.Func, class string) bool {
	n, ok := f.Result.(*types.Named)
	return ok && n.Name == class
}

// modulesByHint are the modules whose members an undefined name may stand for, likely ones
// first.
var modulesByHint = []string{"pyspark", "pyspark.streaming", "functools", "operator", "math", "json", "random", "datetime", "time"}

// undefinedHint tells what to write for a name that is not defined: a word of Python, an import,
// a name that is near, a function where one is wanted.
func (c *checker) undefinedHint(n *syntax.Name) string {
	if word := otherNames[n.Id]; word != "" {
		return "write " + word
	}
	if hint := shellNames[n.Id]; hint != "" {
		return hint
	}
	if _, ok := c.ix.Modules[n.Id]; ok {
		return "write import " + n.Id + " at the top"
	}
	for _, m := range modulesByHint {
		if _, declared := c.ix.Modules[m].Members[n.Id]; declared {
			return fmt.Sprintf("write from %s import %s at the top", m, n.Id)
		}
	}
	if near := diag.Nearest(n.Id, c.visibleNames()); near != "" {
		return fmt.Sprintf("did you mean '%s'?", near)
	}
	if use := c.hints[n.Span.Start]; use != "" {
		return fmt.Sprintf("define it above this line: def %s(%s): …, or write a lambda here", n.Id, use)
	}
	return "define it above this line, or check its spelling"
}

// otherModules tell what to use instead of modules and their members that scripts often import.
var otherModules = map[string]string{
	"numpy":      "use lists and the module math",
	"subprocess": "a program runs no other programs: start them beside it",
	"IPython":    "it is of notebooks only: leave it out, and print()",
}

// laterHints tell what to do until a part of Spark is there.
var laterHints = map[string]string{
	"SQL and DataFrames": "work with RDDs of tuples: rdd.map(…), .reduceByKey(…), .sortBy(…), .take(n)",
	"the Kafka source":   "read the topic's lines from a socket: kcat -C -b BROKER -t TOPIC | nc -lk 9999",
	"the Flume source":   "read the lines from a socket: ssc.socketTextStream(host, port)",
	"the Kinesis source": "read the lines from a socket: ssc.socketTextStream(host, port)",
	"the MQTT source":    "read the lines from a socket: mosquitto_sub -t TOPIC | nc -lk 9999",
}

func init() {
	for _, m := range []string{"redis", "pymongo", "bson", "happybase", "kafka", "confluent_kafka", "pymysql", "MySQLdb", "mysql", "psycopg2",
		"sqlalchemy", "cassandra", "pyspark_cassandra", "elasticsearch", "boto3", "boto", "requests", "tweepy", "paho", "pika", "influxdb", "zmq", "hdfs"} {
		otherModules[m] = "there are no client libraries yet: print() the records, write them to files, or send them with the module socket"
	}
	for _, m := range []string{"pandas", "sklearn", "scipy", "nltk", "textblob", "gensim", "tensorflow", "keras", "torch", "matplotlib", "seaborn", "cv2", "PIL"} {
		otherModules[m] = "such libraries are not compiled: write what you need of it as a function of your own"
	}
}

// moduleHint says what to write instead of a module that dstreamc does not know.
func (c *checker) moduleHint(name string) string {
	for m := name; m != ""; m = m[:max(0, strings.LastIndexByte(m, '.'))] {
		if hint := otherModules[m]; hint != "" {
			return hint
		}
	}
	root, _, _ := strings.Cut(name, ".")
	switch {
	case root == "pyspark":
		return laterHints[later(name)]
	case api.InCPython(root):
		return "it is of Python, but not in dstreamc: docs/python.md lists what there is"
	}
	if near := diag.Nearest(root, c.plainModules()); near != "" {
		return fmt.Sprintf("did you mean '%s'?", near)
	}
	return fmt.Sprintf("a module of yours must lie beside the script, as %s.py; docs/python.md lists those of Python that dstreamc knows", root)
}
