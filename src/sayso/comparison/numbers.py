"""Claims that give different figures for the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.comparison.counts import agreement, compatible, same_thing
from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness
from sayso.comparison.times import times_apart
from sayso.model import Quantity

_FRAME = 0.3  # likelihood that both claims speak of the same matter, numbers left out


@dataclass(frozen=True, slots=True)
class Difference:
    """Two claims (profile indices, the earlier first) that cannot both be right, and what differs as the reader may see it."""

    a: int
    b: int
    what: str
    strength: float


def _clash(a: Profile, b: Profile) -> tuple[Quantity, Quantity] | None:
    if agreement(a.numbers, b.numbers) != "clash":
        return None
    pairs = ((x, y) for x in a.numbers for y in b.numbers)
    return next(((x, y) for x, y in pairs if same_thing(x, y) and not compatible(x, y)), None)


def _words(q: Quantity, profile: Profile) -> str:
    start = q.span.start - profile.claim.start
    shown = profile.claim.exact[max(0, start) : q.span.end - profile.claim.start] if start >= 0 else ""
    return shown or f"{q.low or q.high:g}"


def earlier_first(given: Sequence[Profile], i: int, j: int) -> tuple[int, int]:
    """Return two profile indices, the one of the earlier report first."""
    return (i, j) if (given[i].order, i) <= (given[j].order, j) else (j, i)


def number_differences(given: Sequence[Profile], alike: Likeness) -> list[Difference]:
    """Return the pairs of claims that count the same thing at the same time differently, by their place in the pile."""
    found = []
    for (i, j), frame in sorted(alike.frame.items()):
        if frame < _FRAME or times_apart(given[i].claim, given[j].claim):
            continue
        clash = _clash(given[i], given[j])
        if clash is None:
            continue
        one, two = _words(clash[0], given[i]), _words(clash[1], given[j])
        a, b = earlier_first(given, i, j)
        what = f"“{one}” against “{two}”" if a == i else f"“{two}” against “{one}”"
        found.append(Difference(a, b, what, frame))
    return found
