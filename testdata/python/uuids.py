"""Module uuid."""
import uuid


def named():
    u = uuid.uuid5(uuid.NAMESPACE_DNS, "python.org")
    print(u, repr(u), u.version, u.variant, u.urn, uuid.uuid3(uuid.NAMESPACE_URL, "x"), uuid.uuid5(uuid.NAMESPACE_OID, "é"), uuid.uuid3(uuid.NAMESPACE_X500, ""))


def parts():
    u = uuid.UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
    print(u.bytes_le, u.time_low, u.time_mid, u.time_hi_version, u.clock_seq, u.clock_seq_low, u.clock_seq_hi_variant, u.time, u.node, u.version, u.hex)


def by_time():
    a, b = uuid.uuid1(), uuid.uuid1(5, 7)
    print(len(str(a)), a.version, a != b, a.time < b.time, b.node, b.clock_seq, uuid.getnode() == uuid.getnode())


def random():
    a = uuid.uuid4()
    print(a.version, a.variant == uuid.RFC_4122, a == uuid.UUID(str(a)), a == uuid.uuid4(), uuid.UUID(bytes=a.bytes) == a)


def made():
    print(uuid.UUID(bytes=b"1" * 16), uuid.UUID(bytes=b"1" * 16, version=4), uuid.UUID("12345678123456781234567812345678").version,
          uuid.UUID("{12345678-1234-5678-1234-567812345678}") == uuid.UUID("urn:uuid:12345678-1234-5678-1234-567812345678"))
    for text in ("00000000-0000-0000-0000-000000000000", "00000000-0000-0000-c000-000000000000", "00000000-0000-0000-e000-000000000000"):
        print(uuid.UUID(text).variant, uuid.UUID(text).version)
    for f in (lambda: uuid.UUID(bytes=b"1"), lambda: uuid.UUID("12"), lambda: uuid.UUID(bytes=b"1" * 16, version=9)):
        try:
            f()
        except ValueError as e:
            print(e)
