from __future__ import annotations

from tests.claims.said import claims, only

LONG = (
    "The provincial water authority said on Thursday that the northern wall of the Orbel dam had been leaking since the"
    " spring floods of the year before."
)


def test_a_long_content_is_a_claim_without_its_cue() -> None:
    (claim,) = claims(LONG)
    assert claim.exact.startswith("the northern wall")
    assert len(claim.chain) == 1
    assert "water authority" in claim.chain[0].name


def test_a_short_one_keeps_its_cue_and_its_text_leaves_it_out() -> None:
    (claim,) = claims("The mayor said that the bridge was safe.")
    assert claim.exact == "The mayor said that the bridge was safe"
    assert claim.text == "the bridge was safe"
    assert claim.chain


def test_a_credit_inside_a_statement_does_not_tear_it() -> None:
    _, claim = claims("Anna Velt was calm. The repairs, she said, will take until autumn.")
    assert claim.exact.startswith("The repairs")
    assert claim.exact.rstrip(".").endswith("until autumn")
    assert claim.text.startswith("The repairs will take")


def test_a_denial_is_negative_and_holds_its_cue() -> None:
    claim = only("Orbel Mining denied on Friday that it had dumped waste in the lake.", "dumped")
    assert claim.exact.startswith("Orbel Mining denied")
    assert (claim.polarity, claim.certainty, claim.stance) == ("negative", "certain", "deny")


def test_no_answer_is_a_claim_of_its_kind_and_open() -> None:
    claim = only("A spokesman for Orbel Mining declined to comment.", "declined")
    assert (claim.kind, claim.polarity, claim.certainty) == ("non-answer", "unknown", "unknown")


def test_the_reports_own_voice_has_no_chain() -> None:
    (claim,) = claims("The bridge at Tarsk was closed on Monday.")
    assert claim.chain == ()
    assert claim.attributions == ()
    assert claim.stance is None


def test_what_the_reporter_saw_is_observed() -> None:
    assert only("Our reporter counted forty lorries at the gate.", "lorries").observed
    assert not only("The guard counted forty lorries at the gate.", "lorries").observed


def test_a_pronoun_that_can_only_be_the_speaker_is_filled_in() -> None:
    claim = only(
        "Anna Velt told the court on Tuesday morning in Tarsk that she had signed the order without reading it.",
        "signed",
    )
    assert claim.text.startswith("[Anna Velt] had signed")


def test_a_pronoun_in_doubt_is_left() -> None:
    claim = only("Anna Velt met Jana Orl on the quay. She had signed the order.", "signed")
    assert claim.text == "She had signed the order"


def test_a_statement_within_another_keeps_its_own_voice() -> None:
    claim = only("The mayor of Tarsk said the bank denied the theft.", "theft")
    assert [link.name for link in claim.chain] == ["bank", "the mayor of Tarsk"]
    assert claim.polarity == "negative"


def test_what_somebody_denies_stays_denied_whoever_speaks_in_it() -> None:
    claim = only("The minister denied that the mayor said the bridge was closed.", "bridge")
    assert [link.name for link in claim.chain] == ["the minister"]


def test_where_a_speaker_has_it_from_stands_in_the_chain() -> None:
    claim = only("A currency trader said he had seen it on Reuters.", "seen it")
    assert [link.name for link in claim.chain] == ["Reuters", "a currency trader"]


def test_the_label_of_a_turn_hides_nobody_who_is_quoted_in_it() -> None:
    talk = "ANNA: Where is it?\n\nBEN: The Herald says it, and the Herald has it from bankers.\n\nANNA: And you?\n\nBEN: No."
    chains = [[link.name for link in claim.chain] for claim in claims(talk) if "Herald" in claim.exact]
    assert chains == [["Herald", "Ben"], ["bankers", "Herald", "Ben"]]


def test_an_order_within_a_statement_vouches_for_nothing() -> None:
    claim = only(
        "The clerk told the court that the chief ordered him to leave the whole book empty that night.", "empty"
    )
    assert [link.name for link in claim.chain] == ["the clerk"]
    assert only("The clerk said the chief said to leave the book empty.", "empty").chain[0].name == "the clerk"


def test_an_object_without_a_verb_keeps_its_subject() -> None:
    claim = only("The health service registered 1,140 cases, more than three times its count of last week.", "1,140")
    assert claim.exact.startswith("The health service registered")
