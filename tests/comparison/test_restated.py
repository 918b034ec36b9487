"""Counts told anew in passing."""

from __future__ import annotations

import pytest

from sayso.comparison.counts import put_aside
from sayso.model import Quantity, Span
from tests.comparison.piles import Said
from tests.comparison.test_conflicts import _pile
from tests.comparison.test_tolls import claim

FIRST = Said(
    "We have brought four dead out of the Orve mine", "the mine", numbers={"four": (4, "dead")}
)  # what is counted stands beside the figure


@pytest.mark.parametrize(
    ("later", "figure", "value"),
    [
        ("It is six dead now at the Orve mine", "six", 6),
        ("The number of the dead in the Orve mine has risen to nine", "nine", 9),
        ("At the Orve mine they are now seven, the dead", "seven", 7),
    ],
)
def test_a_new_count_in_passing_is_an_update(later: str, figure: str, value: float) -> None:
    found = _pile(FIRST, Said(later, "the mine", numbers={figure: (value, None)})).compare()
    assert ([(u.a, u.b) for u in found.updates], found.conflicts) == ([("r1.c1", "r2.c1")], ())


def test_another_voice_updates_nothing() -> None:
    found = _pile(FIRST, Said("It is six dead now at the Orve mine", "a priest", numbers={"six": (6, None)})).compare()
    assert found.updates == ()


def test_a_count_of_others_is_left_alone() -> None:
    later = Said(
        "The number of the injured at the Orve mine has risen to nine", "the mine", numbers={"nine": (9, None)}
    )
    assert _pile(FIRST, later).compare().updates == ()


def test_a_step_told_elsewhere_is_not_skipped() -> None:
    """The second report says six where the first said four, the third says nine: from four to nine nobody went."""
    told = [
        FIRST,
        Said("It is six dead now at the Orve mine", "the mine", numbers={"six": (6, None)}),
        Said("The number of the dead in the Orve mine has risen to nine", "the mine", numbers={"nine": (9, None)}),
    ]
    updates = _pile(*told).compare().updates
    assert [(u.a, u.b) for u in updates] == [("r1.c1", "r2.c1"), ("r2.c1", "r3.c1")]


def test_a_figure_right_behind_is_put_aside() -> None:
    text = "There were 139 people aboard, they say, not 143. Four had stayed at home."
    held = [Quantity(Span(at, at + 3), value, value) for at, value in ((11, 139.0), (44, 143.0))]
    said = claim("There were 139 people aboard")
    assert [f.quantity.low for f in put_aside(said, text, held)] == [143.0]
    assert put_aside(said, text.replace(", they say, not", ". They say not"), held) == ()
