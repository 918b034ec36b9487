"""What the encoder hears, settled with the constructions: no weights are asked here, the speeches are given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.attribution.draft import Draft
from sayso.attribution.heard import settled, stance_of, trimmed
from sayso.attribution.page import Page
from sayso.language import analyse
from sayso.model import Speech
from tests.build import report

TEXT = "The mayor said that the bridge was closed. A guard groused the lift had stuck."


def page(*speeches: Speech, text: str = TEXT) -> Page:
    made = report(text)
    return Page(made, replace(analyse(made), speeches=speeches))


def at(laid: Page, words: str) -> tuple[int, int]:
    """The tokens of the first occurrence of `words`."""
    start = laid.text.index(words)
    return laid.inside_at(start), laid.inside_at(start + len(words))


def speech(laid: Page, cue: str, source: str, content: str, likely: float = 0.95) -> Speech:
    return Speech(at(laid, cue), (at(laid, source),), (at(laid, content),), likely)


def test_a_speech_without_a_construction_becomes_a_draft() -> None:
    bare = page()
    laid = page(speech(bare, "groused", "A guard", "the lift had stuck"))
    ((made,), _) = settled(laid, [])
    assert made.source is not None
    assert laid.words(*made.source) == "A guard"
    assert [laid.words(*c) for c in made.contents] == ["the lift had stuck"]
    assert made.sourced


def test_a_doubtful_speech_needs_a_construction() -> None:
    bare = page()
    laid = page(speech(bare, "groused", "A guard", "the lift had stuck", likely=0.3))
    assert settled(laid, []) == ([], [])


def test_where_a_content_ends_is_heard() -> None:
    text = "The mayor criticized the plan, remarking that it was late."
    bare = page(text=text)
    draft = Draft(cue=at(bare, "criticized"), contents=[at(bare, text[21:-1])], source=at(bare, "The mayor"))
    laid = page(speech(bare, "criticized", "The mayor", "the plan"), text=text)
    ((made,), _) = settled(laid, [draft])
    assert [laid.words(*c) for c in made.contents] == ["the plan"]


def test_where_a_content_begins_the_construction_knows() -> None:
    bare = page()
    draft = Draft(cue=at(bare, "said"), contents=[at(bare, "the bridge was closed")], source=at(bare, "The mayor"))
    laid = page(speech(bare, "said", "The mayor", "bridge was closed"))
    ((made,), _) = settled(laid, [draft])
    assert [laid.words(*c) for c in made.contents] == ["the bridge was closed"]


def test_what_says_nothing_stands_aside() -> None:
    bare = page()
    laid = page(speech(bare, "groused", "A guard", "the lift"))
    kept, (aside,) = settled(laid, [])
    assert kept == []
    assert not aside.sourced


def test_a_draft_that_is_not_heard_is_kept() -> None:
    bare = page()
    draft = Draft(cue=at(bare, "said"), contents=[at(bare, "the bridge was closed")])
    assert settled(bare, [draft]) == ([draft], [])


def test_the_antecedent_of_a_relative_pronoun_speaks() -> None:
    text = "The mayor, who said the bridge was closed, left."
    bare = page(text=text)
    laid = page(speech(bare, "said", "who", "the bridge was closed"), text=text)
    ((made,), _) = settled(laid, [])
    assert made.source is not None
    assert made.speaker is not None
    assert laid.words(*made.source) == "who"
    assert laid.words(*made.speaker) == "The mayor"


@pytest.mark.parametrize(
    ("content", "left"),
    [("that the bridge was closed.", "the bridge was closed"), (": “It is gone.”", "“It is gone.”")],
)
def test_words_that_only_couple_are_no_content(content: str, left: str) -> None:
    laid = page(text=f"He said {content}")
    assert [laid.words(*c) for c in trimmed(laid, [at(laid, content)])] == [left]


def test_the_stance_is_that_of_the_verb() -> None:
    laid = page(text="He later flatly denied it. It is what he whispers.")
    assert stance_of(laid, at(laid, "later flatly denied")) == ("deny", False)
    assert stance_of(laid, at(laid, "whispers"))[0] == "say"
