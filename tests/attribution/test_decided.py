"""Decisions about who is who put over the actors."""

from __future__ import annotations

from sayso.attribution import Meant, decided
from sayso.model import Actor, Attribution, Evidence, Link, Passage, Span

VOLD_1, VOLD_2 = Passage("r1", 0, 8, "Ina Vold"), Passage("r2", 10, 14, "Vold")
CHIEF = Passage("r2", 40, 57, "the harbour chief")
EIDE = Passage("r2", 60, 68, "Tor Eide")


def actor(id: str, name: str, *mentions: Passage, **fields: object) -> Actor:
    given = {"kind": "person", "aliases": (), **fields}
    return Actor(id=id, name=name, mentions=mentions, **given)  # type: ignore[arg-type]


def said(report: str, link: Link) -> Attribution:
    span = (Span(0, 3),)
    return Attribution(report=report, source=span, cue=span, content=span, form="indirect", stance="say", links=(link,))


def link(name: str, at: Passage, actor: str) -> Link:
    return Link(name, "person", Evidence(span=at), actor)


VOLD = actor("a1", "Ina Vold", VOLD_1, VOLD_2, aliases=("Vold",))
MASTER = actor("a2", "the harbour chief", CHIEF, kind="nameless person")
OTHER = actor("a3", "Tor Eide", EIDE, speaks_for="a2")
LINKED = ((said("r1", link("Ina Vold", VOLD_1, "a1")),), (said("r2", link("Ina Vold", VOLD_2, "a1")), said("r2", link("the harbour chief", CHIEF, "a2"))))  # fmt: skip


def test_two_become_one_under_the_name_and_links_follow() -> None:
    actors, linked, settled = decided((VOLD, MASTER, OTHER), LINKED, [Meant(VOLD_1, CHIEF, True, "ana")])
    assert [a.id for a in actors] == ["a1", "a3"]
    assert actors[0].name == "Ina Vold" and "the harbour chief" in actors[0].aliases
    assert set(actors[0].mentions) == {VOLD_1, VOLD_2, CHIEF}
    assert actors[0].merged_because == ("ana",)
    assert actors[1].speaks_for == "a1"
    assert {one.links[0].actor for own in linked for one in own} == {"a1"}
    assert [(s.there, s.were_one) for s in settled] == [(True, False)]


def test_one_becomes_two_by_words_and_links_follow() -> None:
    actors, linked, settled = decided((VOLD, MASTER, OTHER), LINKED, [Meant(VOLD_1, VOLD_2, False, "ana")])
    new = actors[-1]
    assert (new.id, new.name, new.mentions) == ("a4", "Vold", (VOLD_2,))
    assert actors[0].mentions == (VOLD_1,)
    assert [one.links[0].actor for own in linked for one in own] == ["a1", "a4", "a2"]
    assert settled[0].were_one


def test_words_alike_are_told_apart_by_their_report() -> None:
    one, two, three = Passage("r1", 0, 4, "Vold"), Passage("r2", 0, 4, "Vold"), Passage("r2", 9, 13, "Vold")
    actors, _, _ = decided((actor("a1", "Vold", one, two, three),), (), [Meant(one, two, False, "ana")])
    assert [a.mentions for a in actors] == [(one,), (two, three)]


def test_what_is_so_already_changes_nothing() -> None:
    for meant in (Meant(VOLD_1, VOLD_2, True, "ana"), Meant(VOLD_1, EIDE, False, "ana")):
        assert decided((VOLD, MASTER, OTHER), LINKED, [meant])[:2] == ((VOLD, MASTER, OTHER), LINKED)


def test_a_place_where_nobody_is_named_is_told() -> None:
    nowhere = Passage("r9", 0, 4, "Vold")
    assert [s.there for s in decided((VOLD,), (), [Meant(VOLD_1, nowhere, True, "ana")])[2]] == [False]


def test_the_later_decision_wins() -> None:
    both = [Meant(VOLD_1, EIDE, True, "ana"), Meant(VOLD_1, EIDE, False, "ben")]
    actors, _, _ = decided((VOLD, MASTER, OTHER), LINKED, both)
    homes = [next(a for a in actors if at in a.mentions) for at in (VOLD_1, EIDE)]
    assert homes[0] is not homes[1]
