import datetime as dt
import json
import os
from datetime import date, datetime, time, timedelta, timezone


def times():
    d = datetime(2024, 2, 29, 13, 45, 30, 123456)
    t = time(13, 45, 30)
    print(t, repr(t), t.isoformat(), t.hour, t.minute, t.second, t.microsecond, t.strftime("%H-%M"), t < time(14), t.replace(hour=5), time(1, 2), time.fromisoformat("04:05:06"))
    print(d.time(), datetime.combine(date(2024, 1, 1), t), datetime.combine(d.date(), time.min), time.max, datetime.min, datetime.max, date.min, date.max, repr(d.time()))
    print(d.isoformat(), d.isoformat(" "), d.isoformat(timespec="seconds"), d.isoformat(sep=" ", timespec="milliseconds"), t.isoformat("minutes"), d.isoformat(timespec="hours"))
    print(sorted([time(3), time(1, 2), time(2)]), time(1) == time(1, 0), {time(1): "a"}[time(1, 0, 0)], f"{t:%H.%M}", dt.time(4))
    y, w, wd = d.isocalendar()
    print(y, w, wd, date(2021, 1, 3).isocalendar()[1], d.date().isocalendar()[0])
    u = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
    print(u.replace(hour=3, tzinfo=timezone(timedelta(hours=-5))), u.replace(tzinfo=None), u.isoformat(timespec="minutes"))


def bad_time():
    time(25)


def bad_timespec():
    datetime(2024, 1, 1).isoformat(timespec="days")


def hooks():
    print(json.loads('{"a": 1, "b": {"c": 2}}', object_hook=lambda d: sorted(d.items())), json.loads("[1.5, 2]", parse_float=str), json.loads("[1.5, 2]", parse_int=float), json.loads(b'{"x": 1}'))
    with open("x.json", "w") as f:
        json.dump([1, {"a": None}], f, indent=1)
    with open("x.json") as f:
        print(json.load(f, object_hook=lambda d: len(d)))


def folders():
    os.makedirs("dd/ee", exist_ok=True)
    with open("dd/ee/f.txt", "w") as f:
        f.write("x")
    for root, dirs, files in os.walk("dd"):
        print(root, dirs, files)
    for root, dirs, files in os.walk("dd", topdown=False):
        print(root, dirs, files)
    print(os.stat("dd/ee/f.txt").st_size, os.name, os.curdir, os.pardir, os.pathsep, os.cpu_count() > 0)
    os.remove("dd/ee/f.txt")
    os.removedirs("dd/ee")
    print(os.path.exists("dd"), os.path.relpath("/a/b", "/a/c"), os.path.commonprefix(["abc", "abd"]), os.path.islink("x"), os.path.realpath("/tmp/../x"))
    os.environ["QQ_TEST"] = "v"
    print(os.path.expandvars("$QQ_TEST/${QQ_TEST}x/$NOPE_X"), os.environ.setdefault("QQ_TEST", "w"), os.environ.pop("QQ_TEST"), os.environ.pop("QQ_TEST", None), "QQ_TEST" in os.environ.copy())


def weeks_have_names():
    from collections import Counter
    from datetime import date, datetime, timedelta
    d = datetime(2024, 12, 30).isocalendar()
    print(d, d.year, d.week, d.weekday, d[1], tuple(d), d[:2], len(d), isinstance(d, tuple), hash(d) == hash((2025, 1, 1)))
    days = [date(2024, 1, 1) + timedelta(days=3 * i) for i in range(5)]
    print(Counter(d.isocalendar()[1] for d in days), Counter(f"{d.isocalendar().year}-W{d.isocalendar().week:02d}" for d in days))
    print(sorted(x.isocalendar() for x in days)[0], "%d-%02d-%d" % days[0].isocalendar(), days[0].isocalendar() < (2025,))
    for v in [days[0], 1][:1]:
        print(v.isocalendar().week, v.isocalendar()[1], v.isocalendar())
    print({x.isocalendar(): 1 for x in days[:2]}, list(map(date.isocalendar, days[:1])), "{0[0]} {0.week}".format(days[0].isocalendar()))
