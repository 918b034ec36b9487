"""Repeated and altered quotations are found; the index misses none that a full comparison finds."""

from __future__ import annotations

from sayso.assessment.quotations import Quotations
from sayso.language import analyse
from sayso.model import Report
from tests.build import report

SAID = "“The lamp went dark a little after two,” the porter said."
ALTERED = "“The lamp went dark a little after ten,” the porter said."
OTHER = "“Nobody in this town reads the weather any more,” the porter said."


def _of(*texts: str) -> tuple[Quotations, list[Report]]:
    made = [report(text, f"r{n}") for n, text in enumerate(texts, 1)]
    return Quotations(made, [analyse(r) for r in made]), made


def test_a_repeated_quotation_is_found_across_reports() -> None:
    quotations, _ = _of(SAID, OTHER, SAID)
    assert [(a.report, b.report) for a, b in quotations.repeated(["r1", "r2", "r3"], 85)] == [("r1", "r3")]


def test_an_altered_quotation_is_alike_and_not_equal() -> None:
    quotations, _ = _of(SAID, ALTERED)
    ((mine, theirs, likeness),) = quotations.alike("r1", "r2")
    assert mine.words != theirs.words
    assert 62 < likeness < 97


def test_words_lead_back_to_the_report() -> None:
    quotations, (made,) = _of(SAID)
    (quoted,) = quotations.of("r1")
    assert quoted.quote.span.of(made.text) == quoted.words


def test_very_short_quotations_are_left_out() -> None:
    quotations, _ = _of("He called it “a farce” on Monday.")
    assert quotations.of("r1") == []
