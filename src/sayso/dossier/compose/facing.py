"""Paragraphs of two reports facing each other by the passages they share, gaps left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.assessment import spine
from sayso.dossier.compose.context import paragraphs
from sayso.dossier.compose.difference import equal_words
from sayso.model import Aligned, Report, Span, trimmed

# Fewer equal words do not bring two paragraphs together where a passage touches several.
_WORDS = 3


@dataclass(frozen=True, slots=True)
class Facing:
    """Half-open ranges of paragraphs of the left and of the right report that face each other; one of them is empty in a gap."""

    left: range
    right: range


def body_paragraphs(report: Report) -> list[Span]:
    """Return the paragraphs of a report's body, in order, without the header block."""
    held = []
    for span in paragraphs(report.text):
        start, end = max(span.start, report.body.start), min(span.end, report.body.end)
        kept = trimmed(report.text, start, end) if start < end else None
        if kept is not None:
            held.append(kept)
    return held


def facing(
    left: Sequence[Span], right: Sequence[Span], passages: Sequence[Aligned], texts: tuple[str, str]
) -> list[Facing]:
    """Return the rows, from the top: each paragraph of either side stands in exactly one of them, in its order.

    The passages that stand in one order on both sides bring paragraphs together; the others cannot, in one table. `texts` are those of the
    left and of the right report.
    """
    blocks: list[Facing] = []
    for number in spine(passages):
        for there, here in _links(left, right, passages[number], texts):
            if blocks and (blocks[-1].left.start > there.start or blocks[-1].right.start > here.start):
                continue
            if blocks and (blocks[-1].left.stop > there.start or blocks[-1].right.stop > here.start):
                last = blocks.pop()
                there = range(last.left.start, max(last.left.stop, there.stop))
                here = range(last.right.start, max(last.right.stop, here.stop))
            blocks.append(Facing(there, here))
    rows: list[Facing] = []
    i = j = 0
    for block in [*blocks, Facing(range(len(left), len(left)), range(len(right), len(right)))]:
        rows += [Facing(range(n, n + 1), range(0)) for n in range(i, block.left.start)]
        rows += [Facing(range(0), range(n, n + 1)) for n in range(j, block.right.start)]
        if block.left:
            rows.append(block)
        i, j = block.left.stop, block.right.stop
    return rows


def _links(
    left: Sequence[Span], right: Sequence[Span], passage: Aligned, texts: tuple[str, str]
) -> list[tuple[range, range]]:
    """Return which paragraphs a passage brings together: those that hold its equal words, so that a long one parts at their ends."""
    if passage.parent_span is None:
        return []
    there, here = _touched(left, passage.parent_span), _touched(right, passage.child_span)
    if not there or not here:
        return []
    if len(there) == len(here) == 1:
        return [(there, here)]
    met: Counter[tuple[int, int]] = Counter()
    for mine, theirs in equal_words(passage.child_span.of(texts[1]), passage.parent_span.of(texts[0])):
        at = (
            _holder(left, there, passage.parent_span.start + theirs),
            _holder(right, here, passage.child_span.start + mine),
        )
        if at[0] is not None and at[1] is not None:
            met[at[0], at[1]] += 1
    kept = sorted(pair for pair, words in met.items() if words >= _WORDS)
    return [(range(a, a + 1), range(b, b + 1)) for a, b in kept] or [(there, here)]


def _holder(paragraphs: Sequence[Span], among: range, place: int) -> int | None:
    return next((n for n in among if paragraphs[n].start <= place < paragraphs[n].end), None)


def _touched(paragraphs: Sequence[Span], span: Span) -> range:
    """Return the paragraphs that a span stands in."""
    numbers = [n for n, paragraph in enumerate(paragraphs) if paragraph.overlaps(span)]
    return range(numbers[0], numbers[-1] + 1) if numbers else range(0)
