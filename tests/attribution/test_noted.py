"""Participles that credit: ', as noted in the memo,' and passives whose 'by X' stands apart."""

from __future__ import annotations

import pytest

from tests.attribution.reading import attributions, chain


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("This clause, as noted in internal memos shared with allies, matches the treaty.", "matches", ["internal memos shared with allies"]),
        ("The mill, as stated in the report by Tarn University, was sold in May.", "was sold", ["Tarn University"]),
        ("As first reported by the Tarn Courier, the mill was sold in May.", "the mill", ["Tarn Courier"]),
        ("The mill was sold in May, as confirmed by Mayor Ana Velt.", "The mill", ["Ana Velt"]),
        ("The leak was confirmed yesterday before the council by Deputy Jana Moll, who called on the mayor to resign.", "The leak", ["Jana Moll"]),
    ],
)  # fmt: skip
def test_who_is_named_behind_the_participle_vouches(text: str, words: str, expected: list[str]) -> None:
    assert chain(text, words) == expected


def test_a_hint_is_about_the_noun_before_it_and_the_rest_is_the_reporters() -> None:
    text = "The move of the troops being planned, as hinted by Orlov's response to a question, adds to the tension."
    assert chain(text, "The move") == ["Orlov"]
    assert chain(text, "adds to the tension") == []


@pytest.mark.parametrize(
    "text",
    [
        "The mill, as reported in May, was sold.",
        "The mill was sold, as expected by the market.",
        "The offer was announced on Monday by letter.",
        "The fire was not confirmed on Monday by the mayor.",
    ],
)
def test_a_time_a_means_and_an_expectation_vouch_for_nothing(text: str) -> None:
    assert [one for one in attributions(text) if one.links and one.sourced and not one.aside] == []


def test_who_is_the_one_named_right_before_it() -> None:
    text = "The leak was confirmed before the council by Deputy Jana Moll, who said that the pipe was old."
    assert chain(text, "the pipe") == ["Jana Moll"]
