"""What isocalendar() gives: a tuple whose parts have names."""

from typing import NamedTuple


class IsoCalendarDate(NamedTuple):
    year: int
    week: int
    weekday: int

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self.year}, week={self.week}, weekday={self.weekday})"


def isocalendar(year, week, weekday):
    return IsoCalendarDate(year, week, weekday)
