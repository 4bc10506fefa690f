package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"slices"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"github.com/dstreamc/dstreamc/internal/feed"
)

// sampleRate is how many lines a second the built-in text has, slow enough to be read.
const sampleRate = 5

const feedHelp = `feed listens on a port and sends lines to every program that connects, as "nc -lk" does:
a script with socketTextStream("localhost", 9999) reads from "dstreamc feed 9999".

Without files it sends a built-in text over and over, five lines a second; in a terminal
what you type is sent too, and from the first such line on only that. With files it sends
their lines as fast as they are read, or at --rate, and then waits: a program that comes
later gets them again from the start. "-" is standard input.

Nothing is sent while nobody is connected. Port 0 takes a free port. Ctrl-C ends it.`

func (t *tool) feedCommand() *cobra.Command {
	var f feedFlags
	cmd := &cobra.Command{
		Use:   "feed [flags] [PORT [FILE...]]",
		Short: "serve lines of text for a script to read",
		Long:  feedHelp,
		Example: `  dstreamc feed 9999
  dstreamc feed 9999 access.log --rate 100 --loop
  tail -f access.log | dstreamc feed 9999 -`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.complete(cmd, args); err != nil {
				return err
			}
			return t.feed(&f)
		},
	}
	cmd.Flags().StringVar(&f.host, "host", "127.0.0.1", "address to listen on")
	cmd.Flags().Float64Var(&f.rate, "rate", 0, "lines a second (default 5 for the built-in text, no limit for files)")
	cmd.Flags().DurationVar(&f.interval, "interval", 0, "time from one line to the next, such as 500ms, instead of --rate")
	cmd.Flags().BoolVar(&f.loop, "loop", false, "start over at the end of the files")
	cmd.Flags().BoolVar(&f.once, "once", false, "hang up and end when all is sent")
	return cmd
}

// feedFlags is what to send and how.
type feedFlags struct {
	host     string
	port     int
	files    []string // none: the built-in text
	rate     float64
	interval time.Duration
	loop     bool
	once     bool
}

// complete takes the arguments and checks that all fits together.
func (f *feedFlags) complete(cmd *cobra.Command, args []string) error {
	f.port = 9999
	if len(args) > 0 {
		port, err := strconv.Atoi(args[0])
		if err != nil || port < 0 || port > 65535 {
			return usagef("%q is no port: want a number up to 65535, then files", args[0])
		}
		f.port, f.files = port, args[1:]
	}
	for _, name := range f.files {
		if _, err := os.Stat(name); name != "-" && err != nil {
			return unusablef("cannot read %s: %v", name, errors.Unwrap(err))
		}
	}
	if slices.Contains(f.files, "-") && (len(f.files) > 1 || f.loop) {
		return usagef("standard input (-) goes neither with other files nor with --loop")
	}
	switch rate, interval := cmd.Flags().Changed("rate"), cmd.Flags().Changed("interval"); {
	case rate && interval:
		return usagef("--rate and --interval say the same in two ways: use one of them")
	case !rate && !interval && len(f.files) == 0:
		f.rate = sampleRate
	}
	return f.setInterval()
}

// setInterval turns the rate into the time between lines.
func (f *feedFlags) setInterval() error {
	if f.rate < 0 || f.interval < 0 {
		return usagef("--rate and --interval cannot be negative")
	}
	if f.rate > 0 {
		f.interval = time.Duration(float64(time.Second) / f.rate)
	}
	return nil
}

// config is the server that the flags ask for.
func (f *feedFlags) config(t *tool) feed.Config {
	cfg := feed.Config{Interval: f.interval, Once: f.once, Log: func(format string, args ...any) {
		fmt.Fprintf(t.stderr, "feed: "+format+"\n", args...)
	}}
	switch {
	case len(f.files) == 0:
		cfg.Lines = feed.NewSample()
		if isTerminal(t.stdin) {
			cfg.Typed = feed.NewReader(t.stdin)
		}
	case f.files[0] == "-":
		cfg.Lines = feed.NewReader(t.stdin)
	default:
		cfg.Lines = feed.NewFiles(f.files, f.loop)
	}
	return cfg
}

// listen opens the port.
func (f *feedFlags) listen() (net.Listener, error) {
	l, err := net.Listen("tcp", net.JoinHostPort(f.host, strconv.Itoa(f.port)))
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("port %d is taken: something listens on it already, perhaps another feed", f.port)
	}
	return l, err
}

// feed serves until a signal comes, which is its normal end.
func (t *tool) feed(f *feedFlags) error {
	l, err := f.listen()
	if err != nil {
		return err
	}
	readInBackground()
	ctx, stop := untilSignal()
	defer stop()
	fmt.Fprintf(t.stderr, "feed: listening on %s\n", l.Addr())
	return feed.NewServer(l, f.config(t)).Serve(ctx)
}
