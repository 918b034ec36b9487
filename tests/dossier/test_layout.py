"""The layered layout of the stemma."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.compose.layout import MOST_IN_ROW, laid_out


def test_a_parent_stands_above_its_child_and_time_runs_down() -> None:
    laid = laid_out(
        "abcde",
        [("a", "b"), ("b", "c")],
        [("d", "c")],
        {"a": "2033-01", "b": "2033-01", "c": "2033-02", "d": "2033-03"},
    )
    rows = {node: row for node, (row, _) in laid.place.items()}
    assert rows["a"] < rows["b"] < rows["c"] < rows["d"]
    assert rows["e"] == max(rows.values())  # neither dated nor linked: last
    assert laid.routes["d", "c"][0][0] == rows["d"]


def test_an_undated_child_stands_with_its_parent_and_an_absent_parent_with_its_first_child() -> None:
    laid = laid_out(
        ["x1", "a", "b", "n"], [("x1", "b"), ("x1", "a"), ("b", "n")], [], {"a": "2033-01-02", "b": "2033-01-01"}
    )
    assert laid.rows == (("x1",), ("b",), ("n",), ("a",))


def test_a_long_edge_goes_round_the_box_between() -> None:
    laid = laid_out("abc", [("a", "b"), ("b", "c"), ("a", "c")], [], {})
    (_, beside) = laid.routes["a", "c"][1]
    assert abs(beside - laid.place["b"][1]) >= 0.5


NODES = [f"n{i}" for i in range(9)]


@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=14),
    st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=8),
    st.dictionaries(st.sampled_from(NODES), st.sampled_from(["2033-01", "2033-02", "2033-03"])),
)
def test_no_two_boxes_meet(pairs: list[tuple[int, int]], light: list[tuple[str, str]], band: dict[str, str]) -> None:
    edges = [(f"n{min(p)}", f"n{max(p)}") for p in pairs if p[0] != p[1]]
    laid = laid_out(NODES, edges, [e for e in light if e[0] != e[1]], band)
    assert sorted(laid.place) == sorted(NODES)
    assert all(len(row) <= MOST_IN_ROW for row in laid.rows)
    for (_, (row, x)), (_, (other, y)) in combinations(laid.place.items(), 2):
        assert row != other or abs(x - y) > 0.999
    for row, x in laid.place.values():
        assert 0.499 <= x <= laid.width - 0.499
        assert 0 <= row < len(laid.rows)
