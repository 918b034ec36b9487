"""One actor over the pile, with reasons; links lead to it; nameless voices stay where they are."""

from __future__ import annotations

from sayso.attribution.actors import identify
from sayso.model import Actor, Analysis, Attribution, Evidence, Link, Mention, Report, Span
from tests.build import report, span


def _analysis(on: Report, *mentions: tuple[str, str, str | None]) -> Analysis:
    """An analysis with the given mentions only: words, kind, title."""
    found = tuple(
        Mention(span(on.text, words), span(on.text, words), words, kind, title)  # type: ignore[arg-type]
        for words, kind, title in mentions
    )
    return Analysis(
        report=on.id,
        paragraphs=(Span(0, len(on.text)),),
        sentences=(),
        tokens=(),
        quotes=(),
        mentions=found,
        times=(),
        quantities=(),
    )


def _said(on: Report, *links: tuple[str, str]) -> Attribution:
    whole = Span(0, len(on.text))
    made = tuple(Link(name, kind, Evidence.words(on.id, span(on.text, name), on.text)) for name, kind in links)  # type: ignore[arg-type]
    return Attribution(
        report=on.id, source=(whole,), cue=(), content=(whole,), form="indirect", stance="say", links=made
    )


def _named(actors: tuple[Actor, ...], name: str) -> Actor:
    return next(a for a in actors if name in (a.name, *a.aliases))


def test_spellings_short_names_and_acronyms_meet() -> None:
    a = report("Tora Halvorsen spoke. Halvorsen left. The Lowland Port Authority agreed.", "r1")
    b = report("T. Halvorsen spoke for LPA.", "r2")
    actors, linked = identify(
        [a, b],
        [
            _analysis(
                a,
                ("Tora Halvorsen", "person", None),
                ("Halvorsen", "person", None),
                ("Lowland Port Authority", "organisation", None),
            ),
            _analysis(b, ("T. Halvorsen", "person", None), ("LPA", "organisation", None)),
        ],
        [[_said(a, ("Tora Halvorsen", "person"))], [_said(b, ("T. Halvorsen", "person"))]],
    )
    person = _named(actors, "T. Halvorsen")
    assert person.name == "Tora Halvorsen"
    assert "Halvorsen" in person.aliases
    assert person.merged_because
    assert _named(actors, "LPA").name == "Lowland Port Authority"
    assert linked[0][0].links[0].actor == linked[1][0].links[0].actor == person.id
    assert linked[1][0].links[0].name == "Tora Halvorsen"


def test_a_surname_that_fits_two_stays_apart() -> None:
    a = report("Tora Halvorsen met Nils Halvorsen. Halvorsen left.", "r1")
    actors, _ = identify(
        [a],
        [
            _analysis(
                a, ("Tora Halvorsen", "person", None), ("Nils Halvorsen", "person", None), ("Halvorsen", "person", None)
            )
        ],
        [[]],
    )
    assert {x.name for x in actors} == {"Tora Halvorsen", "Nils Halvorsen", "Halvorsen"} or all(
        not ({"Tora Halvorsen", "Nils Halvorsen"} <= {x.name, *x.aliases}) for x in actors
    )


def test_nameless_voices_of_two_reports_are_two_actors() -> None:
    a, b = report("an official said so", "r1"), report("an official said so", "r2")
    actors, linked = identify(
        [a, b],
        [_analysis(a), _analysis(b)],
        [[_said(a, ("an official", "nameless person"))], [_said(b, ("an official", "nameless person"))]],
    )
    assert len(actors) == 2
    assert linked[0][0].links[0].actor != linked[1][0].links[0].actor


def test_an_office_leads_to_its_body_and_a_capital_to_its_state() -> None:
    a = report(
        "Portuguese Defence Minister Rui Valadas, the Portuguese Defence Ministry, Lisbon and the Portuguese government",
        "r1",
    )
    actors, _ = identify(
        [a],
        [
            _analysis(
                a,
                ("Rui Valadas", "person", "Portuguese Defence Minister"),
                ("Portuguese Defence Ministry", "ministry", None),
                ("Lisbon", "government", None),
                ("Portuguese government", "government", None),
            )
        ],
        [[]],
    )
    assert _named(actors, "Rui Valadas").speaks_for == _named(actors, "Portuguese Defence Ministry").id
    assert _named(actors, "Lisbon") is _named(actors, "Portuguese government")


def test_the_order_of_the_pile_does_not_matter() -> None:
    a, b = report("Tora Halvorsen spoke", "r1"), report("T. Halvorsen spoke", "r2")
    of = {"r1": _analysis(a, ("Tora Halvorsen", "person", None)), "r2": _analysis(b, ("T. Halvorsen", "person", None))}
    one, _ = identify([a, b], [of["r1"], of["r2"]], [[], []])
    two, _ = identify([b, a], [of["r2"], of["r1"]], [[], []])
    assert one == two


def test_the_short_name_of_the_only_outlet_and_a_thing_that_speaks_are_led_to_their_body() -> None:
    one = report("The Tarn Gazette asked the Orel Harbour Authority.", outlet="One", id="r1")
    two = report("The Gazette was told by the harbour.", outlet="Two", id="r2")
    named = _analysis(one, ("Tarn Gazette", "outlet", None), ("Orel Harbour Authority", "ministry", None))
    said = (_said(one, ("Tarn Gazette", "outlet")), _said(two, ("Gazette", "outlet"), ("harbour", "nameless person")))
    actors, _ = identify([one, two], [named, _analysis(two)], [(said[0],), (said[1],)])
    assert "Gazette" in _named(actors, "Tarn Gazette").aliases
    assert "harbour" in _named(actors, "Orel Harbour Authority").aliases


def test_a_name_cut_off_its_number_is_the_outlet_that_has_it() -> None:
    a = report("Wave 9 repeats it.", "r1", outlet="Wave 9")
    b = report("A blog, Wave 9, then counted them. Rolf Wave left.", "r2")
    actors, _ = identify([a, b], [_analysis(a), _analysis(b, ("Wave", "outlet", None))], [(), ()])
    assert _named(actors, "Wave 9") is _named(actors, "Wave")
    c = report("A blog, Wave, then counted them.", "r3")
    actors, _ = identify([a, c], [_analysis(a), _analysis(c, ("Wave", "outlet", None))], [(), ()])
    assert "Wave" in _named(actors, "Wave").name
