"""The lines between a headline and the text: byline, publication date, reading time."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.model import Span, trimmed
from sayso.reading.dates import MONTH, WEEKDAY, edtf

_LONGEST = 160
_NAME = r"(?:(?!(?:The|A|An|In|On|At|It|He|She|They|We|This|That|Last|Next)\b)[A-Z][\w’'.-]*|de|da|del|van|von|der|den|al|bin|ibn|el|la|le|du|dos|y)"
_PERSON = rf"[A-Z][\w’'.-]*(?:\s+{_NAME}){{0,4}}"
_BYLINE = re.compile(
    rf"(?:[Bb]y|BY|[Tt]ext by|[Ww]ords by|[Ww]ritten by|[Rr]eported by|[Ss]tory by|[Pp]osted by|[Aa]uthors?:|[Bb]y:|[Bb]yline:)\s+"
    rf"(?P<who>{_PERSON}(?:(?:,|\s+and|\s+&|,\s+and|\s+with)\s+{_PERSON}){{0,5}}(?:\s*[,|–—/(-]\s*[^.!?]{{0,70}}\)?)?)$"
)
_PUBLISHED = re.compile(
    r"(?:first\s+)?(?P<verb>published|posted|publication date|date|issued|released|filed|created|updated|last updated|modified|last modified)"
    r"(?:\s+(?:on|at))?\s*[:|–—-]?\s*(?P<when>.*)$",
    re.IGNORECASE,
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{WEEKDAY},?\s+)?(?:{_DAY}[\s-]+{MONTH}[\s,-]+\d{{4}}|{MONTH}\s+{_DAY},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{4})"
)
_CLOCK = r"(?:[T\s,|·•–—-]*(?:at\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:[A-Z]{1,5}|[+-]\d{2}:?\d{2}|[A-Z]{3}\s?[+-]\d{1,2})\)?)?)?"
_WHEN = re.compile(rf"(?P<date>{_DATE}){_CLOCK}\.?$", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|·•]\s*|\s+[–—]\s+|\s+(?=(?:last )?(?:updated|posted|published)\s*:)", re.IGNORECASE)
_FURNITURE = re.compile(
    r"\d+[- ]min(?:ute)?s?(?: read)?|share|updated?\b.*|(?:last )?modified\b.*|print|listen", re.IGNORECASE
)


@dataclass(slots=True)
class Top:
    """What the lines above a text tell: fields with their places, a publication date, and which ranges are no text."""

    fields: dict[str, Span] = field(default_factory=dict)
    published: str | None = None
    seen: bool = False


def top_line(text: str, line: Span, top: Top) -> bool:
    """Read one line above the text into `top`; False when it is no such line, and then nothing is changed."""
    words = line.of(text)
    if len(words) > _LONGEST:
        return False
    span = _unmarked(text, line)
    if span is None:
        return False
    pieces = _pieces(text, span)
    found = [_piece(text, piece) for piece in pieces]
    if not all(found):
        return False
    for kind, where, date in (entry for entry in found if entry is not None):
        if kind == "byline":
            top.fields.setdefault("byline", where)
        elif kind == "published" and top.published is None:
            top.published = date
            top.fields["published"] = where
    top.seen = True
    return True


def _unmarked(text: str, line: Span) -> Span | None:
    start, end = line.start, line.end
    while start < end and text[start] in "*_> ":
        start += 1
    while end > start and text[end - 1] in "*_ ":
        end -= 1
    return trimmed(text, start, end)


def _pieces(text: str, span: Span) -> list[Span]:
    pieces = []
    start = span.start
    for gap in _PARTS.finditer(text, span.start, span.end):
        piece = trimmed(text, start, gap.start())
        if piece is not None:
            pieces.append(piece)
        start = gap.end()
    last = trimmed(text, start, span.end)
    return [*pieces, last] if last is not None else pieces


def _piece(text: str, piece: Span) -> tuple[str, Span, str | None] | None:
    words = piece.of(text)
    byline = _BYLINE.match(words)
    if byline is not None:
        return "byline", Span(piece.start + byline.start("who"), piece.start + byline.end("who")), None
    bare = _WHEN.match(words)
    if bare is not None:
        return "published", piece, edtf(words)
    stated = _PUBLISHED.match(words)
    if stated is not None and stated["when"]:
        when = _WHEN.match(stated["when"])
        if when is not None:
            if "updat" in stated["verb"].lower() or "modif" in stated["verb"].lower():
                return "furniture", piece, None
            return "published", Span(piece.start + stated.start("when"), piece.end), edtf(stated["when"])
    return ("furniture", piece, None) if _FURNITURE.fullmatch(words) and len(words) < 60 else None
