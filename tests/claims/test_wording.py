from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Claim
from tests.claims.said import claims, only

DENIALS = [
    "The mayor denied it.",
    "Nothing of that is true, the mayor said.",
    "The figure could not be confirmed.",
    "That is not so.",
    "There was no such letter.",
    "The harbour office rejects the allegation.",
]
BEFORE = "The harbour office paid nine divers for a dive that never took place, a letter says."


@pytest.mark.parametrize("denial", DENIALS)
def test_a_bare_stand_leads_to_what_was_said_before(denial: str) -> None:
    said, *_, taken = claims(f"{BEFORE} {denial}")
    assert taken.refers_to == said.id
    assert taken.text.endswith("[: The harbour office paid nine divers for a dive that never took place]")
    assert taken.filled[-1] == said.span


@pytest.mark.parametrize(
    "told",
    [
        "The mayor denied that the divers had been paid.",
        "The Herald stands by its report.",
        "The harbour master confirmed the closure of the basin.",
        "It declined to comment.",
        "Two divers have confessed.",
    ],
)
def test_what_tells_something_itself_or_leaves_open_what_is_meant_refers_to_nothing(told: str) -> None:
    assert claims(f"{BEFORE} {told}")[-1].refers_to is None


def test_a_figure_is_sought_where_one_stands() -> None:
    first, _, taken = claims(
        "The storm killed 14 sailors off Tarsk. The harbour was closed at noon. The figure could not be confirmed."
    )
    assert taken.refers_to == first.id


def test_nobody_denies_what_he_has_just_said() -> None:
    found = claims(
        "Nine divers had been paid twice, the Herald wrote. The mayor said the books were in order. The mayor denied it."
    )
    assert found[-1].refers_to != found[-2].id


def test_nothing_before_it_leaves_a_bare_stand_as_it_is() -> None:
    (claim,) = claims("The mayor denied it.")
    assert (claim.refers_to, claim.text) == (None, "The mayor denied it")


def test_a_pronoun_in_any_place_is_filled_in_once() -> None:
    text = "Anna Velt owns the granary at Tarsk. The police questioned her about her brother."
    claim = only(text, "questioned")
    assert claim.text == "The police questioned [Anna Velt] about her brother"
    assert [span.of(text) for span in claim.filled] == ["Anna Velt"]


def test_who_is_named_in_the_claim_is_not_filled_in_again() -> None:
    assert (
        only("The police said that Anna Velt had sold her granary.", "granary").text == "Anna Velt had sold her granary"
    )


def test_a_relative_clause_gets_what_it_hangs_on() -> None:
    text = "The council in Tarsk sacked the engineer, who had warned of cracks in the wall two years before."
    claim = only(text, "cracks")
    assert claim.text == "[the engineer] who had warned of cracks in the wall two years before"
    assert [span.of(text) for span in claim.filled] == ["the engineer"]


WORDS = [
    "Anna Velt",
    "Jan Orl",
    "the harbour office",
    "she",
    "he",
    "it",
    "her",
    "its",
    "they",
    "denied",
    "it.",
    "said",
    "that",
    "paid",
    "nine divers",
    ",",
    "and",
    "who",
    "killing",
    "not",
    ".",
]


def sound(text: str, found: tuple[Claim, ...]) -> None:
    ids = [claim.id for claim in found]
    for claim in found:
        assert claim.text.count("[") == claim.text.count("]")
        assert ("[" in claim.text) == bool(claim.filled)
        assert all(span.end <= len(text) for span in claim.filled)
        assert claim.refers_to is None or ids.index(claim.refers_to) < ids.index(claim.id)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_what_is_filled_in_is_marked_and_leads_back(parts: list[str]) -> None:
    text = " ".join(parts) + "x"
    sound(text, claims(text))
