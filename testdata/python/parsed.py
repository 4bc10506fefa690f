TEXTS = ["12", "-7", "+3", " 40\n", "", "-", "x", "1_000", "1__0", "٣٤", "0012", "1.5", "-.5", "1e3", "nan", "-nan", "inf", "-Infinity", "1_0.5", "é", "0x10", "9" * 18, "9" * 17 + "x"]


def to_int(text):
    try:
        return int(text)
    except ValueError:
        return None


def to_float(text):
    try:
        value = float(text)
    except (TypeError, ValueError):
        value = -1.0
    return value


def doubled(text, bad):
    try:
        n = int(text.strip()) * 2 + 1
    except Exception:
        n = 0
        bad += 1
    return n, bad


def looks(text):
    try:
        return int(text)
    except ValueError as e:
        return str(e)


def raises_again(text):
    try:
        return int(text)
    except ValueError:
        raise


def other_errors(text):
    try:
        return 100 // int(text)
    except ValueError:
        return -1


def within(text):
    try:
        try:
            return int(text)
        except KeyError:
            return "key"
    except ValueError:
        return "value"


def element(texts, i):
    try:
        return int(texts[i])
    except ValueError:
        return "none"


def elements():
    for i in (0, 5, -1, 99):
        try:
            print(element(TEXTS, i), end=" ")
            print(element({0: "7", 5: "y"}, i), end=" ")
        except (IndexError, KeyError) as e:
            print(type(e).__name__, e)


def helpers():
    print([to_int(t) for t in TEXTS])
    print([to_float(t) for t in TEXTS])
    bad = 0
    for t in TEXTS:
        n, bad = doubled(t, bad)
        print(n, bad, end=" ")
    print()


def in_loops():
    total, wrong = 0, []
    for t in TEXTS:
        try:
            n = int(t)
        except:
            continue
        total += n
    print(total)
    for t in TEXTS[5:]:
        try:
            pair = (t, float(t))
        except ValueError:
            break
        print(ascii(pair), end=" ")
    n = 5
    for t in TEXTS:
        try:
            n = n + int(t)
        except ValueError:
            n = -n
    print(n)


def seen():
    print([ascii(looks(t)) for t in TEXTS])
    for f in (raises_again, other_errors):
        for t in ["4", "y", "0"]:
            try:
                print(f(t), end=" ")
            except (ValueError, ZeroDivisionError) as e:
                print(e, end=" ")
    print()


def nested():
    print([within(t) for t in ["1", "a"]])
