package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dstreamc/dstreamc/lang/syntax"
)

func TestParseSubmit(t *testing.T) {
	tests := []struct{ args, want string }{
		{"wc.py", "[] wc.py []"},
		{"--master yarn wc.py --master x -h", "[--master yarn] wc.py [--master x -h] master yarn"},
		{"--conf a=b --supervise -v --name=n wc.py", "[--conf a=b --supervise -v --name n] wc.py []"},
		{"--dry-run --master=local[2] -- --dry-run -- x", "[--master local[2]] --dry-run [-- x] master local[2] dry"},
		{"--color never -", "[] - [] color never"},
		{"--master yarn --help wc.py", "help"},
		{"--master yarn", "submit needs a script"},
		{"--", "submit needs a script"},
		{"--conf", "--conf needs a value"},
	}
	for _, test := range tests {
		s, err := parseSubmit(strings.Fields(test.args))
		got := ""
		switch {
		case err != nil:
			got = err.Error()
		case s.help:
			got = "help"
		default:
			got = fmt.Sprintf("%v %s %v", s.options, s.script, s.args)
			if s.master != "" {
				got += " master " + s.master
			}
			if s.color != "" {
				got += " color " + s.color
			}
			if s.dryRun {
				got += " dry"
			}
		}
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.args, got, test.want)
		}
	}
}

func TestShellLine(t *testing.T) {
	got := shellLine([]string{"/opt/spark", "--master", "local[2]", "a=b", "", "it's", "x y", "spark://h:7077"})
	if want := `/opt/spark --master 'local[2]' a=b '' 'it'\''s' 'x y' spark://h:7077`; got != want {
		t.Errorf("got %s want %s", got, want)
	}
}

func TestSparkWarnings(t *testing.T) {
	const head, socket = "from pyspark import SparkContext\n", "ssc.socketTextStream('h', 1)\n"
	tests := []struct{ script, master, want string }{
		{head + "SparkContext()\n", "spark://h:7077", ""},
		{head + "SparkContext('local[2]', 'x')\n", "", ""},
		{head + "SparkContext('local[2]', 'x')\n", "local[2]", ""},
		{head + "SparkContext('local[2]', 'x')\n", "yarn", "2 DS912 --master yarn"},
		{head + "SparkContext(appName='x', master='local')\n", "yarn", "2 DS912"},
		{head + "SparkConf().setAppName('x').setMaster('local[4]')\n", "yarn", "2 DS912"},
		{head + "SparkConf().set('spark.master', 'local[4]')\n", "yarn", "2 DS912"},
		{head + "SparkConf().set('spark.app.name', 'local[4]')\n", "yarn", ""},
		{head + "ssc = StreamingContext(1)\n", "yarn", "2 DS911 fails here"},
		{head + "ssc = StreamingContext(sc, 1)\n", "yarn", ""},
		{head + socket, "local[1]", "2 DS913 master local[1]"},
		{head + socket + socket, "local[2]", "2 DS913"},
		{head + socket, "local[2]", ""},
		{head + socket, "local[*]", ""},
		{head + socket, "", ""},
		{head + "SparkContext('local', 'x')\n" + socket, "", "3 DS913"},
	}
	for _, test := range tests {
		src := syntax.NewSource("x.py", test.script)
		var got []string
		for _, d := range sparkWarnings(src, test.master).Items {
			got = append(got, fmt.Sprintf("%d %s %s", 1+strings.Count(test.script[:d.Span.Start], "\n"), d.Code, d.Msg))
		}
		text := strings.Join(got, "; ")
		for _, part := range strings.Fields(test.want) {
			if !strings.Contains(text, part) || len(got) != 1 {
				t.Errorf("%q with %q: got %s, want %s", test.script, test.master, text, test.want)
				break
			}
		}
		if test.want == "" && text != "" {
			t.Errorf("%q with %q: got %s", test.script, test.master, text)
		}
	}
}

func TestExtensionIsSubmitted(t *testing.T) {
	for script, want := range map[string]bool{
		"import dstreamc\n":                          true,
		"import sys, dstreamc as d\n":                true,
		"from dstreamc import State as S\n":          true,
		"from pyspark.streaming import DStream\n":    false,
		"def f():\n    from dstreamc import State\n": true,
	} {
		if got := importsExtension(syntax.NewSource("x.py", script)); got != want {
			t.Errorf("%q: %v", script, got)
		}
	}
	for options, want := range map[string]string{
		"--master x":               "--master x --py-files m.py",
		"--py-files a.py --name n": "--py-files a.py,m.py --name n",
	} {
		s := &submission{options: strings.Fields(options)}
		s.addPyFile("m.py")
		if got := strings.Join(s.options, " "); got != want {
			t.Errorf("%s: got %s, want %s", options, got, want)
		}
	}
}
