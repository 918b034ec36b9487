"""Who vouches: chains, relays, pronouns, descriptions."""

from __future__ import annotations

import pytest

from sayso.attribution import chain_of
from tests.attribution.reading import attributions, chain


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Two officials told Reuters that the port was shut.", "port was shut", ["two officials", "Reuters"]),
        ("A clerk told reporters that the port was shut.", "port was shut", ["a clerk"]),
        ("Reuters, citing the harbour police, reported that a ship sank.", "a ship sank", ["harbour police", "Reuters"]),
        ("Reuters quoted a diver as saying that the hull was split.", "hull was split", ["a diver", "Reuters"]),
        ("Reuters reported that officials believed the hull was split.", "hull was split", ["officials", "Reuters"]),
        ("According to TASS, Ivan Orlov confirmed that talks would resume.", "talks would resume", ["Ivan Orlov", "TASS"]),
        ("Two divers are dead, the ministry said in a statement carried by Interfax.", "divers are dead", ["ministry", "Interfax"]),
        ("The ministry's statement says that two divers are dead.", "two divers", ["ministry"]),
        ("The communiqué of the ministry says that two divers are dead.", "two divers", ["ministry"]),
        ("A letter seen by Reuters shows that two divers are dead.", "two divers", ["a letter seen by Reuters", "Reuters"]),
        ("A spokeswoman for Tarn Oil said that the well was safe.", "well was safe", ["a spokeswoman for Tarn Oil"]),
        ("The Tarn Post has it from a nurse, says its editor.", "has it from", ["a nurse", "Tarn Post"]),
    ],
)  # fmt: skip
def test_origin_comes_first_and_relays_follow(text: str, words: str, names: list[str]) -> None:
    assert [n.lower() for n in chain(text, words)][: len(names)] == [n.lower() for n in names]


def test_the_reports_own_outlet_is_no_link() -> None:
    text = "A pilot told the Courier that the light was red. Another told this newspaper that it was green."
    assert chain(text, "light was red", outlet="Tarn Courier") == ["a pilot"]
    assert chain(text, "it was green", outlet="Tarn Courier") == ["another"]


def test_pronouns_follow_gender_and_who_spoke() -> None:
    text = "Mr Karl Brandt met Mrs Ana Ruiz on Monday. She said the talks had failed. He denied that they had begun."
    assert chain(text, "talks had failed") == ["Ana Ruiz"]
    assert chain(text, "they had begun") == ["Karl Brandt"]


def test_a_description_means_who_was_described() -> None:
    text = (
        "A person with knowledge of the accounts said that money was missing.\n\n"
        "Ana Ruiz, the head of the port, disagreed. The head of the port said that the books were in order.\n\n"
        "The same person said that the books were burnt."
    )
    assert chain(text, "books were in order") == ["Ana Ruiz"]
    assert chain(text, "books were burnt") == ["a person with knowledge of the accounts"]


def test_a_surname_means_the_full_name() -> None:
    text = "Chief executive Bo Lindqvist said the bank was sound. Lindqvist said every branch would open."
    assert chain(text, "every branch would open") == ["Bo Lindqvist"]


def test_a_surname_shared_by_two_is_not_given_to_the_first() -> None:
    text = "Bo Lindqvist runs the bank. Eva Lindqvist owns it. Lindqvist said that every branch would open."
    assert chain(text, "every branch would open") == ["Lindqvist"]


def test_a_nameless_source_keeps_the_agency_that_passed_him_on() -> None:
    text = (
        "According to Reuters, which cites two officials, the range was in use.\n\n"
        "The two officials said that mortars had been fired."
    )
    assert chain(text, "mortars had been fired") == ["two officials", "Reuters"]


def test_a_transcript_gives_each_turn_to_its_speaker() -> None:
    text = (
        "EVA HOLM, host: Good evening. Were the lights on, captain?\n\n"
        "BO LIND: No. The mate told me that the lamp was broken.\n\n"
        "HOLM: Did you see it?\n\n"
        "LIND: I did not."
    )
    assert chain(text, "No.") == ["Bo Lind"] or [n.lower() for n in chain(text, "No.")] == ["bo lind"]
    assert [n.lower() for n in chain(text, "lamp was broken")] == ["mate", "bo lind"] or chain(text, "lamp was broken")[
        0
    ].endswith("mate")
    assert chain(text, "Were the lights on") == []


def test_questions_and_answers_are_led_to_the_first_person_named() -> None:
    text = "We met Ana Ruiz, who runs the laboratory.\n\nQ: When?\n\nA: On Monday we found it.\n\nQ: Where?\n\nA: In the well."
    assert chain(text, "In the well") == ["Ana Ruiz"]


def test_i_in_a_quotation_is_its_speaker() -> None:
    text = "“I believe that the dam will hold,” said Ana Ruiz."
    assert chain(text, "dam will hold") == ["Ana Ruiz"]


def test_parents_never_form_a_circle() -> None:
    found = attributions("“He said that she said that it was over,” Bo said, according to the Post, which cited Ana.")
    for i in range(len(found)):
        chain_of(found, i)
        seen, at = set(), found[i].parent
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = found[at].parent


def test_what_an_as_clause_reports_does_not_set_the_voice() -> None:
    text = "The ferry hit the wall at 14 knots, as the Hill Star revealed. There were 143 people on board."
    assert chain(text, "hit the wall") == ["Hill Star"]
    assert chain(text, "143 people") == []
