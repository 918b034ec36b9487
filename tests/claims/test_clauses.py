from __future__ import annotations

import pytest

from tests.claims.said import claims, exacts, only


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The dam held; the bridge below it was washed away.", ["The dam held", "the bridge below it was washed away"]),
        (
            "The ferry hit the northern pier at dawn on Sunday, and the harbour office closed both of the basins.",
            ["The ferry hit the northern pier at dawn on Sunday", "the harbour office closed both of the basins"],
        ),
        (
            "Rebels attacked the depot near Tarsk on Monday, killing four guards.",
            ["Rebels attacked the depot near Tarsk on Monday", "killing four guards"],
        ),
        (
            "The council sacked the engineer, who had warned of cracks in the wall two years before.",
            ["The council sacked the engineer", "who had warned of cracks in the wall two years before"],
        ),
        (
            "While the mayor praised the divers, the families were waiting in the rain.",
            ["the mayor praised the divers", "the families were waiting in the rain"],
        ),
        ("The plant reopened after the inspectors left.", ["The plant reopened", "the inspectors left"]),
    ],
)
def test_each_statement_of_a_sentence_is_a_claim(text: str, parts: list[str]) -> None:
    assert exacts(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "The mine at Orbel was closed in May and reopened.",
        "Bread, milk and fuel ran out in the valley.",
        "The bridge that crosses the Tessel was shut.",
    ],
)
def test_one_statement_stays_whole(text: str) -> None:
    assert exacts(text) == [text.rstrip(".")]


def test_a_clause_in_the_middle_parts_subject_and_verb_and_the_text_gives_the_subject_back() -> None:
    relative, main = claims(
        "The harbour office, which had closed both basins on Monday evening, reopened the northern one."
    )
    assert relative.exact == "which had closed both basins on Monday evening"
    assert main.exact == "reopened the northern one"
    assert main.text == "[The harbour office] reopened the northern one"


def test_a_participle_gets_its_subject() -> None:
    assert only("Rebels attacked the depot near Tarsk, killing four guards.", "killing").text == (
        "[Rebels] killing four guards"
    )


def test_adverts_and_sign_up_calls_claim_nothing() -> None:
    text = "The dam held.\n\nSign up for our newsletter and win a raincoat!"
    assert exacts(text) == ["The dam held"]


def test_a_question_is_a_question() -> None:
    claim = only("Why did the wall crack?", "wall")
    assert (claim.kind, claim.polarity, claim.certainty) == ("question", "unknown", "unknown")


def test_both_halves_of_a_question_are_questions() -> None:
    assert {
        claim.kind for claim in claims("Did the guard leave the northern gate that night, or did he fall asleep there?")
    } == {"question"}


def test_a_purpose_is_no_statement_of_its_own() -> None:
    assert len(claims("The alarm was switched off on most weekends so that the cleaners of the house could work.")) == 1
