"""The cue lexicon and its inflection."""

from __future__ import annotations

import pytest

from sayso.attribution.lexicon import inflected, noun_cues, phrase_at, verbs
from sayso.resources import rows


@pytest.mark.parametrize(
    ("verb", "third", "past", "going"),
    [
        ("admit", "admits", "admitted", "admitting"),
        ("deny", "denies", "denied", "denying"),
        ("state", "states", "stated", "stating"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("report", "reports", "reported", "reporting"),
        ("stress", "stresses", "stressed", "stressing"),
        ("infer", "infers", "inferred", "inferring"),
    ],
)
def test_regular_verbs_are_spelt_right(verb: str, third: str, past: str, going: str) -> None:
    assert inflected(verb) == (verb, third, past, past, going)


def test_every_row_has_known_codes_and_four_irregular_forms() -> None:
    for row in rows("cue_verbs"):
        codes = row[2].split("p:")[0]
        assert set(codes) <= set("tzqoihawgmsbcdux"), row
        assert len(row) < 4 or not row[3] or len(row[3].split(",")) == 4, row


def test_forms_lead_to_their_verbs() -> None:
    assert {verb.lemma for verb, _ in verbs()["said"]} == {"say"}
    assert ("point", "out") in {(form, *verb.particle) for form in ("point",) for verb, _ in verbs()[form]}


def test_phrases_match_the_longest() -> None:
    assert phrase_at("according", ["in", "the", "words", "of", "x"], 0) == 4
    assert phrase_at("according", ["x"], 0) == 0


def test_noun_cues_have_plurals() -> None:
    assert noun_cues()["allegations"] == noun_cues()["allegation"] == "claim"
