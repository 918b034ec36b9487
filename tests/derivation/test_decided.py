"""Decisions about edges put over a stemma."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.derivation import Decision, decided
from sayso.model import Derivation, Stemma
from tests.build import report

NAMES = "abcd"
TEXT = "The lamp on the east quay of the harbour went dark on Thursday night and nobody could say why it had."
REPORTS = [
    report(f"{name.upper()} reports. {TEXT if name in 'ab' else 'Nothing of the kind was seen by us.'}", name)
    for name in NAMES
]


def edge(pair: str, score: float = 0.5, basis: str = "text") -> Derivation:
    return Derivation(
        child=pair[0], parent=pair[1], basis=basis, kind="rewrite", direction_known=False, credited=False, score=score, reasons=("words",)
    )  # type: ignore[arg-type]  # fmt: skip


def put(edges: list[Derivation], *said: tuple[str, bool]) -> tuple[dict[str, Derivation], tuple[int, ...]]:
    found, overruled = decided(REPORTS, Stemma(tuple(edges)), [Decision(p[0], p[1], d, "ana says so") for p, d in said])
    return {one.child + one.parent: one for one in found.derivations}, overruled


def test_an_edge_that_is_none_goes_and_others_stay() -> None:
    assert put([edge("ba"), edge("ca"), edge("cb", basis="citation")], ("ba", False), ("cb", False)) == (
        {"ca": edge("ca")},
        (),
    )


def test_an_edge_that_was_found_keeps_its_reasons_behind_that_of_the_person() -> None:
    found, _ = put([edge("ba")], ("ba", True))
    assert found["ba"].direction_known and found["ba"].reasons == ("ana says so", "words")


def test_an_edge_that_was_not_found_shows_what_the_two_share() -> None:
    found, _ = put([], ("ba", True), ("da", True))
    assert "the lamp on the east quay" in found["ba"].passages[0].child_span.of(REPORTS[1].text).lower()
    assert found["ba"].kind == "copy" and found["ba"].score > 0.8
    assert found["da"].passages == () and found["da"].score == 0.0
    for passage in found["ba"].passages:
        assert passage.parent_span is not None
        assert passage.child_span.of(REPORTS[1].text).lower() == passage.parent_span.of(REPORTS[0].text).lower()


def test_the_other_direction_goes() -> None:
    assert set(put([edge("ab")], ("ba", True))[0]) == {"ba"}


def test_a_circle_loses_its_weakest_edge() -> None:
    assert set(put([edge("cb", 0.9), edge("dc", 0.2)], ("bd", True))[0]) == {"bd", "cb"}


def test_a_later_decision_overrules_what_contradicts_it() -> None:
    assert put([], ("ba", True), ("ba", False)) == ({}, (0,))
    assert put([], ("ba", True), ("ab", True))[1] == (0,)
    assert put([], ("ba", True), ("cb", True), ("ac", True))[1] == (0,)
    assert put([], ("ab", False), ("ba", True))[1] == ()


PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda p: p[0] != p[1]).map("".join)


@given(st.lists(st.tuples(PAIRS, st.booleans()), max_size=8))
def test_what_holds_is_there_and_text_never_circles(said: list[tuple[str, bool]]) -> None:
    found, overruled = put([edge("ba", 0.3), edge("cb", 0.6), edge("dc", 0.9)], *said)
    for number, (pair, derives) in enumerate(said):
        if number not in overruled:
            assert (pair in found) == derives
    order = list(NAMES)
    above = {name: {pair[1] for pair in found if pair[0] == name} for name in order}
    while free := [name for name in above if not above[name] & above.keys()]:
        for name in free:
            del above[name]
    assert not above
