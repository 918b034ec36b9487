"""What a report saw or did itself."""

from __future__ import annotations

import pytest

from tests.claims.said import only

WALK = "I walked down to the lake at six. The gate of the dam broke a little before noon. We went home.\n\n"


def test_what_happens_where_the_narrator_walked_was_seen() -> None:
    assert only(WALK, "gate of the dam broke").observed


def test_what_a_narrator_was_told_was_not_seen() -> None:
    text = (
        "I walked down to the lake at six. I was told on the way that the gate of the dam broke in May. Water ran.\n\n"
    )
    assert not only(text, "Water ran").observed


def test_a_paragraph_without_a_narrator_is_no_eyewitness_account() -> None:
    assert not only("The lake lies below the town. The gate of the dam broke a little before noon.", "broke").observed


@pytest.mark.parametrize("words", ["We withdraw the report", "We apologise for the report"])
def test_what_an_outlet_does_by_saying_so_it_vouches_for(words: str) -> None:
    assert only(f"{words} of 3 May.", words).observed
