package py

import (
	"os"
	"path/filepath"
)

// TempfileGettempdir is tempfile.gettempdir().
func TempfileGettempdir() string { return OsPathAbspath(os.TempDir()) }

// TempfileMkdtemp is tempfile.mkdtemp(suffix, prefix, dir).
func TempfileMkdtemp(suffix, prefix, dir Opt[string]) string {
	name, err := os.MkdirTemp(dir.Or(TempfileGettempdir()), prefix.Or("tmp")+"*"+suffix.V)
	checkOS(err)
	name, err = filepath.Abs(name)
	checkOS(err)
	return name
}

// TemporaryDirectory is tempfile.TemporaryDirectory.
type TemporaryDirectory struct{ name string }

// NewTemporaryDirectory is TemporaryDirectory(suffix, prefix, dir).
func NewTemporaryDirectory(suffix, prefix, dir Opt[string]) *TemporaryDirectory {
	return &TemporaryDirectory{TempfileMkdtemp(suffix, prefix, dir)}
}

// Name is d.name, and what a with block gets.
func (d *TemporaryDirectory) Name() string { return d.name }

// Cleanup is d.cleanup(), and the end of a with block.
func (d *TemporaryDirectory) Cleanup() { checkOS(os.RemoveAll(d.name)) }

// PyTypeName is "TemporaryDirectory".
func (d *TemporaryDirectory) PyTypeName() string { return "TemporaryDirectory" }

// PyModule is "tempfile".
func (*TemporaryDirectory) PyModule() string { return "tempfile" }

// PyRepr is <TemporaryDirectory '…'>.
func (d *TemporaryDirectory) PyRepr() string { return "<TemporaryDirectory " + Repr(d.name) + ">" }

// PyEqual is identity.
func (d *TemporaryDirectory) PyEqual(other any) bool { return any(d) == other }
