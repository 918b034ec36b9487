"""Words that say the contrary of one another: 'in service' and 'shut', 'sober' and 'drunk'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.comparison.words import stem, tells, tokens
from sayso.resources import raw

_BESIDE = 7  # words between a word that takes a side and the thing it says that of


@dataclass(frozen=True, slots=True)
class Side:
    """A word or phrase of a text that takes a side of a pair of opposites: which pair and side, its own stems, those of the telling words beside it."""

    pair: int
    side: int
    stems: frozenset[str]
    beside: frozenset[str]


@cache
def _sides() -> Mapping[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return, for the stems of a word or phrase, the (pair, side) that it stands on."""
    found: dict[tuple[str, ...], tuple[tuple[int, int], ...]] = {}
    lines = [line for line in raw("comparison_opposites.txt").splitlines() if line.strip() and line[0] != "#"]
    for pair, line in enumerate(lines):
        for side, words in enumerate(line.split("|")):
            for phrase in words.split(","):
                stems = tuple(stem(word) for word in tokens(phrase))
                found[stems] = (*found.get(stems, ()), (pair, side))
    return found


@cache
def _longest() -> int:
    return max(len(stems) for stems in _sides())


def sides_of(text: str) -> Sequence[Side]:
    """Return the sides that a text takes, in the order of its words."""
    known, words = _sides(), tokens(text)
    stems = [stem(word) for word in words]
    found = []
    for at in range(len(stems)):
        for length in range(1, _longest() + 1):
            held = tuple(stems[at : at + length])
            for pair, side in known.get(held, ()) if len(held) == length else ():
                near = range(max(0, at - _BESIDE), min(len(words), at + length + _BESIDE))
                beside = frozenset(
                    stems[k]
                    for k in near
                    if not at <= k < at + length and tells(words[k]) and not words[k][0].isdigit()
                )
                found.append(Side(pair, side, frozenset(held), beside))
    return found


def contrary(a: Sequence[Side], b: Sequence[Side]) -> frozenset[str]:
    """Return the stems of the things of which two texts, given by their sides, say the contrary; none when one takes both sides of a pair."""
    for one in a:
        for two in b:
            both = {(one.pair, 1 - one.side)} & {(s.pair, s.side) for s in a}
            both |= {(two.pair, 1 - two.side)} & {(s.pair, s.side) for s in b}
            if one.pair == two.pair and one.side != two.side and not both and one.beside & two.beside:
                return one.beside & two.beside
    return frozenset()
