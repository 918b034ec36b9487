"""Full text: no operators, phrases, stems, accents, and offsets that lead back to the words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.casefile import Store
from sayso.casefile.search import query_of
from tests.build import report

TEXT = (
    "Zoë’s café closed. The bridges were closing early; a bridge – “NEAR” the harbour – stays shut. 𝔘nderneath: bridge."
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.create(tmp_path / "x.sayso")
    made.add([report(TEXT), report("The ferry ran.", "r2")], (), 10)
    return made


def words(store: Store, query: str) -> list[str]:
    return [span.of(TEXT) for match in store.texts(query, 5) for span in match.spans]


def test_offsets_lead_to_the_words_with_whatever_ending(store: Store) -> None:
    assert words(store, "bridge") == ["bridges", "bridge", "bridge"]
    assert words(store, "closed bridge") == ["closed", "bridges", "closing", "bridge", "bridge"]


def test_accents_and_case_do_not_matter(store: Store) -> None:
    assert words(store, "CAFE zoe") == ["Zoë", "café"]


def test_all_words_must_stand_in_a_report(store: Store) -> None:
    assert words(store, "bridge ferry") == []


def test_a_phrase_is_looked_for_as_one(store: Store) -> None:
    assert words(store, '"bridges were"') == ["bridges were"]
    assert words(store, '"were bridges"') == []


@pytest.mark.parametrize(
    "query", ["near OR", "bridge*", "NOT bridge", '"', "text:bridge", "^bridge", "(bridge", "a AND", "-", "'; DROP"]
)
def test_nothing_is_read_as_an_operator(store: Store, query: str) -> None:
    store.texts(query, 5)
    assert len(store.state().reports) == 2


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_query_is_answered(tmp_path_factory: pytest.TempPathFactory, query: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.sayso"
    store = Store.open(path) if path.exists() else Store.create(path)
    assert store.texts(query, 5) == ()


def test_signs_alone_ask_for_nothing() -> None:
    assert query_of('?! "" -') == ""
    assert query_of('one "two three') == '"one" "two" "three"'
