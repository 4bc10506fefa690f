//go:build linux

package main

import (
	"fmt"
	"io"
	"math/rand/v2"
)

// allWorkloads are in the order of the table. A new one is an entry here and a folder of workloads/.
var allWorkloads = []workload{
	{
		name: "word count of natural text", folder: "wordcount", goals: "Go ≥ 3.5, Rust ≥ 0.67, PySpark ≥ 50",
		inputs: []input{text("sentences", 40, sentences)},
	}, {
		name: "word count of 60 thousand words", folder: "wordcount", goals: "Go ≥ 2.6, Rust ≥ 0.67, PySpark ≥ 40",
		inputs: []input{text("words", 40, words(60_000))},
	}, {
		name: "word count of millions of words", folder: "wordcount", goals: "Go ≥ 2.2, Rust ≥ 0.67, PySpark ≥ 20",
		inputs: []input{text("rare-words", 40, rareWords)},
	}, {
		name: "log lines by split", folder: "logsplit", goals: "Go ≥ 3.2, PySpark ≥ 100",
		inputs: []input{text("log", 40, accessLog)},
	}, {
		name: "log lines by regular expression", folder: "logregex", goals: "Go ≥ 7, tuned Go ≥ 0.5, PySpark ≥ 80",
		inputs: []input{text("log", 40, accessLog)},
	}, {
		name: "log lines by client and status", folder: "logpairs", goals: "Go ≥ 1",
		inputs: []input{text("log", 40, accessLog)},
	}, {
		name: "JSON lines", folder: "json", goals: "Go ≥ 4, tuned Go ≥ 0.77, PySpark ≥ 60",
		inputs: []input{text("events", 40, events)},
	}, {
		name: "a slide of a window of 30 batches", folder: "window", goals: "≤ 2 ms, Go ≥ 10",
		inputs: []input{{name: "window", files: 90, write: windowBatch}}, base: 30, full: 90, small: 1, smallFull: 36,
	}, {
		name: "a batch on a state of a million keys", folder: "state", goals: "≤ 120 ms, Go ≥ 3, PySpark ≥ 200",
		inputs: []input{{name: "state", files: 11, write: stateBatch}}, base: 1, full: 11, small: 10, smallFull: 4,
	}, {
		name: "join of two streams", folder: "join", goals: "Go ≥ 1.9, PySpark ≥ 25",
		inputs: []input{text("left", 10, keyed(500_000)), text("right", 10.0001, keyed(500_000))},
	}, {
		name: "join of which keys are asked for", folder: "joinfilter", goals: "Go ≥ 1",
		inputs: []input{text("left", 10, keyed(500_000)), text("right", 10.0001, keyed(500_000))},
	}, {
		name: "groups that are counted and added up", folder: "groups", goals: "Go ≥ 1",
		inputs: []input{text("left", 10, keyed(500_000))},
	}, {
		name: "Collatz", folder: "collatz", goals: "Go ≥ 1, tuned Go ≥ 0.77, PySpark ≥ 80",
		inputs: []input{text("numbers", 2, numbers)},
	}, {
		name: "floats", folder: "floats", goals: "Go ≥ 1, tuned Go ≥ 0.77, PySpark ≥ 80",
		inputs: []input{text("more-numbers", 14, numbers)},
	},
}

// windowBatch is 20 thousand words.
func windowBatch(out io.Writer, r *rand.Rand, scale float64, _ int) error {
	vocabulary, pick := vocabulary(rand.New(rand.NewPCG(seed, 0)), 28_000), zipf(r, 28_000)
	for range count(2000, scale) {
		for range 9 {
			if _, err := io.WriteString(out, vocabulary[pick.Uint64()]+" "); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintln(out, vocabulary[pick.Uint64()]); err != nil {
			return err
		}
	}
	return nil
}

// stateBatch is a million keys for the first batch, and 100 thousand of them for each other.
func stateBatch(out io.Writer, r *rand.Rand, scale float64, file int) error {
	keys := count(1_000_000, scale)
	if file == 0 {
		for i := range keys {
			if _, err := fmt.Fprintf(out, "user-%07d\n", i); err != nil {
				return err
			}
		}
		return nil
	}
	for range count(100_000, scale) {
		if _, err := fmt.Fprintf(out, "user-%07d\n", r.IntN(keys)); err != nil {
			return err
		}
	}
	return nil
}
