"""Parents of each report: passages explained by the best parent, the rest by the next, until little is left."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.derivation.dates import order
from sayso.derivation.direction import Direction, direction
from sayso.derivation.loose import answering, covered_share
from sayso.derivation.outlets import one_house
from sayso.derivation.passages import Shared
from sayso.derivation.traces import MUCH, WHOLE, beyond_shared
from sayso.derivation.words import Pile
from sayso.model import Evidence, Span

ENOUGH = 0.8
"""The strength of passages, beyond what other parents explain, that makes a report the child of another."""

_UNSURE = 1.6
"""The same where nothing tells who took from whom: then a third text that both had is as likely."""

_REWORDED_ONLY = 3.0
"""The same where no run of words is shared."""

_HEARD = 0.6
"""The most that words of one named speaker add, however many: several reporters may have heard them."""

_OVERLAP = 0.3
"""The share of a report's passages with one report that overlap those with another, from which both tell the same part of it."""

_MOST = 0.6
"""The share of what two reports have in common that a third must have too to explain it."""

_KIN = 12
"""How many of the nearest kin of a report are asked for that."""

_MORE = 1.4
"""How many times more of a compilation must stand in two parts than of a part in it."""

_NEARER = 1.1
"""How many times more two reports must share with each other than the second with the third."""

_OPEN = 0.8
"""What the strength of a pair whose direction is open counts beside one whose direction is known."""

_SECOND = 0.95
"""The same for a parent that was made from another one of the child's."""

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

    def spans(self, number: int) -> list[Span]:
        """Return the passages' places in one of the two reports."""
        return [passage.a_span if number == self.a else passage.b_span for passage in self.passages]

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


def compilations(pile: Pile, shared: Mapping[tuple[int, int], Sequence[Shared]]) -> dict[tuple[int, int], float]:
    """Return (compilation, part) pairs, a report that shares with two others what these do not share with each other, and its share in both (0-1).

    Two excerpts of one report share nothing either. So each part must go well beyond what it shares, on the same matter, and more of the
    compilation must stand in both than of the part in it.
    """
    near: dict[int, dict[int, tuple[Span, ...]]] = defaultdict(dict)
    for (a, b), passages in shared.items():
        if telling(passages, one_house(pile.texts[a].report, pile.texts[b].report)):
            near[a][b] = tuple(passage.a_span for passage in passages)
            near[b][a] = tuple(passage.b_span for passage in passages)
    found = {}
    for whole, held in near.items():
        text = pile.texts[whole]
        for part, spans in held.items():
            others = [at for other, at in held.items() if other != part and other not in near[part]]
            if not others:
                continue
            rest = beyond_shared(pile, pile.texts[part], text, near[part][whole], spans)
            if rest.shared < WHOLE and not (rest.foreign and rest.shared > MUCH):
                both = [covered_share(text, [*spans, *at]) for at in others if not _same_places(spans, at)]
                if max(both, default=0.0) > _MORE * rest.shared:
                    found[whole, part] = max(both)
    return found


def _same_places(spans: Sequence[Span], others: Sequence[Span], share: float = _OVERLAP) -> bool:
    """Tell whether more than a share of some passages is the matter of others too: then both parts have it, whatever their words."""
    return sum(span.shared(other) for span in spans for other in others) > share * sum(map(len, spans))


def parentages(
    pile: Pile, shared: Mapping[tuple[int, int], Sequence[Shared]], cited: frozenset[tuple[int, int]]
) -> list[Parentage]:
    """Return who was made from whom by the words, each passage explained by one parent; not yet free of circles."""
    mixed = compilations(pile, shared)
    found = [
        Parentage(pair_direction(pile, a, b, passages, cited, mixed), a, b, tuple(passages))
        for (a, b), passages in sorted(shared.items())
        if telling(passages, one_house(pile.texts[a].report, pile.texts[b].report))
    ]
    by_child: dict[int, list[Parentage]] = defaultdict(list)
    for one in settled_by_thirds(pile, nearest(found)):
        if one.direction.known or one.strength >= _UNSURE:
            by_child[one.direction.child].append(one)
    above = {
        (one.direction.child, one.direction.parent) for held in by_child.values() for one in held if one.direction.known
    }
    return [kept for child in sorted(by_child) for kept in _explained(pile, by_child[child], cited, above)]


def nearest(found: Sequence[Parentage]) -> list[Parentage]:
    """Leave out the pairs whose common matter both have in common with a third, and more of it: they are kin through that one."""
    kin: dict[int, list[Parentage]] = defaultdict(list)
    for one in sorted(found, key=lambda one: (-one.strength, one.a, one.b)):
        kin[one.a].append(one)
        kin[one.b].append(one)
    by_pair = {frozenset((one.a, one.b)): one for one in found}

    def explained(one: Parentage) -> bool:
        for held in kin[one.a][:_KIN]:
            third = held.b if held.a == one.a else held.a
            other = by_pair.get(frozenset((third, one.b)))
            if third == one.b or other is None or one.strength >= _SECOND * min(held.strength, other.strength):
                continue
            if all(_same_places(one.spans(end), by.spans(end), _MOST) for end, by in ((one.a, held), (one.b, other))):
                return True
        return False

    return [one for one in found if not explained(one)]


def settled_by_thirds(pile: Pile, found: Sequence[Parentage]) -> list[Parentage]:
    """Turn open pairs where a third report tells: what one of the two is known to have from a third it has not from the other.

    The third must explain what the two share, and be no nearer to the second than the first is: else both have it from the third.
    """
    strength = {frozenset((one.a, one.b)): one.strength for one in found}
    above: dict[int, list[Parentage]] = defaultdict(list)
    for one in found:
        if one.direction.known:
            above[one.direction.child].append(one)

    def third(open_: Parentage, first: int, second: int) -> int | None:
        for known in above[first]:
            parent = known.direction.parent
            near, mine = strength.get(frozenset((parent, second)), 0.0), known.strength
            explained = _same_places(open_.spans(first), known.spans(first))
            if parent != second and explained and _NEARER * near < min(open_.strength, mine):
                return parent
        return None

    settled = []
    for one in found:
        if not one.direction.known:
            ways = [(first, second, third(one, first, second)) for first, second in ((one.a, one.b), (one.b, one.a))]
            told = [(first, second, parent) for first, second, parent in ways if parent is not None]
            if len(told) == 1:
                first, second, parent = told[0]
                mine, theirs, above_them = (pile.label(pile.texts[n]) for n in (first, second, parent))
                reason = f"{mine} has from {above_them} what it shares with {theirs}, and {theirs} is further from {above_them}."
                evidence = tuple(
                    Evidence.words(pile.texts[n].id, span, pile.texts[n].report.text)
                    for n, span in ((one.a, one.passages[0].a_span), (one.b, one.passages[0].b_span))
                )
                one = replace(one, direction=Direction(second, first, True, (reason,), evidence))
        settled.append(one)
    return settled


def pair_direction(
    pile: Pile,
    a: int,
    b: int,
    passages: Sequence[Shared],
    cited: frozenset[tuple[int, int]],
    mixed: Mapping[tuple[int, int], float],
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


def _explained(
    pile: Pile, candidates: Sequence[Parentage], cited: Collection[tuple[int, int]], above: Collection[tuple[int, int]]
) -> list[Parentage]:
    """Keep the parents of one child that explain what stronger parents do not; of two as strong, the one from which the other was made (`above`)."""
    parents = [one.direction.parent for one in candidates]

    def rank(one: Parentage) -> tuple[float, str, str]:
        credited = (one.direction.child, one.direction.parent) in cited
        parent = pile.texts[one.direction.parent].report
        sure = 1.0 if one.direction.known else _OPEN
        sure *= _SECOND if any((one.direction.parent, other) in above for other in parents) else 1.0
        return (-one.strength * sure - (0.5 if credited else 0.0), parent.published or "~", parent.id)

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
