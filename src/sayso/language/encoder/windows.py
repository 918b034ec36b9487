"""Overlapping windows over the words of a report, so that what crosses the edge of one is whole in another."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, pairwise

from sayso.language.encoder.features import LONGEST, Words

PIECES, OVERLAP = 254, 64
"""Wordpieces of one window without its edges, and how many two neighbours share."""


@dataclass(frozen=True, slots=True)
class Window:
    """The words first..last; `own_first`..`own_last` are those that stand nearer to its middle than to a neighbour's."""

    first: int
    last: int
    own_first: int
    own_last: int


def windows(words: Words, pieces: int = PIECES, overlap: int = OVERLAP) -> tuple[Window, ...]:
    """Return windows of about equal length that together cover all words; each word is own to exactly one of them.

    Raises ValueError when `overlap` leaves no room for a word in `pieces`.
    """
    if pieces < overlap + LONGEST:
        raise ValueError(f"windows of {pieces} wordpieces that share {overlap} have no room for a word of {LONGEST}")
    ends = list(accumulate(map(len, words.pieces)))
    if not ends:
        return ()
    total = ends[-1]
    if total <= pieces:
        return (Window(0, len(words), 0, len(words)),)
    count = -(-(total - overlap) // (pieces - overlap))
    length = (total + (count - 1) * overlap) / count
    cuts: list[tuple[int, int]] = []
    for number in range(count):
        start = number * (length - overlap)
        first = bisect_left(ends, start + 1) if number else 0
        last = bisect_left(ends, start + length + 1) if number + 1 < count else len(words)
        while ends[last - 1] - (ends[first - 1] if first else 0) > pieces:  # rounding, or long words at both edges
            last -= 1
        if cuts and first > cuts[-1][1]:
            first = cuts[-1][1]
        cuts.append((first, last))
    while cuts[-1][1] < len(words):  # what rounding left over
        first = bisect_left(ends, ends[cuts[-1][1] - 1] - overlap)
        last = cuts[-1][1]
        while last < len(words) and ends[last] - (ends[first - 1] if first else 0) <= pieces:
            last += 1
        cuts.append((first, last))
    borders = [0, *((b_first + a_last) // 2 for (_, a_last), (b_first, _) in pairwise(cuts)), len(words)]
    return tuple(Window(a, b, borders[i], borders[i + 1]) for i, (a, b) in enumerate(cuts))
