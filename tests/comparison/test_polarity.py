"""Polarity towards the proposition, where it is another than that of the words."""

from __future__ import annotations

from sayso.model import Comparison
from tests.comparison.piles import Said, pile

REST = [
    Said("The bishop blessed a new bell in the harbour chapel"),
    Said("Wheat prices climbed for the third week"),
    Said("The ferry to Lund keeps its winter timetable"),
]


def _compared(*told: Said) -> Comparison:
    return pile(*[[said, rest] for said, rest in zip(told, REST, strict=False)]).compare()


def _polarity(found: Comparison, report: str) -> str:
    return next(c.polarity for c in found.claims if c.id == f"{report}.c1")


def test_doing_denies_a_failing_that_was_said_first() -> None:
    found = _compared(
        Said("Harrow Bank failed to make a payment that fell due on Friday", "an insider"),
        Said("Every payment of Harrow Bank that fell due on Friday has been made", "Harrow Bank"),
        Said("Harrow Bank did not make a payment that fell due on Friday", "a rival", polarity="negative"),
    )
    assert len({c.proposition for c in found.claims if c.id.endswith("c1")}) == 1
    assert [_polarity(found, r) for r in ("r1", "r2", "r3")] == ["positive", "negative", "positive"]


def test_what_several_deny_and_nobody_affirms_is_itself_what_is_claimed() -> None:
    found = _compared(
        Said("There was no alarm at the Orve mill before the fire", "a miller", polarity="negative"),
        Said("No alarm rang at the Orve mill before the fire", "a baker", polarity="negative"),
    )
    assert [_polarity(found, r) for r in ("r1", "r2")] == ["positive", "positive"]


def test_one_voice_repeated_does_not_turn_its_denial_into_a_claim() -> None:
    found = _compared(
        Said("There was no alarm at the Orve mill before the fire", "a miller", polarity="negative"),
        Said("No alarm rang at the Orve mill before the fire", "a miller", polarity="negative"),
    )
    assert _polarity(found, "r1") == "negative"


def test_a_denial_of_what_somebody_affirms_stays_one() -> None:
    found = _compared(
        Said("There was no alarm at the Orve mill before the fire", "a miller", polarity="negative"),
        Said("No alarm rang at the Orve mill before the fire", "a baker", polarity="negative"),
        Said("An alarm rang at the Orve mill before the fire", "the owner"),
    )
    assert [_polarity(found, r) for r in ("r1", "r2", "r3")] == ["negative", "negative", "positive"]


def test_a_cue_that_denies_stays_a_denial() -> None:
    found = _compared(
        Said("The owner denied that the Orve mill was insured", "the owner", polarity="negative", stance="deny"),
        Said("The clerk denied that the Orve mill was insured", "the clerk", polarity="negative", stance="deny"),
    )
    assert [_polarity(found, r) for r in ("r1", "r2")] == ["negative", "negative"]
