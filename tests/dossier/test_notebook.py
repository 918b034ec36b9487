"""The dossier in a notebook's cell: short, without a script, and text of others stays text."""

from __future__ import annotations

from dataclasses import fields, replace
from html.parser import HTMLParser
from typing import Any

import pytest

import sayso
from sayso import model
from sayso.dossier import to_notebook
from tests.affair import dossier

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</table></div><style>*{display:none}</style>",
    "{{ 7*7 }}",
    "a\u202eb",
)
ALLOWED = {"div", "p", "b", "br", "table", "thead", "tbody", "tr", "th", "td", "code"}


class Tags(HTMLParser):
    """Every element of a fragment with its attributes, and its text."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(held: model.Dossier) -> sayso.Dossier:
    """The dossier of the model as the facade gives it."""
    parts: dict[str, Any] = {part.name: getattr(held, part.name) for part in fields(held)}
    return sayso.Dossier(**parts)


def test_the_cell_shows_the_first_propositions() -> None:
    held = dossier()
    text = Tags(shown(held)._repr_html_()).text
    assert f"{len(held.reports)} reports" in text
    assert held.propositions[0].text in text
    assert "⚡" in text


def test_only_plain_elements_are_used_and_formulas_are_left_alone() -> None:
    tags = Tags(to_notebook(dossier()))
    assert {tag for tag, _ in tags.found} <= ALLOWED
    assert {name for _, given in tags.found for name in given} <= {"class", "style", "scope"}
    assert "mathjax_ignore" in (tags.found[0][1]["class"] or "")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_stays_text(words: str) -> None:
    held = dossier()
    plain = Tags(to_notebook(held))
    spoilt = replace(
        held,
        propositions=tuple(replace(each, text=words) for each in held.propositions),
        reports=tuple(replace(each, file=f"{words}.txt", outlet=words, title=words) for each in held.reports),
    )
    tags = Tags(to_notebook(spoilt))
    assert tags.found == plain.found
    assert words.replace("\u202e", "⟦U+202E⟧") in tags.text


def test_an_empty_dossier_has_a_cell_of_its_own() -> None:
    held = replace(
        dossier(),
        claims=(),
        propositions=(),
        conflicts=(),
        updates=(),
        drift=(),
        timeline=(),
        derivations=(),
        actors=(),
    )
    assert "No claim was found." in to_notebook(held)


def test_a_dossier_in_a_terminal_is_one_short_line() -> None:
    assert repr(shown(dossier())).startswith("<Dossier: 4 reports, ")
    assert len(repr(shown(dossier()))) < 150
