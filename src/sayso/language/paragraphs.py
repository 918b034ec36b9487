"""Paragraphs: lines of the body, hard-wrapped ones joined, transcript turns apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.model import Report, Span, trimmed

LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
TURN = re.compile(r"(?:[A-Z][A-Z.'’\- ]{1,40}(?:\([^)\n]{1,40}\))?|Q|A|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}):\s")
ITEM = re.compile(r"(?:[-*•–·]|\d{1,2}[.)])\s")
ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")

NARROWEST, WIDEST = 40, 100


def paragraphs(report: Report) -> tuple[Span, ...]:
    """Return the paragraphs of the body without its skipped ranges, trimmed, in text order.

    A line is a paragraph unless the body is hard-wrapped: then the lines of a block are joined where the line break is one that wrapping makes.
    """
    text = report.text
    found: list[Span] = []
    for start, end in _open_ranges(report):
        found.extend(_joined(text, list(_lines(text, start, end))))
    return tuple(found)


def _open_ranges(report: Report) -> Iterator[tuple[int, int]]:
    at, end = report.body.start, min(report.body.end, len(report.text))
    for skipped in sorted(report.skipped):
        if skipped.start > at:
            yield at, min(skipped.start, end)
        at = max(at, skipped.end)
    if at < end:
        yield at, end


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    for match in LINE.finditer(text, start, end):
        line = trimmed(text, match.start(), match.end())
        if line is not None:
            yield line


def _joined(text: str, lines: list[Span]) -> Iterator[Span]:
    width = _wrap_width(text, lines)
    held: Span | None = None
    for line in lines:
        if held is None:
            held, last = line, line
            continue
        if _goes_on(text, last, line, width):
            held = Span(held.start, line.end)
        else:
            yield held
            held = line
        last = line
    if held is not None:
        yield held


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """Return the width to which the lines were wrapped, or None when they were not."""
    long = [len(line) for line in lines if " " in line.of(text)]
    width = max(long, default=0)
    breaks = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    if not NARROWEST <= width <= WIDEST or len(breaks) < 2:
        return None
    full = sum(_full(text, a, b, width) for a, b in breaks)
    return width if full >= 0.7 * len(breaks) else None


def _adjacent(text: str, a: Span, b: Span) -> bool:
    """Tell whether no blank line stands between two lines."""
    return text[a.end : b.start].replace("\r\n", "\n").count("\n") <= 1


def _full(text: str, a: Span, b: Span, width: int) -> bool:
    """Tell whether the first word of the next line would not have fitted on this one (with some slack)."""
    word = b.of(text).split(None, 1)[0]
    return len(a) + 1 + len(word) > width - 6


def _goes_on(text: str, a: Span, b: Span, width: int | None) -> bool:
    nxt = b.of(text)
    if not _adjacent(text, a, b) or TURN.match(nxt) or ITEM.match(nxt):
        return False
    unfinished = not ENDS.search(a.of(text))
    if width is not None:
        return _full(text, a, b, width) or (unfinished and nxt[0].islower())
    return unfinished and nxt[0].islower() and len(a) >= NARROWEST and len(a) <= WIDEST
