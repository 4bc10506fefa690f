// Package profile writes profiles of a compiled script. It is linked into programs that "dstreamc build --profile" and "dstreamc
// run --cpuprofile" make, and into no others, for what it imports is half as big as they are. It imports package ds and the
// standard library.
//
// Where DSTREAMC_CPUPROFILE in the environment names a file, the program writes a CPU profile to it, which "go tool pprof" reads;
// its lines are those of the script.
package profile

import (
	"fmt"
	"os"
	"runtime/pprof"

	ds "github.com/dstreamc/dstreamc/runtime"
)

func init() {
	path := os.Getenv("DSTREAMC_CPUPROFILE")
	if path == "" {
		return
	}
	stop, err := start(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, "no profile:", err)
		os.Exit(2)
	}
	ds.AtExit(func() {
		if err := stop(); err != nil {
			fmt.Fprintln(os.Stderr, "no profile:", err)
		}
	})
}

// start begins a CPU profile, which stop ends.
func start(path string) (stop func() error, err error) {
	file, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		file.Close()
		return nil, err
	}
	return func() error {
		pprof.StopCPUProfile()
		return file.Close()
	}, nil
}
