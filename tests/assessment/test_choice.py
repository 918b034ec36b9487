"""What of a dossier is listed, by kind, report and actor."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.assessment import chosen
from sayso.model import Listing, ListingKind
from tests.affair import dossier


def ids(found: Listing) -> tuple[list[str], list[str]]:
    return [p.id for p in found.propositions], [c.id for c in found.claims]


def test_all_claims_stand_under_their_propositions_by_rank() -> None:
    held = dossier()
    propositions, claims = ids(chosen(held, "claims"))
    ranked = sorted(held.propositions, key=lambda p: -p.rank.weight)
    assert propositions == [p.id for p in ranked]
    assert claims == [c for p in ranked for c in p.claims]


def test_a_report_and_an_actor_leave_what_has_both() -> None:
    held = dossier()
    actor = next(a.id for a in held.actors if a.name == "Ana Brelt")
    found = chosen(held, "claims", reports={held.reports[0].id}, actors={actor})
    assert found.claims
    assert all(c.report == held.reports[0].id and c.chain[0].actor == actor for c in found.claims)
    assert {c.proposition for c in found.claims} == {p.id for p in found.propositions}


def test_an_actor_goes_with_those_who_speak_for_the_same_body() -> None:
    held = dossier()
    one, other = (next(a.id for a in held.actors if a.name == name) for name in ("Joss Harrow", "Ministry of Supply"))
    joined = replace(held, actors=tuple(replace(a, speaks_for=other if a.id == one else None) for a in held.actors))
    told = {c.chain[0].actor for c in chosen(joined, "claims", actors={one}).claims}
    assert told == {one, other}
    circle = replace(
        held,
        actors=tuple(replace(a, speaks_for={one: other, other: one}.get(a.id)) for a in held.actors),
    )
    assert {c.chain[0].actor for c in chosen(circle, "claims", actors={other}).claims} == {one, other}


def test_only_conflicting_leaves_propositions_with_a_claim_in_a_conflict() -> None:
    held = dossier()
    ends = {end for c in held.conflicts for end in (c.a, c.b)}
    found = chosen(held, "claims", conflicting=True)
    assert found.propositions and all(ends & set(p.claims) for p in found.propositions)
    assert len(found.propositions) < len(held.propositions)


def test_conflicts_come_with_both_ends_and_are_chosen_by_either() -> None:
    held = dossier()
    found = chosen(held, "conflicts")
    assert (found.conflicts, found.updates) == (held.conflicts, held.updates)
    ends = {e for pair in (*held.conflicts, *held.updates) for e in (pair.a, pair.b)}
    assert {c.id for c in found.claims} == ends
    claims = {c.id: c for c in held.claims}
    report = claims[held.conflicts[0].b].report
    for pair in chosen(held, "conflicts", reports={report}).conflicts:
        assert report in {claims[pair.a].report, claims[pair.b].report}
    assert len(chosen(held, "conflicts", most=1).conflicts) == 1


def test_a_timeline_has_entries_and_lives_of_what_was_asked_for() -> None:
    held = dossier()
    everything = chosen(held, "timeline")
    assert everything.timeline == held.timeline
    assert {p.id for p in everything.propositions} == {p.id for p in held.propositions if p.history}
    report = held.reports[2].id
    claims = {c.id: c for c in held.claims}
    found = chosen(held, "timeline", reports={report})
    assert found.timeline and all(claims[e.claim].report == report for e in found.timeline)
    assert all(report in {claims[c].report for c in p.claims} for p in found.propositions)


@pytest.mark.parametrize("kind", ["claims", "conflicts", "timeline"])
@settings(deadline=None)
@given(data=st.data())
def test_whatever_is_asked_for_every_claim_is_known_and_belongs(kind: ListingKind, data: st.DataObject) -> None:
    held = dossier()
    reports = data.draw(st.sets(st.sampled_from([r.id for r in held.reports])))
    actors = data.draw(st.sets(st.sampled_from([a.id for a in held.actors])))
    found = chosen(held, kind, reports, actors, conflicting=data.draw(st.booleans()), most=data.draw(st.none() | st.integers(1, 3)))  # fmt: skip
    listed = {c.id for c in found.claims}
    assert len(listed) == len(found.claims)
    assert {e for pair in (*found.conflicts, *found.updates) for e in (pair.a, pair.b)} <= listed
    assert {e.claim for p in found.propositions for e in p.history} <= listed or kind != "timeline"
