// Package feed is a server of text lines for trying stream programs, in place of "nc -lk":
// it listens on a TCP port and sends every line to every program that is connected, as fast
// as they take them or at a given rate. Lines come from files, standard input or a built-in
// text. It imports the standard library only.
package feed
