# What is merged into dicts: objects that are mappings, and values whose type is known when running only.
import json
from collections import ChainMap, Counter, OrderedDict, defaultdict


class Doubled:
    def __init__(self, of):
        self.of = of

    def keys(self):
        return self.of.keys()

    def __getitem__(self, key):
        return self.of[key] * 2


class KeysOnly:
    def keys(self):
        return ["a"]


def keywords(**found):
    return sorted(found.items())


def dict_of_an_object():
    print(dict(Doubled({"a": 1, "b": 2})))


def object_in_a_display():
    print({"z": 0, **Doubled({"a": "x"})})


def object_as_keywords():
    print(keywords(**Doubled({"a": 1}), b=2))


def update_by_an_object():
    found = {"z": 0}
    found.update(Doubled({"z": 2, "y": 1}))
    print(found)


def dict_of_a_chain():
    chain = ChainMap({"a": 1}, {"a": 2, "b": 3})
    print(dict(chain), {**chain}, keywords(**chain))


def keys_without_items():
    try:
        print(dict(KeysOnly()))
    except TypeError as e:
        print(e)


def update_by_json():
    found = {"a": 1}
    found.update(json.loads('{"a": 1.5, "b": "x"}'))
    print(found)
    found.update(json.loads('[["c", null]]'))
    print(found)


def update_and_keywords():
    settings = {"host": "h", "port": 1}
    settings.update(json.loads('{"port": 2}'), extra=None)
    print(settings, settings["port"] + 1)


def update_in_place():
    found = {"a": 1, "b": {"x": 1}}
    found |= json.loads('{"a": 2}')
    print(found)


def update_by_what_is_no_mapping():
    found = {"a": 1}
    for text in ["[1]", "5", '["abc"]']:
        try:
            found.update(json.loads(text))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)


def update_of_kinds():
    counts = Counter(a=1)
    counts.update(json.loads('{"a": 2, "b": 1}'))
    counts.update(json.loads('["a", "x"]'))
    print(counts)
    numbers = defaultdict(int)
    numbers["q"] += 1
    numbers.update(json.loads('{"a": 2, "b": 1.5}'))
    print(dict(numbers), numbers["new"])
    ordered = OrderedDict()
    ordered["k"] = 1
    ordered.update(json.loads('{"a": "s"}'), z=3)
    print(ordered)
