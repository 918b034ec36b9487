"""For whom somebody speaks, told by an office beside the name."""

from __future__ import annotations

import pytest

from sayso.attribution import attribute, identify
from sayso.language import analyse
from tests.build import report


def speaks_for(text: str, name: str) -> str | None:
    made = report(text)
    analysis = analyse(made)
    actors, _ = identify([made], [analysis], [attribute(made, analysis)])
    found = {actor.id: actor for actor in actors}
    (person,) = [actor for actor in actors if actor.name == name]
    return found[person.speaks_for].name if person.speaks_for else None


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The valve was shut, said Captain Ada Roe, who heads the Norland coast guard.", "Norland coast guard"),
        (
            "Norland Dam Authority closed the road. Ada Roe, the authority’s director, said the wall had moved.",
            "Norland Dam Authority",
        ),
        (
            "Norland Dam Authority closed the road. Its director, Ada Roe, said the wall had moved.",
            "Norland Dam Authority",
        ),
        ("Commander Ada Roe of the Norland coast guard said the wall had moved.", "Norland coast guard"),
        ("Hartwell Bank denied the loss. “Nothing is missing,” chief executive Ada Roe said.", "Hartwell Bank"),
    ],
)
def test_an_office_beside_a_name_leads_to_its_body(text: str, body: str) -> None:
    assert speaks_for(text, "Ada Roe") == body


def test_a_superintendent_speaks_for_the_superintendence_of_his_report() -> None:
    text = "The Mines Superintendence read the meter. The shaft was dry, the superintendent, Ada Roe, said."
    assert speaks_for(text, "Ada Roe") == "Mines Superintendence"


def test_an_office_of_nobody_named_leads_nowhere() -> None:
    assert speaks_for("The wall had moved, the director, Ada Roe, said.", "Ada Roe") is None
