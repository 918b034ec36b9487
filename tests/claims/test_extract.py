from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Claim
from tests.claims.said import claims, only

PARTS = [
    "Anna Velt", "the harbour office", "said", "denied", "that", "it", "was", "not", "had", "closed", "killing", "which", ",", "and",
    "but", "if", "“", "”", '"', ";", ":", "—", "according to", "may", "declined to comment", "on Monday", "Tarsk", "?", ".", "\n\n", "’s", "who", "they", "no",
]  # fmt: skip


def sound(text: str, found: tuple[Claim, ...]) -> None:
    """Every claim leads back to its words, none overlaps another, ids count up."""
    end = 0
    for number, claim in enumerate(found, start=1):
        assert claim.id == f"r1.c{number}"
        assert text[claim.start : claim.end] == claim.exact
        assert claim.exact == claim.exact.strip()
        assert claim.start >= end
        assert claim.text.strip()
        end = claim.end
        for hedge in claim.hedges:
            assert hedge.of(text)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_claims_of_any_news_like_words_are_sound(parts: list[str]) -> None:
    text = " ".join(parts) + "x"
    sound(text, claims(text))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_claims_of_any_text_are_sound(text: str) -> None:
    if text.strip():
        sound(text, claims(text))


def test_times_tell_event_from_statement_and_publication() -> None:
    text = "The harbour office in Tarsk announced on Tuesday that the northern basin of the old port was closed to all ships on Sunday."
    claim = only(text, "northern basin")
    roles = [(time.role, time.span.of(text) if time.span else "") for time in only(text, "northern basin").times]
    assert ("statement", "Tuesday") in [(role, words.removeprefix("on ")) for role, words in roles]
    assert ("event", "Sunday") in [(role, words.removeprefix("on ")) for role, words in roles]
    assert claim.times
    assert claims("The port closed.", published="2041-03-02")[0].times[-1].role == "publication"


def test_a_day_beside_the_cue_behind_a_statement_is_the_day_it_was_made() -> None:
    text = "The sluice broke on 1 May 2034. Twelve people were killed there, the Harl Water Board said on Tuesday."
    roles = [time.role for claim in claims(text, published="2034-05-02") for time in claim.times]
    assert roles == ["event", "publication", "statement", "publication"]


def test_quantities_stand_with_the_claim_that_holds_them() -> None:
    first, second = claims("The dam flooded 300 houses; the storm killed nine people.")
    assert [q.low for q in first.quantities] == [300]
    assert [q.low for q in second.quantities] == [9]


def test_what_nobody_asked_is_no_claim() -> None:
    assert claims("Tags:") == ()
    assert claims("   ") == ()


@pytest.mark.parametrize(
    "text",
    [
        "This raises serious concern about the lake.",
        "The move, announced late on Friday, underscores the weakness of the town.",
        "The collapse of the dyke could have far-reaching consequences for the valley.",
        "The lack of any answer has fuelled speculation.",
        "The role of the harbour master remains a subject of speculation.",
        "Only time will tell who was right.",
    ],
)
def test_weighing_in_the_own_voice_is_opinion(text: str) -> None:
    assert claims(text)[0].kind == "opinion"


@pytest.mark.parametrize(
    "text",
    [
        "The council raised questions about the lease.",
        "The report highlights 14 faults in the bridge.",
        "The ship sent a signal.",
        "The incident left nine people hurt.",
        "The closure will have consequences, Ruan Bell said.",
    ],
)
def test_telling_and_quoting_are_statements(text: str) -> None:
    assert claims(text)[0].kind == "statement"
