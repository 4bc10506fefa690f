"""String constants."""
ascii_letters: str
ascii_lowercase: str
ascii_uppercase: str
digits: str
hexdigits: str
octdigits: str
punctuation: str
whitespace: str
printable: str
def capwords(s: str, sep: str | None = None) -> str: ...
