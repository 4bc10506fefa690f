"""The encodings of module base64 beside base 64."""
import binascii

_BASE32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_BASE32_HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_BASE85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_LINE = 57  # bytes that make a line of 76 characters


def _ascii(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters")
    return bytes(s)


def standard_b64encode(s):
    return binascii.b2a_base64(s, newline=False)


def standard_b64decode(s):
    return binascii.a2b_base64(_ascii(s))


def encodebytes(s):
    return b"".join([binascii.b2a_base64(s[i:i + _LINE]) for i in range(0, len(s), _LINE)])


def decodebytes(s):
    return binascii.a2b_base64(s)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    text = _ascii(s)
    if casefold:
        text = text.upper()
    for c in text:
        if c not in b"0123456789ABCDEF":
            raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(text)


def _encode32(s, alphabet):
    out = []
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        bits = int.from_bytes(part + bytes(5 - len(part)), "big")
        used = (len(part) * 8 + 4) // 5
        for k in range(8):
            out.append(alphabet[bits >> (35 - 5 * k) & 31] if k < used else ord("="))
    return bytes(out)


def _decode32(s, alphabet, casefold, map01):
    text = _ascii(s)
    if len(text) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        text = text.replace(b"0", b"O").replace(b"1", _ascii(map01))
    if casefold:
        text = text.upper()
    digits = text.rstrip(b"=")
    padding = len(text) - len(digits)
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    values = []
    for c in digits:
        v = alphabet.find(c)
        if v < 0:
            raise binascii.Error("Non-base32 digit found")
        values.append(v)
    values += [0] * padding
    out = b""
    for i in range(0, len(values), 8):
        bits = 0
        for v in values[i:i + 8]:
            bits = bits << 5 | v
        out += bits.to_bytes(5, "big")
    return out[:len(digits) * 5 // 8]


def b32encode(s):
    return _encode32(s, _BASE32)


def b32decode(s, casefold=False, map01=None):
    return _decode32(s, _BASE32, casefold, map01)


def b32hexencode(s):
    return _encode32(s, _BASE32_HEX)


def b32hexdecode(s, casefold=False):
    return _decode32(s, _BASE32_HEX, casefold, None)


def b85encode(b, pad=False):
    out = []
    for i in range(0, len(b), 4):
        part = b[i:i + 4]
        missing = 4 - len(part)
        n = int.from_bytes(part + bytes(missing), "big")
        digits = []
        for _ in range(5):
            digits.append(_BASE85[n % 85])
            n //= 85
        digits.reverse()
        out += digits if pad else digits[:5 - missing]
    return bytes(out)


def b85decode(b):
    text = _ascii(b)
    out = b""
    for i in range(0, len(text), 5):
        part = text[i:i + 5]
        missing = 5 - len(part)
        n = 0
        for k in range(5):
            v = 84
            if k < len(part):
                v = _BASE85.find(part[k])
                if v < 0:
                    raise ValueError(f"bad base85 character at position {i + k}")
            n = n * 85 + v
        if n > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {i}")
        out += n.to_bytes(4, "big")[:4 - missing]
    return out
