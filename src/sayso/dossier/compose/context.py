"""The sentence a claim stands in, found by its marks: the dossier holds no analysis any more."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sayso.model import Span, trimmed

# A sentence ends at a mark, closing quotes and brackets with it, before white space and a likely opening; or at an empty line.
_END = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bGen)(?<!\bSt)[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]?[A-Z0-9])|(?<!\s)\s*\n\s*\n\s*"
)
_REACH = 420
_MOST = 900


def ends_of(text: str) -> tuple[int, ...]:
    """Return where sentences begin in `text`, with 0 and the length of the text."""
    return (0, *(m.end() for m in _END.finditer(text)), len(text))


def sentence_around(text: str, ends: Sequence[int], span: Span) -> Span:
    """Return the sentence or sentences that `span` stands in, at most some 420 characters beyond it on either side."""
    start = ends[max(0, bisect_right(ends, span.start) - 1)]
    stop = ends[min(len(ends) - 1, bisect_left(ends, span.end))]
    start, stop = max(start, span.start - _REACH), min(stop, span.end + _REACH)
    return trimmed(text, start, stop) or span


def widened(text: str, ends: Sequence[int], span: Span, others: list[Span]) -> Span:
    """Return the sentences around `span`, widened over `others` where they lie near enough to be read with it."""
    around = sentence_around(text, ends, span)
    for other in others:
        start, end = min(around.start, other.start), max(around.end, other.end)
        if end - start <= _MOST and not around.contains(other):
            joined = sentence_around(text, ends, other)
            around = Span(min(around.start, joined.start), max(around.end, joined.end))
    return around


def paragraphs(text: str) -> list[Span]:
    """Return the paragraphs of `text`; a single line feed parts them only where lines run longer than a typed line."""
    found: list[Span] = []
    for block in re.finditer(r"(?:(?!\n[ \t\r]*\n).)+", text, re.DOTALL):
        lines = block[0].split("\n")
        if len(lines) > 1 and max(map(len, lines)) > 110:
            at = block.start()
            for line in lines:
                found.extend(s for s in [trimmed(text, at, at + len(line))] if s)
                at += len(line) + 1
        else:
            found.extend(s for s in [trimmed(text, block.start(), block.end())] if s)
    return found
