# Digests and encodings of module hashlib and base64.
import base64
import binascii
import hashlib
import time


def digests_by_name():
    for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_224", "sha3_256", "sha3_384", "sha3_512"):
        h = hashlib.new(name, b"ab")
        c = h.copy()
        c.update(b"c")
        print(h.name, h.hexdigest(), c.hexdigest()[:12], h.digest_size, h.block_size)


def digests_with_options():
    print(hashlib.md5(b"x", usedforsecurity=False).hexdigest(), hashlib.md5().hexdigest(), hashlib.sha3_256(b"x").hexdigest())
    print(hashlib.new("SHA256").name)


def derived_keys():
    print(hashlib.pbkdf2_hmac("sha256", b"p", b"s", 10).hex(), hashlib.pbkdf2_hmac("sha1", b"p", b"s", 10, dklen=5).hex())
    for f in (lambda: hashlib.new("md0"), lambda: hashlib.pbkdf2_hmac("md0", b"", b"", 1), lambda: hashlib.pbkdf2_hmac("md5", b"", b"", 0)):
        try:
            print(f())
        except ValueError as e:
            print(e)


def encodings():
    pairs = ((base64.b16encode, base64.b16decode), (base64.b32encode, base64.b32decode), (base64.b32hexencode, base64.b32hexdecode),
             (base64.b85encode, base64.b85decode), (base64.standard_b64encode, base64.standard_b64decode),
             (base64.encodebytes, base64.decodebytes))
    for n in range(11):
        s = bytes(range(200, 200 + n))
        for encode, decode in pairs:
            e = encode(s)
            print(e, decode(e) == s)
    print(base64.b32decode("nbswy3dp", True), base64.b16decode("6869"), base64.b32decode(b"MLO23456", map01="L"))
    print(base64.b85encode(b"ab", pad=True), base64.encodebytes(b"x" * 100))


def alternative_characters():
    e = base64.b64encode(b"\xff\xfe\xfb", altchars=b"-_")
    print(e, base64.b64decode(e, altchars=b"-_"), base64.b64decode(e.decode(), b"-_"), base64.b64encode(b"\xff\xfe", b".:"))


def wrong_texts():
    for f in (lambda: base64.b16decode("zz"), lambda: base64.b32decode("A"), lambda: base64.b32decode("AAAAAAA1"), lambda: base64.b85decode("é"),
              lambda: base64.b85decode(b"\x00"), lambda: base64.b85decode("|NsC1"), lambda: base64.b16decode("ABC")):
        try:
            print(f())
        except (ValueError, binascii.Error) as e:
            print(type(e).__name__, e)


def clocks():
    t = time.monotonic_ns()
    print(time.monotonic_ns() >= t, time.perf_counter_ns() > 0, time.process_time_ns() > 0)
