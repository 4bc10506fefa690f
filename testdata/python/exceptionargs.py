"""Exceptions made with arguments that are spread, and what their classes pass on to those above."""

class AS2(Exception):
    def __init__(self, *args):
        super().__init__(*args)
class BS2(Exception):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.code = kwargs.get("code", 0)
class CS2(ValueError):
    def __init__(self, message, *rest):
        super().__init__(message, *rest)
        self.message = message
class DS2(AS2):
    def __init__(self, *args):
        Exception.__init__(self, *args)
class ES2(Exception):
    def __init__(self, items):
        super(ES2, self).__init__(*items)


def passed_on():
    for make in (lambda: AS2(), lambda: AS2("x"), lambda: AS2("a", 1), lambda: BS2("a", 2), lambda: CS2("m"), lambda: CS2("m", 3, None), lambda: DS2(1, 2), lambda: ES2(["x", "y"]), lambda: ES2("ab")):
        try:
            raise make()
        except Exception as e:
            print(type(e).__name__, e, e.args, repr(e))
    try:
        BS2("a", code=5)
    except TypeError as e:
        print(e)


def shown(e):
    print(type(e).__name__, e, e.args)
class NS3(Exception):
    pass
class XS3(Exception):
    def __init__(self, *args):
        self.n = len(args)
class YS3(Exception):
    def __init__(self, a, *rest, k=None):
        self.a = a
def fail(kind, *args):
    raise kind(*args)
class RS3(Exception):
    def __init__(self, message, code):
        super().__init__(message, code)
        self.message, self.code = message, code
    def __reduce__(self):
        return (RS3, (self.message, self.code))
class SS3(list):
    def __init__(self, *args):
        super().__init__(*args)
        self.extra = 1
class DdS3(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self


def spread():
    parts = ["a", "b"]
    shown(ValueError(*parts))
    shown(ValueError("x", *parts))
    shown(KeyError(*("k",)))
    shown(NS3(*parts))
    shown(NS3("z", *parts, *[1]))
    shown(XS3(1, 2))
    shown(XS3())
    shown(XS3(*parts))
    shown(YS3(1))
    shown(YS3(1, 2, 3, k=4))
    for kind in (ValueError, NS3, XS3):
        try:
            fail(kind, "one", 2)
        except Exception as e:
            shown(e)
    shown(RS3(*("m", 3)))
    print(SS3([1, 2]), SS3(), SS3((3,)).extra)
    print(DdS3(a=1, b=2), DdS3({"x": 1}), DdS3([("q", 2)], z=3))


class XS4(Exception):
    def __init__(self, *args):
        self.n = len(args)
class YS4(Exception):
    def __init__(self, a, *rest, k=None):
        self.a = a


def kept():
    for e in [XS4(1, 2), XS4(), XS4(*["p", "q"])]:
        print(e, e.args, e.n, repr(e))
    print(YS4(1).args, YS4(1, 2, 3, k=4).args, YS4(1, *"ab", k=2).args)
    try:
        raise YS4("u", "v")
    except YS4 as e:
        print(e, e.a)


def keywords():
    try:
        ValueError(msg="a")
    except TypeError as e:
        print(e)


def above_dynamic_classes():
    log = []
    class A:
        n = 1
        def __init__(self, a, b=2):
            self.a, self.b = a, b
            log.append(a)
        def go(self, *args, sep="-"):
            return sep.join(str(x) for x in args)
    class B(A):
        def __init__(self, *args):
            super().__init__(*args)
            A.n += 1
        def go(self, *args, **kw):
            return "<" + super().go(*args, **kw) + ">"
    class C(B):
        def __init__(self, *args, **kw):
            super().__init__(*args, **kw)
    print(A(1).b, B(5).a, B(1, 3).b, C(7).a, A.n, log, B(1).go(1, 2, sep="+"), C(1).go())
    for k in (A, B, C):
        print(k(4).b)
    print(AS2(1, 2).args)


class Coded(Exception):
    def __init__(self, message, code):
        super().__init__(message, code)
        self.message, self.code = message, code


class Parted(Exception):
    def __init__(self, text):
        self.first, *self.others = text
        for self.last in text:
            pass


def unpacked_into():
    try:
        raise Coded("x", 5)
    except Coded as e:
        e.code, e.extra = 6, "more"
        print(e.message, e.code, e.extra, e.args)
    try:
        raise Parted("pq")
    except Exception as e:
        e.note, e.other = 1, 2
        print(e.note, e.other, e.first, e.others, e.last)
