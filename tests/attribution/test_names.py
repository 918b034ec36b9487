"""Names meet across spellings, scripts and short forms, and people who share a surname stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.names import is_acronym, plain, same_body, same_person, tells_which
from sayso.attribution.states import home_of, stands_for_state, state_of


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Dmitriy Orlovsky", "Dmitry Orlovski"),
        ("Аркадий Вельский", "Arkadiy Velskiy"),
        ("T. Halvorsen", "Tora Halvorsen"),
        ("Park Ji-won", "Ji-won Park"),
        ("Captain Tora Halvorsen", "Tora Halvorsen"),
    ],
)
def test_one_person(a: str, b: str) -> None:
    assert same_person(a, b)
    assert same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tora Halvorsen", "Nils Halvorsen"),
        ("Halvorsen", "Tora Halvorsen"),
        ("Ann Lee", "Dan Lee"),
        ("T. Halvorsen", "N. Halvorsen"),
        ("Ivo Marek", "Ilse Marek"),
    ],
)
def test_two_people(a: str, b: str) -> None:
    assert same_person(a, b) is None


def test_bodies() -> None:
    assert same_body("the Brelian Defence Ministry", "Defense Ministry of Brelia")
    assert is_acronym("LPA", "Lowland Port Authority")
    assert not is_acronym("Port", "Lowland Port Authority")
    assert same_body("Ministry", "Bank") is None
    assert same_body("Harbour Authority", "Rail Authority") is None


def test_states() -> None:
    assert state_of("the Portuguese government") == "Portugal"
    assert state_of("Lisbon") == "Portugal"
    assert state_of("Brelia") is None
    assert stands_for_state("Portuguese authorities")
    assert not stands_for_state("Portuguese navy")
    assert home_of("Xinhua") == "China"
    assert home_of("Reuters") is None


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparison_is_symmetric_and_never_fails(a: str, b: str) -> None:
    assert bool(same_person(a, b)) == bool(same_person(b, a))
    assert isinstance(plain(a), str)


@pytest.mark.parametrize(
    ("name", "told"),
    [("Port Authority of Norland", True), ("National Intelligence Service", True), ("ministry", False), ("the service", False), ("Service", False)],
)  # fmt: skip
def test_a_name_that_tells_which_body_is_meant(name: str, told: bool) -> None:
    assert tells_which(name) is told
