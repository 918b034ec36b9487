"""The revision of a case: what moves it, what does not, and that nothing is written by who knows an older one."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.casefile import Store, after, anchor
from sayso.errors import CaseMovedError
from sayso.model import Unread
from tests.build import report

HERE = report("The lamp went dark.")
LAMP = anchor(HERE, 0, 8)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "x.sayso")


def test_whatever_is_written_moves_it_and_reading_does_not(store: Store) -> None:
    seen = [store.revision()]
    store.add([HERE], [], 10)
    seen.append(store.revision())
    store.add([HERE], [], 10)  # it is there already
    assert store.revision() == seen[-1]
    store.add([], [Unread("x.bin", "not read", "no kind")], 10)
    seen.append(store.revision())
    made = store.judge("note", [LAMP], "ana", "one")
    seen.append(store.revision())
    store.undo(made.number, "ana", "")
    seen.append(store.revision())
    store.state()
    assert store.revision() == seen[-1] and len(set(seen)) == 5


def test_the_revision_after_a_judgement_is_known_beforehand(store: Store) -> None:
    before = store.revision()
    made = store.judge("note", [LAMP], "ana", "one", None, before)
    assert after(before, made.number) == store.revision()
    again = store.undo(made.number, "ana", "", store.revision())
    assert after(before, again.number) == store.revision()


def test_who_knows_an_older_one_writes_nothing(store: Store) -> None:
    old = store.revision()
    made = store.judge("note", [LAMP], "ana", "one", None, old)
    with pytest.raises(CaseMovedError, match="has changed since"):
        store.judge("note", [LAMP], "ben", "two", None, old)
    with pytest.raises(CaseMovedError):
        store.undo(made.number, "ben", "", old)
    assert store.state().judgements == (made,)
