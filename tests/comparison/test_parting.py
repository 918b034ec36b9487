"""What gives different figures is parted; what gives none stays with its kin."""

from __future__ import annotations

from sayso.comparison.counts import Figure, figures
from sayso.comparison.parting import count_apart, parted_by_figures
from tests.comparison.test_tolls import claim

TEXTS = [
    "The slide killed seven miners at Orve",
    "The slide at Orve killed seven miners on Monday",
    "The slide at Orve killed nine miners on Monday",
    "Nine miners were injured by the slide at Orve",
    "The slide struck the mine at Orve",
]


def _told(text: str) -> tuple[Figure, ...]:
    return figures(claim(text), {})


def test_figures_that_differ_part_a_group() -> None:
    def between(a: int, b: int) -> float:
        return 0.9 if {a, b} in ({0, 1}, {2, 4}) else 0.5

    assert parted_by_figures([_told(text) for text in TEXTS], range(5), between) == [[0, 1], [2, 4], [3]]


def test_a_group_of_one_figure_stays_whole() -> None:
    assert parted_by_figures([_told(text) for text in TEXTS], [0, 1, 4], lambda a, b: 0.5) == [[0, 1, 4]]


def test_sums_of_one_unit_are_of_different_things() -> None:
    insured, reward = _told("The vase is insured for 60 million euros"), _told("A reward of 500,000 euros was put up")
    assert count_apart(insured, reward)
    assert not count_apart(insured, _told("The vase is worth some 58 million euros"))
    assert not count_apart(insured, _told("The vase was stolen by three men"))


def test_a_limit_is_no_count_of_the_same_unit() -> None:
    limit, made = _told("The speed limit of 8 knots holds in the channel"), _told("The tanker was making 14 knots")
    assert count_apart(limit, made) and count_apart(made, limit)
    assert not count_apart(limit, _told("The tanker broke the speed limit of 8 knots"))


def test_an_hour_of_the_clock_counts_nothing() -> None:
    assert _told("The lamp went dark a little after two") == ()
    assert [f.quantity.low for f in _told("The lamp went dark after two outages")] == [2.0]
