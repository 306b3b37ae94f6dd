"""Dates as exact as their authors know them, and the periods they span."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import total_ordering
from typing import NamedTuple

_WRITTEN = re.compile(
    r"(?P<fiscal>FY)?(?P<year>[0-9]{4})"
    r"(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?))?"
)


class FiscalYear(NamedTuple):
    """The month an organization's year begins in, and whether it is named for its `start` or its `end`."""

    starts: int = 1
    named_for: str = "end"

    def first_month(self, year: int) -> tuple[int, int]:
        """The calendar year and the month in which the fiscal year of this name begins."""
        back = self.starts > 1 and self.named_for == "end"
        return year - back, self.starts


CALENDAR = FiscalYear()


@total_ordering
class PartialDate:
    """A year, or a half, quarter, month or day of one, of the calendar or of the fiscal year.

    Two dates are equal if they are written alike, and are ordered by the year and the place in it.
    """

    __slots__ = ("day", "fiscal", "length", "month", "written", "year")

    def __init__(self, written: str) -> None:
        """Raises ValueError, with a sentence for the author, if this is no date."""
        match = _WRITTEN.fullmatch(written)
        if match is None:
            raise ValueError("is not a date")
        self.written = written
        self.fiscal = match["fiscal"] is not None
        self.year = int(match["year"])
        self.day = int(match["day"]) if match["day"] else 0
        self.month, self.length = _months(match)
        if self.fiscal and match["month"]:
            raise ValueError("is not a date: a fiscal year has halves and quarters, and no months")
        if not 1 <= self.year < 9999:
            raise ValueError("is not a date: there is no such year")
        if not 1 <= self.month <= 12:
            raise ValueError("is not a date: there is no such month")
        if match["day"] and not 1 <= self.day <= _days(self.year, self.month):
            raise ValueError("is not a date: there is no such day")

    def first(self, fiscal: FiscalYear = CALENDAR) -> date:
        """Its first day."""
        year, month = self._begin(fiscal)
        return date(year, month, self.day or 1)

    def last(self, fiscal: FiscalYear = CALENDAR) -> date:
        """Its last day."""
        if self.day:
            return date(self.year, self.month, self.day)
        year, month = self._begin(fiscal)
        year, month = _shift(year, month, self.length)
        return date(year, month, 1) - timedelta(days=1)

    def _begin(self, fiscal: FiscalYear) -> tuple[int, int]:
        if not self.fiscal:
            return self.year, self.month
        return _shift(*fiscal.first_month(self.year), self.month - 1)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PartialDate) and self.written == other.written

    def __lt__(self, other: PartialDate) -> bool:
        return self._rank() < other._rank()

    def _rank(self) -> tuple[int, int, int, int]:
        return self.year, self.month, self.day, -self.length

    def __hash__(self) -> int:
        return hash(self.written)

    def __str__(self) -> str:
        return self.written

    def __repr__(self) -> str:
        return f"PartialDate({self.written!r})"


class Period(NamedTuple):
    """From the first day of `start` to the last day of `end`; either may be open."""

    start: PartialDate | None
    end: PartialDate | None

    def first(self, fiscal: FiscalYear = CALENDAR) -> date | None:
        """Its first day, if it has one."""
        return self.start.first(fiscal) if self.start else None

    def last(self, fiscal: FiscalYear = CALENDAR) -> date | None:
        """Its last day, if it has one."""
        return self.end.last(fiscal) if self.end else None

    def __str__(self) -> str:
        if self.start == self.end:
            return str(self.start or "")
        return f"{self.start or ''}–{self.end or ''}"


def _months(match: re.Match[str]) -> tuple[int, int]:
    """The first month of a written date, and how many months it spans."""
    if match["half"]:
        return 6 * int(match["half"]) - 5, 6
    if match["quarter"]:
        return 3 * int(match["quarter"]) - 2, 3
    if match["month"]:
        return int(match["month"]), 1
    return 1, 12


def _shift(year: int, month: int, by: int) -> tuple[int, int]:
    years, rest = divmod(month - 1 + by, 12)
    return year + years, rest + 1


def _days(year: int, month: int) -> int:
    year_after, month_after = _shift(year, month, 1)
    return (date(year_after, month_after, 1) - timedelta(days=1)).day
