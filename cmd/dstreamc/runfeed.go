package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/dstreamc/dstreamc/internal/feed"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

// builtinText is the value of --feed that stands for the built-in text.
const builtinText = "sample"

// runFlags is what run's flags say about the feed.
type runFlags struct {
	wanted bool
	file   string
	rate   float64
	port   int
}

// feeding turns them into a feed for a script, on the port that it reads from.
func (f *runFlags) feeding(script, text string, args []string) (*feedFlags, error) {
	out := &feedFlags{host: "127.0.0.1", port: f.port, rate: f.rate}
	if f.file != builtinText {
		out.files = []string{f.file}
		if _, err := os.Stat(f.file); err != nil {
			return nil, unusablef("cannot read %s: no such file (a feed's file is given as --feed=FILE)", f.file)
		}
	}
	if f.port == 0 {
		file, _ := syntax.Parse(syntax.NewSource(script, text))
		ports, sockets := socketPorts(file, args)
		switch {
		case sockets == 0:
			return nil, unusablef("--feed has nothing to feed: %s has no socketTextStream", script)
		case len(ports) == 0:
			return nil, unusablef("--feed cannot tell which port %s reads from: give it to the script, as in \"dstreamc run --feed %[1]s localhost 9999\", or as --feed-port", script)
		case len(ports) > 1:
			return nil, unusablef("--feed can serve one port, and %s reads from %s: choose one with --feed-port", script, strings.Join(ports, " and "))
		}
		out.port, _ = strconv.Atoi(ports[0]) // socketPorts returns numbers
	}
	return out, out.setInterval()
}

// socketPorts finds the ports that a script reads from: those written in it and, if there
// are others, those among its arguments. It also counts the sources.
func socketPorts(file *syntax.File, args []string) (ports []string, sockets int) {
	fromArgs := 0
	syntax.Walk(file, func(n syntax.Node) bool {
		call, ok := n.(*syntax.Call)
		if !ok {
			return true
		}
		if attr, ok := call.Fn.(*syntax.Attr); !ok || attr.Name != "socketTextStream" {
			return true
		}
		sockets++
		if lit, ok := argument(call, 1, "port").(*syntax.IntLit); ok && isPort(lit.Text) {
			ports = append(ports, lit.Text)
		} else {
			fromArgs++
		}
		return true
	})
	for _, a := range args {
		if fromArgs > 0 && isPort(a) {
			ports = append(ports, a)
			fromArgs--
		}
	}
	slices.Sort(ports)
	return slices.Compact(ports), sockets
}

func isPort(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && n > 0 && n <= 65535
}

// runFed runs a program with a feed beside it. The program has a process group of its own
// where there are such, so that it gets each signal once, from here: the first one lets it
// drain while the feed stays, and ends the feed after it.
func (t *tool) runFed(path string, argv []string, f *feedFlags) error {
	l, err := f.listen()
	if err != nil {
		return err
	}
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(signals)

	cmd := exec.Command(path)
	cmd.Args = argv
	cmd.Stdout, cmd.Stderr = t.stdout, t.stderr
	ownGroup(cmd)
	if err := cmd.Start(); err != nil {
		l.Close()
		return err
	}
	fmt.Fprintf(t.stderr, "feed: listening on %s\n", l.Addr())
	ctx, stop := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- feed.NewServer(l, f.config(t)).Serve(ctx) }()
	exited := make(chan error, 1)
	go func() { exited <- cmd.Wait() }()
	for {
		select {
		case s := <-signals:
			if s == syscall.SIGHUP { // the terminal is gone, and the program would not be told
				s = syscall.SIGTERM
			}
			cmd.Process.Signal(s)
		case err := <-exited:
			stop()
			<-served
			return exitCode(err)
		}
	}
}
