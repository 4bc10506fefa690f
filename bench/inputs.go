//go:build linux

package main

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
)

// seed makes the inputs the same on every machine.
const seed = 20

// An input is a generated text, or a folder with one for each batch, named by their numbers.
type input struct {
	name  string
	files int // 0: one text
	write func(out io.Writer, r *rand.Rand, scale float64, file int) error
}

func (in input) path(o *options, smaller float64) string {
	return filepath.Join(o.dir, fmt.Sprintf("%s-%g", in.name, o.scale/smaller))
}

// generate writes the input, unless it is there already.
func (in input) generate(o *options, smaller float64) (string, error) {
	path := in.path(o, smaller)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	fresh := filepath.Join(o.work, in.name)
	if in.files == 0 {
		if err := in.writeFile(fresh, o.scale/smaller, 0); err != nil {
			return "", err
		}
		return path, install(fresh, path)
	}
	if err := os.Mkdir(fresh, 0o755); err != nil {
		return "", err
	}
	for i := range in.files {
		if err := in.writeFile(filepath.Join(fresh, strconv.Itoa(i)), o.scale/smaller, i); err != nil {
			return "", err
		}
	}
	return path, install(fresh, path)
}

// install gives a finished input its name, unless another run was faster.
func install(fresh, path string) error {
	err := os.Rename(fresh, path)
	if _, there := os.Stat(path); there == nil {
		return nil
	}
	return err
}

func (in input) writeFile(path string, scale float64, i int) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(file, 1<<20)
	if err := in.write(out, rand.New(rand.NewPCG(seed, uint64(i))), scale, i); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return file.Close()
}

// size is how many bytes the input has.
func (in input) size(o *options, smaller float64) (sum int64) {
	filepath.WalkDir(in.path(o, smaller), func(_ string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			sum += info.Size()
		}
		return err
	})
	return sum
}

// text is an input of size MB of lines. lines makes, with the random numbers that it gets, the function that appends a line.
func text(name string, size float64, lines func(r *rand.Rand) func([]byte) []byte) input {
	return input{name: name, write: func(out io.Writer, r *rand.Rand, scale float64, _ int) error {
		line := lines(r)
		var buf []byte
		for left := int(size * scale * 1e6); left > 0; left -= len(buf) {
			buf = append(line(buf[:0]), '\n')
			if _, err := out.Write(buf); err != nil {
				return err
			}
		}
		return nil
	}}
}

// count is how many of something there are at a scale.
func count(n int, scale float64) int { return max(1, int(float64(n)*scale)) }
