"""Word alignment of two texts: local passages with small gaps and substitutions, several for a pair, in any order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

_SEED = 3
_GAP = 6
_MANY = 20


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Words a_start..a_end of one text beside b_start..b_end of another (half-open word ranges), `matched` words equal."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    matched: int

    @property
    def similarity(self) -> float:
        """Return the share of the longer side's words that agree, 0 to 1."""
        return self.matched / max(self.a_end - self.a_start, self.b_end - self.b_start)


def _runs(a: Sequence[str], b: Sequence[str]) -> list[Stretch]:
    """Return all maximal runs of at least `_SEED` equal words, by place in `a`; seeds that stand too often are skipped."""
    at: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in range(len(b) - _SEED + 1):
        at[tuple(b[j : j + _SEED])].append(j)
    ends: dict[int, int] = {}
    found = []
    for i in range(len(a) - _SEED + 1):
        places = at.get(tuple(a[i : i + _SEED]), ())
        if len(places) > _MANY:
            continue
        for j in places:
            if ends.get(j - i, -1) > i:
                continue
            length = _SEED
            while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
                length += 1
            ends[j - i] = i + length
            found.append(Stretch(i, i + length, j, j + length, length))
    return found


def _chained(runs: Sequence[Stretch]) -> list[list[Stretch]]:
    """Join runs into chains: each run goes to the chain that ends at most `_GAP` words before it on both sides."""
    chains: list[list[Stretch]] = []
    for run in runs:
        best: list[Stretch] | None = None
        nearest = 2 * _GAP + 1
        for chain in reversed(chains[-40:]):
            last = chain[-1]
            left, right = run.a_start - last.a_end, run.b_start - last.b_end
            if -_SEED < left <= _GAP and -_SEED < right <= _GAP and abs(left) + abs(right) < nearest:
                best, nearest = chain, abs(left) + abs(right)
        if best is None:
            chains.append([run])
        else:
            best.append(run)
    return chains


def stretches(a: Sequence[str], b: Sequence[str], least: int = 5) -> list[Stretch]:
    """Return the passages two texts share, by place in `a`; each word of `a` and of `b` stands in one passage at most.

    Exact runs of three words or more are chained over gaps of up to six words and counted again inside by the longest
    common subsequence (rapidfuzz). Passages with fewer than `least` equal words are left out.
    """
    from rapidfuzz.distance import LCSseq

    whole = []
    for chain in _chained(_runs(a, b)):
        a_start, b_start = chain[0].a_start, chain[0].b_start
        a_end, b_end = max(run.a_end for run in chain), max(run.b_end for run in chain)
        matched = chain[0].matched
        if len(chain) > 1:
            matched = int(LCSseq.similarity(list(a[a_start:a_end]), list(b[b_start:b_end])))
        if matched >= least:
            whole.append(Stretch(a_start, a_end, b_start, b_end, matched))
    taken: list[Stretch] = []
    for one in sorted(whole, key=lambda s: (-s.matched, s)):
        if all(
            (one.a_end <= other.a_start or other.a_end <= one.a_start)
            and (one.b_end <= other.b_start or other.b_end <= one.b_start)
            for other in taken
        ):
            taken.append(one)
    return sorted(taken)
