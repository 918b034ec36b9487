"""Mentions: names with titles, bodies, places, nameless persons and groups, documents."""

import pytest

from sayso.language import analyse
from sayso.model import Mention
from tests.build import report


def mentions(text: str, **fields: object) -> list[tuple[str, str]]:
    return [(m.kind, m.span.of(text)) for m in analyse(report(text, **fields)).mentions]


def only(text: str, words: str) -> Mention:
    (found,) = [m for m in analyse(report(text)).mentions if m.span.of(text) == words]
    return found


@pytest.mark.parametrize(
    ("text", "words", "name", "title"),
    [
        ("Norlandish Foreign Minister Vera Holt said no.", "Norlandish Foreign Minister Vera Holt", "Vera Holt", "Norlandish Foreign Minister"),
        ("The ferry's captain Lena Orr said no.", "The ferry's captain Lena Orr", "Lena Orr", "ferry's captain"),
        ("Tom Dean, 45, a fisherman, saw it.", "Tom Dean, 45, a fisherman", "Tom Dean", "fisherman"),
        ("Asta Brill, the head of Tarn district, wept.", "Asta Brill, the head of Tarn district", "Asta Brill", "head of Tarn district"),
        ("The finance minister, Ivo Marr, resigned.", "The finance minister, Ivo Marr", "Ivo Marr", "finance minister"),
        ("Minister of Defence Vera Holt said no.", "Minister of Defence Vera Holt", "Vera Holt", "Minister of Defence"),
        ("He met Ludvig van der Meer.", "Ludvig van der Meer", "Ludvig van der Meer", None),
        ("Dr. Nils Orr, a surgeon at the hospital, said so.", "Dr. Nils Orr, a surgeon at the hospital", "Nils Orr", "surgeon at the hospital"),
        ("Аналитик said Павел Орлов was there.", "Павел Орлов", "Павел Орлов", None),
    ],
)  # fmt: skip
def test_people(text: str, words: str, name: str, title: str | None) -> None:
    found = only(text, words)
    assert (found.kind, found.name, found.title) == ("person", name, title)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("She told Reuters that it was over.", "news agency", "Reuters"),
        ("They read it in the Evening Mail.", "outlet", "the Evening Mail"),
        ("He told the Clarion that he had left.", "outlet", "the Clarion"),
        ("The Kremlin denied it.", "government", "The Kremlin"),
        ("A bus burned in Norway.", "place", "Norway"),
        ("Norway denied it.", "government", "Norway"),
        ("The Ministry of Mines and Energy denied it.", "ministry", "The Ministry of Mines and Energy"),
        ("The police denied it.", "ministry", "The police"),
        ("The Norlandish army denied it.", "armed force", "The Norlandish army"),
        ("The National Security Bureau (NSB) denied it.", "ministry", "The National Security Bureau (NSB)"),
        ("The Tarn Intelligence Service denied it.", "intelligence service", "The Tarn Intelligence Service"),
        ("Alder Savings Bank denied it.", "company", "Alder Savings Bank"),
        ("A spokeswoman for the bank declined to comment.", "nameless person", "A spokeswoman for the bank"),
        ("It was one of the bankers who spoke.", "nameless person", "one of the bankers"),
        ("Two security officials said so.", "nameless group", "Two security officials"),
        ("It came from a person with direct knowledge of the matter.", "nameless person", "a person with direct knowledge of the matter"),
        ("Sources within the ministry said so.", "nameless group", "Sources within the ministry"),
        ("A statement said so.", "document", "A statement"),
        ("It was in court filings.", "document", "court filings"),
        ("They live in the village of Upper Tarn.", "place", "Upper Tarn"),
    ],
)  # fmt: skip
def test_kinds(text: str, kind: str, words: str) -> None:
    assert (kind, words) in mentions(text)


def test_a_dateline_gives_place_and_agency() -> None:
    found = mentions("PORT ALDER, Nov 4 (NNS) - Nobody was hurt. NNS could not verify it.")
    assert found[:2] == [("place", "PORT ALDER"), ("news agency", "NNS")]
    assert found[-1] == ("news agency", "NNS")


def test_an_invented_state_is_known_by_its_adjective() -> None:
    found = mentions("Norlandish troops fired. Norland has denied it. The Norlandish government was silent.")
    assert ("government", "Norland") in found
    assert ("nationality", "Norlandish") in found


def test_a_surname_takes_the_kind_of_the_full_name() -> None:
    assert ("person", "Brill") in mentions("Asta Brill spoke. Later Brill left.")


def test_the_own_outlet_is_known() -> None:
    assert ("outlet", "the Lamp") in mentions("A man told the Lamp that it was late.", outlet="The Weekly Lamp")


def test_common_words_at_the_beginning_are_no_names() -> None:
    found = mentions("Trains stopped. Bakers were angry. Bread ran out. Meanwhile nothing happened.")
    assert [kind for kind, _ in found] == ["nameless group"]


def test_the_acronym_stays_with_its_name() -> None:
    assert only("The Tarn Relief Union (TRU) left.", "The Tarn Relief Union (TRU)").name == "Tarn Relief Union"


def test_definite() -> None:
    assert only("The spokesman left.", "The spokesman").definite
    assert not only("A spokesman left.", "A spokesman").definite


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("He read it in the Velmarese newspaper El Diario.", "El Diario", "outlet"),
        ("The clerk sued Minera de Tarsk on Monday.", "Minera de Tarsk", "company"),
        ("The queue stood before Tarsk Mercantile.", "Tarsk Mercantile", "company"),
    ],
)
def test_words_of_trade_and_print_tell_the_kind(text: str, words: str, kind: str) -> None:
    assert only(text, words).kind == kind
