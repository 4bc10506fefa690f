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

class Template:
    """A text with $names to be filled in."""
    template: str
    def __init__(self, template: str) -> Template: ...
    def substitute(self, mapping: Any = None, /, **kws: Any) -> str: ...
    def safe_substitute(self, mapping: Any = None, /, **kws: Any) -> str: ...
    def is_valid(self) -> bool: ...
    def get_identifiers(self) -> list[str]: ...
