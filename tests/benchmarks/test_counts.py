"""The arithmetic that measures share."""

from __future__ import annotations

import pytest
from benchmarks.quality.counts import Count, macro_f1, pearson


def test_counts_of_documents_add_up() -> None:
    count = Count()
    assert count.f1 == 0.0
    count.add(1, 2, 1)
    count.add(1, 1, 2)
    assert count.f1 == pytest.approx(4 / 6)


def test_every_wanted_class_weighs_the_same() -> None:
    wanted = ["yes", "yes", "yes", "no"]
    assert macro_f1(wanted, wanted) == 1.0
    assert macro_f1(wanted, ["yes"] * 4) == pytest.approx((6 / 7 + 0) / 2)


def test_a_class_that_nobody_wants_costs_only_what_it_takes_from_others() -> None:
    assert macro_f1(["yes", "no"], ["yes", "missing"]) == pytest.approx(0.5)
    assert macro_f1([], []) == 0.0


def test_correlation_looks_at_the_course_and_not_at_the_scale() -> None:
    assert pearson([1, 2, 3], [10, 20, 30]) == pytest.approx(1.0)
    assert pearson([1, 2, 3], [3, 2, 1]) == pytest.approx(-1.0)
    assert pearson([1, 2, 3], [5, 5, 5]) == 0.0
    assert pearson([], []) == 0.0
