"""Reuse in a whole pile: which documents share passages, and the passages, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.similarity.align import Aligned, Stretch, align
from sayso.similarity.ngrams import candidates_among
from sayso.similarity.numbered import Numbered

_READY = 4096
"""So many documents are kept ready for alignment at one time; bounds the memory."""


def reused(documents: Sequence[Sequence[str]], least: int = 5) -> Iterator[tuple[int, int, list[Stretch]]]:
    """Yield the pairs a < b of documents that share passages, in order, with the passages as `stretches` tells them.

    A document is a sequence of lower-cased words. Pairs are looked for as by `candidates`: put first what others were likely made
    from. Time and memory grow with the number of words and of pairs found.
    """
    held = Numbered.of(documents)
    runs = held.grams(3)

    @lru_cache(maxsize=_READY)
    def ready(number: int) -> Aligned:
        place = held.document(number)
        inside = slice(place.start, max(place.start, place.stop - 2))
        return Aligned.of(held.words[place].tolist(), runs[inside].tolist())

    for a, b in candidates_among(held):
        found = align(ready(a), ready(b), least)
        if found:
            yield a, b, found
