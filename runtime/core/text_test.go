package core

import (
	"bytes"
	"compress/gzip"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/runtime/py"
)

func TestDecodeJava(t *testing.T) {
	for _, c := range oracle[[][2]string](t, "decoded") {
		raw, err := hex.DecodeString(c[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := DecodeJava(raw); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}

// writeFile writes a file under dir.
func writeFile(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// texts are those of record.py.
var texts = map[string]string{
	"plain":   "a\nbb\n\nccc",
	"ended":   "a\nbb\n\nccc\n",
	"crlf":    "one\r\ntwo\rthree\n\rfour\r\n\r\n",
	"empty":   "",
	"newline": "\n",
	"marked":  "\xef\xbb\xbfbom\nnext\n",
	"broken":  "ok\n\xff\xfe \xed\xa0\x80 \xc3(\nx\xe2\x82\ny\xf0\x90\n\xf0\x9f\x98\x80\n",
	"long":    longText(),
	"cronly":  "a\rbb\rccc\rdddd\r",
}

func longText() string {
	var b strings.Builder
	for i := range 100 {
		fmt.Fprintf(&b, "line %d\r\n", i)
	}
	return b.String()
}

func TestTextFile(t *testing.T) {
	sc := testContext(t, "local[3]")
	dir := t.TempDir()
	for name, text := range texts {
		path := writeFile(t, dir, "texts/"+name, text)
		for _, n := range []int64{1, 2, 3, 7} {
			checkGlom(t, fmt.Sprintf("text %s %d", name, n), TextFile(sc, path, n))
		}
	}
	for name, text := range map[string]string{"b.txt": "b1\nb2\n", "a.txt": "a1\na2\na3\n", "_hidden": "no\n", ".hidden": "no\n", "c.log": "c1\n"} {
		writeFile(t, dir, "dir/"+name, text)
	}
	in := func(name string) string { return filepath.Join(dir, "dir", name) }
	checkGlom(t, "text glob", TextFile(sc, in("*.txt"), 2))
	checkGlom(t, "text braces", TextFile(sc, in("{a.txt,c.log}"), 2))
	checkGlom(t, "text list", TextFile(sc, "file://"+in("c.log")+","+in("a.txt"), 2))
	checkGlom(t, "text zipped", TextFile(sc, zipFile(t, filepath.Join(dir, "z.gz"), "z1\nz2\r\n"), 2))
	checkValue(t, "text missing", func() any { return Count(TextFile(sc, in("none"))) })
	if got, want := Collect(TextFile(sc, in(""), 2)).Raw(), oracle[[]string](t, "text dir"); !slices.Equal(got, want) {
		t.Errorf("directory: got %v, want %v", got, want)
	}
	var whole [][][2]string
	for _, p := range CollectPartitions(WholeTextFiles(sc, in("[abc]*"))) {
		var files [][2]string
		for _, f := range p {
			files = append(files, [2]string{strings.TrimPrefix(f.V0, "file:"+in("")+"/"), f.V1})
		}
		whole = append(whole, files)
	}
	if want := oracle[[][][2]string](t, "wholeTextFiles"); fmt.Sprint(whole) != fmt.Sprint(want) {
		t.Errorf("wholeTextFiles: got %v, want %v", whole, want)
	}
	checkGlom(t, "binaryRecords", BinaryRecords(sc, writeFile(t, dir, "binary", "aabbcc"), 2))
}

// Hadoop decompresses files by the ends of their names, in small letters or capitals.
func TestZippedFiles(t *testing.T) {
	sc := testContext(t, "local[2]")
	dir := t.TempDir()
	for name, code := range map[string]string{
		"a.bz2":     "425a68393141592653595129be73000001c080001000702000219a68334d1cb78bb9229c28482894df3980",
		"a.deflate": "789cabe0aae4020002fe0106",
	} {
		text, err := hex.DecodeString(code)
		if err != nil {
			t.Fatal(err)
		}
		r := TextFile(sc, writeFile(t, dir, name, string(text)), 5)
		if got := Collect(r).Raw(); len(got) < 2 || got[0] != "x" || got[1] != "y" || r.NumPartitions() != 1 {
			t.Errorf("%s: got %q in %d partitions", name, got, r.NumPartitions())
		}
	}
	capitals := zipFile(t, filepath.Join(dir, "A.GZ"), "x\n")
	if got := Collect(TextFile(sc, capitals)).Raw(); !slices.Equal(got, []string{"x"}) {
		t.Errorf("A.GZ: got %q", got)
	}
	if got := Collect(WholeTextFiles(sc, capitals)).At(0).V1; got != "x\n" {
		t.Errorf("wholeTextFiles: got %q", got)
	}
	e := py.Try(func() { Collect(TextFile(sc, writeFile(t, dir, "a.zst", "?"))) })
	if e == nil || !strings.Contains(e.PyStr(), "files .zst are not supported") {
		t.Errorf("a.zst: got %v", e)
	}
}

func zipFile(t *testing.T, path, text string) string {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return writeFile(t, filepath.Dir(path), filepath.Base(path), b.String())
}

func TestPackFiles(t *testing.T) {
	var files []inputFile
	for i := range int64(6) {
		files = append(files, inputFile{fmt.Sprintf("f%d", i), i*7%5 + 1})
	}
	for _, n := range []int64{1, 2, 3, 4, 6} {
		if got, want := packFiles(files, evenShare(files, n)), oracle[[][]string](t, fmt.Sprintf("packed %d", n)); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%d: got %v, want %v", n, got, want)
		}
	}
}

// TestSplits reads a text in every split into two and in pieces: no line is lost, none comes twice.
func TestSplits(t *testing.T) {
	dir := t.TempDir()
	for name, text := range texts {
		path := writeFile(t, dir, name, text)
		whole := slices.Collect(Lines{text: fileSplit{path, 0, int64(len(text))}}.All())
		for at := 1; at < len(text); at++ {
			var got []string
			for _, s := range []fileSplit{{path, 0, int64(at)}, {path, int64(at), int64(len(text))}} {
				got = slices.AppendSeq(got, Lines{text: s}.All())
			}
			if !slices.Equal(got, whole) {
				t.Fatalf("%s cut at %d: got %q, want %q", name, at, got, whole)
			}
		}
		block := TextPart(NewBlock([]byte(strings.TrimPrefix(text, "\xef\xbb\xbf"))))
		for size := 1; size < 40; size++ {
			for kind, part := range map[string]Lines{"file": {text: fileSplit{path, 0, int64(len(text))}}, "block": block} {
				var got, again []string
				var memory []byte
				for _, piece := range part.text.pieces(size) {
					got = slices.AppendSeq(got, linesOf(piece))
					piece.blocks(&memory, func(b Block) bool {
						for line := range b.Lines() {
							again = append(again, strings.Clone(line))
						}
						return true
					})
				}
				if !slices.Equal(got, whole) || !slices.Equal(again, whole) {
					t.Fatalf("%s of %s in pieces of %d: got %q and in the same memory %q, want %q", kind, name, size, got, again, whole)
				}
			}
		}
		if n := Len(block); n != int64(len(whole)) {
			t.Errorf("%s: NumLines is %d, want %d", name, n, len(whole))
		}
	}
}

func TestSaveAsTextFile(t *testing.T) {
	sc := testContext(t, "local[3]")
	target := filepath.Join(t.TempDir(), "deep", "saved")
	records := list[any](sc, 3, "x", "é", int64(1), 2.5, py.T2("a", py.None), py.NewList(true), strings.Repeat("y", 600), py.Bytes("raw"))
	SaveAsTextFile(records, target, py.Nothing[string]())
	got := map[string]string{}
	entries, err := os.ReadDir(target)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(target, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		latin := make([]rune, len(data))
		for i, c := range data {
			latin[i] = rune(c)
		}
		got[e.Name()] = string(latin)
	}
	want := oracle[map[string]string](t, "saved")
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s: got %q, want %q", name, got[name], want[name])
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %d files, want %d", len(got), len(want))
	}
	checkValue(t, "saved again", func() any {
		SaveAsTextFile(records, target, py.Nothing[string]())
		return nil
	})
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(target), "._temp*")); len(left) > 0 {
		t.Errorf("temporary files are left: %v", left)
	}
}
