import binascii
import zlib
from binascii import hexlify, unhexlify


def mixed(x):
    return hexlify(x)


def hexadecimal():
    print(binascii.hexlify(b"Montreal"), hexlify("caf\u00e9".encode("utf8")), int(hexlify(b"Reno"), 16), int(hexlify(b"").decode() or "0", 16))
    print(hexlify(b"abcdef", "-", 4), hexlify(b"abcde", b":", -2), hexlify(b"abc", "_"), binascii.b2a_hex(b"\x00\xff"), hexlify(b"abc", bytes_per_sep=2, sep=" "))
    print(unhexlify("4d6f"), unhexlify(b"FFfe"), unhexlify(""), binascii.a2b_hex("00ff"), binascii.a2b_hex(b"7a"))


def bad_digits():
    for digits in ["abc", "zz", "\u00e9\u00e9"]:
        try:
            print(unhexlify(digits))
        except binascii.Error as e:
            print("Error", e)
        except ValueError as e:
            print("ValueError", e)
    unhexlify(b"0")


def bad_types():
    for x in [b"1", "1", 1]:
        try:
            print(mixed(x))
        except TypeError as e:
            print("TypeError", e)


def base_64():
    print(binascii.b2a_base64(b"abcd"), binascii.b2a_base64(b"abcd", newline=False), binascii.a2b_base64("YWJjZA=="), binascii.a2b_base64(b"YWJj\n"))


def sums():
    print(binascii.crc32(b"abc"), binascii.crc32(b"c", binascii.crc32(b"ab")), zlib.crc32(b"abc"), zlib.crc32(b"", 5), binascii.crc32(b"abc", -1), binascii.crc32(b"a", 2**40 + 3))
    print(zlib.adler32(b"abc"), zlib.adler32(b"", 70000), zlib.adler32(b"abc", 0xFFF0FFF5), zlib.adler32(b"x" * 10000), zlib.adler32(b"b", zlib.adler32(b"a")))
    print(binascii.crc_hqx(b"abc", 0), binascii.crc_hqx(b"abc", 70000), [zlib.crc32(s.encode()) % 10 for s in ["Toronto", "Las Vegas", "\u00e9"]])
