"""Strings that would end a string, a comment or a line of Go."""

strings = [
    '"',
    "'",
    '`',
    '\\',
    '\\\\',
    '\n',
    '\r\n',
    '\t',
    '\x00',
    '\x01\x7f',
    '\x1b[31m',
    '*/',
    '/*',
    '//',
    '/* */',
    '//go:build ignore',
    '\n//go:build ignore\n',
    '\n//go:embed /etc/passwd\n',
    '\n//go:linkname a b\n',
    '\n//line evil.go:1\n',
    '\n//dstreamc:line 7\n',
    '//dstreamc:line 7',
    '\n//export f\n',
    '\n// +build ignore\n',
    '/*line evil.go:1:1*/',
    '`+"`"+`',
    '` + os.Getenv("HOME") + `',
    '"); panic("',
    '")\npanic(1)//',
    '%s %d %v %!',
    '%%',
    '{}',
    '{{}}',
    '${HOME}',
    '$(ls)',
    '\u2028',
    '\u2029',
    'a\u2028//go:build x\u2029b',
    '\u202e abc',
    '\ufeff',
    '\u200b',
    '\xa0',
    '\x85',
    '\xe9',
    'e\u0301',
    '\u53d8\u91cf',
    '\U0001f600',
    '\U0010ffff',
    '\ufffd',
    '\ufffe',
    '\U0001d7d8',
    '\xdf',
    '\\x00',
    '\\u2028',
    '\\"',
    '\'"`',
    'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
    'package main',
    'import "C"',
    'func init() { panic(1) }',
    '<script>alert(1)</script>',
    '&amp;',
    'a\x0cb\x0bc',
    '--',
    '\x80\xff',
]
for s in strings:
    print(len(s), ascii(s), s == s + "", s in strings)
raw = r"\n`\ "
print(raw, len(raw))
triple = """//go:build ignore
*/ "quoted" `ticks` \\
//line evil.go:1
//dstreamc:line 3
	tab
"""
print(ascii(triple))
single = '''`"""` // "'''
print(ascii(single))
joined = "a" '"' r"`" """*/""" '''\n'''
print(ascii(joined))
literal = "    ‮ ﻿ é 变量 ​"
print(ascii(literal))
keys = {"*/": 1, "`": 2, "\"": 3, "\n": 4, "//go:build x": 5, "": 6}
for k, v in keys.items():
    print(ascii(k), v, keys[k])
print(ascii(f"`{keys['*/']}` {{*/}} {'//go:build'!r:>20} {keys['`']:`>5}"))
print(ascii("%s `%r` %5.1f%% */" % ("`", "\n", 1.25)), ascii("{} {} {{}} `".format("*/", "\"")))
octets = b"\x00\xff`\"\\*/\n//go:build\r"
print(octets, len(octets), list(octets)[:3])
print(bytes(list(range(256)))[120:140])
try:
    raise ValueError("*/ ` \" \n//go:build %s {}")
except ValueError as e:
    print(ascii(str(e)))
try:
    assert len(raw) == 0, "`*/\n//line x:1"
except AssertionError as e:
    print(ascii(str(e)))
print("a", "b", sep="`\"\n", end="*/\n")
