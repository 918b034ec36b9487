"""Values of times that count from another day: weekdays, 'yesterday', 'last month', 'two days earlier'."""

from __future__ import annotations

import re
from datetime import date

from sayso.language import times_dates as dates
from sayso.language.times_dates import Day
from sayso.language.times_grammar import Found, lexicon, weekday_number
from sayso.language.times_setting import Setting, number_of
from sayso.language.times_tense import ahead

_UNTOLD = "XXXX-XX-XX"


def weekday(here: Setting, found: Found) -> str | None:
    """Return the last such weekday up to the day of writing, the next where the tense or a word says so."""
    wanted = weekday_number()[found.parts["wd"].lower()]
    which, clause = (found.get("which") or "").strip(), found.get("clause")
    if which in ("the previous", "the following") and here.last.full:
        base = here.last.full
        return dates.of(
            dates.last_weekday(base, wanted, strict=True)
            if which == "the previous"
            else dates.next_weekday(base, wanted)
        ).edtf()
    here.anchored = True
    if here.today is None:
        return _week_back(here)
    if clause:
        monday = date.fromordinal(
            here.today.toordinal() - here.today.weekday() + {"last": -7, "this": 0, "next": 7}[clause.split()[0]]
        )
        return dates.of(date.fromordinal(monday.toordinal() + wanted)).edtf()
    if which in ("next", "this coming") or (which != "last" and ahead(here.text, found.start, found.end)):
        if which == "" and wanted == here.today.weekday():
            return dates.of(here.today).edtf()
        return dates.of(dates.next_weekday(here.today, wanted)).edtf()
    return dates.of(dates.last_weekday(here.today, wanted, strict=which in ("last", "this past"))).edtf()


def weekdays(here: Setting, found: Found) -> str | None:
    """Return the days from one weekday to another: the later one as it stands alone, the earlier the last such before it.

    Without the day of writing there are none.
    """
    first, second = (weekday_number()[found.parts[name].lower()] for name in ("wd", "wd2"))
    here.anchored = True
    if here.today is None or first == second:
        return None
    late = ahead(here.text, found.start, found.end)
    last = (dates.next_weekday if late else dates.last_weekday)(here.today, second)
    return dates.interval(dates.of(dates.last_weekday(last, first)).edtf(), dates.of(last).edtf())


def _week_back(here: Setting) -> str:
    """A weekday of a report whose year is unknown: the month when the whole week before lies in it, else nothing."""
    back = dates.shifted(here.anchor, -6)
    if back is None or back.month != here.anchor.month or back.month is None:
        return _UNTOLD
    year = "XXXX" if here.anchor.year is None else f"{here.anchor.year:04d}"
    return f"{year}-{back.month:02d}-XX"


def deictic(here: Setting, found: Found) -> str | None:
    """Return the day that 'yesterday', 'tonight', 'this morning' mean."""
    word = re.sub(r"\s+", " ", found.parts["word"].lower())
    here.anchored = True
    day = dates.shifted(here.anchor, lexicon()["deictic"][word])
    return day.edtf() if day else _UNTOLD


def unit(here: Setting, found: Found) -> str | None:
    """Return the week, month or year that 'last month' or 'the same year' mean; a week is its Monday to its Sunday."""
    which, unit = re.sub(r"\s+", " ", found.parts["which"].lower()), found.parts["unit"].lower()
    if unit in ("decade", "century"):
        return None
    if unit in ("morning", "afternoon", "evening", "night"):
        unit, which = "day", which.replace("that same", "the same")
    if which.split()[0] in ("over", "during", "at"):
        return _weekend(here, found)
    if which in ("the same", "that", "the previous", "the following", "earlier that", "later that"):
        step = {"the previous": -1, "the following": 1}.get(which, 0)
        return _counted(here, here.last, unit, step)
    if unit == "day" or which == "the past":
        return None
    step = {"last": -1, "late last": -1, "next": 1}.get(which, 0)
    here.anchored = True
    return _counted(here, here.anchor, unit, step)


def _weekend(here: Setting, found: Found) -> str | None:
    """Return the weekend that 'over the weekend' means: the one on which it is written, else the last, or the next where the tense says so."""
    here.anchored = True
    if here.today is None:
        return None
    step = 0 if here.today.weekday() >= 5 or ahead(here.text, found.start, found.end) else -1
    return _counted(here, here.anchor, "weekend", step)


def _counted(here: Setting, base: Day, unit: str, count: int) -> str | None:
    """So many units from a day, no finer than the unit; a week is its Monday to its Sunday."""
    if unit == "year":
        return f"{base.year + count:04d}" if base.year is not None and 0 < base.year + count < 10000 else None
    if unit == "month":
        return dates.add_months(base, count).edtf() if base.month is not None else None
    if unit == "day":
        day = dates.shifted(base, count)
        return day.edtf() if day else None
    if base.full is None:
        return None
    monday = base.full.toordinal() - base.full.weekday() + 7 * count
    first, last = (5, 6) if unit == "weekend" else (0, 6)
    return f"{dates.of(date.fromordinal(monday + first)).edtf()}/{dates.of(date.fromordinal(monday + last)).edtf()}"


def shift(here: Setting, found: Found) -> str | None:
    """Return the day, month or year that 'two days earlier' (than the time named last) or 'five years ago' mean."""
    way, unit = found.parts["way"].lower(), found.parts["unit"].lower()
    count = number_of(found.get("n")) if found.get("n") else 1
    if count is None or (way == "before" and found.get("n") and not here.last.month):
        return None
    base = here.last
    if way == "ago":
        here.anchored = True
        base = here.anchor
    step = -count if way in ("ago", "earlier", "before") else count
    if unit == "decade":
        edtf = _counted(here, base, "year", 10 * step)
    elif unit == "week":
        day = dates.shifted(base, 7 * step)
        edtf = day.edtf() if day else None
    else:
        edtf = _counted(here, base, unit, step)
    exact = unit == "day" or (count == 1 and unit != "decade")
    return edtf if edtf is None or exact else dates.approximate(edtf)
