package core

import (
	"iter"
	"slices"
)

// Part is the input of a stage: one partition of an RDD, or a piece of one. It can be iterated more than once
// unless it was made from a sequence that cannot.
type Part[T any] struct {
	items []T
	seq   iter.Seq[T]
	text  textSource // only where T is string
	// counted are records that are read where they lie, and counted without reading them.
	counted interface {
		len() int
		all() iter.Seq[T]
	}
}

// Lines is a part of a text: its records are the lines, without their ends.
type Lines = Part[string]

// textSource is text that can be read block by block, any number of times, and cut into consecutive pieces.
type textSource interface {
	// blocks gives the blocks. With memory they are good for the time of the call only: what follows is read into the same.
	blocks(memory *[]byte, yield func(Block) bool)
	// pieces cuts the source into consecutive parts of about size bytes; it may return itself alone.
	pieces(size int) []textSource
}

// PartOf is a part of records in memory. The slice is not copied.
func PartOf[T any](items []T) Part[T] { return Part[T]{items: items} }

// PartSeq is a part whose records are produced on demand.
func PartSeq[T any](seq iter.Seq[T]) Part[T] { return Part[T]{seq: seq} }

// TextPart is a part of text in memory.
func TextPart(blocks ...Block) Lines { return Lines{text: blockList(blocks)} }

// All iterates over the records. The lines of a text part are views of its blocks: they cost no allocation, stay
// valid, and keep their block in memory while they are held.
func (p Part[T]) All() iter.Seq[T] {
	switch {
	case p.text != nil:
		return any(linesOf(p.text)).(iter.Seq[T])
	case p.seq != nil:
		return p.seq
	case p.counted != nil:
		return p.counted.all()
	}
	return slices.Values(p.items)
}

// Len is the number of records of a part. It is a function, as what follows is, because Go compiles all methods of a generic type for each
// program that has it.
func Len[T any](p Part[T]) (n int64) {
	switch {
	case p.text != nil:
		p.text.blocks(nil, func(b Block) bool {
			n += b.NumLines()
			return true
		})
	case p.seq != nil:
		for range p.seq {
			n++
		}
	case p.counted != nil:
		n = int64(p.counted.len())
	default:
		n = int64(len(p.items))
	}
	return n
}

// inMemory is a text that does not have to be read any more.
func inMemory(text textSource) textSource {
	if _, ok := text.(blockList); ok {
		return text
	}
	blocks := blockList{}
	text.blocks(nil, func(b Block) bool {
		blocks = append(blocks, b)
		return true
	})
	return blocks
}

// slice is the records as a slice, which must not be changed.
func slice[T any](p Part[T]) []T {
	var out []T
	switch {
	case p.counted != nil:
		out = make([]T, 0, p.counted.len())
	case p.text == nil && p.seq == nil:
		return p.items
	}
	for t := range p.All() {
		out = append(out, t)
	}
	return out
}

// kept is the part with its records in memory, for caching.
func kept[T any](p Part[T]) Part[T] {
	if p.counted != nil {
		return p
	}
	if p.text != nil {
		return Part[T]{text: inMemory(p.text)}
	}
	return PartOf(slice(p))
}

// blockList is text in memory.
type blockList []Block

func (l blockList) blocks(_ *[]byte, yield func(Block) bool) {
	for _, b := range l {
		if !yield(b) {
			return
		}
	}
}

func (l blockList) pieces(size int) []textSource {
	var out []textSource
	start, sum := 0, 0
	for i, b := range l {
		if len(b.text) >= 2*size {
			if i > start {
				out = append(out, l[start:i])
			}
			for _, piece := range b.cut(size) {
				out = append(out, blockList{piece})
			}
			start, sum = i+1, 0
			continue
		}
		if sum += len(b.text); sum >= size {
			out = append(out, l[start:i+1])
			start, sum = i+1, 0
		}
	}
	if start < len(l) || len(out) == 0 {
		out = append(out, l[start:])
	}
	return out
}
