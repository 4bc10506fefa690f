"""Universally unique names."""

class UUID:
    """A UUID."""
    def __init__(self, hex: str) -> UUID: ...
    hex: str
    version: int
    bytes: bytes

def uuid4() -> UUID: ...
