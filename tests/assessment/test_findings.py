"""Drift, conflicts of wording, history, grades, leads."""

from __future__ import annotations

from tests.assessment.piles import PileBuilder

PARENT = "The dam may have cracked, Ada Roe said. “Nobody was on the wall when it gave way,” she said."
CHILD = "The dam has cracked. “Nobody was near the wall when it gave way,” Ben Lowe said."


def _rewrite() -> PileBuilder:
    pile = PileBuilder().report("r1", PARENT, "Hill Star", "2040-03-01").report("r2", CHILD, "Vale Echo", "2040-03-02")
    pile.claim("r1", "The dam may have cracked", "p", "person:Ada Roe", certainty="possible")
    pile.claim("r2", "The dam has cracked", "p")
    pile.claim("r1", "Nobody was on the wall when it gave way", "q", "person:Ada Roe")
    pile.claim("r2", "Nobody was near the wall when it gave way", "q", "person:Ben Lowe")
    return pile.edge(
        "r2",
        "r1",
        ("The dam has cracked", "The dam may have cracked"),
        ("Nobody was near the wall when it gave way", "Nobody was on the wall when it gave way"),
    )


def test_a_lost_hedge_is_drift_and_a_conflict_of_certainty() -> None:
    pile = _rewrite()
    where = pile.claims[0].start + "The dam ".__len__()
    from dataclasses import replace

    from sayso.model import Span

    pile.claims[0] = replace(pile.claims[0], hedges=(Span(where, where + 3),))
    found = pile.assess()
    hedge = next(d for d in found.drift if d.kind == "hedge")
    assert (hedge.before, hedge.after) == ("may", "certain")
    assert any(c.kind == "certainty" for c in found.conflicts)


def test_an_altered_quotation_and_a_moved_credit_are_told() -> None:
    found = _rewrite().assess()
    kinds = {d.kind for d in found.drift}
    assert {"quotation", "credit"} <= kinds
    assert {"quotation", "attribution"} <= {c.kind for c in found.conflicts}


def test_a_speech_given_to_another_is_one_conflict() -> None:
    said = ("Nobody was on the wall when it gave way", "We had asked for a second pump in the spring")
    pile = PileBuilder()
    for report, who in (("r1", "Ada Roe"), ("r2", "Ben Lowe")):
        pile.report(report, f"“{said[0]}.” “{said[1]}.” So {who} said.", f"Outlet {report}", f"2040-03-0{report[1]}")
        for words, proposition in zip(said, "pq", strict=True):
            pile.claim(report, words, proposition, f"person:{who}")
    (found,) = [c for c in pile.assess().conflicts if c.kind == "attribution"]
    assert found.reason.endswith("So is 1 other quotation.")


def test_every_drift_has_evidence_that_shows_its_words() -> None:
    pile = _rewrite()
    for drift in pile.assess().drift:
        for evidence in drift.evidence:
            if evidence.span:
                assert evidence.span.span.of(pile.reports[evidence.span.report].text) == evidence.span.exact


def test_history_reports_confirms_denies_in_order_of_dates() -> None:
    pile = PileBuilder()
    for n, day in enumerate(("01", "02", "03"), 1):
        pile.report(f"r{n}", "The dam has cracked.", f"Outlet {n}", f"2040-03-{day}")
    pile.claim("r2", "The dam has cracked", "p", "organisation:Dam Office", stance="confirm")
    pile.claim("r1", "The dam has cracked", "p", "person:Ada Roe")
    pile.claim("r3", "The dam has cracked", "p", "person:Ben Lowe", polarity="negative", stance="deny")
    steps = [(e.order, e.status, e.by, e.when) for e in pile.proposition("p").history]
    assert steps == [
        (1, "reported", "Ada Roe", "2040-03-01"),
        (2, "confirmed", "Dam Office", "2040-03-02"),
        (3, "denied", "Ben Lowe", "2040-03-03"),
    ]


def test_the_order_is_unknown_when_a_report_is_undated() -> None:
    pile = (
        PileBuilder()
        .report("r1", "The dam has cracked.", "A")
        .report("r2", "The dam has not cracked.", "B", "2040-03-02")
    )
    pile.claim("r1", "The dam has cracked", "p", "person:Ada Roe").claim(
        "r2", "The dam has not cracked", "p", "person:Ben Lowe", polarity="negative"
    )
    assert {e.order for e in pile.proposition("p").history} == {None}


def test_who_corrects_his_own_figure_retracts_and_does_not_deny() -> None:
    pile = (
        PileBuilder()
        .report("r1", "Nine were hurt.", "A", "2040-03-01")
        .report("r2", "Eleven were hurt and not nine.", "B", "2040-03-02")
    )
    pile.claim("r1", "Nine were hurt", "p", "person:Ada Roe").claim(
        "r2", "Eleven were hurt and not nine", "q", "person:Ada Roe"
    ).update(0, 1)
    assert [e.status for e in pile.proposition("p").history] == ["reported", "retracted"]


def test_a_denial_by_another_lowers_the_suggested_grade() -> None:
    pile = PileBuilder().report("r1", "The dam has cracked.", "A").report("r2", "The dam has not cracked.", "B")
    pile.claim("r1", "The dam has cracked", "p", "person:Ada Roe").claim(
        "r2", "The dam has not cracked", "p", "person:Ben Lowe", polarity="negative"
    )
    assert pile.proposition("p").assessment.information_grade == 3
    assert pile.conflict(0, 1).proposition("p").assessment.information_grade == 5
    assert any("Ada Roe" in lead.what for lead in pile.proposition("p").leads)


def test_ranking_puts_conflicts_and_wide_repetition_first() -> None:
    pile = (
        PileBuilder().report("r1", "The dam has cracked. It was Monday.", "A").report("r2", "The dam has cracked.", "B")
    )
    pile.claim("r1", "The dam has cracked", "p", "person:Ada Roe").claim("r2", "The dam has cracked", "p").claim(
        "r1", "It was Monday", "q"
    )
    assert [p.id for p in pile.assess().propositions] == ["p", "q"]


def test_what_reports_evaluate_in_their_own_voice_comes_last() -> None:
    pile = PileBuilder()
    for n in "123":
        text = "The decision shifts the balance. The wall of the Osk dam has cracked."
        pile.report(f"r{n}", text, f"Paper {n}")
        pile.claim(f"r{n}", "The decision shifts the balance", "evaluation")
        pile.claim(f"r{n}", "The wall of the Osk dam has cracked", "fact")
    assert [p.id for p in pile.assess().propositions] == ["fact", "evaluation"]


def test_an_evaluation_that_somebody_vouches_for_keeps_its_place() -> None:
    pile = PileBuilder()
    for n in "12":
        pile.report(f"r{n}", "The decision shifts the balance.", f"Paper {n}")
        pile.claim(f"r{n}", "The decision shifts the balance", "p", "person:Ada Roe")
    assert not any("nothing in them to check" in reason for reason in pile.proposition("p").rank.reasons)
