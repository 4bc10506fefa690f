"""Attributes that objects read from their class until they set their own, of another type."""

from dataclasses import dataclass, replace


class Base:
    name = None
    size = 0
    tags = None

    def __init__(self, name):
        self.name = name
        self.show()
        self.size = 2.5

    def show(self):
        print(self.name, self.size, self.tags)


class Sub(Base):
    tags = "x"

    def __init__(self, n):
        super().__init__("sub")
        self.tags = [n]
        self.show()


class Third(Base):
    def __init__(self):
        pass


def inherited():
    Base("b").show()
    Sub(3).show()
    Third().show()


@dataclass
class Maybe:
    a: float | None = None
    b: str = None

    def value(self):
        return self.a if self.a is not None else -1.0


def fields():
    print(Maybe(2.5, "x"), Maybe(1.0, "y").value(), replace(Maybe(1e-5, ""), a=3.5))


class Settings:
    host = None
    port = None

    def __init__(self, host, port=9999):
        self.host, self.port = host, port


def settings():
    s = Settings("h")
    print(s.host.upper(), s.port + 1, Settings.host, Settings.port)


class Lazy:
    conn = None
    opened = 0

    def get(self):
        if self.conn is None:
            self.conn = "open"
            self.opened += 1
        return self.conn


def lazy():
    a, b = Lazy(), Lazy()
    print(a.get(), a.get(), b.conn, Lazy.conn, a.opened, b.opened)


class Single:
    _instance = None

    @classmethod
    def get(cls):
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance


def single():
    print(Single.get() is Single.get())
