"""Origins and their independence, judged on lineages."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Passage
from tests.assessment.piles import PileBuilder


def test_one_named_origin_counts_one_however_many_repeat_it() -> None:
    pile = PileBuilder()
    for n in "123":
        pile.report(f"r{n}", "The dam has cracked.", f"Outlet {n}").claim(
            f"r{n}", "The dam has cracked", "p", "person:Ada Roe", "news agency:Reuters"
        )
    found = pile.proposition("p")
    assert [o.name for o in found.origins] == ["Ada Roe"]
    assert found.independent_origins == 1


def test_the_reports_own_voice_names_no_origin_and_an_eyewitness_report_does() -> None:
    pile = (
        PileBuilder()
        .report("r1", "The dam has cracked.", "Hill Star")
        .report("r2", "We saw the dam crack.", "Vale Echo")
    )
    pile.claim("r1", "The dam has cracked", "p").claim("r2", "We saw the dam crack", "q", observed=True)
    assert pile.proposition("p").independent_origins == 0
    assert [o.name for o in pile.proposition("q").origins] == ["Vale Echo"]


def test_what_is_only_said_in_the_negative_has_who_says_so_for_origin() -> None:
    pile = PileBuilder().report("r1", "Nothing had leaked.", "Hill Star").report("r2", "The dam leaked.", "Vale Echo")
    pile.claim("r1", "Nothing had leaked", "p", "person:Ada Roe", polarity="negative")
    assert [o.name for o in pile.proposition("p").origins] == ["Ada Roe"]
    pile.claim("r2", "The dam leaked", "p", "person:Ben Lowe")
    assert [o.name for o in pile.proposition("p").origins] == ["Ben Lowe"]


def test_two_witnesses_with_access_of_their_own_are_shown_independent() -> None:
    pile = (
        PileBuilder()
        .report("r1", "Ada Roe saw water on the road.", "Hill Star")
        .report("r2", "Ben Lowe measured water on the road.", "Vale Echo")
    )
    pile.claim("r1", "saw water on the road", "p", "person:Ada Roe").claim(
        "r2", "measured water on the road", "p", "person:Ben Lowe"
    )
    found = pile.proposition("p")
    assert [p.independence for p in found.pairs] == ["shown"]
    assert found.independent_origins == 2
    assert found.assessment.information_grade == 1


def test_the_grade_names_only_those_who_are_shown_independent() -> None:
    pile = (
        PileBuilder()
        .report("r1", "Ada Roe saw water on the road.", "Hill Star")
        .report("r2", "Ben Lowe measured water on the road.", "Vale Echo")
        .report("r3", "Cora Lind spoke of water on the road.", "Dale Post")
    )
    pile.claim("r1", "saw water on the road", "p", "person:Ada Roe")
    pile.claim("r2", "measured water on the road", "p", "person:Ben Lowe")
    pile.claim("r3", "spoke of water on the road", "p", "person:Cora Lind")
    said = " ".join(pile.proposition("p").assessment.reasons)
    assert "2 origins are shown independent (Ada Roe, Ben Lowe)" in said


def test_without_grounds_independence_is_only_possible() -> None:
    pile = (
        PileBuilder()
        .report("r1", "Ada Roe thinks the road is wet.", "Hill Star")
        .report("r2", "Ben Lowe thinks the road is wet.", "Vale Echo")
    )
    pile.claim("r1", "the road is wet", "p", "person:Ada Roe").claim("r2", "the road is wet", "p", "person:Ben Lowe")
    assert [p.independence for p in pile.proposition("p").pairs] == ["possible"]
    assert pile.proposition("p").independent_origins == 1


def test_a_nameless_origin_is_never_shown_independent() -> None:
    pile = (
        PileBuilder()
        .report("r1", "An official saw it happen.", "Hill Star")
        .report("r2", "Ben Lowe saw it happen.", "Vale Echo")
    )
    pile.claim("r1", "saw it happen", "p", "nameless person:an official").claim(
        "r2", "saw it happen", "p", "person:Ben Lowe"
    )
    assert [p.independence for p in pile.proposition("p").pairs] == ["possible"]


def test_a_person_and_the_body_they_speak_for_count_once() -> None:
    pile = (
        PileBuilder().report("r1", "We closed the road.", "Hill Star").report("r2", "We closed the road.", "Vale Echo")
    )
    pile.actor("Road Office", "organisation")
    pile.actor("Ada Roe", "person", speaks_for="Road Office")
    pile.claim("r1", "We closed the road", "p", "person:Ada Roe").claim(
        "r2", "We closed the road", "p", "organisation:Road Office"
    )
    assert len(pile.proposition("p").origins) == 1


def test_an_uncredited_rewrite_leads_back_to_the_parents_origin() -> None:
    pile = (
        PileBuilder()
        .report("r1", "The dam has cracked, an engineer said.", "Hill Star")
        .report("r2", "Insiders say the dam broke.", "Vale Echo")
    )
    pile.claim("r1", "The dam has cracked", "p", "nameless person:an engineer").claim(
        "r2", "the dam broke", "p", "nameless group:Insiders"
    )
    pile.edge("r2", "r1", ("the dam broke", "The dam has cracked"))
    assert [o.name for o in pile.proposition("p").origins] == ["an engineer"]


def test_an_outlet_in_the_pile_is_a_relay_for_its_own_source() -> None:
    pile = (
        PileBuilder()
        .report("r1", "The dam has cracked, Ada Roe said.", "Hill Star")
        .report("r2", "The dam has cracked, the Hill Star reports.", "Vale Echo")
    )
    pile.claim("r1", "The dam has cracked", "p", "person:Ada Roe").claim(
        "r2", "The dam has cracked", "p", "outlet:Hill Star"
    )
    assert [o.name for o in pile.proposition("p").origins] == ["Ada Roe"]


def test_a_slip_of_a_rewrite_has_no_origin() -> None:
    pile = (
        PileBuilder()
        .report("r1", "The loss is 24 million crowns, Ada Roe said.", "Hill Star")
        .report("r2", "The loss is 42 million crowns, sources say.", "Vale Echo")
    )
    pile.claim("r1", "The loss is 24 million crowns", "p", "person:Ada Roe").claim(
        "r2", "The loss is 42 million crowns", "q", "nameless group:sources"
    )
    pile.edge("r2", "r1", ("The loss is 42 million crowns", "The loss is 24 million crowns"))
    assert pile.proposition("q").independent_origins == 0


def test_a_non_answer_is_never_an_origin() -> None:
    pile = PileBuilder().report("r1", "Ada Roe declined to comment on the dam.", "Hill Star")
    pile.claim(
        "r1",
        "declined to comment on the dam",
        "p",
        "person:Ada Roe",
        kind="non-answer",
        polarity="unknown",
        certainty="unknown",
    )
    assert pile.proposition("p").origins == ()


def test_an_officer_of_an_untold_body_may_be_the_body_itself() -> None:
    pile = PileBuilder().report("r1", "Director Ada Roe measured four metres of water.", "Hill Star")
    pile.report("r2", "The Dam Office measured four metres of water.", "Vale Echo")
    pile.claim("r1", "measured four metres of water", "p", "person:Ada Roe").claim(
        "r2", "measured four metres of water", "p", "organisation:Dam Office"
    )
    assert [p.independence for p in pile.proposition("p").pairs] == ["shown"]
    actor = pile.actors["Ada Roe"]
    text = pile.reports["r1"].text
    pile.actors["Ada Roe"] = replace(actor, mentions=(Passage("r1", 0, 16, text[:16]),))
    assert [p.independence for p in pile.proposition("p").pairs] == ["possible"]


def test_who_differ_on_the_matter_do_not_bear_it_out() -> None:
    pile = (
        PileBuilder()
        .report("r1", "Ada Roe saw four metres of water.", "Hill Star")
        .report("r2", "Ben Lowe saw two metres of water.", "Vale Echo")
    )
    pile.claim("r1", "four metres of water", "p", "person:Ada Roe").claim(
        "r2", "two metres of water", "p", "person:Ben Lowe"
    )
    assert pile.conflict(0, 1, "number").proposition("p").independent_origins == 1
