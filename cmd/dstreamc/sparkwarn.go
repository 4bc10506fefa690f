package main

import (
	"strconv"
	"strings"

	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// sparkWarnings tells what Spark, started with --master, does with a script that dstreamc does otherwise.
func sparkWarnings(src *syntax.Source, master string) *diag.List {
	list := diag.NewList(src)
	file, _ := syntax.Parse(src) // it has been checked
	w := &sparkWarner{list: list, master: master}
	syntax.Walk(file, func(n syntax.Node) bool {
		if call, ok := n.(*syntax.Call); ok {
			w.call(call)
		}
		return true
	})
	w.starving()
	return list
}

// sparkWarner looks at the calls of a script.
type sparkWarner struct {
	list      *diag.List
	master    string // that counts, as far as is known
	receivers []*syntax.Call
}

func (w *sparkWarner) call(call *syntax.Call) {
	switch calledName(call) {
	case "SparkContext":
		w.ownMaster(argument(call, 0, "master"))
	case "setMaster":
		w.ownMaster(argument(call, 0, "value"))
	case "set":
		if key, ok := argument(call, 0, "key").(*syntax.StrLit); ok && key.Value == "spark.master" {
			w.ownMaster(argument(call, 1, "value"))
		}
	case "StreamingContext":
		if len(call.Args) == 1 && call.Args[0].Name == "" {
			w.list.Add(diag.Warning, "DS911", call.Pos(), "Spark has no StreamingContext of an interval alone, and fails here").
				WithHint("write StreamingContext(SparkContext(), …)")
		}
	case "socketTextStream":
		w.receivers = append(w.receivers, call)
	}
}

// ownMaster looks at a master that the script sets itself.
func (w *sparkWarner) ownMaster(x syntax.Expr) {
	lit, ok := x.(*syntax.StrLit)
	if !ok || lit.Value == w.master {
		return
	}
	if w.master != "" {
		w.list.Add(diag.Warning, "DS912", lit.Pos(), "the script runs with this master and not with --master %s: Spark prefers what a script sets itself", w.master).
			WithHint("leave the master out of the script; dstreamc then takes local[2]")
	}
	w.master = lit.Value
}

// starving tells of a local master whose cores are all taken by receivers.
func (w *sparkWarner) starving() {
	cores, local := localCores(w.master)
	if !local || len(w.receivers) < cores {
		return
	}
	w.list.Add(diag.Warning, "DS913", w.receivers[0].Pos(), "with the master %s Spark has a core for each receiver and none for the batches: it prints nothing; dstreamc does without cores",
		w.master).WithHint("take local[%d] or more", len(w.receivers)+1)
}

// localCores is the number of cores of a master local[N].
func localCores(master string) (cores int, local bool) {
	if master == "local" {
		return 1, true
	}
	text, found := strings.CutPrefix(master, "local[")
	if !found {
		return 0, false
	}
	text, _, _ = strings.Cut(strings.TrimSuffix(text, "]"), ",") // local[N,FAILURES]
	n, err := strconv.Atoi(text)
	return n, err == nil // local[*] has enough
}

// calledName is the last part of the name that is called.
func calledName(call *syntax.Call) string {
	switch fn := call.Fn.(type) {
	case *syntax.Name:
		return fn.Id
	case *syntax.Attr:
		return fn.Name
	}
	return ""
}

// argument is an argument of a call by its position or its name; nil if it has none such.
func argument(call *syntax.Call, position int, name string) syntax.Expr {
	for i, a := range call.Args {
		if a.Name == name || a.Name == "" && i == position {
			return a.Value
		}
	}
	return nil
}
