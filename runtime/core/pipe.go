package core

import (
	"bufio"
	"io"
	"os/exec"
	"strings"

	"github.com/dstreamc/dstreamc/runtime/py"
)

// Pipe is rdd.pipe(command, env, checkCode): one process for each partition gets the records as lines on its standard input,
// and the lines of its output are the result. The command is split as a shell does, but no shell runs it; its
// environment is env alone.
func Pipe[T any](r *RDD[T], command string, env py.Opt[*py.Dict[string, string]], checkCode bool) *RDD[string] {
	return child(r, func(i int) Lines {
		return PartSeq(func(yield func(string) bool) {
			args := shellSplit(command)
			if len(args) == 0 {
				raise(py.IndexError, "list index out of range")
			}
			cmd := exec.Command(args[0], args[1:]...)
			cmd.Env = []string{}
			if env.Ok {
				for k, v := range env.V.Pairs() {
					cmd.Env = append(cmd.Env, k+"="+v)
				}
			}
			pipePart(cmd, r.Compute(i), command, checkCode, yield)
		})
	})
}

func pipePart[T any](cmd *exec.Cmd, p Part[T], command string, checkCode bool, yield func(string) bool) {
	in, err := cmd.StdinPipe()
	check(err)
	out, err := cmd.StdoutPipe()
	check(err)
	if err := cmd.Start(); err != nil {
		raise(py.FileNotFoundError, "[Errno 2] No such file or directory: '%s'", cmd.Args[0])
	}
	var failed any
	fed := make(chan struct{})
	go func() {
		defer close(fed)
		failed = recovered(func() { feed(in, p) })
		in.Close()
	}()
	defer func() {
		out.Close()
		<-fed
		cmd.Wait()
	}()
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		if line != "" && !yield(DecodeJava([]byte(strings.TrimRight(line, "\n")))) {
			return
		}
		if err != nil {
			break
		}
	}
	<-fed
	if failed != nil {
		panic(failed)
	}
	if err := cmd.Wait(); err != nil && checkCode {
		raise(PySparkRuntimeError, "[PIPE_FUNCTION_EXITED] Pipe function `%s` exited with error code %d.", command, cmd.ProcessState.ExitCode())
	}
}

// feed writes the records as lines. A process that does not read them all is no error.
func feed[T any](in io.Writer, p Part[T]) {
	w := bufio.NewWriter(in)
	for t := range p.All() {
		if _, err := w.WriteString(strings.TrimRight(py.Str(t), "\n") + "\n"); err != nil {
			return
		}
	}
	_ = w.Flush()
}

func check(err error) {
	if err != nil {
		raise(py.OSError, "%v", err)
	}
}

// shellSplit is shlex.split: words, with quotes and backslashes.
func shellSplit(s string) []string {
	var out []string
	var word []byte
	open := false
	var quote byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quote == '\'' && c != '\'', quote == '"' && c != '"' && c != '\\':
			word = append(word, c)
		case quote != 0 && c == quote:
			quote = 0
		case quote == 0 && (c == '\'' || c == '"'):
			quote, open = c, true
		case c == '\\' && i+1 < len(s):
			i++
			if quote == '"' && s[i] != '"' && s[i] != '\\' {
				word = append(word, '\\')
			}
			word, open = append(word, s[i]), true
		case c == ' ' || c == '\t' || c == '\n' || c == '\r':
			if open {
				out = append(out, string(word))
			}
			word, open = nil, false
		default:
			word, open = append(word, c), true
		}
	}
	if quote != 0 {
		raise(py.ValueError, "No closing quotation")
	}
	if open {
		out = append(out, string(word))
	}
	return out
}

// recovered runs f and returns what it panicked with, nil if it did not.
func recovered(f func()) (failed any) {
	defer func() { failed = py.Recovered(recover()) }()
	f()
	return nil
}
