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

from sayso.language import times_dates as dates
from sayso.language.times_dates import Day
from sayso.language.times_grammar import Found, lexicon, month_number, scan, weekday_number
from sayso.language.times_tense import ahead, told_as_past
from sayso.model import Span, Time

_UNTOLD = "XXXX-XX-XX"


def find_times(text: str, spans: Sequence[Span], *, published: str | None, dateline: str | None) -> tuple[Time, ...]:
    """Return the times in `spans` of `text`, in text order, set against the day of writing.

    `published` is an EDTF date or None; a `dateline` gives the day of writing when it names one. Without a year nothing is anchored further
    than its known parts allow. Impossible dates (31 June) give no time. Method: the measured traps of existing parsers, avoided by a closed grammar.
    """
    found = scan(text, spans)
    anchor = writing_day(published, dateline)
    values = _Values(text, anchor)
    times: list[Time] = []
    clocks = {i: _clock(item) for i, item in enumerate(found) if item.rule == "clock"}
    for i, item in enumerate(found):
        if item.rule == "clock":
            continue
        edtf = values.of(item)
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
        times.append(Time(Span(start, end), edtf, values.anchored))
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
    month, day, year = _month(named[0].get("m")), _number(named[0].get("d")), _number(named[0].get("y"))
    if year is None and known.full and month and day:
        near = [date(y, month, day) for y in (known.full.year, known.full.year - 1) if dates.possible(y, month, day)]
        near = [d for d in near if abs((known.full - d).days) <= 31]
        return dates.of(near[0]) if near else known
    if not dates.possible(year, month, day):
        return known
    return Day(year, month, day) if year or known.full is None else known


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
        return "00:00" if word == "midnight" else "12:00"
    hour, minute = int(found.parts["h"]), int(found.parts.get("min", "0"))
    half = (found.get("ap") or "")[:1]
    if half:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02d}:{minute:02d}"


def _month(name: str | None) -> int | None:
    if name is None:
        return None
    return int(name) if name.isdigit() else month_number().get(name.rstrip("."))


def _number(words: str | None) -> int | None:
    if words is None:
        return None
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else lexicon()["numbers"].get(words)


class _Values:
    """Values of times in the order of the text: each may refer to the one before it."""

    def __init__(self, text: str, anchor: Day) -> None:
        self.text = text
        self.anchor = anchor
        self.today = anchor.full
        self.last = Day()
        self.anchored = False

    def of(self, found: Found) -> str | None:
        """Return the EDTF value, None when there is none; sets `anchored` and what the next time may refer to."""
        self.anchored = False
        rule: Callable[[Found], str | None] = getattr(self, "_" + found.rule.replace(" ", "_"))
        edtf = rule(found)
        if edtf is not None:
            named = dates.parse(edtf) if "X" not in edtf else _partial(edtf)
            if named != Day():
                self.last = named
            edtf = self._open(found, edtf)
        return edtf

    def _open(self, found: Found, edtf: str) -> str:
        before = re.search(
            r"\b(since|until|till)\s+(?:the\s+)?$", self.text[max(0, found.start - 16) : found.start], re.IGNORECASE
        )
        if not before or "/" in edtf or edtf == _UNTOLD:
            return edtf
        edtf = edtf.split("T")[0]  # an interval of the notation has days at the finest
        return dates.interval(edtf, "..") if before.group(1).lower() == "since" else dates.interval("..", edtf)

    def _phrase_year(self, phrase: str | None) -> int | None:
        """The year of 'this year', 'last year', 'that year'."""
        if phrase is None:
            return None
        word = re.sub(r"^of\s+", "", phrase).split()[0]
        if word in ("the", "that"):
            return self.last.year
        self.anchored = True
        return None if self.anchor.year is None else self.anchor.year + {"this": 0, "last": -1, "next": 1}[word]

    def _year_of(self, found: Found) -> int | None:
        year = _number(found.get("y"))
        return year if year is not None else self._phrase_year(found.get("yp"))

    def _near(self, found: Found, month: int, day: int | None) -> int | None:
        """The year of a month or day without one: the last such up to the day of writing, the next where the tense says so."""
        if found.get("yp"):
            return None
        if self.anchor.year is None or self.anchor.month is None:
            return None
        if day is not None and self.anchor.day is None:
            return None
        self.anchored = True
        then, now = (month, day or 0), (self.anchor.month, (self.anchor.day or 0) if day is not None else 0)
        which = (found.get("which") or "").strip()
        if which == "last":
            return self.anchor.year - (then >= now)
        if which == "this":
            return self.anchor.year
        if (weekday := found.get("wd")) and day is not None:
            return self._matching(weekday_number()[weekday], month, day)
        if re.search(r"\bsince\s+$", self.text[max(0, found.start - 8) : found.start], re.IGNORECASE):
            return self.anchor.year - (then > now)
        before, after = self.anchor.year - (then > now), self.anchor.year + (then < now)
        if which == "next":
            return self.anchor.year + (then <= now)
        if ahead(self.text, found.start, found.end):
            return (
                before
                if day is not None
                and before != after
                and self._days_to(before, month, day) > -93
                and self._days_to(after, month, day) > 150
                else after
            )
        soon = 0 < self._days_to(after, month, day or 1) <= 92
        return after if soon and not told_as_past(self.text, found.start, found.end) else before

    def _days_to(self, year: int, month: int, day: int) -> int:
        """How many days a day lies ahead of the day of writing, the first of its month where no day is known; far where it cannot be."""
        if self.anchor.year is None or not dates.possible(year, month, day):
            return 10_000
        today = self.today or date(self.anchor.year, self.anchor.month or 1, 1)
        return (date(year, month, day) - today).days

    def _matching(self, weekday: int, month: int, day: int) -> int | None:
        """The year, nearest to the day of writing, in which that day falls on the weekday the text gives; None when none near does."""
        assert self.anchor.year is not None
        years = [
            y
            for y in range(self.anchor.year - 3, self.anchor.year + 4)
            if dates.possible(y, month, day) and date(y, month, day).weekday() == weekday
        ]
        return min(years, key=lambda y: abs(self._days_to(y, month, day)), default=None)

    def _day_of(self, found: Found, month: int | None, day: int | None, year: int | None) -> Day | None:
        if month is None or not dates.possible(year, month, day):
            return None
        year = year if year is not None else self._near(found, month, day)
        return Day(year, month, day) if dates.possible(year, month, day) else None

    def _iso(self, found: Found) -> str | None:
        day = Day(_number(found.get("y")), _number(found.get("m")), _number(found.get("d")))
        if not dates.possible(day.year, day.month, day.day):
            return None
        return day.edtf() + (
            f"T{found.parts['h']}:{found.parts['min']}:00"
            if found.get("h") and int(found.parts["h"]) < 24 and int(found.parts["min"]) < 60
            else ""
        )

    def _day(self, found: Found) -> str | None:
        day = self._day_of(found, _month(found.get("m")), _number(found.get("d")), self._year_of(found))
        return day.edtf() if day else None

    def _days(self, found: Found) -> str | None:
        month, year = _month(found.get("m")), self._year_of(found)
        first = self._day_of(found, month, _number(found.get("d")), year)
        second = self._day_of(found, month, _number(found.get("d2")), year)
        return self._joined(found, first, second)

    def _days_across(self, found: Found) -> str | None:
        year = self._year_of(found)
        second = self._day_of(found, _month(found.get("m2")), _number(found.get("d2")), year)
        first_year = _number(found.get("y1")) or (second.year if second else None)
        first = self._day_of(found, _month(found.get("m")), _number(found.get("d")), first_year)
        return self._joined(found, first, second)

    def _months(self, found: Found) -> str | None:
        second = self._day_of(found, _month(found.get("m2")), None, self._year_of(found))
        first_year = _number(found.get("y1")) or (second.year if second else None)
        first = self._day_of(found, _month(found.get("m")), None, first_year)
        return self._joined(found, first, second)

    def _joined(self, found: Found, first: Day | None, second: Day | None) -> str | None:
        if first is None or second is None or first == second:
            return None
        low, high = first.edtf(), second.edtf()
        self.last = second
        word = (found.get("to") or "").strip()
        between = re.search(
            r"\bbetween\s+(?:the\s+)?$", self.text[max(0, found.start - 14) : found.start], re.IGNORECASE
        )
        if word in ("or", "/"):
            return f"[{low},{high}]"
        if word == "and" and not between:
            return f"{{{low},{high}}}"
        if first.year is not None and low > high:
            return (
                None
                if found.get("y1")
                else f"{Day(first.year - 1, first.month, first.day).edtf()}/{high}"
                if first.month and first.month > (second.month or 0)
                else None
            )
        return dates.interval(low, high)

    def _month(self, found: Found) -> str | None:
        day = self._day_of(found, _month(found.get("m")), None, self._year_of(found))
        return self._rough(found, day.edtf()) if day else None

    def _rough(self, found: Found, edtf: str) -> str:
        return dates.approximate(edtf) if found.get("part") else edtf

    def _quarter(self, found: Found) -> str | None:
        year, n = self._year_of(found), lexicon()["ordinals"][found.parts["n"].lower()]
        if year is None or (found.get("unit") == "half" and n > 2):
            return None
        return f"{year}-{(32 if found.get('unit') == 'quarter' else 39) + n}"

    def _season(self, found: Found) -> str | None:
        number = lexicon()["seasons"][found.parts["s"].lower()]
        year = self._year_of(found)
        which = found.get("which")
        if year is None and which and self.anchor.year is not None and self.anchor.month is not None:
            self.anchored = True
            now = 20 + (self.anchor.month % 12) // 3 + 1 if self.anchor.month not in (12, 1, 2) else 24
            in_year = self.anchor.year - (self.anchor.month <= 2)  # a winter bears the year it began in
            year = in_year + {"last": -(number >= now), "this": 0, "next": int(number <= now)}[which]
        return f"{year}-{number}" if year is not None else None

    def _years(self, found: Found) -> str | None:
        low, high = found.parts["y"], found.parts["y2"]
        high = low[:2] + high if len(high) == 2 else high
        word = (found.get("to") or "").strip()
        if int(low) >= int(high):
            return None
        self.last = Day(int(high))
        between = re.search(r"\bbetween\s+$", self.text[max(0, found.start - 10) : found.start], re.IGNORECASE)
        if word == "or":
            return f"[{low},{high}]"
        return f"{{{low},{high}}}" if word == "and" and not between else f"{low}/{high}"

    def _year(self, found: Found) -> str | None:
        return self._rough(found, found.parts["y"])

    def _decade(self, found: Found) -> str | None:
        if tens := found.get("tens"):
            return f"19{lexicon()['decades'][tens]}X"
        return found.parts["y"] + "X"

    def _century(self, found: Found) -> str | None:
        n = int(found.parts["n"])
        return f"{n - 1:02d}XX" if 10 < n < 30 else None

    def _weekday(self, found: Found) -> str | None:
        wanted = weekday_number()[found.parts["wd"].lower()]
        which, clause = (found.get("which") or "").strip(), found.get("clause")
        if which in ("the previous", "the following") and self.last.full:
            base = self.last.full
            return dates.of(
                dates.last_weekday(base, wanted, strict=True)
                if which == "the previous"
                else dates.next_weekday(base, wanted)
            ).edtf()
        self.anchored = True
        if self.today is None:
            return self._week_back()
        if clause:
            monday = date.fromordinal(
                self.today.toordinal() - self.today.weekday() + {"last": -7, "this": 0, "next": 7}[clause.split()[0]]
            )
            return dates.of(date.fromordinal(monday.toordinal() + wanted)).edtf()
        if which in ("next", "this coming") or (which != "last" and ahead(self.text, found.start, found.end)):
            if which == "" and wanted == self.today.weekday():
                return dates.of(self.today).edtf()
            return dates.of(dates.next_weekday(self.today, wanted)).edtf()
        return dates.of(dates.last_weekday(self.today, wanted, strict=which in ("last", "this past"))).edtf()

    def _week_back(self) -> str:
        """A weekday of a report whose year is unknown: the month when the whole week before lies in it, else nothing."""
        back = dates.shifted(self.anchor, -6)
        if back is None or back.month != self.anchor.month or back.month is None:
            return _UNTOLD
        year = "XXXX" if self.anchor.year is None else f"{self.anchor.year:04d}"
        return f"{year}-{back.month:02d}-XX"

    def _deictic(self, found: Found) -> str | None:
        word = re.sub(r"\s+", " ", found.parts["word"].lower())
        self.anchored = True
        day = dates.shifted(self.anchor, lexicon()["deictic"][word])
        return day.edtf() if day else _UNTOLD

    def _unit(self, found: Found) -> str | None:
        which, unit = re.sub(r"\s+", " ", found.parts["which"].lower()), found.parts["unit"].lower()
        if unit in ("decade", "century"):
            return None
        if which in ("the same", "that", "the previous", "the following", "earlier that", "later that"):
            step = {"the previous": -1, "the following": 1}.get(which, 0)
            return self._counted(self.last, unit, step)
        if unit == "day" or which == "the past":
            return None
        step = {"last": -1, "late last": -1, "next": 1}.get(which, 0)
        self.anchored = True
        return self._counted(self.anchor, unit, step)

    def _counted(self, base: Day, unit: str, count: int) -> str | None:
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

    def _shift(self, found: Found) -> str | None:
        way, unit = found.parts["way"].lower(), found.parts["unit"].lower()
        count = _number(found.get("n")) if found.get("n") else 1
        if count is None or (way == "before" and found.get("n") and not self.last.month):
            return None
        base = self.last
        if way == "ago":
            self.anchored = True
            base = self.anchor
        step = -count if way in ("ago", "earlier", "before") else count
        if unit == "decade":
            edtf = self._counted(base, "year", 10 * step)
        elif unit == "week":
            day = dates.shifted(base, 7 * step)
            edtf = day.edtf() if day else None
        else:
            edtf = self._counted(base, unit, step)
        exact = unit == "day" or (count == 1 and unit != "decade")
        return edtf if edtf is None or exact else dates.approximate(edtf)


def _partial(edtf: str) -> Day:
    """The known parts of a plain date with X in it."""
    found = re.match(r"(\d{4}|XXXX)-(\d\d)(?:-(\d\d))?$", edtf)
    if not found or found.group(1) != "XXXX":
        return Day()
    return Day(None, int(found.group(2)), int(found.group(3)) if found.group(3) else None)
