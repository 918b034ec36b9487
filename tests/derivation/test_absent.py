from tests.derivation.pile import OWN_EYES, edges, pile, read, text_edges

TOLD = (
    "the admiral declined to say whether the sunken cutter had carried mines, noting only that divers would go down "
    "again when the current allowed and that the harbour chapel would stay open all night"
)


def test_undated_reports_that_credit_one_agency_share_an_absent_parent():
    found = read(
        *pile(
            a=f"Fears grow in the port of Sarn. According to Reuters, {TOLD}. The limited, guarded access to the quay defines these days.",
            b=f"Reuters reported that {TOLD}. In Sarn the limited, guarded access to the quay defines these days. Fish is dear.",
            c=OWN_EYES,
        )
    )
    assert text_edges(found) == {("a", "x1"), ("b", "x1")}
    (absent,) = found.absent
    assert absent.actor_name == "Reuters" and "a and b" in absent.is_
    assert all(e.span and e.span.exact == "Reuters" for e in absent.evidence)


def test_a_dispatch_that_one_report_rests_on_is_posited():
    found = read(*pile(a=f"According to Xinhua, {TOLD}.", b=OWN_EYES))
    assert edges(found)["a", "x1"].credited and found.absent[0].actor_name == "Xinhua"


def test_an_agency_named_in_passing_is_none():
    text = (
        OWN_EYES
        + "\n\nHass has been in the news before. In her youth she swam the strait. A brother once worked for Reuters as a porter."
    )
    assert read(*pile(a=text)).absent == ()


def test_an_outlet_does_not_relay_itself():
    text = f"SARN, May 4 (Reuters) - In Sarn {TOLD}, a spokesman told Reuters."
    assert read(*pile(a=(text, {"outlet": "Reuters", "credit": "Reuters"}))).absent == ()


def test_a_credit_copied_with_the_words_around_it_is_inherited():
    porter = "The winch of the fallen cable car had been greased that morning, a night porter told the Ullin Post."
    rest = "Reuters reported that eleven people had been aboard. A dog waits at the lower station and will not be led away."
    found = edges(
        read(
            *pile(
                a=(f"{porter} {rest}", {"outlet": "Ullin Post", "published": "2041-01-05"}),
                b=(
                    f"SHOCK: the winch of the fallen cable car had been greased that very morning, insiders say. {rest}",
                    {"outlet": "OrmBuzz"},
                ),
                c=OWN_EYES,
            )
        )
    )
    assert found["b", "a"].basis == "text" and found["b", "a"].direction_known
    assert found["a", "x1"].basis == "both" and found["b", "x1"].basis == "citation"


def test_what_one_of_two_rewrites_of_a_dispatch_has_lost_does_not_make_it_the_child_of_the_other():
    first = (
        "The wall of the upper dam may have moved by a hand's breadth on Friday night, the engineer Ada Roe told reporters, Reuters reported. "
        "Water might be seeping through the old gate near the mill, Roe said. Perhaps nobody slept below it, she added."
    )
    second = (
        "The wall of the upper dam moved by a hand's breadth on Friday night, an official said, according to Reuters. "
        "Water is seeping through the old gate near the mill, the engineer Ada Roe said. Nobody slept below it."
    )
    found = read(*pile(a=(first, {"outlet": "Hill Star"}), b=(second, {"outlet": "Vale Echo"})))
    assert {(edge.child, edge.parent) for edge in found.derivations} == {("a", "x1"), ("b", "x1")}
