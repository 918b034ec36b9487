"""Which claims may word a proposition."""

from __future__ import annotations

import pytest

from sayso.comparison.wording import reads_alone
from sayso.language import analyse
from tests.build import report
from tests.claims.said import claims
from tests.comparison.piles import Said, pile


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The council closed the old bridge at Orve.", True),
        ("On Monday the council closed the old bridge.", True),
        ("No boat reached the harbour on Monday.", True),
        ("It closed the old bridge at Orve on Monday.", False),
        ("As the valley enters another hard winter.", False),
        ("On Monday it closed the old bridge at Orve.", False),
        ("Closed for the winter, the bridge.", False),
        ("Others warn of the risks associated with ties to a port that is widely shunned.", False),
    ],
)
def test_a_whole_sentence_names_its_subject_and_has_a_verb(text: str, whole: bool) -> None:
    found = claims(text)[0]
    assert reads_alone(found, analyse(report(text))) == whole


def test_what_a_clause_adds_to_a_name_is_no_sentence() -> None:
    text = "Colonel Anna Velt, who has seen the plans of the bridge, left Orve on Monday."
    assert [reads_alone(claim, analyse(report(text))) for claim in claims(text)] == [False, True]


def test_somebodys_own_statement_words_a_proposition_before_the_report() -> None:
    rest = [Said("Wheat prices climbed for the third week"), Said("A court in Marrow adjourned the fishing case")]
    made = pile(
        [Said("The old bridge at Orve was closed on Monday"), rest[0]],
        [Said("The old bridge at Orve was closed Monday", "the council"), rest[1]],
    ).compare()
    assert "The old bridge at Orve was closed Monday" in [p.text for p in made.propositions]
