package codegen

import (
	"cmp"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/regex"
)

// patternSteps is the function of rewritesModule that stands for re.compile of what package regex reads.
const patternSteps = "pattern_steps"

// pattern is the variable of the package that holds a pattern which a function of the package matches.
func (g *generator) pattern(e *ir.Call) string {
	pattern := e.Args[0].(*ir.Const).Value.(string)
	if name, ok := g.patterns[pattern]; ok {
		return name
	}
	name, matcher := g.topTake("pattern"), g.topTake("match_pattern")
	g.patterns[pattern] = name
	steps, _, _ := regex.Steps(pattern) // lang/plan has asked whether there are any
	*g.slot() = *jen.Var().Id(name).Op("=").Qual(g.im.py, "ReCompile").Call(quoted(pattern), jen.Lit(0)).Dot("By").Call(jen.Id(matcher))
	g.writeMatcher(matcher, matcher+" is "+name+" on texts of ASCII, as a py.ReMatcher.", steps)
	return name
}

// writeMatcher writes the function of some steps: up to the first that may have to give back what others need, which are tried by a
// function of their own.
func (g *generator) writeMatcher(name, says string, steps []regex.Step) {
	slot := g.slot()
	m := &matcherWriter{g: g}
	for k, s := range steps {
		if s.Yields {
			rest := g.topTake("match_rest")
			g.writeMatcher(rest, rest+" is what follows "+s.Chars+times(s)+" in "+name+".", steps[k+1:])
			m.yield(s, rest)
			break
		}
		m.step(s)
		if k == len(steps)-1 {
			m.add(jen.Return(g.rePart("ReEnd")))
		}
	}
	if m.looks {
		m.body = append([]jen.Code{jen.Var().Id("to").Int()}, m.body...)
	}
	*slot = *doc(paragraph(says), jen.Func().Id(name).
		Params(jen.List(jen.Id("text").String(), jen.Id("i").Int(), jen.Id("at").Index().Int())).Int().Block(m.body...))
}

// rePart is a call of a function of package py with the text and the offset.
func (g *generator) rePart(name string) *jen.Statement {
	return jen.Qual(g.im.py, name).Call(jen.Id("text"), jen.Id("i"))
}

// matcherWriter collects the statements of a matcher. Its variables are i, where it is, and to, where a repetition ends.
type matcherWriter struct {
	g     *generator
	body  []jen.Code
	looks bool // it uses to
}

func (m *matcherWriter) add(code ...jen.Code) { m.body = append(m.body, code...) }

// fails returns if a condition holds.
func (m *matcherWriter) fails(where string, condition jen.Code) {
	m.add(jen.If(condition).Block(jen.Return(jen.Qual(m.g.im.py, "ReFail").Call(jen.Id("text"), jen.Id(where)))))
}

func (m *matcherWriter) step(s regex.Step) {
	text, i := jen.Id("text"), jen.Id("i")
	switch s.Kind {
	case regex.Text:
		if len(s.Text) == 1 {
			m.fails("i", jen.Id("i").Op("==").Len(text).Op("||").Add(text).Index(i).Op("!=").Op(strconv.QuoteRune(rune(s.Text[0]))))
			m.add(jen.Id("i").Op("++"))
			return
		}
		m.fails("i", jen.Op("!").Qual("strings", "HasPrefix").Call(jen.Id("text").Index(jen.Id("i").Op(":")), quoted(s.Text)))
		m.add(jen.Id("i").Op("+=").Lit(len(s.Text)))
	case regex.Repeat:
		m.repeat(s)
	case regex.Open:
		m.add(jen.Id("at").Index(jen.Lit(2 * s.Group)).Op("=").Add(i))
	case regex.Close:
		m.add(jen.Id("at").Index(jen.Lit(2*s.Group + 1)).Op("=").Add(i))
	case regex.Begin:
		m.add(jen.If(jen.Id("i").Op("!=").Lit(0)).Block(jen.Return(jen.Qual(m.g.im.py, "ReNo"))))
	case regex.Tail:
		m.fails("i", jen.Op("!").Add(m.g.rePart("ReIsTail")))
	case regex.End:
		m.fails("i", jen.Id("i").Op("!=").Len(text))
	}
}

// run sets a variable to the end of the characters of a repetition.
func (m *matcherWriter) run(variable string, s regex.Step) {
	m.looks = m.looks || variable == "to"
	class := jen.Id(m.g.charClass(s.Chars))
	if s.Most < 0 {
		m.add(jen.Id(variable).Op("=").Add(class).Dot("Run").Call(jen.Id("text"), jen.Id("i")).Add(comment(s)))
		return
	}
	m.add(jen.Id(variable).Op("=").Add(class).Dot("RunTo").Call(jen.Id("text"), jen.Id("i"), jen.Lit(s.Most)).Add(comment(s)))
}

// comment says which characters are passed.
func comment(s regex.Step) jen.Code { return jen.Add(commentLine(s.Chars + times(s))) }

// times is how often, as a pattern has it.
func times(s regex.Step) string {
	switch {
	case s.Least == 1 && s.Most == 1:
		return ""
	case s.Least == 0 && s.Most == 1:
		return "?"
	case s.Most < 0 && s.Least < 2:
		return []string{"*", "+"}[s.Least]
	case s.Most < 0:
		return "{" + strconv.Itoa(s.Least) + ",}"
	case s.Most == s.Least:
		return "{" + strconv.Itoa(s.Least) + "}"
	}
	return "{" + strconv.Itoa(s.Least) + "," + strconv.Itoa(s.Most) + "}"
}

func (m *matcherWriter) repeat(s regex.Step) {
	if s.Least == 1 && s.Most == 1 {
		m.fails("i", jen.Op("!").Id(m.g.charClass(s.Chars)).Dot("Has").Call(jen.Id("text"), jen.Id("i")))
		m.add(jen.Id("i").Op("++").Add(comment(s)))
		return
	}
	if s.Least == 0 {
		m.run("i", s)
		return
	}
	m.run("to", s)
	switch {
	case s.Least == 1:
		m.fails("to", jen.Id("to").Op("==").Id("i"))
	default:
		m.fails("to", jen.Id("to").Op("<").Id("i").Op("+").Lit(s.Least))
	}
	m.add(jen.Id("i").Op("=").Id("to"))
}

// yield tries the rest behind all lengths of a repetition, the longest first.
func (m *matcherWriter) yield(s regex.Step, rest string) {
	ask, no := jen.Qual(m.g.im.py, "ReAsk"), jen.Qual(m.g.im.py, "ReNo")
	m.run("to", s)
	least := jen.Id("i")
	if s.Least > 0 {
		least.Op("+").Lit(s.Least)
	}
	m.add(
		jen.If(jen.Qual(m.g.im.py, "ReFail").Call(jen.Id("text"), jen.Id("to")).Op("==").Add(ask)).Block(jen.Return(ask)),
		jen.For(jen.Id("least").Op(":=").Add(least), jen.Id("to").Op(">=").Id("least"), jen.Id("to").Op("--")).Block(
			jen.If(jen.Id("end").Op(":=").Id(rest).Call(jen.Id("text"), jen.Id("to"), jen.Id("at")), jen.Id("end").Op("!=").Add(no)).Block(jen.Return(jen.Id("end"))),
			jen.If(jen.Qual(m.g.im.py, "ReTired").Call(jen.Id("at"))).Block(jen.Return(ask)),
		),
		jen.Return(no),
	)
}

// classNames are names for the variables of usual classes.
var classNames = map[string]string{`\d`: "digits", `\D`: "non_digits", `\s`: "spaces", `\S`: "non_spaces", `\w`: "word_chars", `\W`: "non_word_chars", `.`: "line_chars"}

// charClass is the variable of the package that holds a class of characters, given as a pattern.
func (g *generator) charClass(chars string) string {
	if name, ok := g.charClasses[chars]; ok {
		return name
	}
	name := g.topTake(cmp.Or(classNames[chars], "chars"))
	g.charClasses[chars] = name
	*g.slot() = *jen.Var().Id(name).Op("=").Qual(g.im.py, "ReChars").Call(quoted(chars))
	return name
}
