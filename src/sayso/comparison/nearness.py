"""How near the claims of a pile lie to one another in meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.comparison.meaning import NARROW, WIDTH, Meanings
from sayso.comparison.profile import Profile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Whole = NDArray[np.int64]

_KEPT = (
    20  # of what the claims of a pile have in common, as much stays as if so many further claims shared nothing of it
)
_FEW = 100  # claims below which a pile is filled up with what the claims of all affairs have in common
_BLOCK = 512  # rows compared at once
_PAIRS = 50_000  # pairs compared at once


@dataclass(frozen=True, slots=True)
class Near:
    """The meanings of a pile's claims in the order of its profiles.

    `unit` [N, 384] has rows of length 1, without what the whole affair has in common: most of their mean. `pieces` are the
    wordpieces of each claim, [T, 96], and `weight` [T] what each counts; both are empty for a claim whose meaning is not known.
    """

    unit: Floats
    pieces: tuple[Floats, ...]
    weight: tuple[Floats, ...]


def near(given: Sequence[Profile], told: Sequence[Meanings]) -> Near:
    """Return the meanings of the claims of `given`; zeros for those that `told` does not hold."""
    import numpy as np

    row_of = {claim: (held, at) for held in told for at, claim in enumerate(held.claims)}
    whole = np.zeros((len(given), WIDTH), np.float32)
    pieces, weight = [], []
    for number, profile in enumerate(given):
        found = row_of.get(profile.claim.id)
        if found is None:
            pieces.append(np.zeros((0, NARROW), np.float32))
            weight.append(np.zeros(0, np.float32))
            continue
        held, at = found
        whole[number] = held.whole[at]
        begin = int(held.ends[at - 1]) if at else 0
        pieces.append(held.pieces[begin : int(held.ends[at])])
        weight.append(held.weight[begin : int(held.ends[at])])
    known = np.array([len(one) > 0 for one in weight], bool)
    count = int(known.sum())
    size = max(count, _FEW)
    everywhere = next((held.common for held in told if held.claims), np.zeros(WIDTH, np.float32))
    common = (whole[known].sum(0) + everywhere * (size - count)) / (size + _KEPT)
    apart = np.where(known[:, None], whole - common, 0.0).astype(np.float32)
    length = np.sqrt((apart * apart).sum(1, keepdims=True))
    return Near(apart / np.maximum(length, 1e-6), tuple(pieces), tuple(weight))


def nearest(unit: Floats, least: float, most: int) -> tuple[Whole, Whole]:
    """Return the pairs of rows, smaller index first and in order, whose cosine is at least `least`; of each row its `most` nearest at most."""
    import numpy as np

    first, second = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for at in range(0, len(unit), _BLOCK):
        block = np.round(unit[at : at + _BLOCK] @ unit.T, 4)  # the last digits depend on how the product was shared out
        block[np.arange(len(block)), np.arange(at, at + len(block))] = -2.0
        if block.shape[1] > most:
            kept = np.partition(block, block.shape[1] - most, axis=1)[:, block.shape[1] - most, None]
            block[block < kept] = -2.0
        rows, columns = np.nonzero(block >= least)
        first.append(np.minimum(rows + at, columns))
        second.append(np.maximum(rows + at, columns))
    pairs = np.unique(np.stack([np.concatenate(first), np.concatenate(second)]), axis=1)
    return pairs[0].astype(np.int64), pairs[1].astype(np.int64)


def cosines(held: Near, first: Whole, second: Whole) -> NDArray[np.float64]:
    """Return the cosine of each pair of rows, rounded, as processors differ in its last digits."""
    import numpy as np

    found = np.zeros(len(first))
    for at in range(0, len(first), _PAIRS):
        part = slice(at, at + _PAIRS)
        found[part] = np.einsum("ij,ij->i", held.unit[first[part]], held.unit[second[part]])
    return found.round(4)


def piecewise(held: Near, first: Whole, second: Whole) -> NDArray[np.float64]:
    """Return for each pair how well each wordpiece of one finds its like in the other, the mean of both ways, 0 where either has none.

    `first` is in rising order. This is the late interaction of Khattab & Zaharia (2020), with a weight for each wordpiece.
    """
    import numpy as np

    found = np.zeros(len(first))
    size = np.array([len(one) for one in held.weight])
    total = np.array([float(one.sum()) for one in held.weight])
    edges = np.searchsorted(first, np.arange(len(held.weight) + 1))
    for one in np.unique(first).tolist():
        rows = np.arange(edges[one], edges[one + 1])
        rows = rows[size[second[rows]] > 0]
        if not size[one] or not len(rows):
            continue
        others = second[rows]
        starts = np.concatenate([[0], np.cumsum(size[others])[:-1]])
        like = held.pieces[one] @ np.concatenate([held.pieces[at] for at in others.tolist()]).T
        there = (np.maximum.reduceat(like, starts, axis=1) * held.weight[one][:, None]).sum(0) / total[one]
        weight = np.concatenate([held.weight[at] for at in others.tolist()])
        back = np.add.reduceat(like.max(0) * weight, starts) / total[others]
        found[rows] = (there + back) / 2
    return found.round(4)
