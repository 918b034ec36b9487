"""Dates with unknown parts, and their notation as EDTF (ISO 8601-2)."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_LEADING = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[~?%]?$")


@dataclass(frozen=True, slots=True)
class Day:
    """A year, month and day of the month, each None where nothing tells it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def full(self) -> date | None:
        """The calendar date, or None while a part is unknown."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def edtf(self) -> str:
        """Return the notation: unknown parts before a known one as X, unknown parts after it left out."""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.day is not None:
            month = "XX" if self.month is None else f"{self.month:02d}"
            return f"{year}-{month}-{self.day:02d}"
        return year if self.month is None else f"{year}-{self.month:02d}"


def possible(year: int | None, month: int | None, day: int | None) -> bool:
    """Tell whether such a day can exist: 31 June cannot, 29 February of an unknown year can."""
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    return 1 <= day <= monthrange(2000 if year is None else year, month or 1)[1]


def parse(edtf: str | None) -> Day:
    """Return the day of a plain EDTF date of any precision; an empty Day for None, intervals and sets."""
    found = _LEADING.match(edtf) if edtf else None
    if not found:
        return Day()
    year, month, day = (int(part) if part else None for part in found.groups())
    return Day(year, month, day) if year and possible(year, month, day) else Day()


def partial(edtf: str) -> Day:
    """Return the known month and day of a plain date without a year; an empty Day for anything else."""
    found = re.match(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?$", edtf)
    if not found or found.group(1) != "XXXX":
        return Day()
    return Day(None, int(found.group(2)), int(found.group(3)) if found.group(3) else None)


def of(day: date) -> Day:
    """Return a calendar date as a Day."""
    return Day(day.year, day.month, day.day)


def shifted(anchor: Day, days: int) -> Day | None:
    """Return the day so many days from `anchor`, which may lack its year; None when that cannot be told."""
    if anchor.month is None or anchor.day is None:
        return None
    try:
        moved = date(anchor.year or 2001, anchor.month, anchor.day) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    if (
        anchor.year is None
        and (anchor.month <= 2 <= moved.month or moved.month <= 2 <= anchor.month)
        and moved.month != anchor.month
    ):
        return None  # across the end of February the length of the unknown year matters
    return Day(None if anchor.year is None else moved.year, moved.month, moved.day)


def add_months(anchor: Day, months: int) -> Day:
    """Return the month so many months from `anchor`, whose month must be known; the year stays unknown if it was."""
    assert anchor.month is not None
    count = (anchor.year or 0) * 12 + anchor.month - 1 + months
    return Day(None if anchor.year is None else count // 12, count % 12 + 1)


def last_weekday(anchor: date, weekday: int, *, strict: bool = False) -> date:
    """Return the last such weekday (0 = Monday) up to `anchor`; before it when `strict`."""
    back = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=back or (7 if strict else 0))


def next_weekday(anchor: date, weekday: int) -> date:
    """Return the first such weekday (0 = Monday) after `anchor`."""
    return anchor + timedelta(days=(weekday - anchor.weekday() - 1) % 7 + 1)


def approximate(edtf: str) -> str:
    """Return the notation marked as approximate, where the notation allows it (not with unknown digits)."""
    return edtf if "X" in edtf or (edtf[4:5] == "-" and int(edtf[5:7]) > 12) else edtf + "~"


def interval(low: str, high: str) -> str:
    """Return the closed or half-open interval; `..` is an open end.

    Where the notation has no open interval (an unknown digit, a set, a quarter or half) the known end stands alone.
    """
    if ".." in (low, high):
        known = high if low == ".." else low
        part_of_year = re.fullmatch(r"\d{4}-(?:3[3-9]|4\d)", known)
        return known if part_of_year or any(mark in known for mark in "X/[{") else f"{low}/{high}"
    return low if low == high else f"{low}/{high}"
