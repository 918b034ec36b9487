"""In which order the steps of a history came: by their dates, and where a date is missing by what they presuppose."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.assessment.pile import Pile
from sayso.assessment.tellers import before, when_of
from sayso.model import Claim, Derivation, Status


def in_order(pile: Pile, steps: Sequence[tuple[Status, Claim]]) -> list[int] | None:
    """Return the places of the steps in the order in which they came, or None where that is not known throughout.

    Dated steps follow their days, and stand as given within one day. An undated step is placed where its words or its report presuppose another: who confirms, or denies in so many
    words, or takes back, answers a report; a report that was made from another, or cites it, comes after it.
    """
    count = len(steps)
    earlier = [[_precedes(pile, steps[i], steps[j], i < j) for j in range(count)] for i in range(count)]
    for k in range(count):
        for i in range(count):
            for j in range(count):
                earlier[i][j] = earlier[i][j] or (earlier[i][k] and earlier[k][j])
    for i in range(count):
        if any(earlier[i][j] == earlier[j][i] for j in range(i + 1, count)):
            return None  # neither, or a circle: nothing tells
    return sorted(range(count), key=lambda i: sum(earlier[j][i] for j in range(count)))


def _precedes(pile: Pile, a: tuple[Status, Claim], b: tuple[Status, Claim], given: bool) -> bool:
    """Tell whether step `a` is known to come before step `b`; `given` tells that it stands before it in the list."""
    (status, one), (after, two) = a, b
    if when_of(pile, one) is not None and when_of(pile, two) is not None:
        return before(pile, one, two) or (given and not before(pile, two, one))
    if one.report != two.report and any(
        edge.parent == one.report and edge.direction_known for edge in _above(pile, two.report)
    ):
        return True
    return status == "reported" and (
        after in ("confirmed", "retracted") or (after == "denied" and two.stance == "deny")
    )


def _above(pile: Pile, report: str) -> list[Derivation]:
    return [edge for edge in pile.stemma.derivations if edge.child == report]
