package main

import (
	"os"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// goStyle lets long flags be written with one dash, as go's own tools do: -pkg jobs. Words
// behind "--" and, under "run", behind the script's name are not dstreamc's.
func goStyle(root *cobra.Command, args []string) []string {
	cmd := root
	out := slices.Clone(args)
	for i := 0; i < len(out); i++ {
		arg := out[i]
		if arg == "--" {
			break
		}
		if cmd.DisableFlagParsing {
			break
		}
		if !strings.HasPrefix(arg, "-") || arg == "-" {
			if sub := subcommand(cmd, arg); sub != nil {
				cmd = sub
			} else if cmd.Name() == "run" {
				break
			}
			continue
		}
		name, _, hasValue := strings.Cut(strings.TrimLeft(arg, "-"), "=")
		flag := lookupFlag(cmd, name)
		if flag == nil {
			continue
		}
		if len(name) > 1 && !strings.HasPrefix(arg, "--") {
			out[i] = "-" + arg
		}
		if !hasValue && flag.NoOptDefVal == "" {
			i++ // the next word is its value
		}
	}
	return out
}

func subcommand(cmd *cobra.Command, name string) *cobra.Command {
	for _, c := range cmd.Commands() {
		if c.Name() == name {
			return c
		}
	}
	return nil
}

// lookupFlag finds a flag of a command by its long or short name.
func lookupFlag(cmd *cobra.Command, name string) *pflag.Flag {
	for _, set := range []*pflag.FlagSet{cmd.Flags(), cmd.PersistentFlags(), cmd.InheritedFlags()} {
		if f := set.Lookup(name); f != nil {
			return f
		}
		if len(name) == 1 {
			if f := set.ShorthandLookup(name); f != nil {
				return f
			}
		}
	}
	return nil
}

// flagNames lists the long flags of a command.
func flagNames(cmd *cobra.Command) (names []string) {
	add := func(f *pflag.Flag) { names = append(names, f.Name) }
	cmd.Flags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	return names
}

// oneOf checks the value of a flag with a fixed set of values.
func oneOf(flag, value string, allowed []string) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return usagef("--%s=%s: want one of %s", flag, value, strings.Join(allowed, ", "))
}

// completeScripts makes shells offer Python files.
func completeScripts(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"py"}, cobra.ShellCompDirectiveFilterFileExt
}

func (t *tool) checkColor() error {
	return oneOf("color", t.color, []string{"auto", "always", "never"})
}

// colored reports whether text written to w is to have colours.
func (t *tool) colored(w any) bool {
	switch t.color {
	case "always":
		return true
	case "never":
		return false
	}
	return os.Getenv("NO_COLOR") == "" && isTerminal(w) && knowsEscapes()
}

// isTerminal reports whether w is a terminal. The null device is a character device too,
// but not one that anybody looks at.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

// knowsEscapes reports whether terminals here understand escape sequences. Windows'
// consoles do if they say so, or run something that came from Unix.
func knowsEscapes() bool {
	if runtime.GOOS == "windows" {
		return os.Getenv("WT_SESSION") != "" || os.Getenv("TERM") != ""
	}
	return os.Getenv("TERM") != "dumb"
}
