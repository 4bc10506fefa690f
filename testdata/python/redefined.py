"""Classes whose names are given twice, in a module and in functions."""


class Node:
    def __init__(self, v, left=None, right=None):
        self.v = v
        self.left = left
        self.right = right


def before(root):
    if root is None:
        return []
    return [root.v] + before(root.left) + before(root.right)


first = Node(1, Node(2))


class Node:
    """Another one."""

    def __init__(self, v, left=None, right=None):
        self.v = v
        self.left = left
        self.right = right


def after(root):
    if root is None:
        return []
    return after(root.left) + after(root.right) + [root.v]


class Holder:
    def fill(self):
        self.tree = Node(1, Node(2), Node(3))
        return self

    def show(self):
        print(before(self.tree), after(self.tree))


try:
    from nowhere import Missing
except ImportError:
    class Missing:
        def go(self):
            return "own"

if len(Node.__doc__) == 12:
    class Chosen:
        kind = "short"
else:
    class Chosen:
        kind = "long"


def both_names():
    Holder().fill().show()
    print(before(first), type(first) is Node, isinstance(Holder().fill().tree, Node), Node.__doc__)


def found_by_import():
    print(Missing().go(), Chosen.kind, Chosen().kind)


def redefined_in_a_function():
    class A:
        x = 1

        def hi(self):
            return "first"

    def make():
        return A()
    print(make().hi(), A.x)

    class A:
        def hi(self):
            return "second", 3
    print(make().hi(), hasattr(make(), "x"))
    for n in range(2):
        class A:
            def hi(self, n=n):
                return n
        print(make().hi())
