// Package dstreamc carries what the dstreamc command needs wherever it runs: the source of
// the runtime that compiled scripts are linked with, and the version. It is the module's
// root because an embed directive reaches only files below its own folder. It imports
// nothing of the module.
package dstreamc

import "embed"

// Version is the version of the compiler and of the runtime that goes with it.
const Version = "0.1.0"

// ModulePath is the import path of this module; generated programs import the runtime
// below it.
const ModulePath = "github.com/dstreamc/dstreamc"

// Source holds go.mod, the licence and the runtime folder as they were when the compiler
// was built, tests included.
//
//go:embed go.mod LICENSE runtime
var Source embed.FS

// PythonModule is the module dstreamc that scripts import, for Spark itself.
//
//go:embed python/dstreamc.py
var PythonModule string
