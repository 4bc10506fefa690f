// Package docs holds the tests of the repository's documents: README.md, docs/, CONTRIBUTING.md and
// the comments at the head of the examples. What they tell people to type is typed, and what they
// show is compared, so that the documents cannot drift from the program.
//
// Every fenced code block of a document is checked. A comment in the line above it says how; without
// one, a block of sh is run, and another one right below it is what that prints.
//
//	<!-- file PATH -->             the block is that file
//	<!-- part of PATH -->          the block's lines are, one after the other, in that file
//	<!-- write PATH -->            the block becomes a file for the commands that follow
//	<!-- output of COMMAND -->     the block is what the command prints; with ", fed by COMMAND" at
//	                               the end, it is how the output of a stream program begins
//	<!-- exits N -->               the commands end with that code
//	<!-- run until "TEXT" -->      a command that does not end by itself: it is interrupted when it has
//	                               printed the text, and must then exit with 0
//	<!-- run in the background --> one that goes on until the document ends
//	<!-- not checked: REASON -->   neither run nor compared
//
// The test with -update writes the blocks that show files and outputs anew, and docs/python.md as a
// whole, which comes from the declarations and the compiler. The package has no code of its own; its
// tests use the compiler, the standard library and go-cmp.
package docs
