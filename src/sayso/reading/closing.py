"""The lines at the foot of a text that credit an agency or name who reported."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.model import Span
from sayso.resources import words

_LAST = 6
_LONGEST = 260
_REPORTING = re.compile(
    r"[(\[]?\s*(?:additional |original |further )?(?:reporting|writing|editing|compiled|translated|edited|written|reported)"
    r"(?: and (?:writing|editing))? by\b.*",
    re.IGNORECASE,
)
_REPORTERS = re.compile(
    r"[(\[]?\s*(?:original )?(?:reporting|reported|written)(?: and \w+)? by\s+(?P<who>[^;()\[\]]{2,80})", re.IGNORECASE
)
_CREDITED = re.compile(
    r"[(\[*_–—-]*\s*(?:sources?|credits?|agency|agencies|via|with (?:(?:additional |further )?(?:reporting|input|inputs|files|material|information|content)"
    r"(?: (?:from|by|of))?|agenc(?:y|ies))|(?:additional |further )?(?:reporting|material|information) (?:from|by))\s*:?\s+(?:the\s+)?"
    r"(?P<who>[A-Z][\w&./’' -]{1,60}?(?:(?:,| and) [A-Z][\w&./’' -]{1,40}?){0,3})\s*[)\]*_.]*",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:agenc(?:y|ies)|news|press|service|bureau|times|post|media|tv|radio|wire|journal|tribune|gazette)\b",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"[^a-z]*(?:with |additional |further )", re.IGNORECASE)
_ALONE = re.compile(r"[(\[*_–—/-]*\s*(?P<who>[A-Za-z][\w&./’' -]{1,40}?(?:[,/] ?[A-Z][\w’'& -]{1,40}?)?)\s*[)\]*_/.-]*")
_CONTRIBUTED = re.compile(r".{3,120}\bcontributed (?:to|reporting|from)\b.{0,100}", re.IGNORECASE)


@dataclass(slots=True)
class Closing:
    """What the foot of a text tells: a credit, who reported, and the lines that are no text."""

    fields: dict[str, Span] = field(default_factory=dict)
    lines: list[Span] = field(default_factory=list)


def closing(text: str, lines: list[Span], outlet: str | None) -> Closing:
    """Read the last of `lines` upwards as long as they are credits; `outlet` is no agency of its own report."""
    found = Closing()
    agencies = words("reading-agencies")
    for line in reversed(lines[1:][-_LAST:]):
        shown = line.of(text)
        if len(shown) > _LONGEST or not _read(shown, line, found, agencies, outlet):
            break
        found.lines.append(line)
    found.lines.reverse()
    return found


def _read(shown: str, line: Span, found: Closing, agencies: frozenset[str], outlet: str | None) -> bool:
    if _REPORTING.fullmatch(shown):
        who = _REPORTERS.match(shown)
        if who is not None and who["who"].strip() not in agencies:
            found.fields.setdefault("byline", _span(line, who))
        elif who is not None:
            found.fields.setdefault("credit", _span(line, who))
        return True
    credited = _CREDITED.fullmatch(shown)
    if credited is not None:
        _credit(found, line, credited, outlet)
        return True
    alone = _ALONE.fullmatch(shown)
    if alone is not None and all(part.strip() in agencies for part in re.split(r"[,/]", alone["who"])):
        _credit(found, line, alone, outlet)
        return True
    return bool(_CONTRIBUTED.fullmatch(shown)) and len(shown.split()) <= 30


def _credit(found: Closing, line: Span, match: re.Match[str], outlet: str | None) -> None:
    who = match["who"].strip()
    named = who in words("reading-agencies") or who.isupper() or bool(_BODY.search(who))
    if not named and _PERSONAL.match(match.group()):
        return
    if outlet is None or who.casefold() != outlet.casefold():
        found.fields.setdefault("credit", _span(line, match))


def _span(line: Span, match: re.Match[str]) -> Span:
    lead = len(match["who"]) - len(match["who"].lstrip())
    return Span(line.start + match.start("who") + lead, line.start + match.start("who") + len(match["who"].rstrip()))
