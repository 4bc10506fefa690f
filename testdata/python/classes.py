"""Classes of a script."""



class Point:
    """A point."""
    count = 0

    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1

    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def move(self, dx, dy):
        self.x += dx
        self.y += dy
        return self

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __eq__(self, other):
        return isinstance(other, Point) and self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    @property
    def double(self):
        return self.x * 2

    @staticmethod
    def origin():
        return Point(0, 0)

    @classmethod
    def diag(cls, n):
        return cls(n, n)


class Shape:
    def __init__(self, name):
        self.name = name
    def area(self):
        raise NotImplementedError("area")
    def describe(self):
        return "%s with area %.2f" % (self.name, self.area())


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r
    def area(self):
        return 3.14159 * self.r ** 2


class Square(Shape):
    def __init__(self, side):
        Shape.__init__(self, "square")
        self.side = side
    def area(self):
        return float(self.side * self.side)
    def __str__(self):
        return "Square!"


class MyError(ValueError):
    def __init__(self, msg, code=5):
        super().__init__(msg)
        self.code = code


class Other(MyError):
    pass


class Stack:
    def __init__(self):
        self.items = []
    def push(self, x):
        self.items.append(x)
    def pop(self):
        return self.items.pop()
    def __len__(self):
        return len(self.items)
    def __iter__(self):
        return iter(self.items)
    def __getitem__(self, i):
        return self.items[i]
    def __contains__(self, x):
        return x in self.items
    def __bool__(self):
        return len(self.items) > 0


class Counter2:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Ctx:
    def __enter__(self):
        print("enter")
        return self
    def __exit__(self, t, v, tb):
        print("exit", t is None, v)
        return True


class Node:
    def __init__(self, v, next=None):
        self.v = v
        self.next = next


class A:
    pass


class Adder:
    def __init__(self, k):
        self.k = k
    def __call__(self, x):
        return x + self.k


class Helpers:
    @staticmethod
    def fail(n):
        if n == 0:
            raise MyError("zero")
        if n == 1:
            raise Other("one", 7)
        return n

    @staticmethod
    def leave():
        with Ctx():
            return 5


def uses():
    p = Point(3, 4)
    print(p, p.norm(), p.double, Point.count)
    print(p.move(1, 1), p == Point(4, 5), p != Point(1), Point.origin(), Point.diag(7))
    print(p + Point(1, 1), {p: 1}, [Point(1), Point(2)], Point(1) in [Point(1)])
    print(sorted([Point(3), Point(1)], key=lambda q: q.x))
    for s in [Circle(1), Square(2)]:
        print(s.describe(), isinstance(s, Circle), type(s).__name__, isinstance(s, Shape))
        print(str(s).split(" ")[0].replace("<__main__.", ""))
    try:
        Shape("x").describe()
    except NotImplementedError as e:
        print("caught", e)
    for i in range(3):
        try:
            print(Helpers.fail(i))
        except Other as e:
            print("other", e, e.code, e.args)
        except MyError as e:
            print("mine", e, e.code, type(e).__name__, repr(e))
    s = Stack()
    print(bool(s), len(s))
    s.push(1); s.push(2); s.push(3)
    s.push(1); s.push(2); s.push(3)
    s.push(1); s.push(2); s.push(3)
    print(len(s), list(s), s[0], 2 in s, 9 in s, sum(s), [x * 2 for x in s], s.pop())
    for x in s:
        print(x)
    print(list(Counter2(3)))
    with Ctx() as c:
        print("in")
    with Ctx():
        raise ValueError("boom")
    print(Helpers.leave())
    n = Node(1, Node(2, Node(3)))
    while n is not None:
        print(n.v)
        n = n.next
    a = A()
    a.z = 3
    print(a.z, hasattr(a, "z"), hasattr(a, "q"), getattr(a, "q", 9))
    print(Adder(3)(4), list(map(Adder(1), [1, 2])))


class Counted:
    """Counted."""
    made = 0

    def __init__(self, x):
        Counted.made += 1
        print("new", x)

    @staticmethod
    def plain(y):
        return y

    @classmethod
    def count(cls):
        return cls.made, cls.__name__


class CountedMore(Counted):
    made = 10


def objects_that_are_asked_for_what_their_class_has():
    def made():
        return Counted(1).made
    print(made(), [Counted(2).made for _ in range(2)])
    print(Counted(3).plain(4), Counted(5).count(), CountedMore(6).count(), CountedMore(7).made)

    def either(more):
        c = CountedMore(8) if more else Counted(9)
        return c.made, c.count(), c.plain(1)
    print(either(True), either(False))
    print(Counted(10).__class__.__name__, Counted(11).__doc__, (Counted(12) if made() else CountedMore(13)).made)
    assert Counted(14).made, "none"


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


def lengths_below_zero():
    for n in (3, 0, -1):
        for f in (lambda: len(Sized(n)), lambda: bool(Sized(n)), lambda: "yes" if Sized(n) else "no", lambda: not Sized(n)):
            try:
                print(f())
            except ValueError as e:
                print(e)


class Phase:
    def next(self, event):
        return self


class Waiting(Phase):
    def next(self, event):
        return Working(event) if event > 0 else self


class Working(Phase):
    def __init__(self, n):
        self.n = n

    def next(self, event):
        return Waiting() if event == 0 else Working(self.n + event)


def attributes_of_some_classes():
    phase = Waiting()
    for event in [0, 3, 4, 0, 1]:
        phase = phase.next(event)
        print(type(phase).__name__, getattr(phase, "n", None), getattr(phase, "n", -1), hasattr(phase, "n"))


class Shelf:
    pass


class Empty(Shelf):
    pass


class Full(Shelf):
    def __init__(self, n):
        self.n = n


def attributes_that_a_class_lacks():
    for x in [Empty(), Full(4), Shelf()]:
        try:
            print(x.n)
        except AttributeError as e:
            print(e)
        if hasattr(x, "n"):
            print("has", x.n)
