//go:build linux

package main

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// latencies are from a line on the socket until its word is on stdout.
func latencies(o *options) (rows []row, err error) {
	program, err := buildJob(o, "socket")
	if err != nil {
		return nil, err
	}
	for _, of := range []struct {
		interval time.Duration
		lines    int
	}{{100 * time.Millisecond, 100}, {10 * time.Millisecond, 400}} {
		err := withJob(program, []string{fmt.Sprint(of.interval.Seconds())}, func(j *job) error {
			all, err := j.latency(count(of.lines, o.scale)+1, of.interval)
			if err != nil {
				return err
			}
			slices.Sort(all)
			rows = append(rows, row{fmt.Sprintf("latency at an interval of %v", of.interval),
				fmt.Sprintf("p50 %.1f ms, p99 %.1f ms", millis(all[len(all)/2]), millis(all[len(all)*99/100])),
				fmt.Sprintf("p99 ≤ %v on a quiet machine", of.interval+5*time.Millisecond)})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return rows, nil
}

// latency sends n lines at random times, each after the one before has been answered.
func (j *job) latency(n int, interval time.Duration) (all []time.Duration, err error) {
	seen := make(chan string, 1)
	go func() {
		defer close(seen)
		for lines := bufio.NewScanner(j.out); lines.Scan(); {
			if word, ok := strings.CutPrefix(lines.Text(), "('word"); ok {
				seen <- word
			}
		}
	}()
	r := rand.New(rand.NewPCG(seed, uint64(interval)))
	for i := range n {
		time.Sleep(time.Duration(r.Int64N(int64(interval))))
		began := time.Now()
		if _, err := fmt.Fprintf(j.peer, "word%d\n", i); err != nil {
			return nil, err
		}
		if word, ok := <-seen; !ok || !strings.HasPrefix(word, fmt.Sprint(i)+"'") {
			return nil, fmt.Errorf("%q was counted, not word%d", word, i)
		}
		all = append(all, time.Since(began))
	}
	return all, nil
}
