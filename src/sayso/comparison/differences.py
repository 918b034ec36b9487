"""Pairs of claims that cannot both be right, and which of many such pairs shows it best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.comparison.profile import Profile
from sayso.comparison.same import Likeness

_ECHO = 0.2  # likelihood from which both ends of one pair say what both ends of another say


@dataclass(frozen=True, slots=True)
class Difference:
    """Two claims (profile indices, the earlier report first) that differ, how as the reader may see it, and how surely, 0-1.

    `figures` are the two values where they differ in figures.
    """

    a: int
    b: int
    what: str
    strength: float
    figures: tuple[float | None, float | None] | None = None


def earlier_first(given: Sequence[Profile], i: int, j: int) -> tuple[int, int]:
    """Return two profile indices, the one of the earlier report first."""
    return (i, j) if (given[i].order, i) <= (given[j].order, j) else (j, i)


def comparable(given: Sequence[Profile], i: int, j: int) -> bool:
    """Tell whether both claims state something, and not one voice in one report."""
    one, two = given[i], given[j]
    kinds = {one.claim.kind, two.claim.kind}
    return kinds <= {"statement", "background"} and (one.voucher != two.voucher or one.claim.report != two.claim.report)


_PLAIN = 0.25  # a pair surer than this shows no better for it; short claims are alike soon
_PHASES = frozenset({"=begin", "=end", "=open", "=close", "=delay"})


def same_phase(a: Profile, b: Profile) -> bool:
    """Tell whether both claims speak of the same phase of a thing: its imposing and its lifting have dates and figures of their own."""
    return _PHASES & a.own.keys() == _PHASES & b.own.keys()


def _showing(given: Sequence[Profile], found: Difference) -> float:
    """Return how well a pair shows its difference: surely, flatly, early, in somebody's own words."""
    score = min(found.strength, _PLAIN)
    for at in (found.a, found.b):
        claim = given[at].claim
        score += 0.04 * (claim.certainty == "certain") + 0.06 * (claim.kind == "statement")
        score += 0.02 * bool(claim.chain) + 0.02 * ("”" in claim.exact or '"' in claim.exact or "“" in claim.exact)
        score += 0.12 * given[at].earliness
        score -= 0.01 * max(0, len(claim.exact.split()) - 25)
    return round(score, 6)


def representatives(
    given: Sequence[Profile], alike: Likeness, label: Sequence[int], found: Sequence[Difference]
) -> list[tuple[Difference, int, float]]:
    """Return one pair for each thing differed about, best first, with the number of pairs that show it and the strength of the surest.

    Pairs are about one thing when they join the same two propositions, or when both ends of one say what both ends of the other say.
    """
    kept: list[tuple[Difference, list[Difference]]] = []
    for difference in sorted(found, key=lambda d: (-_showing(given, d), d.a, d.b)):
        for best, echoes in kept:
            if _echo(alike, label, best, difference):
                echoes.append(difference)
                break
        else:
            kept.append((difference, [difference]))
    return [(best, len(echoes), max(echo.strength for echo in echoes)) for best, echoes in kept]


def _echo(alike: Likeness, label: Sequence[int], x: Difference, y: Difference) -> bool:
    if x.a in (y.a, y.b) and x.b in (y.a, y.b):
        return True
    if label[x.a] != label[x.b] and sorted((label[x.a], label[x.b])) == sorted((label[y.a], label[y.b])):
        return True
    straight = _near(alike, label, x.a, y.a) and _near(alike, label, x.b, y.b)
    return straight or (_near(alike, label, x.a, y.b) and _near(alike, label, x.b, y.a))


def _near(alike: Likeness, label: Sequence[int], i: int, j: int) -> bool:
    return i == j or alike.between(i, j) >= (_ECHO if label[i] == label[j] else 2 * _ECHO)
