TEXTS = ["", "a", "abcba", "äöü", "añb", "x" * 70, "日本語テキスト" * 9 + "!", "ab\u00e9cd" * 13, "tab\tend", "🙂a🙂", "(a(b)c)"]


def tokens(text, kinds=("0123456789", "+-*/")):
    out, i = [], 0
    while i < len(text):
        if text[i] in kinds[0]:
            j = i
            while j < len(text) and text[j].isdigit():
                j += 1
            out.append(int(text[i:j]))
            i = j
            continue
        if text[i] in kinds[1]:
            out.append(text[i])
        elif text[i] != " ":
            raise ValueError(f"{text[i]!r} at {i}")
        i += 1
    return out


def nested(text):
    def at(i):
        return text[i % len(text)]
    word = ""
    for i in range(7):
        word += at(i)
        text = text + word[0]
    return word


def maybe(flag):
    while flag > 0:
        text = ""
        for i in range(flag):
            text += "ab"
        flag -= 2
    return text


def generated(n):
    line = ""
    for i in range(n):
        line += chr(97 + i)
        yield line
        if i % 3 == 2:
            line = "<"


def counted(text):
    counts = {}
    for i in range(len(text) - 1):
        pair = text[i] + text[i + 1]
        counts[pair] = counts.get(pair, 0) + 1
    return sorted(counts.items())


def in_functions():
    for n in range(2):
        print(list(map(len, ["ab", "é"])), [f("abc") for f in [lambda s: s[n] + str(len(s))]])


def while_loops():
    for text in TEXTS:
        i, j, same = 0, len(text) - 1, 0
        while i < j and text[i] == text[j]:
            i += 1
            j -= 1
            same += 1
        print(same, i, j, end=" ")
        i = 0
        out = ""
        while i < len(text):
            out = text[i] + out
            i += 1
        print(ascii(out), out == text[::-1])


def index_errors():
    for text in TEXTS:
        for i in (0, -1, 1, -2, 69, 70, -70, -71, 63, 64, 10**12, -10**12):
            try:
                print(ascii(text[i]), end=" ")
            except IndexError as e:
                print(e, end=" ")
        print()


def parts_of_texts():
    for text in TEXTS:
        n = len(text)
        for i in range(0, n + 3, 7):
            print(ascii(text[i:i + 3]), ascii(text[:i]), ascii(text[-i:i - 1]), ascii(text[i:]), len(text), end=" ")
        print()


def changed_in_the_loop():
    text = "  häuser und gärten"
    while len(text) > 3:
        i = 0
        while i < len(text) and text[i] != " ":
            i += 1
        print(ascii(text[:i]), i)
        text = text[i + 1:]
    for text in TEXTS:
        for k in range(len(text)):
            if text[k] in "bé":
                text = text + "!"
        print(ascii(text), len(text))


def tokenizer():
    for text in ["12+3 * 40", "", "7", "1 + é", "é+1", "1٣2"]:
        try:
            print(tokens(text))
        except ValueError as e:
            print(ascii(str(e)))


def comprehensions():
    for text in TEXTS:
        print(all(text[i] == text[-1 - i] for i in range(len(text) // 2)), [ascii(text[i]) for i in range(0, len(text), 9)],
              sum(1 for i in range(1, len(text)) if text[i] != text[i - 1]), {text[i:i + 2] for i in range(len(text) - 1)} == {text[i:i + 2] for i in range(len(text) - 1)})
    later = (text[i] for i in range(2))
    text = "pq"
    print(list(later), max((text[i] for i in range(len(text))), default=""))
    f = lambda s: [s[len(s) - 1 - i] for i in range(len(s))]
    print("".join(f("añb")), "".join(f("")))


def closures():
    print(nested("ab"), nested("éa"))


def grows():
    out = ""
    for i in range(6):
        out += str(i)
        out += "," + "é" * i
        if i == 3:
            print(ascii(out), len(out), out[0], out[-1], ascii(out[2:5]), out.count(","))
            kept = out
    print(ascii(out), ascii(kept), kept in out, out == kept, f"{out!a:>40}")
    for i in range(4):
        out = out + out[:2] + kept[i]
        kept += out[i]
    print(ascii(out), ascii(kept))
    whole = "x"
    for i in range(5):
        whole += whole
    print(whole, len(whole))


def begins_anew():
    lines, line = [], ""
    for word in "the quick brown fox jumps over the lazy dog".split():
        if len(line) + len(word) > 10:
            lines.append(line)
            line = ""
        if line:
            line += " "
        line += word
    lines.append(line)
    print(lines)
    seen, prefix = {}, ""
    for c in "abcab":
        prefix += c
        seen[prefix] = len(prefix)
        if c == "c":
            prefix = prefix[1:]
    print(seen, prefix)


def raises_in_the_middle():
    out = "-"
    for v in ["1", "x", "3", "", "5"]:
        try:
            out += v + str(10 // int(v)) + ";"
        except ValueError as e:
            out += type(e).__name__
        finally:
            out = out + "|"
    print(out)


def unset():
    print(maybe(3), maybe(4))
    try:
        print(maybe(0))
    except UnboundLocalError as e:
        print(e)


def in_generators():
    print(list(generated(8)))
    text = "naïve"
    print([c for c in (text[i] for i in range(len(text)))] == list(text))


def pairs():
    print(counted("abababé"), counted("ééé"), counted(""))


def constants():
    print("-" * 40 + "+", 3 * "ab", "é" * 0, "x" * -1, "a" "b" + "c", "ü" + "\t" + 'q', ("ab" * 10 ** 4)[:3], len("äb" * 600), "%s" % "a" * 2 + "b")
