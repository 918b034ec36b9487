from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build import report
from tests.derivation.pile import OWN_EYES, REWRITTEN, WEAVERS, edges, pile, read, text_edges

OTHERS = [
    "The ferry across the Lom stays tied up until the ice has gone, the harbour office said. Carts wait on both banks.",
    "A concert of the blind choir raised nine hundred crowns for the new organ at Saint Ludmila. The bishop sang along.",
    "Bakers in Novy Hradec have lowered the price of rye bread after a good harvest. White bread stays as it is.",
    "The observatory on Mount Kral reports a comet that can be seen before dawn without a glass until the end of March.",
    "Two foxes were seen in the arcade behind the theatre. The porter left out a saucer and was told not to.",
    "The regiment returns from its summer camp on Sunday. Trams will not run on the embankment until four.",
]


def substituted(text: str, share: float) -> str:
    """A copy with a share of its words replaced."""
    chance = Random(3)
    return " ".join("quite" if chance.random() < share and word.islower() else word for word in text.split())


def reordered(text: str) -> str:
    """A copy with its paragraphs in reverse."""
    return "\n\n".join(reversed(text.strip().split("\n\n")))


def cut(text: str) -> str:
    """A copy of the middle paragraphs."""
    return "\n\n".join(text.strip().split("\n\n")[1:3])


@pytest.mark.parametrize(
    "made",
    [WEAVERS, REWRITTEN, reordered(WEAVERS), cut(WEAVERS), substituted(WEAVERS, 0.1), substituted(WEAVERS, 0.25)],
    ids=["copy", "rewrite", "reordered", "cut", "10 %", "25 %"],
)
def test_what_was_made_from_a_report_is_found_among_others(made):
    reports = pile(
        a=(WEAVERS, {"outlet": "Bridge Herald", "published": "2041-05-05"}),
        b=(made, {"outlet": "Evening Trumpet", "published": "2041-05-06"}),
        c=(OWN_EYES, {"outlet": "Lom Valley Record", "published": "2041-05-06"}),
        **{f"o{n}": (text, {"outlet": f"Paper {n}", "published": "2041-05-05"}) for n, text in enumerate(OTHERS)},
    )
    found = read(*reports)
    assert text_edges(found) == {("b", "a")}
    edge = edges(found)["b", "a"]
    assert edge.direction_known and not edge.credited and edge.basis == "text"
    assert any("2041-05-05" in reason for reason in edge.reasons)
    for passage in edge.passages:
        assert passage.child_span.of(made) and passage.parent_span.of(WEAVERS)


def test_a_copy_is_a_copy_and_an_excerpt_an_excerpt():
    dated = lambda text, day: (text, {"outlet": f"P{day}", "published": f"2041-05-{day}"})  # noqa: E731
    found = edges(
        read(*pile(a=dated(WEAVERS, "01"), b=dated(WEAVERS, "02"), c=dated(OWN_EYES + WEAVERS.split("\n\n")[2], "03")))
    )
    assert found["b", "a"].kind == "copy" and found["b", "a"].score > 0.9
    parents = {parent for child, parent in found if child == "c"}
    assert len(parents) == 1 and found["c", parents.pop()].kind == "excerpt"


def test_a_copy_of_a_rewrite_has_one_parent():
    """What the rewrite changed shows that the third report had the rewrite and not the first report."""
    found = read(
        *pile(
            a=(WEAVERS, {"outlet": "P", "published": "2041-05-01"}),
            b=(REWRITTEN, {"outlet": "Q", "published": "2041-05-02"}),
            c=(substituted(REWRITTEN, 0.1), {"outlet": "R", "published": "2041-05-03"}),
            d=OTHERS[0],
            e=OTHERS[1],
        )
    )
    assert text_edges(found) == {("b", "a"), ("c", "b")}


def test_two_reports_about_one_affair_do_not_derive():
    assert text_edges(read(*pile(a=WEAVERS, b=OWN_EYES, c=OTHERS[2]))) == set()


def test_two_reporters_at_one_press_conference_do_not_derive():
    said = '"I will not rest until the last child is home, and I will not talk to men who hide behind children,"'
    more = '"The bridge is open, the road is open, and whoever wants to leave may leave tonight,"'
    one = f"GRADO - {said} Interior Minister Pavla Ruiz told a news conference on Tuesday. {more} Ruiz said. Buses stood ready in the square."
    two = f"Relatives wept when Interior Minister Pavla Ruiz came in. {more} said Ruiz, who looked tired. Then she read from a card. {said} said Ruiz."
    dated = {"published": "2041-06-01"}
    reports = pile(
        a=(one, {"outlet": "North Star", **dated}), b=(two, {"outlet": "South Star", **dated}), c=OTHERS[0], d=OTHERS[3]
    )
    assert text_edges(read(*reports)) == set()


def test_without_dates_or_credits_the_direction_is_unknown():
    found = read(*pile(a=WEAVERS, b=WEAVERS, c=OTHERS[0]))
    (edge,) = found.derivations
    assert (edge.child, edge.parent) == ("a", "b") and not edge.direction_known and edge.kind == "copy"


def test_the_order_of_the_pile_changes_nothing():
    reports = pile(
        a=(WEAVERS, {"outlet": "Bridge Herald", "published": "2041-05-05"}),
        b=REWRITTEN,
        c=(OWN_EYES, {"outlet": "Record"}),
        d=(cut(WEAVERS), {"published": "2041-05-05"}),
    )
    found = read(*reports)
    assert found.derivations and read(*reversed(reports)) == found and read(*reports[2:], *reports[:2]) == found


@pytest.mark.parametrize(
    "text", ["Rain.", '"No." "Yes." "I said no."', "\n\n\n—\n", "1 2 3 4 5", "A: b\n\nC: d\n\nE: f"]
)
def test_bare_pages_do_no_harm(text):
    assert read(report(text, "a")).derivations == ()
    read(*pile(a=text, b=text, c=WEAVERS))


def test_nothing_gives_nothing():
    assert read().derivations == ()


PLAIN = st.text(alphabet=st.sampled_from('aeT. ,"“”‘’:;()—\\n12'), max_size=120)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.one_of(PLAIN, st.sampled_from([WEAVERS, REWRITTEN, OWN_EYES])), max_size=4), st.permutations(range(4))
)
def test_any_pile_gives_a_stemma_whose_passages_lie_in_the_texts(texts, order):
    reports = [report(text, f"r{n}", outlet=f"Paper {n % 3}") for n, text in enumerate(texts) if text.strip()]
    found = read(*reports)
    held = {one.id: one.text for one in reports}
    for edge in found.derivations:
        assert edge.reasons and edge.evidence and edge.child in held
        for passage in edge.passages:
            assert passage.child_span.of(held[edge.child]).strip()
            assert passage.parent_span is None or passage.parent_span.of(held[edge.parent]).strip()
    assert read(*(reports[n] for n in order if n < len(reports))) == found


def test_a_statement_that_two_papers_quote_makes_neither_the_parent():
    said = (
        '"Engineers inspected the spillway on Sunday and found neither cracks nor seepage, and the reservoir stands four '
        'metres below its permitted level,"'
    )
    one = f"The dam at Ullin is safe, the Water Ministry said in a statement. {said} the Water Ministry said."
    two = f"Villagers below the Ullin dam slept in their cars. {said} the Water Ministry said on Monday, but few believe it."
    found = read(
        *pile(
            a=(one, {"outlet": "Ullin Post", "published": "2041-01-02"}),
            b=(two, {"outlet": "Star", "published": "2041-01-03"}),
        )
    )
    assert text_edges(found) == set()


def test_an_altered_quotation_stands_beside_the_one_it_was_made_from():
    told = 'WEAVE. "We will never again work a loom without a guard on it," Vilma Hass told the Bridge Herald.'
    made = (
        'Hass spoke out, the Bridge Herald reported. "We never will work a loom again without its guard!" Hass cried.'
    )
    found = edges(
        read(
            *pile(
                a=(told, {"outlet": "Bridge Herald", "published": "2041-05-05"}),
                b=(made, {"outlet": "Star", "published": "2041-05-06"}),
            )
        )
    )
    beside = [(p.child_span.of(made), p.parent_span.of(told)) for p in found["b", "a"].passages]
    assert any("its guard" in child and "a guard on it" in parent for child, parent in beside)
