// Package pysocket is Python's module socket: TCP and UDP. It is a package of its own because it links package net. Waiting
// for the network gives the turn to other threads and batches. It may import the standard library and runtime/py.
package pysocket
