package ds

import (
	"fmt"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// StreamInputInfo is what a source gave a batch.
type StreamInputInfo struct {
	id, records int64
	files       javaList // nil where the source is no directory
}

// BatchInfoInputInfos is what the sources gave a batch, by their numbers. Queues do not tell.
func BatchInfoInputInfos(b *BatchInfo) *py.Dict[int64, *StreamInputInfo] {
	out := py.NewDict[int64, *StreamInputInfo]()
	for _, in := range b.inputs {
		out.Set(in.id, in)
	}
	return out
}

// InputStreamId is the number of the source.
func (s *StreamInputInfo) InputStreamId() int64 { return s.id }

// NumRecords is how many records a receiver gave; the lines of files are not counted.
func (s *StreamInputInfo) NumRecords() int64 { return s.records }

// StreamInputInfoMetadata is, for a directory, the new files, and their names as one text.
func StreamInputInfoMetadata(s *StreamInputInfo) *py.Dict[string, any] {
	out := py.NewDict[string, any]()
	if s.files != nil {
		out.Set("files", s.files)
		out.Set("Description", strings.Join(s.files, "\n"))
	}
	return out
}

// MetadataDescription is the text among the metadata, None where there is none.
func (s *StreamInputInfo) MetadataDescription() py.Opt[string] {
	if s.files == nil {
		return py.Nothing[string]()
	}
	return py.Some(strings.Join(s.files, "\n"))
}

// PyStr is str(s), which is Java's.
func (s *StreamInputInfo) PyStr() string {
	if s.files == nil {
		return fmt.Sprintf("JavaStreamInputInfo(%d,%d,{},null)", s.id, s.records)
	}
	text := strings.Join(s.files, "\n")
	return fmt.Sprintf("JavaStreamInputInfo(%d,%d,{files=%s, Description=%s},%s)", s.id, s.records, s.files.PyStr(), text, text)
}

// PyRepr is repr(s), without the number that Java's object would have.
func (*StreamInputInfo) PyRepr() string { return "JavaObject" }

// PyTypeName is "JavaObject".
func (*StreamInputInfo) PyTypeName() string { return "JavaObject" }

// javaList is a list of Scala's, of which a script sees the text only.
type javaList []string

// PyStr is str(l).
func (l javaList) PyStr() string { return "List(" + strings.Join(l, ", ") + ")" }

// PyRepr is repr(l), without the number that Java's object would have.
func (javaList) PyRepr() string { return "JavaObject" }

// PyTypeName is "JavaObject".
func (javaList) PyTypeName() string { return "JavaObject" }
