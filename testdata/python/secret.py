import secrets


def tokens():
    print(len(secrets.token_bytes()), len(secrets.token_bytes(5)), len(secrets.token_hex(8)), len(secrets.token_urlsafe(16)), secrets.token_hex(4) != secrets.token_hex(4))
    print(0 <= secrets.randbelow(10) < 10, secrets.choice([7, 7]), secrets.choice("aa"), secrets.compare_digest("a", "a"), secrets.compare_digest(b"a", b"b"))


def errors():
    try:
        secrets.randbelow(0)
    except ValueError as e:
        print(e)
    none = [x for x in [1] if x > 1]
    try:
        secrets.choice(none)
    except IndexError as e:
        print(e)
