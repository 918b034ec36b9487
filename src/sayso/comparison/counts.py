"""Whether two numbers count the same thing, and whether they can both be right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from sayso.comparison.words import concepts, stem, tokens
from sayso.model import Quantity

Agreement = Literal["agree", "clash", "nothing"]

_TOLERANCE = {"exact": 0.0, "about": 0.15, "between": 0.0}


@cache
def _kind(words: str) -> frozenset[str]:
    """Return the stems and concepts of a counted noun or unit."""
    found = set()
    for word in tokens(words):
        base = stem(word)
        found.add(base)
        found.update("=" + name for name in concepts().single.get(base, ()))
    return frozenset(found)


def same_thing(a: Quantity, b: Quantity) -> bool:
    """Tell whether both quantities have the same unit and count the same sort of thing; False when one does not tell."""
    if (a.unit or None) != (b.unit or None):
        return False
    if a.counted and b.counted:
        return bool(_kind(a.counted) & _kind(b.counted))
    return a.unit is not None


def bounds(q: Quantity) -> tuple[float, float] | None:
    """Return the least and greatest value the words allow; None when they tell no value (a mere ratio)."""
    low, high = q.low, q.high
    if low is None and high is None:
        return None
    infinite = float("inf")
    value = low if low is not None else high
    assert value is not None
    if q.approximation in ("at least", "more than"):
        return value, infinite
    if q.approximation in ("at most", "less than", "up to"):
        return 0.0, high if high is not None else value
    slack = _TOLERANCE.get(q.approximation, 0.0)
    return (low if low is not None else 0.0) * (1 - slack), (high if high is not None else infinite) * (1 + slack)


def compatible(a: Quantity, b: Quantity) -> bool:
    """Tell whether both figures can be right: their bounds meet, or one is the other rounded ('3,000' and 'some 3,100')."""
    one, two = bounds(a), bounds(b)
    if one is None or two is None:
        return True
    return one[0] <= two[1] * (1 + 1e-9) and two[0] <= one[1] * (1 + 1e-9)


def agreement(a: Sequence[Quantity], b: Sequence[Quantity]) -> Agreement:
    """Return whether two claims share a figure for the same thing ('agree'), only differ in them ('clash'), or neither."""
    clash = False
    for one in a:
        for two in b:
            if same_thing(one, two):
                if compatible(one, two):
                    return "agree"
                clash = True
    return "clash" if clash else "nothing"
