"""Word alignment of two texts: local passages with small gaps and substitutions, several for a pair, in any order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SEED = 3
_GAP = 6
_MANY = 20
_OPEN = 40
"""How many chains may be carried on at one time."""

Run = tuple[int, int, int, int]
"""Where a run of equal words starts and ends in both texts: a_start, a_end, b_start, b_end."""

Chain = tuple[int, int, int, int, bool]
"""The same of a chain, and whether it is more than one run."""


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

    def turned(self) -> Stretch:
        """Return the passage with the texts the other way round."""
        return Stretch(self.b_start, self.b_end, self.a_start, self.a_end, self.matched)


@dataclass(frozen=True, slots=True)
class Aligned:
    """A text ready for alignment: its words as numbers, and where each run of three stands (by a hash), at most twenty times.

    What stands oftener is no seed: it tells nothing, and would cost as much as the text is long.
    """

    words: list[int]
    seeds: dict[int, list[int]]

    @classmethod
    def of(cls, words: list[int], runs: Iterable[int]) -> Aligned:
        """Note where the runs stand; the first one starts at the first word."""
        seeds: defaultdict[int, list[int]] = defaultdict(list)
        for at, run in enumerate(runs):
            seeds[run].append(at)
        return cls(words, {run: places for run, places in seeds.items() if len(places) <= _MANY})


def _runs(a: Aligned, b: Aligned) -> list[Run]:
    """Return all maximal runs of at least `_SEED` equal words, by place in `a`."""
    ours, theirs = a.seeds, b.seeds
    common = ours.keys() & theirs.keys()
    pairs = [(i, j) for run in common for i in ours[run] for j in theirs[run]]
    pairs.sort()
    one, two = a.words, b.words
    ends: dict[int, int] = {}
    found = []
    for i, j in pairs:
        if ends.get(j - i, -1) > i:
            continue
        last = min(len(one) - i, len(two) - j)
        length = 0
        while length < last and one[i + length] == two[j + length]:
            length += 1
        if length >= _SEED:
            ends[j - i] = i + length
            found.append((i, i + length, j, j + length))
    return found


def _chained(runs: Sequence[Run]) -> list[Chain]:
    """Join runs into chains: each run goes to the chain that ends at most `_GAP` words before it on both sides."""
    chains: list[list[int]] = []
    for a_start, a_end, b_start, b_end in runs:
        best: list[int] | None = None
        nearest = 2 * _GAP + 1
        for chain in chains[: -_OPEN - 1 : -1]:
            left, right = a_start - chain[4], b_start - chain[5]
            if -_SEED < left <= _GAP and -_SEED < right <= _GAP and abs(left) + abs(right) < nearest:
                best, nearest = chain, abs(left) + abs(right)
        if best is None:
            chains.append([a_start, a_end, b_start, b_end, a_end, b_end, False])
        else:
            best[1], best[3] = max(best[1], a_end), max(best[3], b_end)
            best[4:] = a_end, b_end, True
    return [(c[0], c[1], c[2], c[3], bool(c[6])) for c in chains]


def stretches(a: Sequence[str], b: Sequence[str], least: int = 5) -> list[Stretch]:
    """Return the passages two texts share, by place in `a`; each word of `a` and of `b` stands in one passage at most.

    Exact runs of three words or more are chained over gaps of up to six words and counted again inside by the longest
    common subsequence (rapidfuzz). Passages with fewer than `least` equal words are left out. The two texts may be given either way
    round. Many pairs of one pile are aligned faster by `sayso.similarity.reuse`.
    """
    numbers = {word: number for number, word in enumerate(sorted({*a, *b}))}
    one, two = ([numbers[word] for word in text] for text in (a, b))
    ours, theirs = (Aligned.of(text, map(_run_of, text, text[1:], text[2:])) for text in (one, two))
    return align(ours, theirs, least)


def _run_of(*words: int) -> int:
    return hash(words)


def align(a: Aligned, b: Aligned, least: int = 5) -> list[Stretch]:
    """Return the passages that `stretches` tells of, for texts made ready with the same numbers and the same hashes.

    Chains are built in the order of either text; where that makes a difference the way counts that leaves more words equal,
    and of two such ways the order of the text whose words come first. So it is all one which text is given first.
    """
    if b.words < a.words:
        return sorted(s.turned() for s in align(b, a, least))
    runs = _runs(a, b)
    chains = _chained(runs)
    found = _apart(a, b, chains, least)
    if len(runs) > 1:
        turned = _chained(sorted((b_start, b_end, a_start, a_end) for a_start, a_end, b_start, b_end in runs))
        others = sorted((a_start, a_end, b_start, b_end, more) for b_start, b_end, a_start, a_end, more in turned)
        if others != sorted(chains):
            other = _apart(a, b, others, least)
            if sum(s.matched for s in other) > sum(s.matched for s in found):
                return other
    return found


def _apart(a: Aligned, b: Aligned, chains: Sequence[Chain], least: int) -> list[Stretch]:
    """Count the equal words of each chain, and keep those that do not overlap, the longest first; by place in `a`."""
    whole = []
    for a_start, a_end, b_start, b_end, several in chains:
        matched = a_end - a_start
        if several:
            from rapidfuzz.distance import LCSseq

            matched = int(LCSseq.similarity(a.words[a_start:a_end], b.words[b_start:b_end]))
        if matched >= least:
            whole.append(Stretch(a_start, a_end, b_start, b_end, matched))
    if len(whole) < 2:
        return whole
    taken: list[Stretch] = []
    ours, theirs = bytearray(len(a.words)), bytearray(len(b.words))
    for one in sorted(whole, key=lambda s: (-s.matched, s)):
        mine, other = slice(one.a_start, one.a_end), slice(one.b_start, one.b_end)
        if not (any(ours[mine]) or any(theirs[other])):
            ours[mine] = b"\1" * (one.a_end - one.a_start)
            theirs[other] = b"\1" * (one.b_end - one.b_start)
            taken.append(one)
    return sorted(taken)
