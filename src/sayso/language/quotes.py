"""Quotations: marks paired inside a paragraph, and over paragraphs where the opening mark is repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Quote, Sentence, Span, trimmed

MARK = re.compile("[\"'“”‘’«»„‟‚‛]|``|''")
ELISION = re.compile(r"['’‘](?:\d0s|em|til|cause|n['’]|tis|twas|bout|round)(?!\w)", re.IGNORECASE)
WORD = re.compile(r"\w[\w'’-]*")
BEFORE = frozenset("([{-–—\"“‘«„'/:*_>")
APOSTROPHE = re.compile("'")
DOUBLE, SINGLE, ANGLE = "double", "single", "angle"


@dataclass(frozen=True, slots=True)
class _Mark:
    """One quote mark: its range, its family and whether it opens or closes."""

    start: int
    end: int
    family: str
    opens: bool


def quotes(text: str, paragraphs: Sequence[Span], sentences: Sequence[Sentence]) -> tuple[Quote, ...]:
    """Return all quotations, nested ones too, in order of their start; unbalanced marks never reach beyond their paragraph.

    A mark that opens and never closes runs to the end of its paragraph when it opens the paragraph or the next paragraph opens with a mark too,
    else to the end of its sentence.
    """
    ends = [s.span.end for s in sentences]
    found: list[Quote] = []
    carried: str | None = None
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        carried = _paragraph(text, paragraph, following, ends, carried, found)
    return tuple(sorted(found, key=lambda q: (q.outer.start, -q.outer.end)))


def _paragraph(
    text: str, paragraph: Span, following: Span | None, ends: Sequence[int], carried: str | None, found: list[Quote]
) -> str | None:
    """Add the quotations of one paragraph to `found`; return the family of the one that goes on into the next."""
    marks = list(_marks(text, paragraph))
    stack: list[tuple[_Mark, bool]] = []
    if carried and marks and not marks[0].opens and marks[0].family == carried:
        stack.append((_Mark(paragraph.start, paragraph.start, carried, True), True))
    for mark in marks:
        if mark.opens:
            continued = mark.start == paragraph.start and mark.family == carried
            stack.append((mark, continued))
            continue
        depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i][0].family == mark.family), None)
        if depth is not None:
            opener, continued = stack[depth]
            del stack[depth:]
            _add(found, text, opener, mark.start, mark.end, continued)
    if not stack:
        return None
    opener, continued = stack[0]
    goes_on = following is not None and _opens_with(text, following, opener.family)
    if goes_on or continued or opener.start == paragraph.start:
        _add(found, text, opener, paragraph.end, paragraph.end, continued)
        return opener.family if following is not None else None
    if opener.family != SINGLE:
        end = next((e for e in ends if e > opener.end), paragraph.end)
        _add(found, text, opener, min(end, paragraph.end), min(end, paragraph.end), continued)
    return None


def _add(found: list[Quote], text: str, opener: _Mark, end: int, outer_end: int, continued: bool) -> None:
    inner = trimmed(text, opener.end, end)
    if inner is not None:
        found.append(Quote(inner, Span(opener.start, outer_end), continued, _scare(inner.of(text))))


def _scare(inner: str) -> bool:
    """Tell whether the quoted words are a fragment: three words at most and no end of a sentence."""
    count = len(WORD.findall(inner))
    finished = inner[-1] in ".!?…" or (inner[-1] == "," and inner[0].isupper())
    return count <= 3 and not finished


def _opens_with(text: str, paragraph: Span, family: str) -> bool:
    first = next(_marks(text, paragraph), None)
    return first is not None and first.start == paragraph.start and first.opens and first.family == family


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    """Yield the marks of a paragraph that quote; apostrophes and inch marks are left out."""
    single = False
    closing = _last_close(text, paragraph)
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        a, b = match.span()
        mark = match.group()
        before = text[a - 1] if a > paragraph.start else " "
        after = text[b] if b < paragraph.end else " "
        opening = (before.isspace() or before in BEFORE) and not after.isspace()
        if mark in ("``", "''"):
            yield _Mark(a, b, DOUBLE, mark == "``")
        elif mark in "“„‟":
            # German and Polish close with the mark that English opens with.
            yield _Mark(a, b, DOUBLE, opening or not (before.isalnum() or before in ".,!?…"))
        elif mark == "”":
            yield _Mark(a, b, DOUBLE, opening and after.isalnum() and before.isspace())
        elif mark in "«»":
            yield _Mark(a, b, ANGLE, mark == "«")
        elif mark == '"':
            if not (
                before.isdigit()
                and not single
                and after.isspace()
                and '"' not in text[b : paragraph.end]
                and _lonely(text, paragraph, a)
            ):
                yield _Mark(a, b, DOUBLE, opening)
        elif mark in "‘‚‛":
            if opening and not ELISION.match(text, a):
                single = True
                yield _Mark(a, b, SINGLE, True)
        elif mark == "’":
            if single and _closes_single(text, a, b, paragraph, "’"):
                single = False
                yield _Mark(a, b, SINGLE, False)
        elif opening and after.isalnum() and not single and not ELISION.match(text, a):
            if b <= closing:
                single = True
                yield _Mark(a, b, SINGLE, True)
        elif single and _closes_single(text, a, b, paragraph, "'"):
            single = False
            yield _Mark(a, b, SINGLE, False)


def _lonely(text: str, paragraph: Span, at: int) -> bool:
    """Tell whether the straight mark at `at` has no partner before it: an inch mark."""
    return text.count('"', paragraph.start, at) % 2 == 0


def _last_close(text: str, paragraph: Span) -> int:
    """Return the place of the last straight single mark of the paragraph that can close; -1 when there is none."""
    return max(
        (
            m.start()
            for m in APOSTROPHE.finditer(text, paragraph.start, paragraph.end)
            if not text[m.start() - 1].isspace() and (m.end() >= paragraph.end or not text[m.end()].isalnum())
        ),
        default=-1,
    )


def _closes_single(text: str, a: int, b: int, paragraph: Span, mark: str) -> bool:
    """Tell whether a single mark closes a quotation; it is an apostrophe inside a word and, mostly, after a plural."""
    if b < paragraph.end and text[b].isalnum():
        return False
    if text[a - 1].isspace():
        return False
    if text[a - 1] in "sS" and text[b : b + 1] == " " and text[b + 1 : b + 2].islower():
        rest = text[b : min(b + 600, paragraph.end)]
        stop = min((i for i in (rest.find("‘"), rest.find(" '")) if i >= 0), default=len(rest))
        return not re.search(rf"[\w.,!?…]{mark}(?!\w)", rest[:stop])
    return True
