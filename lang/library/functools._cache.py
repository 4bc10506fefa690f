"""What functools.lru_cache makes of a function."""

from collections import namedtuple

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])


def lru_cache(function, maxsize):
    results = {}
    hits = misses = 0

    def lookup(*args):
        nonlocal hits, misses
        if args in results:
            hits += 1
            if maxsize is None:
                return results[args]
            result = results.pop(args)
            results[args] = result
            return result
        misses += 1
        result = function(*args)
        if maxsize is not None and len(results) >= maxsize:
            if maxsize <= 0:
                return result
            del results[next(iter(results))]
        results[args] = result
        return result

    def cache_info():
        return _CacheInfo(hits, misses, maxsize, len(results))

    def cache_clear():
        nonlocal hits, misses
        results.clear()
        hits = misses = 0

    lookup.cache_info = cache_info
    lookup.cache_clear = cache_clear
    return lookup


def lru_cache_named(function, maxsize):
    """lru_cache for a function that is called with keywords. Without them its types are known better."""
    results = {}
    hits = misses = 0

    def lookup(*args, **kwargs):
        nonlocal hits, misses
        key = (args, tuple(kwargs.items()))
        if key in results:
            hits += 1
            if maxsize is None:
                return results[key]
            result = results.pop(key)
            results[key] = result
            return result
        misses += 1
        result = function(*args, **kwargs)
        if maxsize is not None and len(results) >= maxsize:
            if maxsize <= 0:
                return result
            del results[next(iter(results))]
        results[key] = result
        return result

    def cache_info():
        return _CacheInfo(hits, misses, maxsize, len(results))

    def cache_clear():
        nonlocal hits, misses
        results.clear()
        hits = misses = 0

    lookup.cache_info = cache_info
    lookup.cache_clear = cache_clear
    return lookup
