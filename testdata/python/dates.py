import datetime as dt
import time
from datetime import date, datetime, timedelta, timezone


def construct():
    d = datetime(2026, 3, 1, 12, 30)
    print(d, repr(d), d.year, d.month, d.day, d.hour, d.minute, d.second, d.microsecond, d.tzinfo)
    print(date(2024, 2, 29), repr(date(2024, 2, 29)))
    print(dt.datetime(1999, 12, 31, 23, 59, 59, 999999))


def keywords():
    print(datetime(year=2026, month=3, day=1, hour=4))
    print(timedelta(hours=1, minutes=30), timedelta(days=-1, seconds=1), timedelta(weeks=2), timedelta(milliseconds=1500))


def arithmetic():
    d = datetime(2026, 3, 1, 12, 30)
    e = d + timedelta(days=1, hours=2)
    print(e, e - d, (e - d).total_seconds(), d - timedelta(minutes=31))
    print(timedelta(hours=1) + d)
    print(date(2026, 1, 31) + timedelta(days=1), date(2026, 3, 1) - date(2026, 2, 1), date(2026, 3, 1) - timedelta(days=1))


def deltas():
    a = timedelta(hours=1)
    b = timedelta(minutes=25)
    print(a + b, a - b, a * 2, 2 * a, a / 2, a // 7, a / b, a // b, a % b, -a, a * 1.5, a / 1.5)
    print(a.days, a.seconds, a.microseconds, (a - timedelta(days=2)).days, bool(timedelta(0)), bool(a))
    print(str(timedelta(days=2, microseconds=5)), repr(timedelta(days=2, microseconds=5)), repr(timedelta()))


def comparisons():
    a, b = datetime(2026, 3, 1), datetime(2026, 3, 2)
    print(a < b, a <= b, a == b, a != b, a > b, max(a, b), min([b, a]), sorted([b, a]))
    print(date(2026, 1, 1) < date(2026, 1, 2), timedelta(1) > timedelta(hours=23), date(2026, 1, 1) == date(2026, 1, 1))


def keys():
    counts = {}
    for day in [1, 2, 1, 1]:
        k = date(2026, 5, day)
        counts[k] = counts.get(k, 0) + 1
    print(counts, {datetime(2026, 1, 1): "x"}, {timedelta(1)})


def formats():
    d = datetime(2026, 3, 1, 9, 5, 7, 1200)
    print(d.strftime("%Y-%m-%d %H:%M:%S.%f %a %b %j"), d.isoformat(), d.isoformat(" "), f"{d:%d/%m/%y}", "{:%H}".format(d))
    print(d.isoformat("%"), d.isoformat("é"), datetime(7, 1, 2, 3, 4, 5), datetime(999, 12, 31).isoformat(), datetime(1969, 12, 31, 23, 59, 59, 999999))
    print(d.replace(microsecond=40), datetime(1, 1, 1), datetime(9999, 12, 31, 1, 1, 1, 1))
    print(d.date(), d.weekday(), d.isoweekday(), d.toordinal(), d.ctime(), d.date().isoformat(), d.date().strftime("%B %d"))
    print(datetime.strptime("2026-03-01 10:20", "%Y-%m-%d %H:%M"), datetime.fromisoformat("2026-03-01T10:20:30"))
    print(date.fromisoformat("2026-03-01"), date.fromordinal(700000))


def replaced():
    d = datetime(2026, 3, 1, 9, 5, 7, 1200)
    print(d.replace(microsecond=0), d.replace(day=15, hour=0, minute=0, second=0, microsecond=0), d.date().replace(month=1))


def zones():
    d = datetime(2026, 3, 1, 9, 5, tzinfo=timezone.utc)
    print(d, repr(d), d.tzinfo, d.utcoffset(), d.timestamp(), d.tzname())
    e = d.astimezone(timezone(timedelta(hours=2)))
    print(e, repr(e), e == d, e.tzinfo, repr(e.tzinfo))
    print(datetime.fromtimestamp(0, tz=timezone.utc), datetime.fromtimestamp(1.5, timezone.utc), d.replace(tzinfo=None))
    print(datetime.now(timezone.utc).tzinfo, datetime.now().tzinfo)


def timestamps():
    print(datetime.utcfromtimestamp(86400 * 365.25), datetime(1970, 1, 2).timestamp(), datetime.fromtimestamp(1700000000))


def bad_date():
    print(date(2026, 2, 29))


def bad_parse():
    print(datetime.strptime("abc", "%Y"))


def mixed_zones():
    print(datetime(2026, 1, 1) < datetime(2026, 1, 1, tzinfo=timezone.utc))


def struct_times():
    t = time.gmtime(1700000000)
    print(t.tm_year, t.tm_mon, t.tm_mday, t.tm_hour, t.tm_min, t.tm_sec, t.tm_wday, t.tm_yday, t[0], t)
    print(time.strftime("%Y-%m-%d", t), time.strftime("%H:%M", time.localtime(0)), time.mktime(t), time.asctime(t))
    print(time.strptime("2026-03-01", "%Y-%m-%d").tm_yday)


def clocks():
    a = time.time()
    print(a > 1.6e9, time.time() - a < 5, time.perf_counter() >= 0, time.time_ns() > 10 ** 18, int(time.time() * 1000) > 0)
    time.sleep(0)


def in_functions():
    def parse(line):
        parts = line.split(",")
        return datetime.strptime(parts[0], "%Y-%m-%d"), int(parts[1])

    rows = [parse(x) for x in ["2026-01-05,3", "2026-01-04,4"]]
    rows.sort(key=lambda r: r[0])
    print([(d.strftime("%d"), n) for d, n in rows], (rows[1][0] - rows[0][0]).days)
    print(sum((timedelta(hours=n) for _, n in rows), timedelta(0)))


def since_today():
    print((date.today() - date(2020, 1, 1)).days > 0, datetime.today() > datetime(2020, 1, 1), datetime.utcnow().year > 2000)


def iso_formats():
    texts = [
        "2024-02-29", "2024-02-30", "2024-1-5", "20240229", "2024-W09-4",
        "2024W094", "2024W09", "2024-W09", "2024-W60", "2024-W00-1",
        "2024-13-01", "0000-01-01", "", "2024", "2024-02-29T",
        "2024-02-29T12", "2024-02-29 12:30", "2024-02-29é12:30:59", "2024-02-29T123059", "2024-02-29T12:30:59.25",
        "2024-02-29T12:30:59.1234567", "2024-02-29T12:30:59,5", "2024-02-29T12:30:59.", "2024-02-29T12:30Z", "2024-02-29T12:30+01:00",
        "2024-02-29T12:30:00.5-05:30", "2024-02-29T24:00", "2024-02-29T12:60", "2024-02-29T12:3", "2024-02-29T12:30z",
        "2024-02-29T12.30", "20240229T1230", "2024-02-29T12:30:59Zx", "2024-02-29T12:30 +01:00", "2024-W09-4T12:00",
        "2024W094T12", "2024W0912:00", "abcd-ef-gh", "2024-02-2", "2024-02-29T12:30+0100",
        "2024-02-29x", "٢024-02-29", "2024/02/29", "2024-02-29T12:30:59.000001+00:00:30",
    ]
    for text in texts:
        shown = []
        for read in (datetime.fromisoformat, date.fromisoformat):
            try:
                shown.append(str(read(text)))
            except ValueError as e:
                shown.append(str(e))
        print(text, shown)


def divmod_of_timedeltas():
    d = timedelta(hours=5)
    print(divmod(d, timedelta(minutes=7)))
    q, r = divmod(-d, timedelta(minutes=7))
    print(q, r)
    for x in (d, 3):
        try:
            print(divmod(x, timedelta(minutes=7)))
        except TypeError as e:
            print(e)
    try:
        divmod(d, timedelta(0))
    except ZeroDivisionError as e:
        print(e)


def floats_and_timedeltas():
    def attempt(f):
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)

    for d in (timedelta(days=1), timedelta(microseconds=5), timedelta(microseconds=-3)):
        for f in [1e308, 1e300, float("inf"), float("nan"), 1e20, 0.0, 0.1, 0.5, 1.5, 2.5, -0.3, 0.7, 1e-300, 5e-324, 10.0]:
            attempt(lambda: d * f)
            attempt(lambda: f * d)
            attempt(lambda: d / f)
            attempt(lambda: [d, 0][0] / f)
    for i in range(1, 12):
        for n in (2.0, 4.0, 10.0, 3.0, 0.3, 0.1, 0.05):
            print((timedelta(microseconds=i) / n).microseconds, (timedelta(microseconds=i) * n).microseconds, end=" ")
    print()
    attempt(lambda: timedelta(days=1e308))
    attempt(lambda: timedelta(days=10**9))
    attempt(lambda: timedelta(days=-10**9))
    attempt(lambda: timedelta(days=1) * 10**10)
    attempt(lambda: timedelta(days=1) * (10**9 + 5))
    attempt(lambda: timedelta(seconds=float("nan")))
    attempt(lambda: timedelta(seconds=float("inf")))
    attempt(lambda: timedelta(microseconds=0.5))
    attempt(lambda: timedelta(microseconds=1.5))
    attempt(lambda: timedelta(seconds=0.0000005))
    attempt(lambda: timedelta(seconds=0.0000015))
def parsed_by_many_formats():
    tests = [("2023-W05-1", "%Y-W%W-%w"), ("2023-W05-1", "%G-W%V-%u"), ("2020-W53-7", "%G-W%V-%u"), ("2023 05 0", "%Y %U %w"),
             ("2023-366", "%Y-%j"), ("2024-366", "%Y-%j"), ("110", "%m%d"), ("2023111", "%Y%m%d"), ("930", "%H%M"), ("5 jan 2020", "%d %b %Y"),
             (" 5 JANUARY 2020", "%d %B %Y"), ("Tue Jul 18 19:32:11 2016", "%a %b %d %H:%M:%S %Y"), ("Feb 29", "%b %d"), ("12:30:61", "%H:%M:%S"),
             ("12:30 pm", "%I:%M %p"), ("12:30AM", "%I:%M%p"), ("1", "%q"), ("x", "%Y-%é"), ("2020-01-01", "%Y-%m-%d %"), ("2020-01-01T", "%Y-%m-%dt"),
             ("2020-01-01 x", "%Y-%m-%d"), ("1/2/20", "%x"), ("10:11:12", "%X"), ("Sun Jan  5 10:11:12 2020", "%c"), ("2020-13-01", "%Y-%m-%d"),
             ("2020-02-30", "%Y-%m-%d"), ("0000-01-01", "%Y-%m-%d"), ("12.5", "%S.%f"), ("12.1234567", "%S.%f"), ("69", "%y"), ("68", "%y"),
             ("2020 00 1", "%Y %W %w"), ("2020 0", "%Y %W"), ("2020-01-02 03:04:05 +0530", "%Y-%m-%d %H:%M:%S %z"), ("2020-01-02 UTC", "%Y-%m-%d %Z"),
             ("100%", "%j%%"), ("2020-01-02Z", "%Y-%m-%d%z"), ("2023-10", "%G-%j"), ("2023-05", "%G-%V"), ("2023-05 1", "%Y-%V %u"), ("05", "%V"),
             ("a\t b", "a b"), ("a b", "a   b"), ("ab", "a b"), ("Monday", "%A"), ("Wed", "%A"), ("3112", "%d%m"), ("000", "%j"),
             ("2020-1-1 0:0:0", "%Y-%m-%d %H:%M:%S"), ("2021-W53-7", "%G-W%V-%u"), ("2021 00 0", "%Y %U %w")]
    for text, form in tests:
        try:
            print(text, form, datetime.strptime(text, form))
        except ValueError as e:
            print(text, form, e)
        try:
            print(tuple(time.strptime(text, form)))
        except ValueError as e:
            print(e)


def timedeltas_beyond_the_digits_of_a_float():
    t = timedelta(days=-1, hours=12, seconds=1)
    print(t / 1e-06, t * 1e6, t / 3e-07, timedelta(microseconds=7) / 2.0, timedelta(microseconds=5) * 0.5, timedelta(microseconds=-3) * 0.5, timedelta(days=3) * 0.1)
    long = timedelta(days=416999, microseconds=3)
    print(long / 1.0, long * 1.5, long / -2.0, long * 0.5, timedelta(days=104249, hours=23, minutes=47, seconds=34, microseconds=740993) / 1.0)


def halves_of_microseconds():
    for i in range(8):
        f = (i + 0.5) * 1e-6
        print(timedelta(seconds=f), timedelta(seconds=-f), timedelta(microseconds=i + 0.5), timedelta(milliseconds=(i + .5) * 1e-3), timedelta(seconds=i, microseconds=0.5), timedelta(days=f), timedelta(hours=f, minutes=f))
