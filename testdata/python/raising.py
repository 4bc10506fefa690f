"""Exceptions: their classes, chains and attributes, and what except and finally do."""
from contextlib import suppress
import sys


def excinfo():
    try:
        1/0
    except:
        t, v, tb = sys.exc_info()
        print(t, v, tb is not None, t.__name__, sys.exc_info()[0], sys.exc_info()[1])
    print(sys.exc_info())


def chain():
    try:
        try: 1/0
        except ZeroDivisionError as e: raise ValueError('v') from e
    except ValueError as e:
        print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    try:
        try: 1/0
        except ZeroDivisionError: raise ValueError('v')
    except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    try:
        try: 1/0
        except ZeroDivisionError: raise ValueError('v') from None
    except ValueError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


def finally_return():
    def f():
        try: return 1
        finally: return 2
    def g():
        try: raise ValueError
        finally: return 3
    def h():
        for i in range(3):
            try:
                if i == 1: continue
                if i == 2: break
                print('i', i)
            finally:
                print('f', i)
        else: print('else')
        return 'h'
    def k():
        while True:
            try: 1/0
            except ZeroDivisionError: break
            finally: print('kf')
        return 'k'
    def m():
        for i in range(3):
            try: raise ValueError(i)
            except ValueError: continue
            finally:
                if i == 1: return i
    print(f(), g(), h(), k(), m())


def finally_order():
    def f(x):
        try:
            print('try'); 
            if x == 0: raise KeyError('k')
            if x == 1: return 'r'
        except KeyError as e: print('exc', e); return 'e'
        else: print('else')
        finally: print('finally')
        return 'end'
    for i in range(3): print(f(i))


def attrs():
    class AppError(Exception):
        default = 'dflt'
        def __init__(self, msg=None, *, code=0, **extra):
            super().__init__(msg or self.default)
            self.code = code
            self.extra = extra
        def to_dict(self): return {'m': str(self), 'code': self.code, **self.extra}
    class Sub(AppError): default = 'sub'
    for c in (AppError, Sub):
        try: raise c(code=4, a=1)
        except AppError as e: print(type(e).__name__, e.to_dict(), e.args, isinstance(e, Sub))
    try: raise Sub
    except Sub as e: print(e, e.code)


def tuple_of_classes():
    ERRS = (KeyError, IndexError)
    def f(x):
        try: return x()
        except ERRS as e: return type(e).__name__
        except (TypeError, ValueError): return 'tv'
    print(f(lambda: {}['a']), f(lambda: [][1]), f(lambda: int('x')), f(lambda: 1 + 'a'))


def classes_in_var():
    def retry(fn, errors=(ValueError,), n=3):
        for i in range(n):
            try: return fn(i)
            except errors as e: print('retry', i, e)
        return None
    def w(i):
        if i < 2: raise ValueError('bad %d' % i)
        return i
    print(retry(w))
    def retry2(fn, exc):
        try: return fn(0)
        except exc as e: return repr(e)
    print(retry2(w, ValueError), retry2(w, Exception))


def reraise():
    def f():
        try: int('z')
        except ValueError:
            print('log')
            raise
    try: f()
    except ValueError as e: print('outer', e)


def raise_nothing():
    try: raise
    except RuntimeError as e: print(e)


def args():
    try: raise ValueError('a', 1, None)
    except ValueError as e:
        print(e.args, e, str(e), repr(e), len(e.args))
        a, b, c = e.args
        print(a, b, c)
    e = ValueError('later')
    try: raise e
    except ValueError as x: print(x is e)
    print(e.__class__.__name__, e.__class__ is ValueError, type(e) == ValueError)


def add_note():
    e = ValueError('x')
    e.add_note('note1')
    print(e.__notes__)


def exc_as_value():
    errs = []
    for s in ['1', 'x', '3.5', '']:
        try: errs.append(int(s))
        except ValueError as e: errs.append(e)
    print([type(e).__name__ for e in errs], [str(e) for e in errs])


def nested_tries():
    def f(n):
        try:
            try:
                if n == 0: raise KeyError('a')
                if n == 1: raise ValueError('b')
                if n == 2: raise TypeError('c')
            except KeyError: print('K'); raise IndexError('from K')
            finally: print('inner fin')
        except (IndexError, ValueError) as e: print('outer', repr(e), repr(e.__context__))
        except Exception as e: print('other', e)
    for i in range(4): f(i)


def undefined():
    def f():
        return undefined_thing + 1
    try: f()
    except NameError as e: print(e)
    try: print(zzz)
    except Exception as e: print(type(e).__name__, e)
    def g():
        try: return undefined2()
        except: return 'caught'
    print(g())


def unbound():
    def f(x):
        if x: y = 1
        return y
    print(f(1))
    try: f(0)
    except UnboundLocalError as e: print(e)


def asserting():
    try: assert 1 == 2, 'msg %d' % 3
    except AssertionError as e: print(e, e.args)
    try: assert []
    except AssertionError as e: print(repr(e))


def exiting():
    try: sys.exit('bye')
    except SystemExit as e: print(e.code, repr(e))
    try: exit(3)
    except SystemExit as e: print(e.code)
    try: raise SystemExit
    except BaseException as e: print(repr(e), e.code)


def keyerr():
    d = {}
    try: d['x']
    except KeyError as e: print(e, e.args[0], repr(e))
    try: d[('a', 1)]
    except KeyError as e: print(e, e.args)
    try: {}.pop('q')
    except KeyError as e: print(e)


def stopiteration():
    it = iter([1])
    next(it)
    try: next(it)
    except StopIteration as e: print(repr(e), e.value)


def exc_eq():
    print(ValueError is ValueError, ValueError == TypeError, issubclass(KeyError, LookupError), issubclass(ValueError, (TypeError, Exception)))
    print(ValueError.__name__, ValueError.__mro__, Exception.__bases__)
    d = {ValueError: 'v', KeyError: 'k'}
    try: int('a')
    except Exception as e: print(d[type(e)], d.get(type(e)))


def suppressing():
    with suppress(KeyError, ZeroDivisionError): 1/0
    print('ok')


def calls_without_end():
    def ping(n):
        return pong(n) + 1

    def pong(n):
        return ping(n)

    class Link:
        def __init__(self):
            self.next = self

        def depth(self):
            return 1 + self.next.depth()

    class Lookup:
        def __getattr__(self, name):
            return getattr(self, name + "x")

    def again(x):
        return again(x)

    fact = lambda n: 1 if n == 0 else n * fact(n - 1)
    for f in (lambda: ping(1), lambda: Link().depth(), lambda: again("x"), lambda: fact(-1), lambda: Lookup().name):
        try:
            f()
        except RecursionError as e:
            print(type(e).__name__, str(e)[:32])


def calls_to_some_depth():
    def total(n):
        return n + total(n - 1) if n else 0

    print(total(900))


def what_always_raises():
    def fail(m):
        print("fail", m)
        raise ValueError(m)

    def some(x):
        if x > 0:
            return fail("a") + 1
        return [fail("b")]

    for f in (lambda: fail("q") + 1, lambda: [fail("c"), 2], lambda: fail("d").x, lambda: fail("e")[0], lambda: -fail("f"), lambda: fail("g") < 3,
              lambda: 1 + fail("h"), lambda: fail("i") or 2, lambda: (fail("j"), 1)[1], lambda: f"{fail('k')}", lambda: fail("l").m(),
              lambda: len(fail("m")), lambda: not fail("n"), lambda: some(1), lambda: some(0), lambda: {fail("o"): 1}, lambda: fail("p")()):
        try:
            print("got", f())
        except ValueError as e:
            print("ValueError", e)
    x = 0
    try:
        x = fail("z") + 1
    except ValueError:
        print("caught", x)


def elements_of_what_stays_empty():
    xs = []
    for f in (lambda: xs[0], lambda: xs[0].a, lambda: xs[0](), lambda: xs[0][1], lambda: xs[0].foo(3), lambda: xs.pop().x):
        try:
            print(f())
        except IndexError as e:
            print(e)
    d = {}
    try:
        print(d["a"]["b"])
    except KeyError as e:
        print(e)


def caught_in_loops():
    def search(n):
        left = 0
        right = n
        while left <= right:
            mid = (left + right) // 2
            if mid ** 2 == n:
                return mid
            if mid ** 2 > n:
                right = mid - 1
            else:
                left = mid + 1
        return None

    def swap(xs, i, j):
        xs[i], xs[j] = xs[j], xs[i]
        return xs

    def rotate(xs):
        xs[0], (xs[1], last) = xs[1], (xs[2], xs[0])
        return xs, last
    print(search(16), swap([1, 2], 0, 1), rotate([1, 2, 3]))
    try:
        search("a")
    except TypeError as e:
        print(e)
    try:
        search(None)
    except Exception as e:
        print(repr(e))
    try:
        swap((1, 2), 0, 1)
    except TypeError as e:
        print(e)
    try:
        rotate("abc")
    except (TypeError, ValueError) as e:
        print(e)
class Noted(Exception):
    pass


def notes_of_own_exceptions():
    try:
        raise Noted("y")
    except Noted as ex:
        ex.add_note("m")
        if hasattr(ex, "add_note"):
            ex.add_note("n")
        print(ex.__notes__, ex.with_traceback(None) is ex)


class Asked:
    def __getattr__(self, name):
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


def names_that_were_not_found():
    try:
        print(nowhere)
    except NameError as e:
        print(e.name, e)
    try:
        print(Asked().wanted)
    except AttributeError as e:
        print(e.name, e)
    for v in ["a", 1]:
        try:
            print(v.wanted)
        except AttributeError as e:
            print(e.name, e)
    try:
        import nowhere_to_be_found
    except ImportError as e:
        print(e.name, e)
    try:
        raise AttributeError("nothing")
    except AttributeError as e:
        print(e.name, e)
    try:
        raise NameError("a", 1)
    except NameError as e:
        print(e.name)


def local_names_have_none(given=False):
    if given:
        v = 1
    try:
        print(v)
    except NameError as e:
        print(e.name, e)


class Failed(Exception):
    pass


class Missing(Failed, IndexError):
    pass


class Odd(ValueError, KeyError):
    pass


class Both(Failed, Odd):
    def __init__(self, what, code):
        super().__init__(what)
        self.code = code


def classes_of_several_bases():
    def attempt(e, *classes):
        for c in classes:
            try:
                raise e
            except c as caught:
                print(c.__name__, repr(caught), caught)

    attempt(Missing("m"), Failed, IndexError, LookupError)
    attempt(Odd("o"), ValueError, KeyError, LookupError)
    attempt(Both("b", 3), Failed, Odd, ValueError, KeyError)
    try:
        raise Missing("x")
    except Failed as e:
        print(isinstance(e, IndexError), isinstance(e, KeyError), isinstance(e, (int, LookupError)))
    try:
        raise Both("y", 4)
    except LookupError as e:
        print(e.code, isinstance(e, Failed), issubclass(Both, ValueError))
    for c in (Missing, Odd, Both):
        print([b.__name__ for b in c.__mro__], [b.__name__ for b in c.__bases__])


def assertions_with_functions():
    def assertion():
        assert assertion == 2, assertion

    try:
        assertion()
    except AssertionError as e:
        print(e.args[0].__name__)
    try:
        assert not assertion, lambda x: x
    except AssertionError as e:
        print(e.args[0](3))
