//go:build linux

package main

import (
	"bufio"
	"bytes"
	"debug/elf"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// A figure is something measured of a program that is no workload; it makes a line of the table, or some.
type figure struct {
	name    string
	measure func(o *options) ([]row, error)
}

var allFigures = []figure{
	{"binary", binarySize},
	{"start-up", startUp},
	{"idle memory", idleMemory},
	{"empty batch", emptyBatch},
	{"latency", latencies},
	{"socket word count", ingest},
	{"two threads", twoThreads},
	{"memory a key", memoryOfKeys},
	{"rebuild", rebuild},
}

// Limits that -check enforces, besides equal results. Times are only reported: a busy machine must not fail a change.
const (
	maxBinary = 4 << 20 // bytes
	maxIdleMB = 15.0    // resident
)

// binarySize is the size of a socket job, which must need no dynamic linker.
func binarySize(o *options) ([]row, error) {
	program, err := buildJob(o, "socket")
	if err != nil {
		return nil, err
	}
	info, err := os.Stat(program)
	if err != nil {
		return nil, err
	}
	file, err := elf.Open(program)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	static := "static"
	for _, p := range file.Progs {
		if p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC {
			static = "dynamic"
		}
	}
	if err := o.limit(static == "static", "the binary needs a dynamic linker"); err != nil {
		return nil, err
	}
	return []row{{"binary", fmt.Sprintf("%.2f MB, %s", float64(info.Size())/(1<<20), static), "≤ 4 MB, static"}},
		o.limit(info.Size() <= maxBinary, "the binary has %d bytes", info.Size())
}

// startUp is from exec until the job's connection is there.
func startUp(o *options) ([]row, error) {
	program, err := buildJob(o, "socket")
	if err != nil {
		return nil, err
	}
	var all []sample
	for range 4 * o.rounds {
		err := withJob(program, nil, func(j *job) error {
			all = append(all, sample{wall: j.wall, cpu: j.cpu})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	wall, cpu := medianOf(all, func(s sample) time.Duration { return s.wall }), medianOf(all, func(s sample) time.Duration { return s.cpu })
	return []row{{"start-up", fmt.Sprintf("%.1f ms of CPU, %.1f ms until connected", millis(cpu), millis(wall)), "≤ 5 ms, ≤ 20 ms"}}, nil
}

// idleMemory is what is resident after some empty batches.
func idleMemory(o *options) (rows []row, err error) {
	program, err := buildJob(o, "socket")
	if err != nil {
		return nil, err
	}
	err = withJob(program, []string{"0.25"}, func(j *job) error {
		blocks := 0
		for lines := bufio.NewScanner(j.out); blocks < 6 && lines.Scan(); {
			if strings.HasPrefix(lines.Text(), "Time: ") {
				blocks++
			}
		}
		idle, err := memoryOf(j.pid(), "VmRSS")
		rows = []row{{"idle memory", fmt.Sprintf("%.1f MB", idle), "≤ 8 MB"}}
		if err != nil {
			return err
		}
		return o.limit(idle < maxIdleMB, "%.1f MB resident while idle", idle)
	})
	return rows, err
}

// emptyBatch is the CPU time of a batch in which nothing came.
func emptyBatch(o *options) (rows []row, err error) {
	program, err := buildJob(o, "socket")
	if err != nil {
		return nil, err
	}
	err = withJob(program, []string{"0.01"}, func(j *job) error {
		var began time.Duration
		const batches = 200
		blocks := 0
		for lines := bufio.NewScanner(j.out); blocks <= batches+20 && lines.Scan(); {
			if !strings.HasPrefix(lines.Text(), "Time: ") {
				continue
			}
			if blocks++; blocks == 20 {
				if began, err = cpuOf(j.pid()); err != nil {
					return err
				}
			}
		}
		ended, err := cpuOf(j.pid())
		rows = []row{{"empty batch", fmt.Sprintf("%.3f ms of CPU", millis(ended-began)/(batches+1)), "≤ 0.2 ms"}}
		return err
	})
	return rows, err
}

// ingest is a word count of what comes as fast as loopback delivers.
func ingest(o *options) (rows []row, err error) {
	program, err := buildJob(o, "ingest")
	if err != nil {
		return nil, err
	}
	path, err := text("sentences", 40, sentences).generate(o, 1)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	times := max(1, int(400*o.scale*1e6)/len(data))
	want := times * (bytes.Count(data, []byte(" ")) + bytes.Count(data, []byte("\n")))
	err = withJob(program, nil, func(j *job) error {
		began := time.Now()
		sent := make(chan error, 1)
		go func() {
			for range times {
				if _, err := j.peer.Write(data); err != nil {
					sent <- err
					return
				}
			}
			sent <- nil
		}()
		counted := 0
		for lines := bufio.NewScanner(j.out); counted < want && lines.Scan(); {
			n, err := strconv.Atoi(strings.TrimPrefix(lines.Text(), "words "))
			if err != nil {
				return err
			}
			counted += n
		}
		if err := <-sent; err != nil {
			return err
		}
		if counted != want {
			return fmt.Errorf("%d words were sent and %d counted", want, counted)
		}
		took := time.Since(began)
		cpu, err := cpuOf(j.pid())
		if err != nil {
			return err
		}
		peak, err := memoryOf(j.pid(), "VmHWM")
		mb := float64(times*len(data)) / 1e6
		rows = []row{{"socket word count", fmt.Sprintf("%.0f MB per CPU second, %.0f MB/s, %.0f MB of memory", mb/(cpu-j.cpu).Seconds(), mb/took.Seconds(), peak), "≥ 200 MB per CPU second"}}
		return err
	})
	return rows, err
}

// twoThreads is what a second thread brings on a text of 64 MB.
func twoThreads(o *options) ([]row, error) {
	out, program, err := o.wordCount()
	if err != nil {
		return nil, err
	}
	path, err := text("more-sentences", 64, sentences).generate(o, 1)
	if err != nil {
		return nil, err
	}
	var wall, cpu []float64
	for range o.rounds {
		one, err := measure([]string{program, "1", out, path}, "DSTREAMC_CLOCK=virtual", "GOMAXPROCS=1")
		if err != nil {
			return nil, err
		}
		two, err := measure([]string{program, "1", out, path}, "DSTREAMC_CLOCK=virtual", "GOMAXPROCS=2")
		if err != nil {
			return nil, err
		}
		wall, cpu = append(wall, float64(one.wall)/float64(two.wall)), append(cpu, float64(two.cpu)/float64(one.cpu))
	}
	return []row{{"two threads", fmt.Sprintf("%.2f times as fast, %+.0f %% of CPU", median(wall), 100*(median(cpu)-1)), "≥ 1.6 on an idle machine, ≤ +25 %"}}, nil
}

// wordCount builds the word count of the workloads; out is a file for it to write.
func (o *options) wordCount() (out, program string, err error) {
	out, program = o.work+"/out.txt", o.work+"/wordcount"
	return out, program, tool(o.compiler(), "build", "bench/workloads/wordcount/stream.py", "-o", program)
}

// memoryOfKeys is the peak memory of a word count of millions of words above that of 60 thousand, by key.
func memoryOfKeys(o *options) ([]row, error) {
	out, program, err := o.wordCount()
	if err != nil {
		return nil, err
	}
	var rss, keys [2]float64
	for i, in := range []input{text("words", 40, words(60_000)), text("rare-words", 40, rareWords)} {
		path, err := in.generate(o, 1)
		if err != nil {
			return nil, err
		}
		if err := os.RemoveAll(out); err != nil {
			return nil, err
		}
		s, err := measure([]string{program, "1", out, path}, "DSTREAMC_CLOCK=virtual")
		if err != nil {
			return nil, err
		}
		rss[i] = s.rssMB * (1 << 20)
		result, err := os.ReadFile(out)
		if err != nil {
			return nil, err
		}
		if _, err := fmt.Sscan(strings.Fields(string(result))[1], &keys[i]); err != nil {
			return nil, err
		}
	}
	return []row{{"memory a key", fmt.Sprintf("%.0f bytes at the peak, of %.1f million", (rss[1]-rss[0])/(keys[1]-keys[0]), keys[1]/1e6), "≤ 100"}}, nil
}

// rebuild is the CPU time of building a script that has changed.
func rebuild(o *options) ([]row, error) {
	source, err := os.ReadFile("bench/jobs/socket.py")
	if err != nil {
		return nil, err
	}
	script := o.work + "/changed.py"
	var all []time.Duration
	for i := range o.rounds + 1 {
		changed := fmt.Sprintf("%s# %d\n", source, time.Now().UnixNano())
		if err := os.WriteFile(script, []byte(changed), 0o644); err != nil {
			return nil, err
		}
		s, err := measure([]string{o.compiler(), "build", script, "-o", o.work + "/changed"})
		if err != nil {
			return nil, err
		}
		if i > 0 {
			all = append(all, s.cpu)
		}
	}
	return []row{{"rebuild", fmt.Sprintf("%.2f s of CPU", median(all).Seconds()), "≤ 1 s"}}, nil
}
