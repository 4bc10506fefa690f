package py

import (
	"os"
	"runtime"
	"strconv"
	"strings"
)

// PlatformSystem is platform.system(): Linux, Darwin, Windows.
func PlatformSystem() string {
	return strings.ToUpper(runtime.GOOS[:1]) + runtime.GOOS[1:]
}

// PlatformNode is platform.node(), the machine's name.
func PlatformNode() string {
	name, _ := os.Hostname()
	return name
}

// PlatformRelease is platform.release(), the kernel's.
func PlatformRelease() string {
	text, _ := os.ReadFile("/proc/sys/kernel/osrelease")
	return strings.TrimSpace(string(text))
}

// PlatformMachine is platform.machine().
func PlatformMachine() string {
	switch {
	case runtime.GOARCH == "amd64":
		return "x86_64"
	case runtime.GOARCH == "arm64" && runtime.GOOS == "linux":
		return "aarch64"
	}
	return runtime.GOARCH
}

// PlatformProcessor is platform.processor().
func PlatformProcessor() string { return PlatformMachine() }

// PlatformPlatform is platform.platform(), without the C library.
func PlatformPlatform() string {
	return PlatformSystem() + "-" + PlatformRelease() + "-" + PlatformMachine()
}

// PlatformPythonVersion is platform.python_version(): that of the CPython whose behaviour programs have.
func PlatformPythonVersion() string { return strings.Fields(SysVersion)[0] }

// PlatformPythonImplementation is platform.python_implementation().
func PlatformPythonImplementation() string { return "CPython" }

// GetpassGetuser is getpass.getuser().
func GetpassGetuser() string {
	for _, name := range []string{"LOGNAME", "USER", "LNAME", "USERNAME"} {
		if v := os.Getenv(name); v != "" {
			return v
		}
	}
	uid := strconv.Itoa(os.Getuid())
	text, _ := os.ReadFile("/etc/passwd")
	for line := range strings.Lines(string(text)) {
		if f := strings.Split(line, ":"); len(f) > 2 && f[2] == uid {
			return f[0]
		}
	}
	throw(KeyError, "getpwuid(): uid not found: "+uid)
	return ""
}
