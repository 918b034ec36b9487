"""Quotations in two wordings, cut quotations, caveats left out, credits moved."""

from __future__ import annotations

from tests.assessment.piles import PileBuilder


def _kinds(pile: PileBuilder) -> list[str]:
    return [conflict.kind for conflict in pile.assess().conflicts]


def _quoted(one: str, two: str, speaker: str = "Ada Roe") -> PileBuilder:
    pile = (
        PileBuilder()
        .report("r1", f'"{one}," Ada Roe said.', "Hill Star")
        .report("r2", f'"{two}," {speaker} said.', "Vale Echo")
    )
    pile.claim("r1", one, "p", "person:Ada Roe").claim("r2", two, "p", f"person:{speaker}")
    return pile


def test_one_utterance_in_two_wordings_is_told_whoever_took_it_from_whom() -> None:
    assert _kinds(_quoted("Every gate that was open has been closed", "Every gate that is open will be closed")) == [
        "quotation"
    ]


def test_the_same_words_and_other_words_are_no_altered_quotation() -> None:
    assert _kinds(_quoted("Every gate that was open has been closed", "Every gate that was open has been closed")) == []
    assert _kinds(_quoted("Every gate that was open has been closed", "We shall never know who opened the locks")) == []


def test_two_speakers_may_say_something_alike() -> None:
    pile = _quoted("Every gate that was open has been closed", "Every gate that is open will be closed", "Ben Lowe")
    assert "quotation" not in _kinds(pile)


def test_a_quotation_cut_to_its_opposite_is_told() -> None:
    pile = PileBuilder().report(
        "r1", "We opened nothing, whatever is said on the hill. We were late, and that is all.", "Hill Star"
    )
    pile.report("r2", '"We opened ... We were late," the editor admitted.', "Vale Echo")
    pile.claim("r1", "We opened nothing, whatever is said on the hill", "p", polarity="negative")
    pile.claim("r2", "We opened ... We were late", "p", "person:Ada Roe")
    (conflict,) = pile.assess().conflicts
    assert conflict.kind == "quotation"
    assert "nothing" in conflict.reason


def test_an_elision_that_turns_nothing_round_is_none() -> None:
    pile = PileBuilder().report("r1", "We opened the gate at noon, as planned. We were late.", "Hill Star")
    pile.report("r2", '"We opened the gate ... We were late," the editor said.', "Vale Echo")
    pile.claim("r1", "We opened the gate at noon, as planned", "p")
    pile.claim("r2", "We opened the gate ... We were late", "p", "person:Ada Roe")
    assert _kinds(pile) == []


CAVEAT = "The Hill Star was unable to verify this"


def _rewritten(child: str) -> PileBuilder:
    pile = PileBuilder().report("r1", f"The letter says that the old dam wall leaks. {CAVEAT}.", "Hill Star")
    pile.report("r2", f"{child}", "Vale Echo").edge("r2", "r1")
    pile.claim("r1", "the old dam wall leaks", "p", "document:the letter")
    return pile.claim("r1", CAVEAT, "q", kind="non-answer", polarity="unknown", certainty="unknown")


def test_a_caveat_that_a_rewrite_leaves_out_is_a_conflict_of_certainty() -> None:
    pile = _rewritten("The old dam wall leaks.").claim("r2", "The old dam wall leaks", "p")
    found = pile.assess()
    assert "certainty" in [c.kind for c in found.conflicts]
    assert CAVEAT in next(d for d in found.drift if d.kind == "hedge").before


def test_a_rewrite_with_a_caveat_of_its_own_has_left_out_none() -> None:
    pile = _rewritten("The old dam wall leaks. We could not confirm it.").claim("r2", "The old dam wall leaks", "p")
    pile.claim("r2", "We could not confirm it", "q", kind="non-answer", polarity="unknown", certainty="unknown")
    assert "certainty" not in _kinds(pile)


def test_a_credit_that_a_rewrite_moves_is_a_conflict_of_attribution() -> None:
    pile = (
        PileBuilder()
        .report("r1", "The old wall leaks, said a diver.", "A")
        .report("r2", "The old wall leaks, officials said.", "B")
    )
    pile.claim("r1", "The old wall leaks", "p", "nameless person:a diver")
    pile.claim("r2", "The old wall leaks", "p", "nameless group:officials").edge("r2", "r1")
    assert "attribution" in _kinds(pile)


def test_crediting_the_report_it_was_made_from_moves_nothing() -> None:
    pile = (
        PileBuilder()
        .report("r1", "The old wall leaks, said a diver.", "Hill Star")
        .report("r2", "The old wall leaks, the Hill Star said.", "B")
    )
    pile.claim("r1", "The old wall leaks", "p", "nameless person:a diver")
    pile.claim("r2", "The old wall leaks", "p", "outlet:Hill Star").edge("r2", "r1")
    assert "credit" not in {d.kind for d in pile.assess().drift}
