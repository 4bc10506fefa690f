import urllib.parse
import urllib.parse as up
from urllib.parse import parse_qs, quote, urlencode, urlparse

URL = "https://User:p%40ss@Example.COM:8080/a/b;p=1?q=1&r=a+b#frag"


def parse():
    p = urlparse(URL)
    print(p)
    print(p.scheme, p.netloc, p.path, p.params, p.query, p.fragment, p.username, p.password, p.hostname, p.port)
    print(p.geturl(), p[0], p[-1], len(p))
    scheme, netloc, path, params, query, fragment = p
    print(scheme, netloc, path, params, query, fragment)
    print(urlparse("http://h/p").port, urlparse("http://h/p").username, urlparse("/only/path").hostname, urlparse("http://[::1]:80/x").hostname, urlparse("http://[fe80::1%eth0]/").hostname)
    if p.port is not None:
        print(p.port + 1)
    print(urlparse("mailto:a@b.c"), urlparse("//host/x", scheme="ftp"), urlparse("http://h/a;b/c;d?x#y", allow_fragments=False))
    print(urlparse("") == ("", "", "", "", "", ""), urlparse("a") == urlparse("a"), list(urlparse("x:y")))
    print(urlparse(" http://h/a\nb "), urlparse("HTTP://H"), urlparse("1a:b"), urlparse("a+b.c-d:e"))


def split():
    s = urllib.parse.urlsplit(URL)
    print(s)
    print(s.geturl(), s.hostname, s.path)
    print(s._replace(query="", fragment="").geturl(), urlparse(URL)._replace(netloc="x", params="").geturl())
    print(up.urldefrag("http://h/p#f"), up.urldefrag("http://h/p").fragment == "", up.urldefrag("http://h/p#f").url)


def unparse():
    print(up.urlunparse(("http", "h", "/p", "x", "a=1", "f")), up.urlunparse(["", "", "p", "", "", ""]), up.urlunparse(urlparse(URL)))
    print(up.urlunsplit(("http", "h", "p", "", "")), up.urlunsplit(("file", "", "/p", "", "")), up.urlunsplit(("mailto", "", "a@b", "", "")))


def join():
    base = "http://a/b/c/d;p?q"
    for u in ["g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "g;x", "", ".", "./", "..", "../", "../g", "../..", "../../g", "../../../g", "g:h", "http:g", "g..", "./../g", "g/./h", "g/../h"]:
        print(repr(u), urllib.parse.urljoin(base, u))
    print(up.urljoin("", "x"), up.urljoin("http://h/a//b/", "c"), up.urljoin("mailto:a@b", "c"), up.urljoin("http://h", "c"))


def quoting():
    print(quote("a b/c?d=é&~_-."), quote("a/b", safe=""), quote("é", encoding="latin-1"), quote(b"\x00\xff z"), quote(""), quote("a:b", ":"))
    print(up.quote_plus("a b/c+d&é"), up.quote_plus("ab"), up.quote_plus("a b", safe=" "), up.quote_plus(b"a b"), up.quote_from_bytes(b"a&b"))
    print(up.unquote("a%20b%C3%A9%zz%4"), up.unquote("%E9", encoding="latin-1"), up.unquote("%ff"), up.unquote("é%20ü%C3%A9"), up.unquote_plus("a+b%2Bc"), up.unquote_to_bytes("a%20%ff"), up.unquote(b"%41"))


def queries():
    print(parse_qs("a=1&b=2&a=3&c=&d"), parse_qs("a=1&c=&d", keep_blank_values=True), parse_qs(""))
    print(up.parse_qsl("a=1&b=x+y%21&a=3"), up.parse_qsl("a=1;b=2", separator=";"), up.parse_qsl("x=%E9", encoding="latin-1"))
    q = parse_qs(urlparse("http://h/?user=bob&n=3").query)
    print(q["user"][0], int(q["n"][0]) + 1, q.get("zz"), "user" in q)
    for k, v in up.parse_qsl("a=1&b=2"):
        print(k, v)


def encode():
    print(urlencode({"a": 1, "b": "x y", "c": "é&="}), urlencode([("a", 1), ("b", 2.5)]), urlencode({"k": [1, 2]}), urlencode({"k": [1, 2], "s": "ab", "n": 5}, doseq=True))
    print(urlencode({"a": "x y/z"}, quote_via=urllib.parse.quote), urlencode({"a": "x/y"}, safe="/"), urlencode({}), urlencode({"a": None, "b": True, "c": b"x y"}), urlencode((("z", 1),)))
    print(urlencode({"a": ("x", "y"), "b": []}, True))


def errors():
    try:
        urlparse("http://[::1")
    except ValueError as e:
        print(e)
    try:
        urlparse("http://h:99999/").port
    except ValueError as e:
        print(e)
    try:
        urlparse("http://h:x/").port
    except ValueError as e:
        print(e)
    try:
        parse_qs("a", strict_parsing=True)
    except ValueError as e:
        print(e)
    try:
        parse_qs("a=1&b=2", max_num_fields=1)
    except ValueError as e:
        print(e)
    try:
        urlencode(5)
    except TypeError as e:
        print(e)
    for host in ["[1.2.3.4]", "[::1z]", "[1:2:3:4:5:6:7:8]", "[1:2]", "[v1.x]", "[vz]", "[::ffff:1.2.3.4]"]:
        try:
            print(urlparse("http://" + host + "/").hostname)
        except ValueError as e:
            print(e)
    try:
        urlparse("http://ex\u2100mple.com/")
    except ValueError as e:
        print(e)
