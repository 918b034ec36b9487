"""Leads: what would settle an open proposition, told from its own chains and passages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.assessment import assess
from sayso.language import analyse
from sayso.model import Absent, Aligned, ClaimTime, Comparison, Derivation, Evidence, Proposition, Stemma
from tests.assessment.piles import PileBuilder
from tests.build import span


def with_dispatch(pile: PileBuilder, child: str, credit: str, taken: str | None) -> dict[str, Proposition]:
    """Assess a pile in which `child` was made from an absent dispatch of the Coast Agency: from the words `taken`, or by its credit alone."""
    text = pile.reports[child].text
    passages = (Aligned(span(text, taken), None, 1.0),) if taken else ()
    credited = Evidence.words(child, span(text, credit), text)
    missing = Absent(
        id="x1", is_=f"the Coast Agency report relayed by {child}", evidence=(credited,), actor_name="Coast Agency"
    )
    pile.edges.append(
        Derivation(
            child=child, parent="x1", basis="text" if taken else "citation", kind="excerpt", direction_known=True, credited=True, score=0.4,
            reasons=("planted",), passages=passages,
        )
    )  # fmt: skip
    names = sorted({c.proposition for c in pile.claims})
    propositions = tuple(
        Proposition(id=p, text=p, claims=tuple(c.id for c in pile.claims if c.proposition == p)) for p in names
    )
    reports = [pile.reports[k] for k in sorted(pile.reports)]
    found = assess(
        reports, [analyse(r) for r in reports], tuple(pile.actors.values()),
        Comparison(tuple(pile.claims), propositions, tuple(pile.conflicts), tuple(pile.updates)), Stemma(tuple(pile.edges), (missing,)),
    )  # fmt: skip
    return {p.id: p for p in found.propositions}


def kinds(proposition: Proposition) -> list[str]:
    return [lead.kind for lead in proposition.leads]


TEXT = (
    "The ferry Halcyon sank off Brigg, the Coast Agency reported. The mayor likes tea. Forty sheep drowned in the hold."
)


def test_an_absent_dispatch_is_a_lead_of_what_was_made_from_it_and_of_nothing_else() -> None:
    pile = PileBuilder().report("r1", TEXT, "Hill Star")
    pile.claim("r1", "The ferry Halcyon sank off Brigg", "sank").claim("r1", "The mayor likes tea", "tea")
    found = with_dispatch(pile, "r1", "Coast Agency", "The ferry Halcyon sank off Brigg")
    lead = found["sank"].leads[0]
    assert lead.kind == "dispatch" and lead.claim == "c0"
    assert lead.search is not None and {"Coast", "Agency", "Halcyon", "Brigg"} <= set(lead.search.split())
    assert "dispatch" not in kinds(found["tea"])


def test_a_chain_over_the_agency_rests_on_its_dispatch_without_a_passage() -> None:
    pile = PileBuilder().report("r1", TEXT, "Hill Star")
    pile.claim("r1", "Forty sheep drowned in the hold", "sheep", "news agency:Coast Agency")
    pile.claim("r1", "The mayor likes tea", "tea")
    found = with_dispatch(pile, "r1", "Coast Agency", None)
    assert "dispatch" in kinds(found["sheep"]) and "dispatch" not in kinds(found["tea"])


def test_the_search_words_are_those_of_the_claims_that_rest_on_the_dispatch() -> None:
    pile = PileBuilder().report("r1", TEXT, "Hill Star").report("r2", "The steamer Corvo went down.", "Vale Echo")
    pile.claim("r1", "The ferry Halcyon sank off Brigg", "sank").claim("r2", "The steamer Corvo went down", "sank")
    lead = with_dispatch(pile, "r1", "Coast Agency", "The ferry Halcyon sank off Brigg")["sank"].leads[0]
    assert lead.search is not None and "Halcyon" in lead.search and "Corvo" not in lead.search
    assert "r1" in lead.what and "r2" not in lead.what


def test_what_two_independent_origins_say_and_nobody_contradicts_has_no_lead() -> None:
    pile = PileBuilder().report("r1", "Ada Roe saw water on the road.", "Hill Star")
    pile.report("r2", "Ben Lowe measured water on the road.", "Vale Echo")
    pile.claim("r1", "saw water on the road", "p", "person:Ada Roe")
    pile.claim("r2", "measured water on the road", "p", "person:Ben Lowe")
    assert pile.proposition("p").independent_origins == 2
    assert pile.proposition("p").leads == ()
    assert kinds(pile.conflict(0, 1).proposition("p")) != []


def test_a_nameless_origin_is_asked_for_where_it_is_quoted() -> None:
    pile = PileBuilder().report("r1", "An official saw it happen.", "Hill Star")
    pile.claim("r1", "saw it happen", "p", "nameless person:an official")
    lead = pile.proposition("p").leads[0]
    assert (lead.kind, lead.claim) == ("name", "c0")
    assert "an official" in lead.what and pile.reports["r1"].file in lead.what


@pytest.mark.parametrize(("published", "open"), [(None, True), ("2031-04-02", False)])
def test_a_date_is_missing_only_where_the_order_decides_something(published: str | None, open: bool) -> None:
    pile = PileBuilder().report("r1", "Twelve people died, Ada Roe said.", "Hill Star", published)
    pile.report("r2", "Forty people died, Ben Lowe said.", "Vale Echo", published)
    pile.claim("r1", "Twelve people died", "p", "person:Ada Roe").claim(
        "r2", "Forty people died", "p", "person:Ben Lowe"
    )
    assert "date" not in kinds(pile.proposition("p"))
    assert ("date" in kinds(pile.conflict(0, 1, "number").proposition("p"))) is open


def test_a_year_that_is_not_told_is_asked_for() -> None:
    pile = PileBuilder().report("r1", "The pact was signed in June.", "Hill Star")
    pile.claim("r1", "The pact was signed in June", "p")
    when = ClaimTime("event", "XXXX-06", span(pile.reports["r1"].text, "in June"))
    pile.claims[0] = replace(pile.claims[0], times=(when,))
    assert any(lead.kind == "date" and "“in June”" in lead.what for lead in pile.proposition("p").leads)
    pile.claims[0] = replace(pile.claims[0], times=(replace(when, edtf="2031-06"),))
    assert "date" not in kinds(pile.proposition("p"))


def test_a_multiple_of_a_number_that_is_not_told_asks_for_it() -> None:
    pile = PileBuilder().report("r1", "The garrison has tripled, Ada Roe said.", "Hill Star")
    pile.claim("r1", "The garrison has tripled", "p", "person:Ada Roe")
    asked = [lead.what for lead in pile.proposition("p").leads if lead.kind == "figure"]
    assert asked and "Ask Ada Roe" in asked[0]


def test_every_lead_is_about_a_claim_of_its_proposition_or_of_its_conflict() -> None:
    pile = (
        PileBuilder().report("r1", "The dam has cracked.", "Hill Star").report("r2", "The dam is whole.", "Vale Echo")
    )
    pile.claim("r1", "The dam has cracked", "p").claim("r2", "The dam is whole", "p", polarity="negative").conflict(
        0, 1
    )
    found = pile.proposition("p").leads
    assert {lead.kind for lead in found} >= {"ask", "first"}
    assert {lead.claim for lead in found} <= {"c0", "c1"}
