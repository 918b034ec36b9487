"""The dossier as Markdown."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sayso.dossier import to_markdown
from tests.affair import dossier
from tests.dossier.pages import NASTY, Parsed, parsed, poisoned


def shown(words: str) -> Parsed:
    """The Markdown of a poisoned pile as a browser would show it, raw HTML let through."""
    return parsed(MarkdownIt("commonmark", {"html": True}).enable("table").render(to_markdown(poisoned(words))))


def test_the_first_screen_stands_in_it() -> None:
    text = to_markdown(dossier())
    for said in (
        "● 1 origin in 3 reports · ↻ updated · suggested grade F2",
        "Ministry of Supply › *Northern Press Agency* › **courier**",
        "**The fire may have been started by dust in the old elevator**",
        "harbinger ← courier: rewrite, not credited, 71 % of its words",
        "a circle of citations: monitor cites notes, and notes cites monitor",
        "**pile/bericht.txt**: not in English",
    ):
        assert said in text


@pytest.mark.parametrize(
    "words",
    [*NASTY, "[x](javascript:alert(1))", "![x](http://a.example/x.png)", "# head", "- item", "a | b", "```\ncode"],
)
def test_hostile_text_makes_no_marks(words: str) -> None:
    held = shown(words)
    assert {tag for tag, _ in held.elements} == {tag for tag, _ in shown("plain words").elements}
    assert [given_ for _, given_ in held.elements if given_.get("href") or given_.get("src")] == []


@settings(max_examples=40, deadline=None)
@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_any_words_leave_the_sections_as_they_are(words: str) -> None:
    heads = re.findall(r"^## .+$", to_markdown(poisoned(words)), re.MULTILINE)
    assert heads == re.findall(r"^## .+$", to_markdown(dossier()), re.MULTILINE)


def test_it_is_the_same_every_time() -> None:
    assert to_markdown(dossier()) == to_markdown(dossier())
