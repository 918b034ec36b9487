"""Sentences: where they end, and where they do not."""

import pytest

from sayso.language import analyse
from tests.build import report


def split(text: str) -> list[str]:
    return [s.span.of(text) for s in analyse(report(text)).sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["He met Dr. Holt on Oct. 5.", "She left at 3 p.m. on Monday."],
        ["The U.S. Army came.", "It left."],
        ["They left the U.S.", "The army stayed."],
        ["“We know.", "We always did,” he said.", "Nobody asked."],
        ["‘No.’", "He turned away."],
        ["“Why now?” she asked.", "He shrugged."],
        ["It fell by 2.4 per cent to 18.40.", "Then it rose."],
        ["Lt. Gen. Orr spoke.", "No. 5 was closed."],
        ["He waited... and waited.", "Nothing came."],
        ["J. K. Marr wrote it.", "I read it."],
        ["The count stopped (the hall was cold. It was late).", "They went home."],
        ["It was closed.[3]", "It opened again."],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert split(" ".join(parts)) == parts


def test_a_sentence_never_crosses_a_paragraph() -> None:
    assert split("A headline without stop\nThe text begins.") == ["A headline without stop", "The text begins."]


def test_every_token_has_its_sentence() -> None:
    analysis = analyse(report("One two. Three!\n\nFour (five) six? “Seven.”"))
    covered = [i for s in analysis.sentences for i in range(s.first, s.last)]
    assert covered == list(range(len(analysis.tokens)))
    assert [s.paragraph for s in analysis.sentences] == [0, 0, 1, 1]
