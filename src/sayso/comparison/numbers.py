"""Claims that give different figures for the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.comparison.counts import Figure, clash
from sayso.comparison.differences import Difference, earlier_first
from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness
from sayso.comparison.times import times_apart

_FRAME = 0.3  # likelihood that both claims speak of the same matter, numbers left out


def _words(figure: Figure, profile: Profile) -> str:
    at, q = profile.claim.start, figure.quantity
    counted = f" {q.counted}" if q.counted else ""
    return profile.claim.exact[q.span.start - at : q.span.end - at] + counted


def number_differences(given: Sequence[Profile], alike: Likeness) -> list[Difference]:
    """Return the pairs of claims that count the same thing at the same time differently, by their place in the pile."""
    found = []
    for (i, j), frame in sorted(alike.frame.items()):
        if frame < _FRAME or not (given[i].numbers and given[j].numbers):
            continue
        if any(given[at].claim.polarity != "positive" for at in (i, j)) or times_apart(given[i].claim, given[j].claim):
            continue
        pair = clash(given[i].numbers, given[j].numbers)
        if pair is None:
            continue
        one, two = _words(pair[0], given[i]), _words(pair[1], given[j])
        a, b = earlier_first(given, i, j)
        what = f"“{one}” against “{two}”" if a == i else f"“{two}” against “{one}”"
        found.append(Difference(a, b, what, frame * pair[2] ** 0.5))
    return found
