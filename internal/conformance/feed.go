package conformance

import (
	"context"
	"encoding/hex"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Group is what is sent within one batch: lines of text, or one of the commands "!close" (close
// the connection and wait for it to be made again) and "!skip" (let a batch pass with nothing).
// A first line "!hex" makes the rest hexadecimal; "!name FILE" names the file to be made.
type Group []string

// ReadGroups reads a .feed file, in which a line "--" ends a group.
func ReadGroups(path string) ([]Group, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	groups := []Group{nil}
	for _, line := range strings.Split(string(text), "\n") {
		if line == "--" {
			groups = append(groups, nil)
			continue
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], line)
	}
	last := &groups[len(groups)-1]
	for len(*last) > 0 && (*last)[len(*last)-1] == "" {
		*last = (*last)[:len(*last)-1]
	}
	return slices.DeleteFunc(groups, func(g Group) bool { return len(g) == 0 }), nil
}

// payload returns the bytes a group stands for.
func (g Group) payload() ([]byte, error) {
	if g[0] == "!hex" {
		return hex.DecodeString(strings.ReplaceAll(strings.Join(g[1:], ""), " ", ""))
	}
	return []byte(strings.Join(g, "\n") + "\n"), nil
}

func (g Group) is(command string) bool { return len(g) == 1 && g[0] == command }

// pacer hands out the moments at which groups are sent. Batches start at multiples of the
// interval by the wall clock, so each group gets a moment well inside a batch of its own.
type pacer struct {
	every time.Duration
	after time.Duration // of the batch's start
	slot  int64
}

// next waits for the moment in the next batch not yet used.
func (p *pacer) next(ctx context.Context) error {
	now := time.Now()
	p.slot = max(now.UnixNano()/int64(p.every)+1, p.slot+1)
	select {
	case <-time.After(time.Unix(0, p.slot*int64(p.every)).Add(p.after).Sub(now)):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// ServeSocket accepts a connection and sends the groups over it, one in each batch, then holds
// the connection until ctx ends. It closes the listener.
func ServeSocket(ctx context.Context, listener net.Listener, every time.Duration, groups []Group) error {
	defer listener.Close()
	defer context.AfterFunc(ctx, func() { listener.Close() })()
	peer, err := listener.Accept()
	if err != nil {
		return err
	}
	defer func() { peer.Close() }()
	pace := pacer{every: every, after: every / 4}
	for _, g := range groups {
		if err := pace.next(ctx); err != nil {
			return err
		}
		if g.is("!skip") {
			continue
		}
		if g.is("!close") {
			peer.Close()
			next, err := listener.Accept()
			if err != nil {
				return err
			}
			peer = next
			continue
		}
		data, err := g.payload()
		if err != nil {
			return err
		}
		if _, err := peer.Write(data); err != nil {
			return err
		}
	}
	<-ctx.Done()
	return nil
}

// DropFiles waits until ready says that the program has started, then moves the groups into dir as
// files, one in each batch. Each is written beside dir first, so that it appears there complete.
func DropFiles(ctx context.Context, dir string, ready func() bool, every time.Duration, groups []Group) error {
	staging := strings.TrimRight(dir, "/") + ".staging"
	for _, d := range []string{dir, staging} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			return err
		}
	}
	for !ready() {
		select {
		case <-time.After(20 * time.Millisecond):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	pace := pacer{every: every, after: every / 4}
	for i, g := range groups {
		if err := pace.next(ctx); err != nil {
			return err
		}
		if g.is("!skip") {
			continue
		}
		name := fmt.Sprintf("part%02d.txt", i)
		if given, ok := strings.CutPrefix(g[0], "!name "); ok {
			name, g = given, g[1:]
		}
		data, err := g.payload()
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(staging, name), data, 0o644); err != nil {
			return err
		}
		if err := os.Rename(filepath.Join(staging, name), filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}
