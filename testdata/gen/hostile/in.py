"""+build ignore */ a docstring with	tabs, "quotes" and `ticks`
//go:build never
"""
func = "func"
len_ = [1, 2]
nil = None
py = "*/ // `\u2028\u202e\x00\r\n\"\\"
map_ = {"//line x.go:1": 1, "\ufeff": 2}
naïve = "naïve \U0001f600"
変数 = 3
iota, append, string = 1, 2, "3"
_ = 5
__ = 6


def type_(any):
    """*/ panic("no")"""
    return any  # //line evil.go:1


def init(main):
    return main + 1


def run(range_):
    return [x for x in range(range_)]


class_a = (lambda error: error + "!")("e")
print(func, len_, nil, repr(py), map_, naïve, 変数, iota, append, string, _, __, class_a)
print(type_(1), type_("x"), init(1), run(3))
for _ in range(2):
    print("again")
x_1, x1, X1 = 1, 2, 3
print(x_1, x1, X1, 1e400, -0.0, 1e16, 123456789.0, -5 ** 2, 0xff)
