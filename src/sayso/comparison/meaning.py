"""What the claims of a report mean, each read inside its report: other words for the same thing share no term."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.model import Claim, Report
from sayso.resources.graphs import Graph
from sayso.resources.model_files import model_files
from sayso.resources.wordpieces import Wordpieces, wordpieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

WINDOW = 224
"""Wordpieces read at once; each further window begins half a window before the last one ended."""
WIDTH, NARROW = 384, 96
LONGEST = 72
"""Wordpieces of one claim that are averaged."""
KEPT = 40
"""Wordpieces of one claim that are compared one by one."""
_BEFORE, _AFTER = 96, 32  # wordpieces around a claim that are worth having in its window


@dataclass(frozen=True, slots=True)
class Meanings:
    """What N claims mean, in the order of their ids in `claims`.

    `whole` [N, 384] is the mean over the wordpieces of each. `pieces` [T, 96] are its first wordpieces, of length 1, those of all claims one after the other, and
    `weight` [T] how much each counts; `ends` [N] is where those of each claim end. A claim without a wordpiece has zeros and no pieces.
    `common` [384] is what all claims of all affairs have in common.
    """

    claims: tuple[str, ...]
    whole: Floats
    pieces: Floats
    weight: Floats
    ends: NDArray[np.int64]
    common: Floats


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands: the number of its window and the range of wordpieces in it."""

    window: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ClaimReader:
    """The encoder of claims (a model of our own, see docs/models/claims.md) and its wordpieces."""

    graph: Graph
    pieces: Wordpieces

    def window(self, ids: Sequence[int]) -> list[Floats]:
        """Return [L, 384], [L, 96] and [L] of the L wordpieces of one window, in a run of its own, and [384], which is the same for all."""
        import numpy as np

        row = np.asarray([(self.pieces.opening, *ids, self.pieces.closing)], np.int64)
        *found, common = self.graph.run(["whole", "pieces", "weight", "common"], {"ids": row})
        return [*(one[1:-1] for one in found), common]


@cache
def claim_reader(language: str = "en", folder: Path | None = None) -> ClaimReader:
    """Return the encoder of claims of a language, opened once; `folder` is where the models lie, the installation when None."""
    files = model_files("claims", language, folder)
    pieces = wordpieces(language, folder)
    files.require_wordpieces(pieces.digest)
    return ClaimReader(Graph(files.path("claims.onnx")), pieces)


def windows(count: int) -> list[tuple[int, int]]:
    """Return the ranges of wordpieces read at once from a text of `count`; each but the first overlaps the one before by half a window."""
    found = [(0, min(count, WINDOW))]
    while found[-1][1] < count:
        begin = found[-1][1] - WINDOW // 2
        found.append((begin, min(count, begin + WINDOW)))
    return found


def placed(offsets: Sequence[tuple[int, int]], held: Sequence[tuple[int, int]], span: tuple[int, int]) -> Place | None:
    """Return where the characters of `span` stand: the window that shows most of them, then most of what is around; None for nothing but space."""
    first = bisect_right(offsets, span[0], key=lambda piece: piece[1])
    last = min(bisect_left(offsets, span[1], key=lambda piece: piece[0]), first + LONGEST)
    if first >= last:
        return None

    def worth(window: int) -> tuple[int, int, int]:
        begin, end = held[window]
        seen = min(last, end) - max(first, begin)
        return seen, min(first - begin, _BEFORE) + min(end - last, _AFTER), -window

    best = max(range(len(held)), key=worth)
    begin, end = held[best]
    return Place(best, max(first, begin) - begin, min(last, end) - begin)


def meanings(report: Report, claims: Sequence[Claim]) -> Meanings:
    """Return what the claims of one report mean there.

    Each window is read by itself, so a meaning depends on nothing but the report and the place of the claim in it.
    """
    import numpy as np

    reader = claim_reader()
    ids, offsets = reader.pieces.placed(report.body.of(report.text))
    held = windows(len(ids))
    base = report.body.start
    places = [placed(offsets, held, (claim.start - base, claim.end - base)) if ids else None for claim in claims]
    read = {number: reader.window(ids[slice(*held[number])]) for number in {p.window for p in places if p is not None}}
    whole = np.zeros((len(claims), WIDTH), np.float32)
    pieces, weight, ends, total = [np.zeros((0, NARROW), np.float32)], [np.zeros(0, np.float32)], [], 0
    common = np.zeros(WIDTH, np.float32)
    for at, place in enumerate(places):
        if place is not None:
            all_of_it, narrow, counts, common = read[place.window]
            whole[at] = all_of_it[place.first : place.last].mean(0)
            first = slice(place.first, min(place.last, place.first + KEPT))
            pieces.append(narrow[first])
            weight.append(counts[first])
            total += len(weight[-1])
        ends.append(total)
    return Meanings(
        tuple(claim.id for claim in claims),
        whole,
        np.concatenate(pieces),
        np.concatenate(weight),
        np.asarray(ends, np.int64),
        common,
    )
