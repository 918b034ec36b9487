import pytest

from tests.build import span
from tests.derivation.pile import OWN_EYES, WEAVERS, edges, pile, read

HERALD = (WEAVERS, {"outlet": "Ostrava Bridge Herald", "published": "2041-05-05"})


def later(
    text: str, outlet: str = "Lom Valley Record", published: str | None = "2041-05-07"
) -> tuple[str, dict[str, object]]:
    return text, {"outlet": outlet, "published": published}


@pytest.mark.parametrize(
    "words",
    [
        "A rope had been tied across the loom at Ostrava Bridge, the Ostrava Bridge Herald reported on Monday.",
        "According to the Herald, a rope had been tied across the loom.",
        "The foreman told the Herald that a rope had been tied across the loom at the mill.",
        "As the newspaper Ostrava Bridge Herald writes, the mill's tram could not turn.",
        "The loom's guard was missing, said a letter first published by the ‘Herald’.",
    ],
)
def test_naming_an_outlet_for_its_content_is_a_citation(words):
    edge = edges(read(*pile(a=HERALD, b=later(words + " The mayor kept silent."))))["b", "a"]
    assert edge.credited and edge.basis in ("citation", "both") and edge.direction_known
    assert any(e.span and "Herald" in e.span.exact for e in edge.evidence)


@pytest.mark.parametrize(
    "words",
    [
        '"I read in the Herald that they had tied a rope across the loom," said Vilma Hass, the union secretary.',
        "ORLA PIN: Where do you have that from?\n\nHASS: The Herald says it.\n\nPIN: Thank you.\n\nHASS: Good night.",
        "The herald of the order blew his horn, and the weavers laughed.",
        "A currency dealer had read about it in the Herald, he admitted.",
    ],
)
def test_somebody_else_naming_an_outlet_is_no_citation(words):
    assert edges(read(*pile(a=HERALD, b=later(words)))) == {}


TURNS = "{0}: {2}\n\n{1}: {3}\n\n{0}: Is it true?\n\n{1}: Ask the owners."


@pytest.mark.parametrize(("host", "guest"), [("ORLA PIN", "HASS"), ("Orla Pin", "Vilma Hass"), ("Q", "A")])
def test_in_a_transcript_the_host_cites_and_the_guest_does_not(host, guest):
    named, bare = "The Herald has a story about a rope across the loom.", "There was a rope across the loom."
    for first, second, wanted in ((named, "So it has.", True), (bare, named, False)):
        found = edges(read(*pile(a=HERALD, b=later(TURNS.format(host, guest, first, second)))))
        assert (("b", "a") in found) == wanted


def test_nobody_cites_a_later_report_of_the_pile():
    early = later("A loom at Ostrava Bridge maimed a girl, the Herald reported.", published="2041-05-02")
    assert ("b", "a") not in edges(read(*pile(a=HERALD, b=early)))


def test_an_ambiguous_short_name_cites_nobody():
    reports = pile(
        a=HERALD,
        c=(OWN_EYES, {"outlet": "Grado Herald", "published": "2041-05-05"}),
        b=later("The Herald reported a strike at a mill."),
    )
    assert not [pair for pair in edges(read(*reports)) if pair[0] == "b"]


def test_the_day_named_tells_which_report_of_an_outlet_is_meant():
    second = (OWN_EYES, {"outlet": "Ostrava Bridge Herald", "published": "2041-05-06"})
    words = "On 5 May the Ostrava Bridge Herald wrote that a loom at Ostrava Bridge had crushed a hand."
    found = edges(read(*pile(a=HERALD, c=second, b=later(words))))
    assert ("b", "a") in found and ("b", "c") not in found


def test_an_outlet_on_its_own_earlier_report_follows_it_up():
    words = "The rope across the loom at Ostrava Bridge, first reported by the Herald on Monday, has been replaced by a guard."
    edge = edges(read(*pile(a=HERALD, b=later(words, "Ostrava Bridge Herald"))))["b", "a"]
    assert edge.kind == "follow-up" and edge.basis == "citation"


def test_a_review_of_five_outlets_follows_up_and_derives_from_none():
    told = "The guard of loom {} at Ostrava Bridge was missing, says a clerk named {}."
    outlets = ["Alder Post", "Birch Courier", "Cedar Tribune", "Dogwood Star", "Elm Gazette"]
    clerks = ["Anders", "Bela", "Ciro", "Dora", "Emil"]
    reports = {
        f"r{n}": (told.format(n, clerk), {"outlet": outlet, "published": "2041-05-05"})
        for n, (outlet, clerk) in enumerate(zip(outlets, clerks, strict=True))
    }
    review = " ".join(
        f"The {outlet} had the missing guard of the loom from {clerk}."
        for outlet, clerk in zip(outlets, clerks, strict=True)
    )
    found = edges(read(*pile(**reports, z=later(review))))
    cited = {pair: edge for pair, edge in found.items() if pair[0] == "z"}
    assert len(cited) == 5 and {edge.basis for edge in cited.values()} == {"citation"}


def test_a_citation_behind_a_relay_belongs_to_the_relay():
    words = "According to Reuters, citing the Ostrava Bridge Herald, a rope had been tied across the loom."
    found = read(*pile(a=HERALD, b=later(words)))
    assert ("b", "a") not in edges(found)
    assert [absent.actor_name for absent in found.absent] == ["Reuters"]


def test_circles_of_citation_are_told():
    one = later("A rope lay across the loom of the mill, the Birch Courier reported.", "Alder Post", None)
    two = later("A rope lay across the loom of the mill, the Alder Post reported.", "Birch Courier", None)
    found = read(*pile(a=one, b=two))
    assert [cycle.reports for cycle in found.cycles] == [("a", "b")] and len(found.cycles[0].evidence) >= 2


MINE = (
    "Two shafts of the Brannock mine flooded overnight and six pumps failed, a foreman named Iolo Vance said. The owner, "
    "Calder Mining, kept silent. Water stood at the third gallery by dawn."
)


@pytest.mark.parametrize(
    ("outlet", "words"),
    [
        ("The Brannock Courier", "Six pumps failed at the Brannock mine, as first disclosed by the Courier."),
        ("The Brannock Courier", "Vance, speaking to The Brannock Courier, said six pumps had failed."),
        ("The Brannock Courier", "“Six pumps failed,” Vance was quoted as saying by the Courier."),
        ("The Brannock Courier", "Calder Mining dismissed a report by The Brannock Courier that six pumps failed."),
        ("The Brannock Courier", "Calder Mining rejected the Courier report as fantasy."),
        ("The Brannock Courier", "Citing The Brannock Courier, a website said that eight pumps failed."),
        ("Channel 9 News", "According to Channel 9, six pumps had failed."),
        ("Haldane Wire", "Six pumps failed, the Haldane Wire news agency reported."),
        ("minewatch.example", "The website minewatch.example said six pumps failed."),
        ("Brannock Press Agency", "Six pumps failed, BPA reported."),
        ("L’Écho du Nord", "According to L'Écho du Nord, six pumps failed."),
        ("El Faro", "According to the daily El Faro, six pumps failed."),
        ("Brannock Today", "Six pumps failed, Brannock Today said."),
        ("Associated Press", "Six pumps failed, the AP reported."),
    ],
)
def test_outlets_are_known_by_the_forms_that_news_uses(outlet, words):
    reports = pile(
        a=(MINE, {"outlet": outlet, "published": "2041-05-05"}), b=later(words + " The union meets on Friday.")
    )
    assert ("b", "a") in edges(read(*reports))


@pytest.mark.parametrize(
    ("outlet", "words"),
    [
        ("The Brannock Courier", "A courier brought the news of the six pumps."),
        ("The Brannock Courier", "Gwen Pryce, who used to work for the Courier, died on Sunday."),
        ("Channel 9 News", "Ships use channel 9 to call the port."),
        ("Radio Brannock", "A radio stood on the sill in Brannock."),
        ("Brannock Today", "In Brannock today, six pumps failed."),
    ],
)
def test_words_that_only_look_like_an_outlet_cite_nothing(outlet, words):
    reports = pile(a=(MINE, {"outlet": outlet, "published": "2041-05-05"}), b=later(words))
    assert ("b", "a") not in edges(read(*reports))


def test_a_credit_line_is_a_citation():
    credited = f"SARN, May 6 (AP) - {MINE}"
    fields = {
        "outlet": "Hill Star",
        "published": "2041-05-06",
        "credit": "AP",
        "field_spans": (("credit", span(credited, "AP")),),
    }
    found = edges(
        read(*pile(a=(MINE, {"outlet": "Associated Press", "published": "2041-05-06"}), b=(credited, fields)))
    )
    assert found["b", "a"].basis == "both" and found["b", "a"].kind == "copy" and found["b", "a"].direction_known


def test_an_outlets_initials_may_count_the_small_words_of_its_name():
    text = f"SARN, May 6 (CDM) - {MINE}"
    fields = {"outlet": "Correo del Mar", "credit": "CDM", "field_spans": (("credit", span(text, "CDM")),)}
    assert not read(*pile(a=(text, fields))).absent
