"""Paragraphs: lines, wrapped lines, turns of a transcript, skipped ranges."""

from dataclasses import replace

from sayso.language.paragraphs import paragraphs
from sayso.model import Span
from tests.build import report, span

WRAPPED = """The ferry from Port Alder turned back on Monday after its engine
failed outside the harbour, the company said, and nobody was hurt
among the ninety passengers.

A second ferry took them on board before noon, and the harbour
master said that it would be days before the ship sailed again.
"""


def parts(text: str) -> list[str]:
    return [p.of(text) for p in paragraphs(report(text))]


def test_each_line_is_a_paragraph() -> None:
    assert parts("One long line.\nAnother.\n\n  Third. \n") == ["One long line.", "Another.", "Third."]


def test_wrapped_lines_are_joined() -> None:
    assert [" ".join(p.split())[:20] for p in parts(WRAPPED)] == ["The ferry from Port ", "A second ferry took "]
    assert parts(WRAPPED)[0].endswith("ninety passengers.")


def test_turns_stay_apart() -> None:
    assert len(parts("LENA ORR: Good evening.\nMARR: Good evening to you.\nQ: Who was it?\nA: Nobody.")) == 4


def test_body_and_skipped() -> None:
    text = "Title: X\n\nFirst.\nShare this\nSecond."
    given = replace(report(text), body=Span(10, len(text)), skipped=(span(text, "Share this"),))
    assert [p.of(text) for p in paragraphs(given)] == ["First.", "Second."]
