// Package explain shows the dataflow of a script to people and to their tools: as text, as
// a Mermaid or Graphviz source, as a picture (SVG) and as JSON. It draws what lang/plan
// found out and knows nothing else of the compiler.
package explain
