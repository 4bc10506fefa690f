#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""*/ package evil
//go:build ignore
// +build ignore
//line evil.go:1
/*line evil.go:1*/
//go:embed /etc/passwd
#cgo LDFLAGS: -x
import "C"
`ticks` "quotes" \\ \n     ‮ ﻿ \0
"""
#go:build ignore
#//go:build ignore
# //go:build ignore
#+build ignore
# */ /* */
#line evil.go:1
# `"'\
# //go:build ignore panic(1)
#‮ reversed
import sys  #*/ panic(1) /*


def first():
    """go:build ignore

    go:noinline
    //go:noinline
    */ }
    panic("no")
    // +build ignore
    """
    #go:noinline
    return 1  # */


def second(x):
    "//go:noinline"
    return x + 1  #//line evil.go:1


def third():
    """+build ignore"""
    return 3


def fourth():
    """line evil.go:1"""
    return 4


def fifth():
    """//dstreamc:line 12"""
    return 5


def sixth():
    """export sixth

    Output:
    # heading
    [link]: //go:build
    """
    return 6


def seventh():
    """\u2028//go:build\x00 \x1b[0m \r//line evil.go:1"""
    return 7


"""//go:build ignore"""
...
print(first(), second(1), third(), fourth(), fifth(), sixth(), seventh())  # // */ `
