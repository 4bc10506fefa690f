import textwrap

TEXT = "The quick brown-fox jumped over the lazy dog -- twice, and well-known state-of-the-art engines watched. What?  Yes!"


def wrap():
    print(textwrap.wrap(TEXT, 20))
    print(textwrap.wrap(TEXT, width=30))
    print(textwrap.wrap(""), textwrap.wrap("   "), textwrap.wrap("a\tb\nc"))
    print(textwrap.wrap("Look, goof-ball -- use the -b option!", 8))
    print(textwrap.wrap("supercalifragilisticexpialidocious", 10), textwrap.wrap("a supercalifragilistic b", 10, break_long_words=False))
    print(textwrap.wrap("well-known state-of-the-art", 8), textwrap.wrap("well-known state-of-the-art", 8, break_on_hyphens=False))
    print(textwrap.wrap("em--dash em---dash a-b-c-d 12-34 x-1", 6), textwrap.wrap("hyphen-ated-" * 4, 7))
    print(textwrap.wrap("größe über straße naïve", 6))


def fill():
    print(textwrap.fill(TEXT, 40))
    print(textwrap.fill(TEXT, width=40, initial_indent="* ", subsequent_indent="  "))
    print(textwrap.fill("tabs\there   and  spaces", 12, expand_tabs=False, replace_whitespace=False), "|")
    print(textwrap.fill("One. Two! \"Three.\" four", 70, fix_sentence_endings=True))
    print(textwrap.fill(TEXT, 30, max_lines=2), "|")
    print(textwrap.fill(TEXT, 30, max_lines=2, placeholder="..."), "|")
    print(textwrap.fill("a  b   c", 5, drop_whitespace=False), "|")


def shorten():
    print(textwrap.shorten("Hello  world!", width=12), textwrap.shorten("Hello  world!", width=11), textwrap.shorten("Hello world", width=10, placeholder="..."))
    print(textwrap.shorten("one two three four", 12), textwrap.shorten("", 10), "|")


def dedent():
    print(textwrap.dedent("""
        hello
          world
        end
    """))
    print(repr(textwrap.dedent("  a\n\tb\n")), repr(textwrap.dedent("   a\n  \n   b")), repr(textwrap.dedent("a\n b")))


def indent():
    print(repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "> ", lambda line: True)))
    print(repr(textwrap.indent("a\nbb\n", "-", predicate=lambda line: len(line) > 2)))


def wrapper():
    w = textwrap.TextWrapper(width=20, initial_indent="- ", subsequent_indent="  ")
    print(w.fill(TEXT))
    print(w.wrap("short"))


def errors():
    try:
        textwrap.wrap("a", 0)
    except ValueError as e:
        print(e)
    try:
        textwrap.shorten("hello world", 3)
    except ValueError as e:
        print(e)
