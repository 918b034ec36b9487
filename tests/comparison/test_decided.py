"""Decisions about pairs of claims as constraints on groups."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from hypothesis import given
from hypothesis import strategies as st

from sayso.comparison.decided import Decided
from sayso.comparison.same import Likeness

NAMES = "abcdefgh"
GIVEN = cast("Any", [SimpleNamespace(claim=SimpleNamespace(id=name)) for name in NAMES])


def alike(**pairs: float) -> Likeness:
    """Likeness of pairs named by two letters."""
    of = {(NAMES.index(pair[0]), NAMES.index(pair[1])): weight for pair, weight in pairs.items()}
    return Likeness(dict(of), dict(of))


def grouped(said: list[tuple[str, str, bool]], groups: list[str], **pairs: float) -> list[str]:
    decided, overruled = Decided.of(said)
    assert overruled == ()
    held = [[NAMES.index(name) for name in group] for group in groups]
    found = decided.grouped(GIVEN, decided.applied(GIVEN, alike(**pairs)), held)
    return ["".join(NAMES[at] for at in group) for group in found]


def test_the_same_claims_make_one_group_of_two() -> None:
    assert grouped([("a", "c", True)], ["ab", "cd", "e"]) == ["abcd", "e"]


def test_what_follows_from_two_decisions_counts_too() -> None:
    assert grouped([("a", "c", True), ("c", "e", True)], ["ab", "cd", "e", "f"]) == ["abcde", "f"]
    assert Decided.of([("a", "c", True), ("c", "e", True)])[0].same == {("a", "c"), ("a", "e"), ("c", "e")}


def test_claims_that_are_apart_part_their_group_and_others_go_to_whom_they_are_like() -> None:
    assert grouped([("a", "b", False)], ["abcd"], ac=0.9, bd=0.8, ad=0.1, bc=0.1) == ["ac", "bd"]


def test_a_merge_brings_no_claims_together_that_are_apart() -> None:
    assert grouped([("a", "c", True), ("b", "d", False)], ["ab", "cd"], ab=0.9, cd=0.9) in (["abc", "d"], ["acd", "b"])


def test_groups_of_which_nothing_was_said_stay() -> None:
    assert grouped([("a", "b", False)], ["ab", "cde", "fg"]) == ["a", "b", "cde", "fg"]


def test_the_later_of_two_contradicting_decisions_holds() -> None:
    assert Decided.of([("a", "b", True), ("b", "a", False)])[1] == (0,)
    assert Decided.of([("a", "b", True), ("b", "c", True), ("a", "c", False)])[1] == (0,)
    assert Decided.of([("a", "c", False), ("a", "b", True), ("b", "c", True)])[1] == (0,)


def test_what_is_said_goes_before_the_words() -> None:
    decided, _ = Decided.of([("a", "b", True), ("a", "c", False)])
    found = decided.applied(GIVEN, alike(ab=0.1, ac=0.9, bc=0.7, de=0.4))
    assert found.of == {(0, 1): 1.0, (3, 4): 0.4}
    assert found.frame == found.of


SAID = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.booleans()).filter(lambda s: s[0] != s[1]), max_size=8
)


@given(SAID, st.lists(st.integers(0, 3), min_size=8, max_size=8))
def test_every_decision_that_holds_is_kept_and_nothing_is_lost(
    said: list[tuple[str, str, bool]], home: list[int]
) -> None:
    decided, overruled = Decided.of(said)
    groups = [group for n in range(4) if (group := [at for at in range(8) if home[at] == n])]
    found = decided.grouped(GIVEN, alike(), groups)
    assert sorted(at for group in found for at in group) == list(range(8))
    assert found == sorted(found)
    label = {NAMES[at]: n for n, group in enumerate(found) for at in group}
    for number, (a, b, same) in enumerate(said):
        if number not in overruled:
            assert (label[a] == label[b]) == same
