"""Quotations that a derived report took over, altered or not: child's beside parent's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.derivation.remembered import remembered
from sayso.derivation.words import Text
from sayso.model import Aligned, Quote

_SAME = 0.55
"""The share of the longer quotation's words that must stand in the other in the same order."""

_WORDS = 4
"""How many words at least."""


def quotations(child: Text, parent: Text, taken: Sequence[Aligned]) -> tuple[Aligned, ...]:
    """Return the child's quotations beside the parent's that each is most like, by the longest common subsequence of stems.

    Quotations that a passage covers already, and fragments of fewer than four words, are left out.
    """
    from rapidfuzz.distance import LCSseq

    theirs = [(quote, _stems(parent, quote)) for quote in parent.analysis.quotes]
    found = []
    for quote in child.analysis.quotes:
        mine = _stems(child, quote)
        covered = sum(quote.span.shared(held.child_span) for held in taken) >= len(quote.span) / 2
        if covered or len(mine) < _WORDS:
            continue
        best, where = 0.0, None
        for other, words in theirs:
            matched = int(LCSseq.similarity(mine, words))
            likeness = matched / max(len(mine), len(words))
            if matched >= _WORDS and likeness > best:
                best, where = likeness, other
        if where is not None and best >= _SAME:
            found.append(Aligned(quote.span, where.span, round(best, 3)))
    return tuple(found)


@remembered
def _stems(text: Text, quote: Quote) -> list[str]:
    first, last = bisect_left(text.word_starts, quote.span.start), bisect_left(text.word_starts, quote.span.end)
    return [text.keys[at] for at in range(first, last) if quote.span.contains(text.spans[at])]
