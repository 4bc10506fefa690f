from collections import *
from datetime import *
from functools import *
from itertools import *
from math import *
from operator import *
from os.path import *
from random import *
from re import findall, sub


def numbers():
    def h():
        return e, ceil(2.5), pow(2, 3)
    print(pi, sqrt(4), sin(0), h(), [floor(v) for v in (1.5, 2.5)], list(map(trunc, [1.5])), inf)


def functions():
    print(add(1, 2), itemgetter(1)([1, 2]), reduce(mul, [1, 2, 3]), partial(lt, 2)(3), list(chain([1], [2])), list(islice(count(), 3)))
    print(Counter("aab").most_common(1), namedtuple("P", "a b")(1, 2), join("a", "b"), basename("/x/y"), exists("/nope"))


def dates():
    print(datetime(2020, 1, 2) + timedelta(days=1), date(2020, 1, 1))


def numbers_at_random():
    seed(3)
    print(randint(1, 10), choice("abc"), sub("a", "b", "cac"), findall("[0-9]", "a1b2"))
