//go:build !unix

package py

import "time"

// cpuTime is the time since this process began, where nothing tells its CPU time.
func cpuTime() time.Duration { return time.Since(processStart) }
