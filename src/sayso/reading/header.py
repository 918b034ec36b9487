"""The header block: `Key: value` lines before the text, or a front matter between lines of dashes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.model import Span, trimmed

_KEYS = {
    "title": "title", "headline": "title", "subtitle": "subtitle", "subheadline": "subtitle", "standfirst": "subtitle",
    "outlet": "outlet", "publisher": "outlet", "publication": "outlet", "newspaper": "outlet", "site": "outlet", "website": "outlet",
    "source": "outlet", "published": "published", "publication date": "published", "date published": "published",
    "published on": "published", "published at": "published", "pubdate": "published", "date": "published", "byline": "byline",
    "author": "byline", "authors": "byline", "by": "byline", "dateline": "dateline", "credit": "credit", "agency": "credit",
    "url": "url", "link": "url", "address": "url", "permalink": "url", "canonical": "url", "updated": "", "modified": "",
    "last updated": "", "retrieved": "", "accessed": "", "language": "", "lang": "", "section": "", "category": "", "tags": "",
    "keywords": "", "topics": "", "description": "", "summary": "", "copyright": "", "id": "", "country": "", "edition": "", "type": "",
}  # fmt: skip
_LINE = re.compile(r"[ \t]*([A-Za-z][A-Za-z _-]{0,30}?)[ \t]*:(?:[ \t]+(.*)|)$")
_MORE = re.compile(r"\s(?:(?:last )?updated|posted|published)\s*:", re.IGNORECASE)
_MOST_LINES = 40


@dataclass(slots=True)
class Header:
    """What stands before the text: the fields with their places, and where the text begins."""

    end: int = 0
    fields: dict[str, Span] = field(default_factory=dict)


def header(text: str) -> Header:
    """Return the header block of `text`; its `end` is 0 when there is none, which is whenever one line fits no known key."""
    start = len(text) - len(text.lstrip("\r\n \t\ufeff"))
    lines: list[tuple[int, int]] = []
    fenced = False
    position = start
    while position < len(text) and len(lines) <= _MOST_LINES:
        stop = text.find("\n", position)
        stop = len(text) if stop < 0 else stop
        line = text[position:stop].strip()
        if position == start and line == "---":
            fenced = True
        elif (fenced and line == "---") or (not fenced and not line):
            return _fields(text, lines, min(stop + 1, len(text)), fenced)
        elif line:
            lines.append((position, stop))
        position = stop + 1
    return Header() if fenced else _fields(text, lines, len(text), fenced)


def _fields(text: str, lines: list[tuple[int, int]], end: int, fenced: bool) -> Header:
    found = Header(end)
    for start, stop in lines:
        match = _LINE.match(text[start:stop].rstrip("\r"))
        key = match.group(1).lower().replace("_", " ").replace("-", " ") if match else ""
        if match is None or key not in _KEYS:
            if fenced:
                continue
            return Header()
        name = _KEYS[key]
        more = _MORE.search(text, start + match.start(2), start + match.end(2)) if name == "byline" else None
        value_end = more.start() if more is not None else start + match.end(2)
        value = _value(text, start + match.start(2), value_end) if match.group(2) else None
        if name == "outlet" and value is not None and value.of(text).startswith(("http://", "https://")):
            name = "url"
        if name and value is not None:
            found.fields.setdefault(name, value)
    return found if lines or fenced else Header()


def _value(text: str, start: int, end: int) -> Span | None:
    span = trimmed(text, start, end)
    if span is not None and len(span) > 2 and text[span.start] == text[span.end - 1] and text[span.start] in "\"'":
        return trimmed(text, span.start + 1, span.end - 1)
    return span
