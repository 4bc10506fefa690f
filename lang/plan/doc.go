// Package plan turns the stream operators of a checked script into stages: maximal chains of
// narrow operators that codegen prints as one function each. It also draws the dataflow for
// "dstreamc explain". It knows syntax, types, api and ir.
package plan
