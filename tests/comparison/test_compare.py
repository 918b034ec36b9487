"""Comparison as a whole: propositions, conflicts, updates, order."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Comparison, Polarity
from tests.comparison.piles import Pile, Said, pile

TRAIN = "A goods train left the rails near the town of Halvik late on Sunday"
AFFAIR = (
    [
        Said(TRAIN, "Railway Office"),
        Said("The driver fell asleep at the controls before the derailment", "an inspector"),
        Said("Two wagons of chlorine leaked into the brook", "fire brigade"),
        Said("The mayor opened a shelter in the school gymnasium"),
    ],
    [
        Said("Near Halvik a goods train was derailed on Sunday", "Reuters"),
        Said("The driver did not fall asleep at the controls", "the drivers' union", polarity="negative"),
        Said("Schools in the valley stay closed on Monday"),
    ],
    [
        Said("Chlorine escaped from two wagons into the brook"),
        Said("Choir practice was moved to the parish hall"),
        Said("The goods train that was derailed near Halvik carried chlorine"),
    ],
)


def _together(comparison: Comparison, made: Pile, a: str, b: str) -> bool:
    where = {c.exact: c.proposition for c in comparison.claims}
    return next(p for words, p in where.items() if a in words) == next(p for words, p in where.items() if b in words)


def test_reworded_statements_are_one_proposition() -> None:
    made = pile(*AFFAIR)
    found = made.compare()
    assert _together(found, made, "left the rails", "was derailed on Sunday")
    assert _together(found, made, "leaked into the brook", "escaped from two wagons")


def test_a_denial_joins_what_it_denies() -> None:
    made = pile(*AFFAIR)
    assert _together(made.compare(), made, "The driver fell asleep", "did not fall asleep")


def test_what_resembles_nothing_stands_alone() -> None:
    found = pile(*AFFAIR).compare()
    alone = next(p for p in found.propositions if "Choir practice" in p.text)
    assert len(alone.claims) == 1


def test_every_claim_has_one_proposition_and_a_text_from_the_pile() -> None:
    made = pile(*AFFAIR)
    found = made.compare()
    held = {claim: p.id for p in found.propositions for claim in p.claims}
    assert held == {claim.id: claim.proposition for claim in found.claims}
    assert sum(len(p.claims) for p in found.propositions) == len(made.claims)
    assert {p.text for p in found.propositions} <= {claim.text for claim in made.claims}


def test_the_order_of_the_input_changes_nothing() -> None:
    made = pile(*AFFAIR)
    mixed = list(made.claims)
    random.Random(4).shuffle(mixed)
    backwards = replace(
        made, reports=made.reports[::-1], analyses=made.analyses[::-1], claims=tuple(mixed), actors=made.actors[::-1]
    )
    assert backwards.compare() == made.compare()


def test_the_affirmed_and_the_denied_conflict() -> None:
    made = pile(*AFFAIR)
    conflict = next(c for c in made.compare().conflicts if c.kind == "polarity")
    assert {made.words(conflict.a), made.words(conflict.b)} == {
        "The driver fell asleep at the controls before the derailment",
        "The driver did not fall asleep at the controls",
    }
    assert "drivers' union" in conflict.reason


def test_nobody_contradicts_himself_in_one_report() -> None:
    made = pile(
        [
            Said("The mine at Osk flooded on Friday", "Director Ram"),
            Said("The mine at Osk did not flood on Friday", "Director Ram", polarity="negative"),
        ]
    )
    assert made.compare().conflicts == ()


def test_the_text_is_a_flat_affirming_statement() -> None:
    words = "the dam above Tessel burst on Monday night"
    made = pile(
        [Said(f"Officials doubt that {words}", "officials", polarity="unknown", certainty="unknown")],
        [Said(f"It may be that {words}", "a hydrologist", certainty="possible")],
        [Said(f"At dusk {words}", "the water board")],
        [Said(f"Nobody believes that {words}", "the mayor", polarity="negative")],
    )
    assert made.compare().propositions[0].text == f"At dusk {words}"


def test_nothing_and_one_claim_compare() -> None:
    assert pile().compare() == Comparison((), (), (), ())
    alone = pile([Said("It rained")]).compare()
    assert [p.id for p in alone.propositions] == ["p1"]
    assert alone.claims[0].proposition == "p1"


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(min_size=1, max_size=60).filter(lambda t: t.strip() != ""),
            st.sampled_from(["positive", "negative", "unknown"]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_words_compare(told: list[tuple[str, Polarity]]) -> None:
    made = pile(*[[Said(words, polarity=polarity)] for words, polarity in told])
    found = made.compare()
    assert len(found.claims) == len(made.claims)
    assert all(claim.proposition for claim in found.claims)


def test_claims_without_words_stand_alone() -> None:
    found = pile([Said("—"), Said("…")], [Said("—")]).compare()
    assert sorted(len(p.claims) for p in found.propositions) == [1, 1, 1]


def test_a_large_pile_is_blocked_by_rare_words() -> None:
    places = [f"{a}{b}" for a in ("Hal", "Tes", "Orv", "Mar", "Lun", "Osk") for b in ("vik", "sel", "by", "row", "ne")]
    happened = (
        "a bridge collapsed in",
        "the school was evacuated in",
        "thieves emptied the museum of",
        "a ferry ran aground off",
    )
    told = [Said(f"On Friday {what} {place}") for place in places for what in happened]
    made = pile(*[told[at::3] for at in range(3)] * 3, *[told[at::7] for at in range(7)] * 3)
    assert len(made.claims) > 700
    found = made.compare()
    for proposition in found.propositions:
        assert len({made.words(claim) for claim in proposition.claims}) <= len(happened) * 2
    texts = {claim.exact: set[str]() for claim in made.claims}
    for claim in found.claims:
        texts[claim.exact].add(claim.proposition)
    assert max(len(held) for held in texts.values()) == 1
