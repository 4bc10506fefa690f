package infer

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
	"github.com/dstreamc/dstreamc/lang/types"
)

// javaPath is what a script reaches through sc._jvm or sc._jsc: sc._jvm.org.apache.hadoop. There is no Java,
// but the loggers and the configuration of Hadoop, which scripts reach so, have objects that do nothing.
type javaPath string

// gateways are the attributes of contexts that lead to Java.
var gateways = map[string]bool{"_jvm": true, "_jsc": true, "_jssc": true, "_gateway": true}

// javaObject reads an attribute of a context that leads to Java, or of what is reached through log4j, where
// nothing leads to anything else.
func (c *checker) javaObject(x ir.Expr, e *syntax.Attr) (ir.Expr, bool) {
	switch className(typeOf(x)) {
	case "SparkContext", "StreamingContext", "SparkSession":
		if gateways[e.Name] {
			return c.java(javaPath("sc."+e.Name), e.Span), true
		}
	case javaLogging:
		return x, true
	}
	return nil, false
}

// java is what a path stands for: an object that does nothing, once it leads to a logger.
func (c *checker) java(p javaPath, at syntax.Span) ir.Expr {
	switch _, below, _ := strings.Cut(string(p), "._jvm."); below {
	case "org.apache.log4j", "org.apache.logging.log4j", "org.slf4j":
		return c.member(c.ix.Modules["pyspark"].Members["_java_loggers"], at)
	}
	return ref(&types.Module{Name: string(p), Decl: p}, at)
}

// javaAttr reads an attribute of a path.
func (c *checker) javaAttr(p javaPath, e *syntax.Attr) ir.Expr {
	return c.java(p+javaPath("."+e.Name), e.Span)
}

// javaCall calls what a path stands for.
func (c *checker) javaCall(p javaPath, e *syntax.Call) ir.Expr {
	if p == "sc._jsc.hadoopConfiguration" {
		return c.member(c.ix.Modules["pyspark"].Members["_hadoop_settings"], e.Span)
	}
	c.unsupported(e.Fn.Pos(), "%s, which is Java,", p).WithHint("a program runs without Java: of it only log4j and sc._jsc.hadoopConfiguration() are accepted")
	return c.bad(e.Span)
}

// javaLogging is the type of all that is reached through log4j.
const javaLogging = "JavaLogging"

// loggingMethod calls whatever is reached through log4j: its arguments are evaluated, and that is all.
func (c *checker) loggingMethod(recv ir.Expr, args []argument, nameAt, at syntax.Span) (ir.Expr, bool) {
	if className(typeOf(recv)) != javaLogging {
		return nil, false
	}
	cls := c.ix.Classes[javaLogging]
	return c.callOverloads(cls.Members["ignore"], recv, cls, args, nameAt, at), true
}

// isJava reports a value that a path of Java stands for.
func isJava(t types.Type) (javaPath, bool) {
	m, ok := t.(*types.Module)
	if !ok {
		return "", false
	}
	p, ok := m.Decl.(javaPath)
	return p, ok
}
