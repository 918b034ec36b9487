"""Publication dates as EDTF: only what the words give, nothing made up."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAYS = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}

MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_WHEN = rf"(?:(?P<w>{WEEKDAY}),?\s+)?(?:the\s+)?"
_ISO = re.compile(r"(?P<y>\d{4})(?:[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?)?(?=$|[T\s,)])")
_DAY_FIRST = re.compile(rf"{_WHEN}{_DAY}(?:\s+of)?[\s-]+(?P<m>{MONTH})[\s,-]+(?P<y>\d{{4}})\b", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_WHEN}(?P<m>{MONTH})\s+{_DAY},?\s+(?P<y>\d{{4}})\b", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"(?P<m>{MONTH}),?\s+(?P<y>\d{{4}})\b", re.IGNORECASE)
_FIGURES = re.compile(
    rf"(?:(?P<w>{WEEKDAY}),?\s+)?(?P<a>\d{{1,2}})[/.-](?P<b>\d{{1,2}})[/.-](?P<y>\d{{4}})\b", re.IGNORECASE
)
_CLOCK = re.compile(
    r"(?<![\d:])(?P<h>\d{1,2})[:.h](?P<min>\d{2})(?::(?P<s>\d{2})(?:\.\d+)?)?\s*(?P<half>[ap]\.?m\.?)?\s*"
    r"\(?(?P<z>Z|GMT|UTC|[+-]\d{2}:?\d{2})(?![\w])",
    re.IGNORECASE,
)


def edtf(words: str) -> str | None:
    """Return the date that `words` begin with, as EDTF, or None when they give no year or no date.

    Two readings of a date in figures ('04/11/2031') stay two: '[2031-04-11,2031-11-04]', unless a weekday decides. A time of day is kept only
    with a stated offset from UTC: otherwise it cannot be compared.
    """
    words = words.strip()[:80]
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY):
        match = pattern.match(words)
        if match is not None:
            day = _plain(match.groupdict())
            return None if day is None else day + (_clock(words[match.end() :]) if len(day) == 10 else "")
    match = _FIGURES.match(words)
    return _either(match) if match is not None else None


def _plain(parts: dict[str, str | None]) -> str | None:
    year, month, day = parts["y"], parts.get("m"), parts.get("d")
    if not year or not 1600 <= int(year) <= 2199:
        return None
    if not month:
        return year
    number = int(month) if month.isdigit() else _MONTHS[month.lower().rstrip(".")]
    if not day:
        return f"{year}-{number:02}" if 1 <= number <= 12 else None
    return _real(int(year), number, int(day))


def _real(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _either(match: re.Match[str]) -> str | None:
    year, a, b = int(match["y"]), int(match["a"]), int(match["b"])
    if not 1600 <= year <= 2199:
        return None
    readings = sorted({day for day in (_real(year, b, a), _real(year, a, b)) if day is not None})
    if match["w"]:
        weekday = _DAYS[match["w"][:3].lower()]
        readings = [day for day in readings if date.fromisoformat(day).weekday() == weekday] or readings
    if not readings:
        return None
    return readings[0] if len(readings) == 1 else f"[{','.join(readings)}]"


def _clock(rest: str) -> str:
    match = _CLOCK.search(rest[:40])
    if match is None:
        return ""
    hour, minute = int(match["h"]), int(match["min"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0].lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return ""
    zone = "Z" if match["z"].upper() in {"Z", "GMT", "UTC"} else f"{match['z'][:3]}:{match['z'][-2:]}"
    return f"T{hour:02}:{minute:02}:{int(match['s'] or 0):02}{zone}"
