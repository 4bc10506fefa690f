# dstreamc: bigint
x = 10**30 + 1
"a" + x  # ERROR `can only concatenate str \(not "int"\) to str`
# HINT `str\(x\)`
[1, x] + (x, "b")  # ERROR `'list\[int\]' and 'tuple\[int, str\]'`
xs = [1, 2]
xs["a"]  # ERROR `list indices must be integers or slices, not str`


def f(n: int):
    return n.foo  # ERROR `'int' has no attribute 'foo'`


f(x)
# ---
# dstreamc: bigint
import math
import random

print(len("abc") + 2**70, "ab" * 2**70, [1][2**70], range(2**70), chr(2**70), math.factorial(2**70), random.randrange(2**70))
