"""The parts of comparison: words, figures, times, groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.comparison.amounts import bounds, compatible
from sayso.comparison.cluster import groups
from sayso.comparison.counts import slip
from sayso.comparison.times import apart
from sayso.comparison.words import names_of, stem, terms, tokens
from sayso.model import Approximation, Quantity, Span


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("payment", "paid"),
        ("deployment", "deployed"),
        ("confirmation", "confirms"),
        ("investigators", "investigation"),
        ("shelling", "shelled"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, two: str) -> None:
    assert stem(one) == stem(two)


@pytest.mark.parametrize(
    ("one", "two"), [("mission", "missed"), ("million", "mill"), ("presence", "press"), ("creditor", "credit")]
)
def test_other_words_do_not(one: str, two: str) -> None:
    assert stem(one) != stem(two)


def test_words_of_one_concept_meet() -> None:
    assert "=refuse" in terms("The appeal was turned down") and "=refuse" in terms("It was rejected")
    assert "=death" in terms("Four people died") and "=death" in terms("killing four")


def test_empty_words_and_bare_sizes_tell_nothing() -> None:
    assert terms("it was said that they would have been") == {}
    assert terms("a million") == {}


def test_thousands_lose_their_mark() -> None:
    assert tokens("3,000 men at 19:40") == ["3000", "men", "at", "19:40"]


def test_names_stand_only_capitalised() -> None:
    names = names_of(["The mayor of Tessel met a mayor. Bells rang; the bells of Tessel"])
    assert stem("tessel") in names and stem("bells") not in names


def _quantity(low: float | None, high: float | None, approximation: Approximation = "exact") -> Quantity:
    return Quantity(Span(0, 1), low, high, approximation=approximation)


@pytest.mark.parametrize(
    ("a", "b", "agree"),
    [
        (_quantity(7, 7, "at least"), _quantity(9, 9), True),
        (_quantity(7, 7, "at least"), _quantity(5, 5), False),
        (_quantity(3000, 3000, "about"), _quantity(3000, 3000), True),
        (_quantity(3000, 3000, "about"), _quantity(5000, 5000), False),
        (_quantity(None, 24, "up to"), _quantity(20, 20), True),
        (_quantity(None, 24, "up to"), _quantity(42, 42), False),
        (_quantity(10, 20, "between"), _quantity(15, 15), True),
        (_quantity(1.1e6, 1.1e6), _quantity(1_123_456, 1_123_456), True),
        (_quantity(6, 6), _quantity(4, 4), False),
        (_quantity(None, None), _quantity(4, 4), True),
    ],
)
def test_figures_agree_within_their_bounds(a: Quantity, b: Quantity, agree: bool) -> None:
    assert compatible(a, b) is agree
    assert compatible(b, a) is agree


def test_a_mere_ratio_has_no_bounds() -> None:
    assert bounds(_quantity(None, None)) is None


@pytest.mark.parametrize(
    ("a", "b", "seen"), [(2.4e9, 4.2e9, True), (1.5e6, 1.5e7, True), (24, 25, False), (6, 4, False), (30, 30, False)]
)
def test_slips_of_the_pen(a: float, b: float, seen: bool) -> None:
    assert slip(_quantity(a, a), _quantity(b, b)) is seen


@pytest.mark.parametrize(
    ("a", "b", "seen"),
    [("2040-04-03", "2040-04-05", True), ("2040-04", "2040-04-05", False), ("2040-XX-05", "2041-04-05", True), ("XXXX-06", "2040", False),
     ("2040-04-03/2040-04-09", "2040-04-05", False), ("2040-04-03T19:40", "2040-04-03", False)],
)  # fmt: skip
def test_times_apart(a: str, b: str, seen: bool) -> None:
    assert apart(a, b) is seen and apart(b, a) is seen


def test_groups_never_chain() -> None:
    chain = [(i, i + 1, 0.6) for i in range(9)]
    assert all(len(group) <= 3 for group in groups(10, chain, 0.3))
    assert groups(3, [(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9)], 0.3) == [[0, 1, 2]]
    assert groups(3, [], 0.3) == [[0], [1], [2]]


@given(
    st.lists(
        st.tuples(st.integers(0, 8), st.integers(0, 8), st.floats(0.01, 1.0)).filter(lambda p: p[0] < p[1]),
        unique_by=lambda p: (p[0], p[1]),
    )
)
def test_groups_part_everything_once(pairs: list[tuple[int, int, float]]) -> None:
    found = groups(9, pairs, 0.2)
    assert sorted(member for group in found for member in group) == list(range(9))
    assert groups(9, pairs[::-1], 0.2) == found
