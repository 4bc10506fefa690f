"""What of module uuid is made of digests and of the time."""
from hashlib import md5 as _md5, sha1 as _sha1
from random import getrandbits as _getrandbits
from time import time_ns as _time_ns
from uuid import UUID as _UUID

NAMESPACE_DNS = _UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = _UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = _UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = _UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")

RESERVED_NCS = "reserved for NCS compatibility"
RFC_4122 = "specified in RFC 4122"
RESERVED_MICROSOFT = "reserved for Microsoft compatibility"
RESERVED_FUTURE = "reserved for future definition"

_node = _getrandbits(48) | 1 << 40  # a random one, marked as such
_last = 0


def uuid3(namespace, name):
    return _UUID(bytes=_md5(namespace.bytes + name.encode("utf-8")).digest(), version=3)


def uuid5(namespace, name):
    return _UUID(bytes=_sha1(namespace.bytes + name.encode("utf-8")).digest()[:16], version=5)


def getnode():
    return _node


def uuid1(node=None, clock_seq=None):
    global _last
    now = _time_ns() // 100 + 0x01b21dd213814000
    if now <= _last:
        now = _last + 1
    _last = now
    if clock_seq is None:
        clock_seq = _getrandbits(14)
    if node is None:
        node = _node
    swapped = (now & 0xffffffff).to_bytes(4, "big") + (now >> 32 & 0xffff).to_bytes(2, "big") + (now >> 48 & 0x0fff).to_bytes(2, "big")
    return _UUID(bytes=swapped + (clock_seq & 0x3fff).to_bytes(2, "big") + node.to_bytes(6, "big"), version=1)
