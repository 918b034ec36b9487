"""The dateline at the head of a text: place, date and agency before the first words ('ELMSFORD, May 4 (ABC) -')."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Span
from sayso.reading.dates import MONTH, WEEKDAY, edtf

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_NAME = rf"(?:(?:[A-Z]\.){{1,3}}|[A-Z][a-z]{{1,4}}\.(?=[ ,])|{_UPPER}[\w’'-]*)"
_TITLE = rf"{_NAME}(?:[ -](?:{_NAME}|of|the|de|del|la|las|el|al|upon|on|sur|am)){{0,4}}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{WEEKDAY},?\s+)?(?:{_DAY}(?:\s+of)?\s+{MONTH}(?:,?\s+\d{{4}})?|{MONTH}\s+{_DAY}(?:,?\s+\d{{4}})?"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})|{WEEKDAY}"
)
_AGENCY = r"(?:[A-Z][\w.&’' /-]{1,40}|dpa|ots|afp|ap)"
_HEAD = re.compile(
    rf"""
    (?P<marks>[*_]{{0,2}})
    (?P<place>{_TITLE}(?:/{_TITLE}){{0,3}}(?:,\s+(?!(?i:{MONTH}|{WEEKDAY})[\s,.]){_TITLE}){{0,2}})?
    (?P<marks2>[*_]{{0,2}})
    (?:(?(place)[,.]?\s+)\(?(?P<date>(?i:{_DATE}))\)?)?
    (?:(?(place)[,.]?\s*)(?(date)[,.]?\s*)(?:\((?P<agency>{_AGENCY}?)\)|/(?P<slashed>{_AGENCY}?)/|(?<=\.\ )(?P<bare>[A-Z][\w-]{{1,24}}(?=\.))))?
    (?P<marks3>[*_]{{0,2}})
    (?P<end>\s*(?:—|–|--|-|:|\.(?!\s*[(/]))[*_]{{0,2}}(?=\s|$|[“"‘])|(?=\s*\n))
    """,
    re.VERBOSE,
)
_NOT_PLACES = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
     "july", "august", "september", "october", "november", "december", "update", "updated", "breaking", "exclusive", "watch", "video",
     "live", "opinion", "analysis", "editorial", "correction", "note", "summary", "background", "q", "a", "u.s.", "uk", "yes", "no"}
)  # fmt: skip
_MOST = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline found in a text: its words, the agency in it, a full date if it gives one, and where the first sentence begins."""

    span: Span
    agency: Span | None
    published: str | None
    date: Span | None
    text_from: int


def dateline(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline that text[start:end] begins with, or None. A date without a year gives no `published`."""
    while start < end and text[start].isspace():
        start += 1
    head = text[start : min(end, start + _MOST)]
    match = _HEAD.match(head)
    if match is None or (not match.group("end") and "\n" not in head):
        return None
    place, when, mark = match["place"], match["date"], match["end"].strip().rstrip("*_")
    name = next((part for part in ("agency", "slashed", "bare") if match[part]), None)
    if not _holds(place, when, name, mark, match[name] if name else "") and not _lone(place, when, name, mark, text):
        return None
    last = max(match.end(part) for part in ("place", "marks2", "date", "agency", "slashed", "bare", "marks3"))
    if head[last : last + 1] in {")", "/"}:
        last += 1
    first = match.start("place") if place else match.start() + len(match["marks"])
    while last > first and head[last - 1] in "*_ ":
        last -= 1
    text_from = start + match.end()
    while text_from < end and text[text_from].isspace():
        text_from += 1
    date = Span(start + match.start("date"), start + match.end("date")) if when else None
    agency = Span(start + match.start(name), start + match.end(name)) if name else None
    published = edtf(when) if when and re.search(r"\d{4}", when) else None
    return Dateline(Span(start + first, start + last), agency, published, date, text_from)


def _lone(place: str | None, date: str | None, kind: str | None, mark: str, text: str) -> bool:
    """Tell whether a place in capitals with a full stop is a dateline: it is when the text names that place again."""
    if place is None or date is not None or kind is not None or mark != "." or not place.isupper() or len(place) < 4:
        return False
    return re.search(rf"\b{re.escape(place.title())}\b", text) is not None


def _holds(place: str | None, date: str | None, kind: str | None, mark: str, agency: str) -> bool:
    """Tell whether the parts together are a dateline; a lone word before a dash is one only in capitals."""
    if place is None:
        return kind == "agency" and mark in {"—", "–", "--", "-"} and date is None and " and " not in agency
    town = place.split(",")[0]
    if town.lower() in _NOT_PLACES or place.isdigit():
        return False
    if kind == "bare":
        return date is not None or town.isupper()
    if mark == ".":
        return kind is not None or (date is not None and town.isupper())
    if mark == ":":
        return date is not None or kind is not None
    if mark == "":
        return (date is not None and (kind is not None or town.isupper())) or (kind is not None and town.isupper())
    return date is not None or kind is not None or (town.isupper() and len(town) > 2)
