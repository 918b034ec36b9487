"""What became of the people a claim counts."""

from __future__ import annotations

import pytest

from sayso.comparison.tolls import leading, may_agree, tolls
from sayso.language.quantities import find_quantities
from sayso.model import Claim, Span


def claim(text: str) -> Claim:
    """A claim with the quantities that are read in its words."""
    return Claim(
        id="c", report="r", start=0, end=len(text), exact=text, text=text, kind="statement", chain=(),
        polarity="positive", certainty="certain", quantities=find_quantities(text, [Span(0, len(text))]), attributions=(),
    )  # fmt: skip


TOLD = [
    ("Three people were killed and two injured at the pier.", [("killed", 3, 3), ("injured", 2, 2)]),
    ("The blast killed at least 12 miners and wounded 40 others", [("killed", 12, None), ("injured", 40, 40)]),
    ("Four people shot, two dead", [("struck", 4, 4), ("killed", 2, 2)]),
    ("Seven people were shot and wounded", [("injured", 7, 7)]),
    ("Two gunmen killed four people", [("killed", 4, 4)]),
    ("Three men and a woman were wounded by gunfire", [("injured", 4, 4)]),
    ("Two people — a man and a girl — died", [("killed", 2, 2)]),
    ("A double homicide in Marrow", [("killed", 2, 2)]),
    ("A sailor was stabbed and killed", [("killed", 1, 1)]),
    ("Nine killed, 22 wounded, one missing", [("killed", 9, 9), ("injured", 22, 22), ("missing", 1, 1)]),
    ("Twelve people were not injured", []),
    ("Five rounds were shot", []),
    ("A woman who killed two men", [("killed", 2, 2)]),
    ("Two men arrested for a shooting that injured a child", []),
    ("The number of the dead has risen to seven", [("killed", 7, 7)]),
    ("It is nine now, the wounded", [("injured", 9, 9)]),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_what_became_of_them(text: str, told: list[tuple[str, int, int | None]]) -> None:
    assert [(toll.fate, *toll.bounds) for toll in tolls(claim(text))] == told


def test_some_of_them_are_a_part() -> None:
    assert [t.part for t in tolls(claim("Two of them were badly wounded"))] == [True]


def test_those_shot_of_whom_some_died_leave_the_rest_injured() -> None:
    led = leading([claim("Five people were shot near the pier and two were killed")])
    assert {fate: toll.bounds for fate, (toll, _) in led.items()}["injured"] == (3.0, 3.0)


def test_numbers_that_can_both_be_right_agree() -> None:
    (some,) = tolls(claim("At least 12 miners were killed"))
    (more,) = tolls(claim("14 miners were killed"))
    (fewer,) = tolls(claim("Nine miners were killed"))
    assert may_agree(some, more)
    assert not may_agree(some, fewer)
