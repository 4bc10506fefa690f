"""The functions of module itertools that need no type of their own."""


def compress(data, selectors):
    for d, s in zip(data, selectors):
        if s:
            yield d


def _tee(it, mine, others):
    while True:
        if not mine:
            try:
                x = next(it)
            except StopIteration:
                return
            for o in others:
                o.append(x)
        yield mine.pop(0)


def tee(iterable, n=2):
    it = iter(iterable)
    waiting = [[] for _ in range(n)]
    return tuple([_tee(it, w, waiting) for w in waiting])


def starmap(function, iterable):
    for args in iterable:
        try:
            result = function(*args)
        except StopIteration:  # which ends the iteration, as that of map
            return
        yield result
