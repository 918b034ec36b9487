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
        (
            "The plant reopened three weeks after the inspectors left.",
            ["The plant reopened", "three weeks after the inspectors left"],
        ),
        (
            "The court heard nine witnesses, but none of them was believed.",
            ["The court heard nine witnesses", "none of them was believed"],
        ),
        (
            "A wall of the granary fell on Monday burying two men.",
            ["A wall of the granary fell on Monday", "burying two men"],
        ),
        (
            "The truck left the road near Tarsk, killing two cyclists and leaving five hurt.",
            ["The truck left the road near Tarsk", "killing two cyclists", "leaving five hurt"],
        ),
        (
            "The kiosk lost its stock, missed the rent for May and was shut by its landlord.",
            ["The kiosk lost its stock", "missed the rent for May", "was shut by its landlord"],
        ),
        (
            "The list names 40 sailors, six of them from Tarsk.",
            ["The list names 40 sailors", "six of them from Tarsk"],
        ),
        (
            "The lorry carried 31 tonnes, nearly twice the load it was built for.",
            ["The lorry carried 31 tonnes, nearly twice the load it was built for"],
        ),
        (
            "The lorry carried 31 tonnes, nearly twice the load on its plate.",
            ["The lorry carried 31 tonnes", "nearly twice the load on its plate"],
        ),
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


def test_what_is_not_so_is_a_denied_statement_of_its_own() -> None:
    said, denied = claims("There were 19 sailors aboard and not 23, the harbour office said.")
    assert (said.exact, said.polarity) == ("There were 19 sailors aboard", "positive")
    assert (denied.exact, denied.polarity) == ("not 23, the harbour office said", "negative")
    assert denied.text == "[There were] not 23"


def test_the_same_once_more_is_no_contrast() -> None:
    assert len(claims("The relief column has brought nothing, not one sack of flour.")) == 1


def test_words_that_credit_hold_the_first_statement_alone() -> None:
    assert exacts("The mayor said the gate was shut and the pumps were running.") == [
        "The mayor said the gate was shut",
        "the pumps were running",
    ]


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
