package plan

import (
	"strings"

	"github.com/dstreamc/dstreamc/lang/ir"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// past are the words for what a stage did to its input, for stages without a name of their own.
var past = map[string]string{
	"map": "mapped", "flatMap": "flattened", "filter": "filtered", "mapValues": "values_mapped",
	"flatMapValues": "values_flattened", "reduceByKey": "reduced", "reduceByKeyAndWindow": "window_reduced",
}

// name names the stages after the stream they read and the one they make: lines_to_counts, or
// lines_filtered where the result has no name. It also says why each chain ends where it does.
func (f *fuser) name() {
	results := map[*ir.StageCall]string{}
	f.eachBody(func(body []ir.Stmt) {
		ir.EachStmt(body, func(s ir.Stmt) {
			if a, ok := s.(*ir.Assign); ok {
				if t, ok := a.Target.(*ir.VarTarget); ok {
					if sc, ok := ir.Strip(a.Value).(*ir.StageCall); ok {
						results[sc] = t.Var.Name
						sc.Stage.Cut = f.cutOfVar(sc, t.Var)
					}
				}
			}
		})
		ir.Visit(body, f.cutOfUser)
	})
	for _, sc := range f.calls {
		in := "stream"
		if sc.Stage.RDD {
			in = "rdd"
		}
		switch src := ir.Strip(sc.Input).(type) {
		case *ir.Local:
			in = src.Var.Name
		case *ir.Call:
			in = sourceWord(src)
		case *ir.StageCall:
			in = src.Stage.Name
		}
		if r := results[sc]; r != "" && r != in {
			sc.Stage.Name = in + "_to_" + r
		} else {
			sc.Stage.Name = in + "_" + past[sc.Stage.Ops[len(sc.Stage.Ops)-1].Kind]
		}
		f.prog.Stages = append(f.prog.Stages, sc.Stage)
	}
}

func (f *fuser) eachBody(visit func([]ir.Stmt)) {
	visit(f.prog.Body)
	for _, fn := range f.prog.Funcs {
		visit(fn.Body)
	}
}

func sourceWord(c *ir.Call) string {
	switch c.Fn.Name {
	case "socketTextStream", "textFileStream", "textFile":
		return "lines"
	case "queueStream":
		return "queue"
	}
	return snake(c.Fn.Name)
}

// snake writes a camelCase name with underscores.
func snake(name string) string {
	var b strings.Builder
	for _, r := range name {
		if r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
			r += 'a' - 'A'
		}
		b.WriteRune(r)
	}
	return b.String()
}

// cutOfVar says why the chain behind a variable ends.
func (f *fuser) cutOfVar(sc *ir.StageCall, v *ir.Var) string {
	switch {
	case sc.Call != nil:
		return sc.Call.Fn.Name + " moves records between partitions"
	case f.reads[v] == 0:
		return v.Name + " is not used"
	case f.reads[v] > 1:
		return v.Name + " has several consumers"
	case v.Global || v.Shared:
		return v.Name + " is also seen by other functions"
	}
	return "the operator that follows does not fuse"
}

// cutOfUser notes which operator ends the chain that it is called on.
func (f *fuser) cutOfUser(e ir.Expr) {
	call, ok := e.(*ir.Call)
	if !ok {
		if sc, ok := e.(*ir.StageCall); ok && sc.Call != nil && sc.Stage.Cut == "" {
			sc.Stage.Cut = sc.Call.Fn.Name + " moves records between partitions"
		}
		return
	}
	sc, ok := ir.Strip(call.Recv).(*ir.StageCall)
	if !ok || sc.Stage.Cut != "" {
		return
	}
	if call.Fn.Output {
		sc.Stage.Cut = call.Fn.Name + " is an output"
	} else {
		sc.Stage.Cut = call.Fn.Name + " does not fuse"
	}
}

// text is a piece of the script on one line.
func text(src *syntax.Source, at syntax.Span) string {
	return strings.Join(strings.Fields(src.Slice(at)), " ")
}
