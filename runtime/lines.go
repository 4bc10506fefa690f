package ds

import (
	"bytes"

	"github.com/dstreamc/dstreamc/runtime/core"
)

// lineBuffer collects received bytes into blocks of whole lines. Lines end with \n, \r\n or \r; a \r ends its line at
// once, and a \n that follows it is dropped, as Java's BufferedReader does.
type lineBuffer struct {
	buf      []byte // from the start of the block
	complete int    // how much of buf is whole lines
	searched int    // how much of buf has been searched for line ends
	afterCR  bool   // the last byte taken away was a \r, so a \n that comes next belongs to it
	maxLine  int
	skipping bool  // in the rest of a line that is too long
	dropped  int64 // bytes of that line
}

// blockSize is the size at which a block is cut off before its time is up; bigBlock is one that shows that much is coming.
const (
	blockSize = 1 << 20
	bigBlock  = blockSize / 4
)

// write takes in p. It returns the length of a line that was too long and has now been dropped as a whole, 0 if there is none.
func (l *lineBuffer) write(p []byte) (tooLong int64) {
	if l.afterCR && len(p) > 0 {
		l.afterCR = false
		if p[0] == '\n' {
			p = p[1:]
		}
	}
	l.buf = append(l.buf, p...)
	if l.skipping {
		tooLong = l.skip()
	}
	fresh := l.buf[l.searched:]
	if i := bytes.LastIndexByte(fresh, '\n'); i >= 0 {
		l.complete = l.searched + i + 1
	}
	// Nearly always there is none, and searching forward is much faster.
	if bytes.IndexByte(fresh, '\r') >= 0 {
		l.complete = max(l.complete, l.searched+bytes.LastIndexByte(fresh, '\r')+1)
	}
	l.searched = len(l.buf)
	if len(l.buf)-l.complete > l.maxLine {
		l.skipping = true
		l.dropped = int64(len(l.buf) - l.complete)
		l.buf = l.buf[:l.complete]
		l.searched = l.complete
	}
	return tooLong
}

// skip drops the rest of a line that is too long, up to and with its end.
func (l *lineBuffer) skip() (tooLong int64) {
	rest := l.buf[l.complete:]
	end := bytes.IndexAny(rest, "\n\r")
	if end < 0 {
		l.dropped += int64(len(rest))
		l.buf = l.buf[:l.complete]
		return 0
	}
	l.skipping = false
	tooLong = l.dropped + int64(end)
	next := end + 1
	if rest[end] == '\r' {
		if next == len(rest) {
			l.afterCR = true
		} else if rest[next] == '\n' {
			next++
		}
	}
	l.buf = append(l.buf[:l.complete], rest[next:]...)
	return tooLong
}

// cut takes away the whole lines as a block; ok is false if there are none. What is left begins the next block.
func (l *lineBuffer) cut() (b core.Block, ok bool) {
	if l.complete == 0 {
		return b, false
	}
	whole, rest := l.buf[:l.complete:l.complete], l.buf[l.complete:]
	l.afterCR = len(rest) == 0 && whole[len(whole)-1] == '\r'
	switch {
	case len(whole) < cap(l.buf)/2:
		whole = bytes.Clone(whole) // keep the big buffer, and the block small
		l.buf = append(l.buf[:0], rest...)
	case len(whole) >= bigBlock:
		l.buf = append(make([]byte, 0, blockSize+blockSize/8+len(rest)), rest...)
	default:
		l.buf = bytes.Clone(rest)
	}
	l.complete, l.searched = 0, len(l.buf)
	return core.NewBlock(whole), true
}

// end makes a whole line of what is left: the peer has closed the connection.
func (l *lineBuffer) end() {
	if !l.skipping {
		l.complete = len(l.buf)
	}
	l.afterCR = false
}

// reset drops a partial line: the connection is lost.
func (l *lineBuffer) reset() {
	l.buf = l.buf[:l.complete]
	l.searched = l.complete
	l.skipping, l.afterCR = false, false
}
