"""Dates and times."""

class DateTime:
    """A naive datetime.datetime; the batch time a callback is given is one."""
    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int
    microsecond: int
    def strftime(self, format: str) -> str: ...
    def isoformat(self, sep: str = "T") -> str: ...
    def timestamp(self) -> float: ...
