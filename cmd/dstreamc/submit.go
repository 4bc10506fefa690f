package main

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/dstreamc/dstreamc"
	"github.com/dstreamc/dstreamc/lang/diag"
	"github.com/dstreamc/dstreamc/lang/syntax"
)

func (t *tool) submitCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "submit [--dry-run] [SPARK-SUBMIT OPTIONS] [--] SCRIPT [ARGS...]",
		Short: "check a script and run it on a Spark cluster",
		Long: `submit checks a script and hands it to spark-submit of your own Spark, which is the one that
SPARK_HOME names or else the one on PATH. There it runs as PySpark runs it: nothing of it is
compiled, and the machine needs the Python and the Java that Spark needs. What Spark would
do otherwise than dstreamc is said before.

Options before the script are spark-submit's, as it explains them ("spark-submit --help");
an option takes the next word as its value, but for --supervise, --verbose and -v. What
follows the script is the script's. "--" ends the options. For a script that imports dstreamc,
the module of that name is among its --py-files.

--dry-run checks the script and prints the command, and runs nothing.`,
		Example: `  dstreamc submit --master spark://host:7077 wordcount.py localhost 9999
  dstreamc submit --dry-run --master yarn --conf spark.executor.memory=2g wordcount.py`,
		DisableFlagParsing: true, // most are spark-submit's
		ValidArgsFunction:  completeScripts,
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := parseSubmit(args)
			if err != nil {
				return err
			}
			if s.help {
				return cmd.Help()
			}
			t.bigInt = s.bigInt
			if s.color != "" {
				t.color = s.color
				if err := t.checkColor(); err != nil {
					return err
				}
			}
			return t.submit(s)
		},
	}
}

// submission is a command line of "submit".
type submission struct {
	help, dryRun bool
	bigInt       bool
	color        string
	options      []string // of spark-submit, with their values
	master       string
	script       string
	args         []string
}

// sparkSwitches are the options of spark-submit that take no value.
var sparkSwitches = []string{"--supervise", "--verbose", "-v"}

// parseSubmit tells our options, spark-submit's and the script's apart.
func parseSubmit(args []string) (*submission, error) {
	s := &submission{}
	for len(args) > 0 {
		arg := args[0]
		if arg == "--" || arg == "-" || !strings.HasPrefix(arg, "-") {
			break
		}
		args = args[1:]
		name, value, given := strings.Cut(arg, "=")
		switch {
		case arg == "-h" || arg == "--help":
			return &submission{help: true}, nil
		case arg == "--dry-run":
			s.dryRun = true
			continue
		case arg == "--bigint":
			s.bigInt = true
			continue
		case slices.Contains(sparkSwitches, arg):
			s.options = append(s.options, arg)
			continue
		case !given && len(args) == 0:
			return nil, usagef("%s needs a value", arg)
		case !given:
			value, args = args[0], args[1:]
		}
		if name == "--color" {
			s.color = value
			continue
		}
		if name == "--master" {
			s.master = value
		}
		s.options = append(s.options, name, value)
	}
	if len(args) > 0 && args[0] == "--" {
		args = args[1:]
	}
	if len(args) == 0 {
		return nil, usagef("submit needs a script")
	}
	s.script, s.args = args[0], args[1:]
	return s, nil
}

// submit checks a script and gives it to spark-submit.
func (t *tool) submit(s *submission) error {
	text, err := t.readScript(s.script)
	if err != nil {
		return err
	}
	if _, err := t.compile(s.script, text); err != nil {
		return err
	}
	src := syntax.NewSource(displayName(s.script), text)
	if err := t.writeDiagnostics(t.stderr, "text", []*diag.List{sparkWarnings(src, s.master)}); err != nil {
		return err
	}
	path, err := sparkSubmit()
	if err != nil {
		return err
	}
	files := &submittedFiles{}
	defer files.remove()
	script := s.script
	if filepath.Ext(script) != ".py" { // by which spark-submit knows Python
		if script, err = files.write(strings.TrimSuffix(hostTarget().binaryName(s.script), ".exe")+".py", text); err != nil {
			return err
		}
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(s.script), extension)); err != nil && importsExtension(src) {
		module, err := files.write(extension, dstreamc.PythonModule)
		if err != nil {
			return err
		}
		s.addPyFile(module)
	}
	argv := slices.Concat([]string{path}, s.options, []string{script}, s.args)
	if s.dryRun {
		_, err := fmt.Fprintln(t.stdout, shellLine(argv))
		return err
	}
	if files.dir == "" {
		return t.exec(path, argv)
	}
	return t.runChild(path, argv)
}

// extension is the file of the module dstreamc for Spark itself.
const extension = "dstreamc.py"

// importsExtension reports whether a script, which has been checked, imports that module.
func importsExtension(src *syntax.Source) bool {
	file, _ := syntax.Parse(src)
	found := false
	syntax.Walk(file, func(n syntax.Node) bool {
		switch n := n.(type) {
		case *syntax.Import:
			for _, a := range n.Names {
				found = found || a.Name == "dstreamc"
			}
		case *syntax.ImportFrom:
			found = found || n.Module == "dstreamc"
		}
		return true
	})
	return found
}

// addPyFile adds a file to those that spark-submit gives to Python.
func (s *submission) addPyFile(path string) {
	for i, option := range s.options {
		if option == "--py-files" && i+1 < len(s.options) {
			s.options[i+1] += "," + path
			return
		}
	}
	s.options = append(s.options, "--py-files", path)
}

// submittedFiles are files that are there as long as a script runs.
type submittedFiles struct{ dir string }

func (f *submittedFiles) write(name, text string) (path string, err error) {
	if f.dir == "" {
		if f.dir, err = os.MkdirTemp("", "dstreamc-submit-"); err != nil {
			return "", err
		}
	}
	path = filepath.Join(f.dir, name)
	return path, os.WriteFile(path, []byte(text), 0o666)
}

func (f *submittedFiles) remove() {
	if f.dir != "" {
		os.RemoveAll(f.dir)
	}
}

// runChild runs a program that we have to tidy up after. Signals from the terminal reach it as they reach us; it ends by them.
func (t *tool) runChild(path string, argv []string) error {
	signals := make(chan os.Signal, 4)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	cmd := exec.Command(path)
	cmd.Args = argv
	cmd.Stdin, cmd.Stdout, cmd.Stderr = t.stdin, t.stdout, t.stderr
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("cannot run %s: %w", path, err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	for {
		select {
		case s := <-signals:
			if s == syscall.SIGTERM {
				cmd.Process.Signal(s) // nobody else tells it; it may have ended already
			}
		case err := <-ended:
			return exitCode(err)
		}
	}
}

// sparkSubmit finds the user's spark-submit.
func sparkSubmit() (string, error) {
	name := "spark-submit"
	if runtime.GOOS == "windows" {
		name += ".cmd"
	}
	if home := os.Getenv("SPARK_HOME"); home != "" {
		path := filepath.Join(home, "bin", name)
		if info, err := os.Stat(path); err != nil || info.IsDir() {
			return "", unusablef("SPARK_HOME=%s is no Spark: it has no %s", home, filepath.Join("bin", name))
		}
		return path, nil
	}
	path, err := exec.LookPath("spark-submit")
	if err != nil {
		return "", unusablef("submit needs a Spark of yours, and found none: set SPARK_HOME to its folder, or put its bin folder on PATH " +
			"(\"pip install pyspark\" has one). \"dstreamc run\" needs no Spark")
	}
	return path, nil
}

// shellLine is a command as one would type it.
func shellLine(argv []string) string {
	words := make([]string, len(argv))
	for i, word := range argv {
		plain := func(r rune) bool {
			return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || strings.ContainsRune("%+,-./:=@_", r)
		}
		words[i] = word
		if word == "" || strings.IndexFunc(word, func(r rune) bool { return !plain(r) }) >= 0 {
			words[i] = "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
		}
	}
	return strings.Join(words, " ")
}
