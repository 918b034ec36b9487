"""Values of times that name a place in the calendar: days, months, seasons, years and ranges of them."""

from __future__ import annotations

import re

from sayso.language import times_dates as dates
from sayso.language.times_dates import Day
from sayso.language.times_grammar import Found, lexicon
from sayso.language.times_setting import Setting, month_of, number_of


def iso(here: Setting, found: Found) -> str | None:
    """Return the value of '2031-05-02' and '2031-05-02T19:40'."""
    day = Day(number_of(found.get("y")), number_of(found.get("m")), number_of(found.get("d")))
    if not dates.possible(day.year, day.month, day.day):
        return None
    hour, minute = found.get("h"), found.get("min")
    clock = f"T{hour}:{minute}:00" if hour and minute and int(hour) < 24 and int(minute) < 60 else ""
    return day.edtf() + clock


def numbered(here: Setting, found: Found) -> str | None:
    """Return the value of '30/05/2031' and '2.5.2031'; where day and month may be either, both days as a choice.

    With points the day comes first, as everywhere that writes so.
    """
    year, a, b = int(found.parts["y"]), int(found.parts["a"]), int(found.parts["b"])
    held = [Day(year, b, a)] if found.parts["sep"] == "." else [Day(year, b, a), Day(year, a, b)]
    told = sorted({day.edtf() for day in held if dates.possible(day.year, day.month, day.day)})
    if not told:
        return None
    if len(told) == 1:
        here.last = dates.parse(told[0])
        return told[0]
    return f"[{','.join(told)}]"


def feast(here: Setting, found: Found) -> str | None:
    """Return the value of 'New Year's Eve', 'Christmas Day 2030'."""
    month, number = lexicon()["feasts"][re.sub(r"\s+", " ", found.parts["feast"].replace("’", "'"))]
    day = here.day_of(found, month, number, here.year_of(found))
    return day.edtf() if day else None


def day(here: Setting, found: Found) -> str | None:
    """Return the value of '2 May', 'May 2, 2031', 'Tuesday, 2 May'."""
    day = here.day_of(found, month_of(found.get("m")), number_of(found.get("d")), here.year_of(found))
    return day.edtf() if day else None


def days(here: Setting, found: Found) -> str | None:
    """Return the value of '2-4 May', 'May 2 and 3'."""
    month, year = month_of(found.get("m")), here.year_of(found)
    first = here.day_of(found, month, number_of(found.get("d")), year)
    second = here.day_of(found, month, number_of(found.get("d2")), year)
    return _joined(here, found, first, second)


def days_across(here: Setting, found: Found) -> str | None:
    """Return the value of '30 May to 2 June 2031'."""
    year = here.year_of(found)
    second = here.day_of(found, month_of(found.get("m2")), number_of(found.get("d2")), year)
    first_year = number_of(found.get("y1")) or (second.year if second else None)
    first = here.day_of(found, month_of(found.get("m")), number_of(found.get("d")), first_year)
    return _joined(here, found, first, second)


def months(here: Setting, found: Found) -> str | None:
    """Return the value of 'July or August of this year'."""
    second = here.day_of(found, month_of(found.get("m2")), None, here.year_of(found))
    first_year = number_of(found.get("y1")) or (second.year if second else None)
    first = here.day_of(found, month_of(found.get("m")), None, first_year)
    return _joined(here, found, first, second)


def _joined(here: Setting, found: Found, first: Day | None, second: Day | None) -> str | None:
    """A range, a choice ('or') or a set ('and') of two days or months."""
    if first is None or second is None or first == second:
        return None
    low, high = first.edtf(), second.edtf()
    here.last = second
    word = (found.get("to") or "").strip()
    if word in ("or", "/"):
        return f"[{low},{high}]"
    if word == "and" and not here.before(found, "between"):
        return f"{{{low},{high}}}"
    if first.year is not None and low > high:
        if found.get("y1") or (first.month or 0) <= (second.month or 0):
            return None
        low = Day(first.year - 1, first.month, first.day).edtf()  # from December to January
    return dates.interval(low, high)


def month(here: Setting, found: Found) -> str | None:
    """Return the value of 'June', 'mid-July 2031', 'last June'."""
    day = here.day_of(found, month_of(found.get("m")), None, here.year_of(found))
    return _rough(found, day.edtf()) if day else None


def _rough(found: Found, edtf: str) -> str:
    return dates.approximate(edtf) if found.get("part") else edtf


def quarter(here: Setting, found: Found) -> str | None:
    """Return the value of 'the first quarter of 2031'; None without a year."""
    year, n = here.year_of(found), lexicon()["ordinals"][found.parts["n"].lower()]
    if year is None or (found.get("unit") == "half" and n > 2):
        return None
    return f"{year}-{(32 if found.get('unit') == 'quarter' else 39) + n}"


def season(here: Setting, found: Found) -> str | None:
    """Return the value of 'the spring of 2030', 'last winter'; None without a year."""
    number = lexicon()["seasons"][found.parts["s"].lower()]
    year = here.year_of(found)
    which = found.get("which")
    if year is None and which and here.anchor.year is not None and here.anchor.month is not None:
        here.anchored = True
        now = 20 + (here.anchor.month % 12) // 3 + 1 if here.anchor.month not in (12, 1, 2) else 24
        in_year = here.anchor.year - (here.anchor.month <= 2)  # a winter bears the year it began in
        year = in_year + {"last": -(number >= now), "this": 0, "next": int(number <= now)}[which]
    return f"{year}-{number}" if year is not None else None


def years(here: Setting, found: Found) -> str | None:
    """Return the value of '1999-2003'."""
    low, high = found.parts["y"], found.parts["y2"]
    high = low[:2] + high if len(high) == 2 else high
    word = (found.get("to") or "").strip()
    if int(low) >= int(high):
        return None
    here.last = Day(int(high))
    if word == "or":
        return f"[{low},{high}]"
    return f"{{{low},{high}}}" if word == "and" and not here.before(found, "between") else f"{low}/{high}"


def year(here: Setting, found: Found) -> str | None:
    """Return the value of '2021', 'late 2029'."""
    edtf = _rough(found, found.parts["y"])
    return dates.approximate(edtf) if here.before(found, "around|about|circa") and not edtf.endswith("~") else edtf


def decade(here: Setting, found: Found) -> str | None:
    """Return the value of 'the 1990s', 'the nineties'."""
    if tenth := found.get("tenth"):
        return f"19{tenth}X"
    if tens := found.get("tens"):
        return f"19{lexicon()['decades'][tens]}X"
    return found.parts["y"] + "X"


def century(here: Setting, found: Found) -> str | None:
    """Return the value of 'the 19th century'."""
    n = int(found.parts["n"])
    return f"{n - 1:02d}XX" if 10 < n < 30 else None
