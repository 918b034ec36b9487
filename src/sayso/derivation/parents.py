"""Parents of each report: passages explained by the best parent, the rest by the next, until little is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sayso.derivation.dates import order
from sayso.derivation.direction import Direction, direction
from sayso.derivation.loose import answering
from sayso.derivation.outlets import one_house
from sayso.derivation.passages import Shared
from sayso.derivation.words import Pile
from sayso.model import Span

ENOUGH = 0.8
"""The strength of passages, beyond what other parents explain, that makes a report the child of another."""

_UNSURE = 1.6
"""The same where nothing tells who took from whom: then a third text that both had is as likely."""

_REWORDED_ONLY = 3.0
"""The same where no run of words is shared."""

_HEARD = 0.6
"""The most that words of one named speaker add, however many: several reporters may have heard them."""

_RUN = 0.15
"""The strength that one word-for-word passage must have."""


@dataclass(frozen=True, slots=True)
class Parentage:
    """A child, a parent, what makes us think so; `a` and `b` number the pair as its passages do."""

    direction: Direction
    a: int
    b: int
    passages: tuple[Shared, ...]

    @property
    def strength(self) -> float:
        """What only copying explains."""
        return sum(passage.strength for passage in self.passages)

    def child_span(self, passage: Shared) -> Span:
        """Return the child's side of a passage."""
        return passage.a_span if self.direction.child == self.a else passage.b_span


def telling(passages: Sequence[Shared], house: bool = False) -> bool:
    """Tell whether passages together show that one report was made from the other.

    Reports of one outlet (`house`) share its style and its standing notes; twice as much is asked of them.
    """
    heard = sum(passage.strength for passage in passages if passage.speaker is not None)
    strength = sum(passage.strength for passage in passages if passage.speaker is None) + min(heard, _HEARD)
    strength /= 2 if house else 1
    runs = any(passage.verbatim and passage.speaker is None and passage.strength >= _RUN for passage in passages)
    return strength >= (ENOUGH if runs else _REWORDED_ONLY) and (runs or len(passages) > 1)


def compilations(pile: Pile, shared: Mapping[tuple[int, int], Sequence[Shared]]) -> set[tuple[int, int]]:
    """Return (compilation, part) pairs: a report that shares with two others what these do not share with each other."""
    near: dict[int, set[int]] = defaultdict(set)
    for (a, b), passages in shared.items():
        if telling(passages, one_house(pile.texts[a].report, pile.texts[b].report)):
            near[a].add(b)
            near[b].add(a)
    return {
        (whole, part)
        for whole, held in near.items()
        for part in held
        if any(other != part and other not in near[part] for other in held)
    }


def parentages(
    pile: Pile, shared: Mapping[tuple[int, int], Sequence[Shared]], cited: frozenset[tuple[int, int]]
) -> list[Parentage]:
    """Return who was made from whom by the words, each passage explained by one parent; not yet free of circles."""
    mixed = compilations(pile, shared)
    by_child: dict[int, list[Parentage]] = defaultdict(list)
    for (a, b), passages in sorted(shared.items()):
        if telling(passages, one_house(pile.texts[a].report, pile.texts[b].report)):
            found = pair_direction(pile, a, b, passages, cited, mixed)
            if found.known or sum(p.strength for p in passages) >= _UNSURE:
                by_child[found.child].append(Parentage(found, a, b, tuple(passages)))
    return [kept for child in sorted(by_child) for kept in _explained(pile, by_child[child], cited)]


def pair_direction(
    pile: Pile,
    a: int,
    b: int,
    passages: Sequence[Shared],
    cited: frozenset[tuple[int, int]],
    mixed: Collection[tuple[int, int]],
) -> Direction:
    """Decide who took from whom by all that two reports share, loosely answering sentences included."""
    return direction(pile, a, b, [*passages, *_answers(pile, a, b, passages)], cited, mixed)


def _answers(pile: Pile, a: int, b: int, passages: Sequence[Shared]) -> list[Shared]:
    """Return the further sentences of a pair that answer one another; they tell the direction where dates do not."""
    one, two = pile.texts[a], pile.texts[b]
    if order(one.report, two.report) in (-1, 1):
        return []
    known = [passage.aligned(True) for passage in passages]
    found = answering(pile, one, two, range(len(one.analysis.sentences)), known)
    return [
        Shared(p.child_span, p.parent_span, p.similarity, 0.0, False, 0, True)
        for p in found
        if p.parent_span is not None
    ]


def _explained(pile: Pile, candidates: Sequence[Parentage], cited: frozenset[tuple[int, int]]) -> list[Parentage]:
    """Keep the parents of one child that explain what stronger parents do not."""

    def rank(one: Parentage) -> tuple[float, str, str]:
        credited = (one.direction.child, one.direction.parent) in cited
        parent = pile.texts[one.direction.parent].report
        return (-one.strength - (0.5 if credited else 0.0), parent.published or "~", parent.id)

    kept: list[Parentage] = []
    taken: list[Span] = []
    for one in sorted(candidates, key=rank):
        left = tuple(p for p in one.passages if _free(one.child_span(p), taken))
        if left and telling(left, one_house(pile.texts[one.a].report, pile.texts[one.b].report)):
            kept.append(Parentage(one.direction, one.a, one.b, left))
            taken += [one.child_span(p) for p in left]
    return kept


def _free(span: Span, taken: Sequence[Span]) -> bool:
    """Tell whether at least half of a span is not explained yet."""
    return sum(span.shared(held) for held in taken) < len(span) / 2


class Ancestry:
    """Who descends from whom so far: tells whether one more edge would close a circle."""

    def __init__(self) -> None:
        self._above: dict[int, set[int]] = defaultdict(set)

    def add(self, child: int, parent: int) -> None:
        """Note an edge."""
        self._above[child].add(parent)

    def closes(self, child: int, parent: int) -> bool:
        """Tell whether `parent` descends from `child`, or is it."""
        seen, stack = {parent}, [parent]
        while stack:
            further = self._above[stack.pop()] - seen
            seen |= further
            stack.extend(further)
        return child in seen


def acyclic(found: Sequence[Parentage]) -> list[Parentage]:
    """Leave out the weakest edges that would close a circle; sure directions first, then strength."""
    ancestry, kept = Ancestry(), []
    for one in sorted(found, key=lambda p: (not p.direction.known, -p.strength, p.direction.child, p.direction.parent)):
        child, parent = one.direction.child, one.direction.parent
        if not ancestry.closes(child, parent):
            ancestry.add(child, parent)
            kept.append(one)
    return sorted(kept, key=lambda p: (p.direction.child, p.direction.parent))
