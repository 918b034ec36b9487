"""Judgements: what fits together, undoing, undoing an undoing."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.casefile import Store, anchor
from sayso.casefile.judgements import ANCHORS, in_force, undone
from sayso.model import JudgementKind
from tests.build import report

HERE = report("The lamp went dark. The bell rang.")
LAMP, BELL = anchor(HERE, 0, 18), anchor(HERE, 20, 34)
WHOLE, OTHER = anchor(HERE), anchor(report("Another.", "r2"))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "x.sayso")


def test_a_judgement_comes_back_as_it_was_made(store: Store) -> None:
    made = store.judge("grade", [LAMP], "ana", "I was there", "B2")
    assert (made.number, made.kind, made.value, made.anchors[0].exact) == (1, "grade", "B2", "The lamp went dark")
    assert made.when.endswith("Z")
    assert Store.open(store.path).state().judgements == (made,)


@pytest.mark.parametrize(
    ("kind", "anchors", "who", "value", "words"),
    [
        ("same claim", [LAMP], "ana", None, "needs 2 anchors, got 1"),
        ("same claim", [LAMP, LAMP], "ana", None, "got one twice"),
        ("same claim", [LAMP, WHOLE], "ana", None, "speaks of words"),
        ("derives", [LAMP, OTHER], "ana", None, "speaks of whole reports"),
        ("grade", [LAMP], "ana", "G9", "a letter A-F and a digit 1-6"),
        ("grade", [LAMP], "ana", None, "a letter A-F and a digit 1-6"),
        ("note", [LAMP], "ana", "B2", "has no value"),
        ("note", [LAMP], " ", None, "needs the name"),
        ("liked", [LAMP], "ana", None, "there is no judgement of the kind 'liked'"),
    ],
)
def test_what_does_not_fit_together_is_refused(
    store: Store, kind: JudgementKind, anchors: list, who: str, value: str | None, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        store.judge(kind, anchors, who, "", value)
    assert store.state().judgements == ()


@pytest.mark.parametrize("kind", [kind for kind in ANCHORS if kind not in ("undo", "grade")])
def test_every_kind_can_be_made(store: Store, kind: JudgementKind) -> None:
    two = [WHOLE, OTHER] if kind in ("derives", "does not derive") else [LAMP, BELL]
    assert store.judge(kind, two[: ANCHORS[kind]], "ana", "").kind == kind


def test_an_undone_judgement_stays_and_does_not_hold(store: Store) -> None:
    first, second = store.judge("note", [LAMP], "ana", "one"), store.judge("note", [BELL], "ben", "two")
    record = store.undo(first.number, "ben", "wrong lamp")
    held = store.state().judgements
    assert held == (first, second, record)
    assert in_force(held) == (second,)
    assert undone(held) == {first.number: record.number}


def test_an_undoing_can_be_undone(store: Store) -> None:
    first = store.judge("note", [LAMP], "ana", "one")
    record = store.undo(first.number, "ben", "")
    again = store.undo(record.number, "ana", "no, it is the lamp")
    assert in_force(store.state().judgements) == (first,)
    assert undone(store.state().judgements) == {record.number: again.number}
    store.undo(first.number, "ana", "")  # and once more
    assert in_force(store.state().judgements) == ()


def test_what_is_not_there_or_undone_cannot_be_undone(store: Store) -> None:
    with pytest.raises(ValueError, match="no judgement number 7"):
        store.undo(7, "ana", "")
    first = store.judge("note", [LAMP], "ana", "one")
    store.undo(first.number, "ana", "")
    with pytest.raises(ValueError, match="number 1 is undone already"):
        store.undo(first.number, "ana", "")
