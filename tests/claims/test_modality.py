from __future__ import annotations

import pytest

from tests.claims.said import claims, only


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The dam held.", "positive"),
        ("The dam did not hold.", "negative"),
        ("Not one boat was lost in the storm.", "negative"),
        ("Nobody was hurt.", "negative"),
        ("There was no warning.", "negative"),
        ("The station recorded no second quake.", "negative"),
        ("The convoy has yet to arrive.", "negative"),
        ("The story is a lie.", "negative"),
        ("No fewer than nine people were hurt.", "positive"),
        ("The guard failed to lock the gate.", "positive"),
        ("The wall not only cracked but fell.", "positive"),
        ("The paper could not verify the recording.", "unknown"),
        ("The court was unable to establish who signed.", "unknown"),
        ("It is unclear how the fire began.", "unknown"),
        ("The club would neither confirm nor deny the sale.", "unknown"),
        ("None of them knew of the letter.", "unknown"),
        ("The cause is not yet clear.", "unknown"),
        ("The hospital was not in a position to say how many had died.", "unknown"),
        ("The engineers have yet to determine the cause.", "unknown"),
        ("The second ship, if there is one, lies deeper.", "unknown"),
        ("Nor was there a guard on the bridge.", "negative"),
        ("At no time has the pump been switched off.", "negative"),
        ("The ship ran not faster than allowed.", "negative"),
        ("The firm said that it does not dispute the count.", "positive"),
        ("The Harbour Office has still to publish its log.", "unknown"),
        ("It remains to be seen who pays.", "unknown"),
        ("The cooperative says it will wait for proof.", "unknown"),
        ("The doctors do not yet pronounce themselves.", "unknown"),
        ("The agency was not in condition to verify the letter.", "unknown"),
        ("The Herald has not seen documents that bear out the tale.", "unknown"),
        ("The court left open whether the lease is valid.", "unknown"),
        ("The gate stood open all night.", "positive"),
        ("There is nobody on the wall but our own guard.", "positive"),
        ("There is nobody on the wall, but the lamp burns.", "negative"),
        ("That is a matter for the court.", "unknown"),
        ("The town took no position.", "unknown"),
        ("The guests waited for the ferry.", "positive"),
    ],
)
def test_polarity_is_that_of_the_main_predicate(text: str, polarity: str) -> None:
    claim = claims(text)[0]
    assert claim.polarity == polarity
    assert (claim.certainty == "unknown") == (polarity == "unknown")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The wall will be repaired.", "certain"),
        ("The ferry could not sail.", "certain"),
        ("Residents could hear the guns.", "certain"),
        ("The lecture was in May.", "certain"),
        ("The wall may fall.", "possible"),
        ("The director said that this was one possibility among several.", "possible"),
        ("The wall might have fallen.", "possible"),
        ("Perhaps the wall fell.", "possible"),
        ("The club could sign two more players in spring.", "possible"),
        ("A second leak cannot be ruled out.", "possible"),
        ("The wall probably fell.", "probable"),
        ("The wall is likely to fall.", "probable"),
        ("Some 300 men are believed to have crossed the river.", "probable"),
        ("The wall seems to be leaking.", "probable"),
    ],
)
def test_certainty_is_what_modals_adverbs_and_belief_leave(text: str, certainty: str) -> None:
    claim = claims(text)[0]
    assert (claim.polarity == "negative") == ("could not sail" in text)
    assert claim.certainty == certainty
    assert bool(claim.hedges) == (certainty != "certain")


def test_hedges_are_the_words_themselves() -> None:
    text = "The wall may fall."
    claim = claims(text)[0]
    assert [h.of(text) for h in claim.hedges] == ["may"]


def test_a_condition_in_the_next_sentence_takes_the_certainty() -> None:
    text = "The mine has doubled its output. This, if confirmed, would be a record."
    first = claims(text)[0]
    assert (first.polarity, first.certainty) == ("positive", "unknown")
    assert first.hedges[-1].of(text) == "if confirmed"


def test_a_conditional_of_hearsay_is_possible_and_a_backshifted_future_certain() -> None:
    assert only("According to the daily, the theatre would close in May.", "close").certainty == "possible"
    assert only("The minister said that the theatre would close on Friday.", "close").certainty == "certain"


@pytest.mark.parametrize("verb", ["believe", "estimate", "expect", "suspect"])
def test_what_a_source_believes_is_probable(verb: str) -> None:
    text = f"Engineers {verb} that the northern wall of the dam will fall before the end of the month."
    assert only(text, "northern wall").certainty == "probable"


@pytest.mark.parametrize("verb", ["say", "know", "insist"])
def test_what_a_source_says_or_knows_is_certain(verb: str) -> None:
    text = f"Engineers {verb} that the northern wall of the dam will fall before the end of the month."
    assert only(text, "northern wall").certainty == "certain"


def test_the_next_sentence_may_call_what_stands_before_it_wrong() -> None:
    assert only("The well at Orve was poisoned. That is not so.", "poisoned").polarity == "negative"
    assert only("The well at Orve was poisoned. That is a pity.", "poisoned").polarity == "positive"


def test_another_voice_calling_a_statement_wrong_does_not_deny_it_for_its_source() -> None:
    assert only("The well was poisoned, Ruan Bell said on Monday. That is not so.", "poisoned").polarity == "positive"
