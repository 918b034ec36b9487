"""What the value of a time may hang on: the day of writing, the time named before it, the verbs beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from sayso.language import times_dates as dates
from sayso.language.times_dates import Day
from sayso.language.times_grammar import Found, lexicon, month_number, weekday_number
from sayso.language.times_tense import ahead, told_as_past


@dataclass(slots=True)
class Setting:
    """Where a text has got to: its day of writing, the time it named last, and whether the value just made needed the day of writing."""

    text: str
    anchor: Day
    last: Day = field(default_factory=Day)
    anchored: bool = False

    @property
    def today(self) -> date | None:
        """The day of writing, None while a part of it is unknown."""
        return self.anchor.full

    def before(self, found: Found, pattern: str) -> re.Match[str] | None:
        """Return how the words right before a time match a pattern, in any case."""
        return re.search(
            rf"\b(?:{pattern})\s+(?:the\s+)?$", self.text[max(0, found.start - 20) : found.start], re.IGNORECASE
        )

    def _phrase_year(self, phrase: str | None) -> int | None:
        """The year of 'this year', 'last year', 'that year'."""
        if phrase is None:
            return None
        word = re.sub(r"^of\s+", "", phrase).split()[0]
        if word in ("the", "that"):
            return self.last.year
        self.anchored = True
        return None if self.anchor.year is None else self.anchor.year + {"this": 0, "last": -1, "next": 1}[word]

    def year_of(self, found: Found) -> int | None:
        """Return the year that a time itself gives, in digits or as 'last year'."""
        year = number_of(found.get("y"))
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
        if self.before(found, "since"):
            return self.anchor.year - (then > now)
        before, after = self.anchor.year - (then > now), self.anchor.year + (then < now)
        if which == "next":
            return self.anchor.year + (then <= now)
        if ahead(self.text, found.start, found.end):
            if day is None or before == after:
                return after
            just_gone = self._days_to(before, month, day) > -93 and self._days_to(after, month, day) > 150
            return before if just_gone else after  # 'fell due on 3 May' of a report of 8 May
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

    def day_of(self, found: Found, month: int | None, day: int | None, year: int | None) -> Day | None:
        """Return the day or month with its year filled in as far as the day of writing tells; None when it cannot be."""
        if month is None or not dates.possible(year, month, day):
            return None
        year = year if year is not None else self._near(found, month, day)
        return Day(year, month, day) if dates.possible(year, month, day) else None


def month_of(name: str | None) -> int | None:
    """Return the number of a month by its name or digits, None for no name."""
    if name is None:
        return None
    return int(name) if name.isdigit() else month_number().get(name.rstrip("."))


def number_of(words: str | None) -> int | None:
    """Return the number that digits or a small number word stand for."""
    if words is None:
        return None
    digits = re.match(r"\d+", words)
    return int(digits.group()) if digits else lexicon()["numbers"].get(words)
