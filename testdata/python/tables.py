import csv
import io

TEXT = 'name,age,city\nann,3,"New York, NY"\nbob,,"say ""hi"""\n\n"multi\nline",5,z\n'


def read():
    for row in csv.reader(io.StringIO(TEXT)):
        print(row)
    rows = list(csv.reader(["a,b", "1,2", " x , y "]))
    print(rows, rows[1][0] + rows[1][1])
    r = csv.reader(TEXT.splitlines())
    header = next(r)
    print(header, r.line_num)
    for row in r:
        print(len(row), row, r.line_num)
    print(next(csv.reader(["only,one"])), next(csv.reader([]), None), list(csv.reader([""])))


def one_line():
    line = 'a,"b,c",d'
    fields = next(csv.reader([line]))
    print(fields, len(fields))
    name, quoted, last = fields
    print(name, quoted, last)
    for fields in csv.reader(["x,1", "y,2"]):
        print(fields[0], int(fields[1]) + 1)


def dialects():
    print(list(csv.reader(["a\tb c\td"], delimiter="\t")), list(csv.reader(["a;b;'c;d'"], delimiter=";", quotechar="'")), list(csv.reader(["a\tb"], dialect="excel-tab")), list(csv.reader(["a\tb"], "excel-tab")))
    print(list(csv.reader(['a, "b, c", d'], skipinitialspace=True)), list(csv.reader(['a, "b, c"'])), list(csv.reader(["a\\,b,c"], escapechar="\\")), list(csv.reader(['"a\\"b",c'], escapechar="\\", doublequote=False)))
    print(list(csv.reader(['1,"2",3.5'], quoting=csv.QUOTE_NONNUMERIC)), list(csv.reader(['"a",b'], quoting=csv.QUOTE_NONE)), list(csv.reader(['a"b,c"', '"a"b,c', 'a,""', '"a\n', 'b"'])))
    csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_MINIMAL)
    print(list(csv.reader(["a|b,c"], "pipes")), csv.list_dialects())
    csv.unregister_dialect("pipes")
    print(list(csv.reader(["a,b\r\n", "c\n", "d\r", "\r\n", "\n"])), csv.field_size_limit(), csv.QUOTE_ALL)


def write():
    f = io.StringIO()
    w = csv.writer(f)
    print(w.writerow(["a", 1, 2.5, None, True, "x,y", 'q"q', "two\nlines", ""]))
    w.writerow(("t", "u"))
    w.writerows([[1, 2], ["x", "y z"]])
    w.writerow([""])
    w.writerow([])
    w.writerow("abc")
    w.writerow(x * 2 for x in range(3))
    print(repr(f.getvalue()))


def write_dialects():
    for q in [csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]:
        f = io.StringIO()
        csv.writer(f, quoting=q).writerow(["a", 1, None, 2.5, "b c"])
        print(repr(f.getvalue()))
    f = io.StringIO()
    csv.writer(f, delimiter="|", lineterminator="\n").writerow(["a|b", "c,d", "e"])
    csv.writer(f, quotechar="'", lineterminator="\n").writerow(["a,b", "it's"])
    csv.writer(f, quoting=csv.QUOTE_NONE, escapechar="\\", lineterminator="\n").writerow(["a,b", 'q"', "back\\slash"])
    csv.writer(f, doublequote=False, escapechar="\\", lineterminator="\n").writerow(['a"b', "c"])
    csv.writer(f, dialect="unix").writerow([1, "x"])
    print(f.getvalue())


def dict_read():
    for row in csv.DictReader(io.StringIO(TEXT)):
        print(row, row["name"], row["age"])
    r = csv.DictReader(["a,b", "1,2,3", "4", "", "5,6"], restkey="rest", restval="?")
    print(r.fieldnames, list(r), r.line_num)
    print(list(csv.DictReader(["1,2", "3,4,5"], fieldnames=["x", "y"])), list(csv.DictReader(["a;b", "1;2"], delimiter=";")), csv.DictReader([]).fieldnames)
    total = 0
    for row in csv.DictReader(["k,n", "a,1", "b,2"]):
        total += int(row["n"])
        print(row["k"].upper(), row.get("zz"))
    print(total, next(csv.DictReader(["k", "v"])))


def dict_write():
    f = io.StringIO()
    w = csv.DictWriter(f, fieldnames=["a", "b"], lineterminator="\n")
    w.writeheader()
    w.writerow({"a": 1, "b": "x,y"})
    w.writerow({"a": 2})
    w.writerows([{"b": 3, "a": 4}, {"a": 5, "b": 6}])
    print(f.getvalue(), w.fieldnames)
    g = io.StringIO()
    v = csv.DictWriter(g, ["a"], restval="-", extrasaction="ignore")
    v.writerow({"a": 1, "zz": 2})
    v.writerow({})
    print(repr(g.getvalue()))
    try:
        w.writerow({"a": 1, "c": 2})
    except ValueError as e:
        print(e)


def to_file():
    with open("t.csv", "w", newline="") as f:
        w = csv.writer(f)
        w.writerow(["id", "text"])
        w.writerow([1, "a\nb"])
    with open("t.csv", newline="") as f:
        print(repr(f.read()))
    with open("t.csv", newline="") as f:
        r = csv.reader(f)
        print(next(r), [row for row in r])
    with open("t.csv") as f:
        print([row["text"] for row in csv.DictReader(f)])


def errors():
    try:
        list(csv.reader(["a\rb"]))
    except csv.Error as e:
        print(type(e).__name__, e)
    try:
        list(csv.reader(['"a"b'], strict=True))
    except csv.Error as e:
        print(e)
    try:
        list(csv.reader(['"a'], strict=True))
    except csv.Error as e:
        print(e)
    try:
        csv.reader([], "nope")
    except csv.Error as e:
        print(e)
    try:
        csv.reader([], delimiter="ab")
    except TypeError as e:
        print(e)
    try:
        csv.reader([], quoting=9)
    except TypeError as e:
        print(e)
    try:
        csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"])
    except csv.Error as e:
        print(e)
    try:
        csv.writer(io.StringIO()).writerow(5)
    except csv.Error as e:
        print(e)
    try:
        csv.writer(5)
    except TypeError as e:
        print(e)
    try:
        list(csv.reader(["a,1"], quoting=csv.QUOTE_NONNUMERIC))
    except ValueError as e:
        print(e)
    list(csv.reader(["x" * 140000]))
