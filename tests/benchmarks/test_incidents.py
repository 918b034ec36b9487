"""The measure on articles about one small event, on numbers made up."""

from __future__ import annotations

from benchmarks.quality.incidents import Question, figures

from sayso.comparison.tolls import Toll
from sayso.model import Quantity, Span


def toll(number: float) -> Toll:
    """So many killed."""
    return Toll("killed", Quantity(Span(0, 1), number, number))


def test_what_is_not_answered_counts_against_the_coverage_alone() -> None:
    asked = [
        Question(("a", "a"), "killed", (2, 2), toll(2), toll(2)),
        Question(("a", "b"), "killed", (2, 3), toll(2), toll(2)),
        Question(("b", "b"), "killed", (3, 3), toll(3), None),
        Question(("b", "c"), "killed", (3, 1), toll(3), toll(1)),
    ]
    got = figures(asked)
    assert got["incidents.coverage"] == 0.75
    assert got["incidents.told"] == 2 / 3
    assert (got["incidents.agree"], got["incidents.conflict"]) == (1.0, 0.5)
