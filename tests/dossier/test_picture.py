"""The picture of the stemma: no line runs through a box, words fit, circles close, one picture for page and file."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.dossier import compose
from sayso.dossier.compose.fit import fitted, width
from sayso.dossier.compose.layout import laid_out
from sayso.dossier.compose.lines import HEIGHT, ROW, TOP, Frame, figures, lines
from sayso.dossier.compose.ordering import ordered
from sayso.model import Absent
from tests.affair import R1, R2, R3, R4, dossier

NODES = [f"n{i}" for i in range(9)]
FRAME = Frame(0, 92, 106)


def points(path: str) -> list[tuple[float, float]]:
    """Points along an SVG path of M, C and L in absolute coordinates."""
    found: list[tuple[float, float]] = []
    for letter, rest in re.findall(r"([MCL])([^MCL]*)", path):
        held = [tuple(map(float, pair.split(","))) for pair in rest.split()]
        if letter != "C":
            found += [(x, y) for x, y in held]
            continue
        a, (b, c, d) = found[-1], held
        for step in range(1, 21):
            t = step / 20
            weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
            found.append(
                (
                    sum(w * p[0] for w, p in zip(weights, (a, b, c, d), strict=True)),
                    sum(w * p[1] for w, p in zip(weights, (a, b, c, d), strict=True)),
                )
            )
    return found


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=16),
    st.lists(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), max_size=8),
    st.dictionaries(st.sampled_from(NODES), st.sampled_from(["2033-01", "2033-02", "2033-03"])),
)
def test_no_line_between_rows_runs_through_a_box(
    pairs: list[tuple[int, int]], light: list[tuple[str, str]], band: dict[str, str]
) -> None:
    edges = [(f"n{min(p)}", f"n{max(p)}") for p in pairs if p[0] != p[1]]
    laid = laid_out(NODES, edges, [e for e in light if e[0] != e[1]], band)
    drawn = lines(laid.routes, set(), FRAME)
    assert set(drawn) == set(laid.routes)
    for pair, line in drawn.items():
        if laid.place[pair[0]][0] == laid.place[pair[1]][0]:
            continue  # within a row a bow leads over or under the boxes between
        for x, y in points(line.path):
            for node, (row, column) in laid.place.items():
                if node not in pair:
                    inside = abs(x - FRAME.x(column)) < FRAME.box / 2 and 0 < y - TOP - row * ROW < HEIGHT
                    assert not inside, (pair, node)


def test_lines_of_one_box_leave_and_enter_side_by_side() -> None:
    laid = laid_out("abcd", [("a", "d"), ("b", "d"), ("c", "d")], [], {})
    ends = sorted(points(line.path)[-1] for line in lines(laid.routes, set(), FRAME).values())
    assert len({y for _, y in ends}) == 1
    assert all(b[0] - a[0] >= 10 for a, b in pairwise(ends))


def test_a_circle_of_two_swings_out_on_both_sides() -> None:
    laid = laid_out("ab", [("a", "b")], [("b", "a")], {})
    drawn = lines(laid.routes, {("a", "b"), ("b", "a")}, FRAME)
    middle = FRAME.x(laid.place["a"][1])
    assert min(x for x, _ in points(drawn["a", "b"].path)) < middle - 20
    assert max(x for x, _ in points(drawn["b", "a"].path)) > middle + 20


def test_figures_do_not_cover_one_another() -> None:
    laid = laid_out("abcdef", [(x, "f") for x in "abcde"], [], {})
    drawn = lines(laid.routes, set(), FRAME)
    places = list(figures([(line, "100%") for line in drawn.values()]))
    for n, (x, y) in enumerate(places):
        assert all(abs(x - a) >= width("100%", 11) or abs(y - b) >= 12 for a, b in places[:n])


def test_rows_are_ordered_so_that_nothing_crosses_where_that_can_be() -> None:
    linked = {"a": ["y"], "b": ["x"], "c": ["z"], "x": ["b"], "y": ["a"], "z": ["c"]}
    above, below = ordered([["a", "b", "c"], ["x", "y", "z"]], linked)
    assert [linked[node][0] for node in above] == below


@given(st.text(max_size=80), st.integers(20, 200))
def test_words_are_cut_to_the_room(words: str, room: int) -> None:
    held = fitted(words, room, 10.5)
    assert width(held, 10.5) <= room or len(held) <= 2


def test_parts_that_hang_together_with_nothing_else_stand_over_the_largest() -> None:
    chain = [(f"n{i}", f"n{i + 1}") for i in range(2, 8)]
    laid = laid_out(NODES, [("n0", "n1"), *chain], [], {node: f"2033-01-0{i + 1}" for i, node in enumerate(NODES)})
    assert laid.width <= 2


def test_a_circle_of_citations_is_drawn_and_said() -> None:
    page = compose(dossier())
    ring = [arc for arc in page.picture.arcs if "ring" in arc.cls.split()]
    assert len(ring) == 2
    assert all(arc.title.endswith("part of a circle of citations") for arc in ring)


def test_what_is_absent_or_undated_is_said_beside_the_label() -> None:
    picture = compose(dossier()).picture
    assert {(node.label, node.note) for node in picture.nodes if node.note} == {("x1", "absent"), ("notes", "undated")}


def test_a_dispatch_named_at_length_still_fits_its_box() -> None:
    held = dossier()
    long = replace(held.absent[0], actor_name="Associated Wire Services of the Northern Provinces and Islands")
    assert isinstance(long, Absent)
    picture = compose(dossier(absent=(long,))).picture
    node = next(node for node in picture.nodes if node.absent)
    assert node.under.endswith("…") and width(node.under, 10.5) <= picture.box[0] - 16
    assert {R1, R2, R3, R4} == {report.id for report in held.reports}
