"""Names that differ in Python and are alike in Go's spelling."""

value, Value, VALUE, _value, __value, value_, __value__ = 1, 2, 3, 4, 5, 6, 7
print(value, Value, VALUE, _value, __value, value_, __value__)
foo_bar, fooBar, FooBar, foo__bar, FOO_BAR, _foo_bar, fooBAR = 1, 2, 3, 4, 5, 6, 7
print(foo_bar, fooBar, FooBar, foo__bar, FOO_BAR, _foo_bar, fooBAR)
x, x1, x2, x_1, x_2, x11, x1_1, X1 = 1, 2, 3, 4, 5, 6, 7, 8
print(x, x1, x2, x_1, x_2, x11, x1_1, X1)
_, __, ___ = 1, 2, 3
print(_, __, ___)


def word_count(wordCount, WordCount):
    word_Count = wordCount + WordCount

    def wordcount(Word_Count):
        return word_Count + Word_Count

    return wordcount(1)


def wordCount(word_count):
    return word_count


def WordCount(word_count=3):
    return word_count * 2


print(word_count(1, 2), wordCount(3), WordCount())


def outer(x):
    def inner(y):
        def outer(x):
            return x + y
        return outer(x)
    return inner(1)


print(outer(1))
x = "global"


def shadow():
    x = [x for x in range(3)]
    return x


print(shadow(), x, [x for x in (lambda x: [x, x])(2)])


def twice(f, f1):
    return f(f1) if f1 else f(1)


print(twice(lambda f: f + 1, 0), twice(lambda f1: f1 * 2, 4))
unused, Unused, _unused = 1, 2, 3
print(unused, Unused, _unused)
del unused
unused = "again"
print(unused)
