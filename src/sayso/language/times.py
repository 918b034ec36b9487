"""Times of a text as EDTF: found by a grammar of our own, set against the day of publication, unknown parts left X.

Values: a day `2031-05-02`, `XXXX-05-02` without a year; a month, year, decade `199X`, century `18XX`; seasons, quarters and halves with the
numbers of ISO 8601-2; ranges `a/b`; 'July or August' `[a,b]`, 'July and August' `{a,b}`; 'since' and 'until' open a range, unless the year is unknown
(the notation has none there); 'mid-', 'late' and 'N years ago' are approximate, `~`. A clock time counts with the full day beside
it (`2031-05-02T19:40:00`), with part of a day it adds nothing, alone it gives no time. A weekday that nothing dates is `XXXX-XX-XX`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from sayso.language import times_calendar as calendar
from sayso.language import times_dates as dates
from sayso.language import times_relative as relative
from sayso.language.times_dates import Day
from sayso.language.times_grammar import Found, scan
from sayso.language.times_setting import Setting, month_of, number_of
from sayso.model import Span, Time

_RULES: dict[str, Callable[[Setting, Found], str | None]] = {
    "iso": calendar.iso, "numbered": calendar.numbered, "feast": calendar.feast, "weekdays": relative.weekdays, "day": calendar.day, "days": calendar.days, "days across": calendar.days_across, "month": calendar.month, "months": calendar.months,
    "quarter": calendar.quarter, "season": calendar.season, "year": calendar.year, "years": calendar.years, "decade": calendar.decade, "century": calendar.century,
    "weekday": relative.weekday, "deictic": relative.deictic, "unit": relative.unit, "shift": relative.shift,
}  # fmt: skip


def find_times(text: str, spans: Sequence[Span], *, published: str | None, dateline: str | None) -> tuple[Time, ...]:
    """Return the times in `spans` of `text`, in text order, set against the day of writing.

    `published` is an EDTF date or None; a `dateline` gives the day of writing when it names one. Without a year nothing is anchored further
    than its known parts allow. Impossible dates (31 June) give no time. Method: the measured traps of existing parsers, avoided by a closed grammar.
    """
    found = scan(text, spans)
    anchor = writing_day(published, dateline)
    here = Setting(text, anchor)
    times: list[Time] = []
    clocks = {i: _clock(item) for i, item in enumerate(found) if item.rule == "clock"}
    for i, item in enumerate(found):
        if item.rule == "clock":
            continue
        edtf = _value(here, item)
        if edtf is None:
            continue
        start, end = item.start, item.end
        for j in (i - 1, i + 1):
            if j in clocks and _beside(text, item, found[j]):
                if dates.parse(edtf).full and len(edtf) == 10 and clocks[j]:
                    edtf = f"{edtf}T{clocks[j]}:00"
                start, end = min(start, found[j].start), max(end, found[j].end)
                clocks.pop(j)
                break
        times.append(Time(Span(start, end), edtf, here.anchored))
    return tuple(times)


def time_spans(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the ranges of all words that are times, clock times included: no number in them counts anything."""
    return tuple(Span(f.start, f.end) for f in scan(text, spans))


def writing_day(published: str | None, dateline: str | None) -> Day:
    """Return the day a report was written: the dateline's, its year taken from `published`; else that of `published`."""
    known = dates.parse(published)
    named = [f for f in scan(dateline, [Span(0, len(dateline))]) if f.rule in ("day", "iso")] if dateline else []
    if not named:
        return known
    month, day, year = month_of(named[0].get("m")), number_of(named[0].get("d")), number_of(named[0].get("y"))
    if year is None and known.full and month and day:
        near = [date(y, month, day) for y in (known.full.year, known.full.year - 1) if dates.possible(y, month, day)]
        near = [
            d for d in near if -1 <= (known.full - d).days <= 31
        ]  # nobody writes after publication, time zones apart
        return dates.of(near[0]) if near else known
    if not dates.possible(year, month, day):
        return known
    given = Day(year, month, day)
    if given.full and known.full and (given.full - known.full).days > 1:
        return known
    return given if year or known.full is None else known


def _value(here: Setting, found: Found) -> str | None:
    """Return the EDTF value of a time, None when it has none; what the next time may refer to is kept in `here`."""
    here.anchored = False
    edtf = _RULES[found.rule](here, found)
    if edtf is None:
        return None
    named = dates.partial(edtf) if "X" in edtf else dates.parse(edtf)
    here.last = here.last if named == Day() else named
    opened = here.before(found, "since|until|till")
    if not opened or "/" in edtf or "X" in edtf:
        return edtf
    edtf = edtf.split("T")[0]  # an interval of the notation has days at the finest
    return dates.interval(edtf, "..") if opened.group().lower().startswith("since") else dates.interval("..", edtf)


def _beside(text: str, day: Found, clock: Found) -> bool:
    """Tell whether only small words part a clock time from the day."""
    between = text[min(day.end, clock.end) : max(day.start, clock.start)]
    return bool(
        re.fullmatch(
            r"[\s,]*(?:(?:at|on|of|about|around|shortly|just|before|after|local|time|in|the|from)[\s,]+)*", between
        )
    )


def _clock(found: Found) -> str:
    """The clock time as HH:MM; empty when it is none."""
    if found.get("half"):
        return ""  # morning or evening is not told
    if word := found.get("word"):
        return "" if word == "midnight" else "12:00"  # whether a day's midnight begins or ends it is not told
    hour, minute = int(found.parts["h"]), int(found.parts.get("min", "0"))
    half = (found.get("ap") or "")[:1]
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{minute:02d}"
