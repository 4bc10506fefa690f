// Package regex reads those regular expressions of Python that are matched from left to right without a choice: characters, sets and
// repetitions of them, groups, and the ends of the text. It says in which steps. What has alternatives, parts that may be missing, or
// lazy repetitions is none of them, nor is what names characters beyond ASCII.
//
// It imports nothing of this module.
package regex
