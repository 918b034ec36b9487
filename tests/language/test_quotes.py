"""Quotations: every kind of mark, nesting, apostrophes, paragraphs."""

import pytest

from sayso.language import analyse
from tests.build import report


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in analyse(report(text)).quotes]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said: "We left at once." Then silence.', ["We left at once."]),
        ("“We left,” he said. “We ran.”", ["We left,", "We ran."]),
        ("‘It’s the ministers’ fault,’ she said.", ["It’s the ministers’ fault,"]),
        ("'It isn't the ministers' fault,' she said.", ["It isn't the ministers' fault,"]),
        ("«We left», said Orr; „we ran“, said Marr.", ["We left", "we ran"]),
        ("“He told me ‘run’ and I ran,” she said.", ["He told me ‘run’ and I ran,", "run"]),
        ("The workers' boats and the '90s were Orr's.", []),
        ("It was 6'2\" tall.", []),
    ],
)
def test_quotes(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


def test_a_quotation_over_paragraphs() -> None:
    text = "“We left at once.\n“We ran,” she said.\nThen nothing."
    found = analyse(report(text)).quotes
    assert [(q.span.of(text), q.continued) for q in found] == [("We left at once.", False), ("We ran,", True)]


def test_an_open_mark_stays_in_its_sentence() -> None:
    text = 'He called it "a mess and went home. Nobody spoke.\nNext day it rained.'
    assert quoted(text) == ["a mess and went home."]


def test_scare_quotes() -> None:
    text = "The “special operation” was called off. “Never,” he said. “We will not go there.”"
    assert [q.scare for q in analyse(report(text)).quotes] == [True, False, False]
