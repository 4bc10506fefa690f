import json

TEXTS = [
    '{"user": {"name": "x", "id": 7}, "n": 1}', '{"n": 1}', '{}', '{"user": {}}', '{"user": null}', '{"user": [1]}', '{"user": "text"}',
    '{"user": 5, "n": [1, 2.5, {"a": null}]}', '[1]', '"text"', '12', 'null', 'true', '', ' ', '{', '{"n"}', '{"n":}', '{"n":1,}', '{n:1}',
    '{"n":1} x', '{"n":01}', '{"user":{"name":"é\\u00e9\\n"},"n":-0.5e2}', '{"n":1,"n":2}', '{"user":{"name":1},"user":{"id":2}}', '{"\\u006e":5}',
    '{"n":NaN}', '{"z":"a\tb"}', '{"z":"a\\qb"}', '{"n":tru}', ' { "n" : "" , "user" : { "name" : { "first" : "a" } } } ', '{"n": false, "user": {"id": []}}',
]


def show(f=lambda s: json.loads(s)["n"]):
    for text in TEXTS:
        try:
            print(f(text), end=";")
        except (KeyError, TypeError, AttributeError, ValueError) as e:
            print(type(e).__name__, e, end=";")
    print()


def one_expression():
    show(lambda s: json.loads(s)["n"])
    show(lambda s: json.loads(s)["user"]["name"])
    show(lambda s: json.loads(s)["user"]["name"]["first"])
    show(lambda s: (json.loads(s)["n"], json.loads(s)["user"]))
    show(lambda s: json.loads(s).get("n"))
    show(lambda s: len(json.loads(s)["n"]))


def variables():
    def both(s):
        d = json.loads(s)
        return (d["n"], d["user"]["name"])

    def optional(s):
        d = json.loads(s)
        return (d.get("n"), d.get("missing", "none"), d.get("user", {}))

    def nested(s):
        d = json.loads(s)
        return d["user"].get("name", 0)

    def chained(s):
        d = json.loads(s)
        return d.get("user", {}).get("name", "?")

    def contained(s):
        d = json.loads(s)
        return d["n"] if "n" in d else "no n"

    def not_contained(s):
        d = json.loads(s)
        return "id" not in d["user"]

    def part_and_whole(s):
        d = json.loads(s)
        return (d["user"]["name"], d["user"])

    def part_then_part(s):
        d = json.loads(s)
        if d.get("user") and d["user"].get("id"):
            return d["user"]["id"]
        return d.get("n", "neither")

    def ordered(s):
        d = json.loads(s)
        try:
            return d["missing"]
        except KeyError as e:
            return "no %s" % e

    def changed(s):
        d = json.loads(s)
        d["n"].append(3)
        return (d["n"], len(d["n"]))

    def default_is_computed(s):
        d = json.loads(s)
        return d.get("n", len(s))

    def text_after(s):
        d = json.loads(s)
        s = "changed"
        return (s, d.get("n", s))

    show(both)
    show(optional)
    show(nested)
    show(chained)
    show(contained)
    show(not_contained)
    show(part_and_whole)
    show(part_then_part)
    show(ordered)
    show(changed)
    show(default_is_computed)
    show(text_after)


def used_whole():
    def printed(s):
        d = json.loads(s)
        return (d["n"], d)

    def assigned(s):
        d = json.loads(s)
        d["n"] = 5
        return d["n"]

    def iterated(s):
        d = json.loads(s)
        return [d["n"] for k in d]

    def deleted(s):
        d = json.loads(s)
        del d["n"]
        return d.get("user")

    def by_variable(s):
        d = json.loads(s)
        key = "n"
        return d[key]

    def reassigned(s):
        d = json.loads(s)
        d = d["user"]
        return d["name"]

    def checked(s):
        d = json.loads(s)
        if not isinstance(d, dict):
            return "no dict"
        return d.get("n")

    show(printed)
    show(assigned)
    show(iterated)
    show(deleted)
    show(by_variable)
    show(reassigned)
    show(checked)


def in_loops():
    total = 0
    for s in TEXTS[:5]:
        d = json.loads(s)
        for _ in range(2):
            total += d.get("n", 10)
        print(total, [d.get("n") for _ in range(2)], any("n" in d for _ in range(1)))
    f = [lambda: d.get("user")]
    print(f[0]())
