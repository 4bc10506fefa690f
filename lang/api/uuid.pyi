"""Universally unique names."""

class UUID:
    """A UUID."""
    @overload
    def __init__(self, hex: str) -> UUID: ...
    @overload
    @bind("UUIDOfBytes")
    def __init__(self, *, bytes: bytes, version: int | None = None) -> UUID: ...
    hex: str
    urn: str
    version: int | None
    variant: str
    bytes: bytes
    bytes_le: bytes
    time_low: int
    time_mid: int
    time_hi_version: int
    clock_seq_hi_variant: int
    clock_seq_low: int
    clock_seq: int
    time: int
    node: int

def uuid4() -> UUID: ...
