import base64
import fnmatch
import glob
import hashlib
import logging
import operator
import os
import struct
import sys
import uuid
from operator import add, itemgetter


def structs():
    b = struct.pack("<hI?4sd", -2, 7, True, b"ab", 1.5)
    print(b, struct.calcsize("<hI?4sd"), struct.unpack("<hI?4sd", b), struct.calcsize("bi"), struct.pack(">H", 258), struct.unpack("!2i", b"\0\0\0\1\xff\xff\xff\xff"))
    n, = struct.unpack("<q", b"\x01\0\0\0\0\0\0\0")
    x, y = struct.unpack("ff", struct.pack("ff", 0.5, 0.1))
    print(n, n + 1, x, y, struct.pack("3c", b"a", b"b", b"c"), struct.pack("5p", b"abc"), struct.unpack_from("B", b"abc", 1), struct.pack("bxh", 1, 2))


def bad_struct():
    struct.unpack("<i", b"abc")


def struct_range():
    try:
        struct.pack("b", 200)
    except struct.error as e:
        print("error", e)
    try:
        struct.pack("i", 1 << 40)
    except struct.error as e:
        print("error", e)
    struct.pack("H", "x")


def globs():
    for name in ["a.txt", "b.txt", ".h.txt", "c.log"]:
        with open(name, "w") as f:
            f.write(name)
    os.makedirs("d/e")
    with open("d/e/f.txt", "w") as f:
        f.write("x")
    print(sorted(glob.glob("*.txt")), sorted(glob.glob("[ab].*")), glob.glob("d/*/*.txt"), sorted(glob.glob("**/*.txt", recursive=True)), glob.glob("nope*"), sorted(glob.glob("./?.log")), glob.glob("d/"), sorted(glob.glob("d/**", recursive=True)))
    print(len(glob.glob(os.path.join(os.getcwd(), "*.txt"))), fnmatch.fnmatch("a.txt", "*.txt"), fnmatch.fnmatch("a.txt", "[!a]*"), fnmatch.fnmatch("abc", "a?c"))


def digests():
    print(hashlib.md5(b"abc").hexdigest(), hashlib.sha1("é".encode()).hexdigest(), hashlib.sha256(b"").hexdigest())
    h = hashlib.sha256()
    h.update(b"a")
    h.update(b"b")
    print(h.hexdigest(), h.digest()[:4], h.name, h.digest_size, hashlib.sha512(b"x").hexdigest()[:16], int(hashlib.md5("k".encode("utf-8")).hexdigest()[:8], 16) % 10)


def base64s():
    print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.b64decode(b"aGVsbG8=").decode(), base64.urlsafe_b64encode(b"\xff\xfe"), base64.urlsafe_b64decode("__4="), base64.b64encode("x".encode()).decode("ascii"))


def bad_base64():
    base64.b64decode("abc")


def uuids():
    u = uuid.uuid4()
    print(len(str(u)), u.version, len(u.hex), u == uuid.UUID(str(u)), str(uuid.UUID("12345678-1234-5678-1234-567812345678")), repr(uuid.UUID("12345678123456781234567812345678")))


def logs():
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s", stream=sys.stdout)
    log = logging.getLogger("app")
    log.info("hello %s %d", "x", 3)
    log.debug("hidden")
    log.warning("careful")
    logging.error("root %s", [1])
    log.setLevel(logging.DEBUG)
    log.debug("shown")
    logging.getLogger("app.sub").debug("inherits")
    log.setLevel("ERROR")
    log.info("hidden")
    print(log.getEffectiveLevel(), log.name, logging.getLogger() is logging.getLogger(), log.isEnabledFor(logging.INFO))


def log_default():
    logging.getLogger("x").warning("to stderr")
    logging.info("no")
    print("done")


def operators():
    print(add(1, 2), operator.mul(3, 4), sorted([(1, "b"), (2, "a")], key=itemgetter(1)), operator.lt(1, 2))


def exits():
    try:
        sys.exit(3)
    except SystemExit as e:
        print("exit", e.code)


def attributes_of_none():
    d = {"a": "x"}
    try:
        print(d.get("b").upper())
    except AttributeError as e:
        print(e)
