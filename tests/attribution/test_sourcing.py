"""The sourcing table: one row a statement of one source, typed, named and titled as its definitions say."""

from __future__ import annotations

import pytest

from sayso.attribution import SourcingRow, attribute, identify, sourcing_table
from sayso.language import analyse
from tests.build import report


def table(text: str) -> tuple[SourcingRow, ...]:
    made = report(text)
    analysis = analyse(made)
    _, (attributions,) = identify([made], [analysis], [attribute(made, analysis)])
    return sourcing_table(made, analysis, attributions)


@pytest.mark.parametrize(
    ("text", "type", "name"),
    [
        ("The bridge is safe, engineer Tora Halvorsen said on Monday.", "Named Person", "Tora Halvorsen"),
        (
            "The Lowland Port Authority said on Monday that the bridge was safe.",
            "Named Organization",
            "Lowland Port Authority",
        ),
        (
            "A spokeswoman for the Lowland Port Authority said the bridge was safe.",
            "Named Organization",
            "Lowland Port Authority",
        ),
        (
            "The bridge is unsafe, said a person familiar with the inspection, who asked not to be named.",
            "Anonymous Source",
            "",
        ),
        ("Residents said that the bridge had been shaking for weeks.", "Unnamed Group of People", "Residents"),
        (
            "The Meridian Institute poll showed six in ten people opposing the toll.",
            "Named Organization",
            "Meridian Institute",
        ),
    ],
)
def test_types_and_names(text: str, type: str, name: str) -> None:
    (row,) = table(text)
    assert (row.type, row.name.lower()) == (type, name.lower())
    assert row.statement == text


def test_sentences_of_one_paragraph_and_source_are_one_statement_and_paragraphs_part_them() -> None:
    text = (
        "The bridge is safe, Tora Halvorsen said. She said that it would open.\n\nThe toll will rise, Halvorsen said."
    )
    assert [row.statement.count(".") for row in table(text)] == [2, 1]


def test_a_title_is_an_office_and_kinship_is_none() -> None:
    (office,) = table("The bridge is safe, said Tora Halvorsen, director of the harbour office, on Monday.")
    assert "director" in office.title
    (kin,) = table("The bridge is safe, said Tora Halvorsen, a granddaughter of its builder, on Monday.")
    assert kin.title == ""


def test_who_did_not_answer_and_who_is_not_credited_give_no_row() -> None:
    assert table("The Lowland Port Authority declined to comment.") == ()
    assert table("The bridge opened on Monday in rain.") == ()


@pytest.mark.parametrize(
    ("text", "type", "name"),
    [
        ("“The pier is unsafe,” the Lowland Port Authority's letter said on Monday.", "Document", "Lowland Port Authority"),
        ("Meridian Bank's filing said on Monday that the vault was open.", "Document", "Meridian Bank"),
        ("The judges Jana Moll and Rita Velt left on Monday. Both women said they would appeal.", "Named Person", "Jana Moll and Rita Velt"),
    ],
)  # fmt: skip
def test_papers_are_documents_of_their_issuer_and_two_persons_are_named(text: str, type: str, name: str) -> None:
    (row,) = table(text)
    assert (row.type, row.name) == (type, name)
