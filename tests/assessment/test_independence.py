"""Grounds of access, what tells a nameless voucher apart, credits that may have moved."""

from __future__ import annotations

import pytest

from sayso.assessment import given
from sayso.model import Passage
from tests.assessment.piles import PileBuilder

DAM = "The dam has cracked"


def _two(first: str, second: str) -> PileBuilder:
    return (
        PileBuilder()
        .report("r1", f"{DAM}, said {first}.", "Hill Star", "2040-03-01")
        .report("r2", f"{DAM}, said {second}.", "Vale Echo", "2040-03-02")
    )


def _grade(pile: PileBuilder) -> str:
    (pair,) = pile.proposition("p").pairs
    return pair.independence


def test_two_bodies_with_records_of_their_own_are_independent() -> None:
    pile = _two("the Dam Office", "the Water Board")
    pile.claim("r1", DAM, "p", "ministry:Dam Office").claim("r2", DAM, "p", "organisation:Water Board")
    assert _grade(pile) == "shown"


def test_a_person_without_any_ground_leaves_it_possible() -> None:
    pile = _two("the Dam Office", "Ada Roe")
    pile.claim("r1", DAM, "p", "ministry:Dam Office").claim("r2", DAM, "p", "person:Ada Roe")
    assert _grade(pile) == "possible"


@pytest.mark.parametrize(
    "introduction",
    ["Ada Roe is a gardener. She was on the wall that night.", "Ada Roe, who was at the lake, spoke first."],
)
def test_who_was_there_has_access(introduction: str) -> None:
    pile = PileBuilder().report("r1", f"{DAM}, said the Dam Office.", "Hill Star")
    pile.report("r2", f"{introduction} {DAM}, she said.", "Vale Echo")
    pile.claim("r1", DAM, "p", "ministry:Dam Office").claim("r2", DAM, "p", "person:Ada Roe")
    roe = pile.actors["Ada Roe"]
    object.__setattr__(roe, "mentions", (Passage("r2", 0, 7, "Ada Roe"),))
    assert _grade(pile) == "shown"


def test_offices_of_one_cabinet_may_speak_for_one_government_but_a_service_knows_by_itself() -> None:
    cabinet = _two("the Ministry of Water", "the Ministry of Works")
    cabinet.claim("r1", DAM, "p", "ministry:Ministry of Water").claim("r2", DAM, "p", "ministry:Ministry of Works")
    service = _two("the Ministry of Water", "the Dam Inspectorate")
    service.claim("r1", DAM, "p", "ministry:Ministry of Water").claim("r2", DAM, "p", "ministry:Dam Inspectorate")
    assert (_grade(cabinet), _grade(service)) == ("possible", "shown")


@pytest.mark.parametrize(
    ("hidden", "grade"), [("a woman who works at the dam", "shown"), ("a person close to the office", "possible")]
)
def test_a_nameless_voucher_counts_only_where_it_is_told_where_he_belongs(hidden: str, grade: str) -> None:
    pile = _two("the Water Board", hidden)
    pile.claim("r1", DAM, "p", "organisation:Water Board").claim("r2", DAM, "p", f"nameless person:{hidden}")
    assert _grade(pile) == grade


def test_what_stands_only_in_a_rewrite_that_has_it_from_somebody_else_is_not_shown() -> None:
    pile = _two("the Water Board", "the Dam Office")
    pile.claim("r1", DAM, "p", "organisation:Water Board").claim("r2", DAM, "p", "ministry:Dam Office")
    assert _grade(pile) == "shown"
    pile.edge("r2", "r1")
    assert _grade(pile) == "possible"


def test_a_report_with_access_of_its_own_may_add_a_voice_to_what_it_rewrites() -> None:
    pile = _two("the Water Board", "the Dam Office, which told the Vale Echo so")
    pile.claim("r1", DAM, "p", "organisation:Water Board").claim("r2", DAM, "p", "ministry:Dam Office")
    pile.edge("r2", "r1")
    assert _grade(pile) == "shown"


def test_given_agreement_needs_no_common_words() -> None:
    pile = PileBuilder().report("r1", "Water runs from the wall.", "A").report("r2", "There is a hole up there.", "B")
    pile.claim("r1", "Water runs from the wall", "p", "ministry:Dam Office")
    pile.claim("r2", "There is a hole up there", "p", "organisation:Water Board")
    assert _grade(pile) == "possible"
    (pair,) = next(p for p in pile.assess(given).propositions if p.id == "p").pairs
    assert pair.independence == "shown"


def test_a_state_agency_is_one_voice_with_its_government() -> None:
    pile = _two("the Agency", "the government")
    pile.actor("Norland government", "government")
    pile.actor("Norland Press Agency", "news agency", speaks_for="Norland government")
    pile.claim("r1", DAM, "p", "news agency:Norland Press Agency").claim(
        "r2", DAM, "p", "government:Norland government"
    )
    assert len(pile.proposition("p").origins) == 1


def test_digits_changed_about_in_a_rewrite_have_no_origin() -> None:
    pile = PileBuilder().report("r1", "Ada Roe said 2.4 million litres ran off.", "A")
    pile.report("r2", "Insiders said 4.2 million litres were gone.", "B").edge("r2", "r1")
    pile.claim("r1", "2.4 million litres ran off", "p", "person:Ada Roe")
    pile.claim("r2", "4.2 million litres were gone", "q", "nameless group:insiders")
    assert pile.proposition("q").independent_origins == 0
