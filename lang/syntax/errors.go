package syntax

import "fmt"

// Error is one syntax error. Msg is one lower-case line without a period; Hint says what to
// write instead, or is empty. Note, if not empty, explains the place NoteAt.
type Error struct {
	Span   Span
	Code   string
	Msg    string
	Hint   string
	NoteAt Span
	Note   string
}

// Error returns the message, so that an *Error can travel through participle as an error.
func (e *Error) Error() string { return e.Msg }

// Codes of syntax errors. They are stable: users may search for them.
const (
	codeSyntax    = "DS100" // a token that does not fit
	codeToken     = "DS101" // characters that form no token
	codeString    = "DS102" // unterminated strings, bad escapes
	codeNumber    = "DS103" // malformed numbers
	codeIndent    = "DS104" // indentation
	codeBracket   = "DS105" // unbalanced brackets
	codeExpected  = "DS106" // something required is missing
	codePython2   = "DS107" // Python 2 forms
	codeTarget    = "DS108" // cannot assign to or delete this
	codeContext   = "DS109" // a statement or expression out of its place
	codeParams    = "DS110" // malformed parameter lists
	codeArgs      = "DS111" // malformed argument lists
	codeFString   = "DS112" // malformed f-strings
	codeNesting   = "DS113" // nested too deeply
	codeNewPython = "DS114" // Python newer than the dialect read here
)

// errorAt makes an error; the format's result must be one lower-case line.
func errorAt(at Span, code, format string, args ...any) *Error {
	return &Error{Span: at, Code: code, Msg: fmt.Sprintf(format, args...)}
}

// hint sets the hint and returns the error.
func (e *Error) hint(format string, args ...any) *Error {
	e.Hint = fmt.Sprintf(format, args...)
	return e
}

// note sets the note and returns the error.
func (e *Error) note(at Span, format string, args ...any) *Error {
	e.NoteAt, e.Note = at, fmt.Sprintf(format, args...)
	return e
}
