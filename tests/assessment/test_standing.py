"""What still stands: which claims rest on whom, and the whole set beside what is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.assessment import named, resting_on, standing
from sayso.errors import NameNotClearError
from sayso.language import analyse
from sayso.model import Dossier, Regrouped
from tests.assessment.piles import PileBuilder


def dossier(pile: PileBuilder) -> Dossier:
    found = pile.assess()
    reports = tuple(pile.reports[id] for id in sorted(pile.reports))
    return Dossier(
        version="0", reports=reports, attributions=(), claims=tuple(pile.claims), propositions=found.propositions,
        derivations=tuple(pile.edges), absent=(), cycles=(), drift=(), conflicts=found.conflicts, updates=(),
        actors=tuple(pile.actors.values()), timeline=(), unread=(),
    )  # fmt: skip


def resting(pile: PileBuilder, actor: str) -> list[str]:
    whole = dossier(pile)
    return [c.id for c in resting_on(whole, [analyse(r) for r in whole.reports], pile.actors[actor].id)]


def two_witnesses() -> PileBuilder:
    pile = PileBuilder()
    pile.report("r1", "Ada Roe saw the dam crack. The road is dry.", "Hill Star")
    pile.report("r2", "Ben Lowe measured the crack in the dam.", "Vale Echo")
    pile.claim("r1", "saw the dam crack", "p", "person:Ada Roe").claim("r1", "The road is dry", "q", "person:Ada Roe")
    return pile.claim("r2", "measured the crack in the dam", "p", "person:Ben Lowe")


def less(whole: Dossier, *gone: str) -> Dossier:
    """The same dossier with claims taken out by hand."""
    claims = tuple(c for c in whole.claims if c.id not in gone)
    kept = {c.id for c in claims}
    propositions = [replace(p, claims=tuple(c for c in p.claims if c in kept)) for p in whole.propositions]
    conflicts = tuple(c for c in whole.conflicts if {c.a, c.b} <= kept)
    return replace(whole, claims=claims, propositions=tuple(p for p in propositions if p.claims), conflicts=conflicts)


def test_the_claims_that_begin_with_an_actor_rest_on_it() -> None:
    assert resting(two_witnesses(), "Ada Roe") == ["c0", "c1"]


def test_whoever_speaks_for_the_same_body_goes_with_it() -> None:
    pile = PileBuilder().report("r1", "The ministry said it is dry. A minister said it is wet.", "Hill Star")
    pile.actor("Ministry of Water", "body")
    pile.actor("Cora Vane", "person", speaks_for="Ministry of Water")
    pile.claim("r1", "it is dry", "p", "body:Ministry of Water").claim("r1", "it is wet", "q", "person:Cora Vane")
    assert resting(pile, "Cora Vane") == resting(pile, "Ministry of Water") == ["c0", "c1"]


def test_a_rewrite_that_drops_the_name_rests_on_it_still() -> None:
    pile = PileBuilder().report("r1", "The dam has cracked, Ada Roe said.", "Hill Star")
    pile.report("r2", "The dam has cracked.", "Vale Echo").report("r3", "The dam has cracked.", "Plain News")
    pile.claim("r1", "The dam has cracked", "p", "person:Ada Roe").claim("r2", "The dam has cracked", "p")
    pile.claim("r3", "The dam has cracked", "p").edge("r2", "r1", ("The dam has cracked", "The dam has cracked"))
    assert resting(pile, "Ada Roe") == ["c0", "c1"]


def test_a_relay_is_no_origin() -> None:
    pile = PileBuilder().report("r1", "The dam has cracked.", "Hill Star")
    pile.claim("r1", "The dam has cracked", "p", "person:Ada Roe", "news agency:Reuters")
    assert resting(pile, "Reuters") == []


def test_what_an_outlet_saw_for_itself_rests_on_the_outlet() -> None:
    pile = PileBuilder().report("r1", "We saw the dam crack. It rained.", "Hill Star")
    pile.claim("r1", "We saw the dam crack", "p", observed=True).claim("r1", "It rained", "q")
    assert resting(pile, "Hill Star") == ["c0"]


def test_a_proposition_falls_when_none_of_its_claims_is_left() -> None:
    whole = dossier(two_witnesses())
    found = standing(whole, less(whole, "c0", "c1"), ())
    assert [p.id for p in found.fallen] == ["q"]


def test_fewer_origins_are_told_from_and_to() -> None:
    pile = two_witnesses()
    whole = dossier(pile)
    pile.claims = pile.claims[1:]
    found = standing(whole, dossier(pile), ())
    (shrunk,) = found.shrunk
    assert (shrunk.before.id, len(shrunk.before.origins), len(shrunk.after.origins)) == ("p", 2, 1)
    assert found.fallen == ()


def test_propositions_are_matched_by_their_claims_and_not_by_their_ids() -> None:
    whole = dossier(two_witnesses())
    swap = {"p": "q", "q": "p"}
    renamed = replace(
        whole,
        propositions=tuple(replace(p, id=swap[p.id]) for p in whole.propositions),
        claims=tuple(replace(c, proposition=swap[c.proposition]) for c in whole.claims),
    )
    found = standing(whole, renamed, ())
    assert (found.fallen, found.shrunk, found.dissolved, found.families) == ((), (), (), ())


def test_a_claim_cut_otherwise_is_no_fall() -> None:
    whole = dossier(two_witnesses())
    shorter = tuple(replace(c, end=c.end - 4) if c.id == "c1" else c for c in whole.claims)
    assert standing(whole, replace(whole, claims=shorter), ()).fallen == ()


def test_a_conflict_is_gone_only_when_its_propositions_no_longer_clash() -> None:
    pile = two_witnesses().report("r3", "The road is wet. The road is wet again.", "Plain News")
    pile.claim("r3", "The road is wet", "n", "person:Dan Moor").claim("r3", "The road is wet again", "n")
    pile.conflict(1, 3)
    whole = dossier(pile)
    kept = replace(whole, conflicts=tuple(replace(c, b="c4") for c in whole.conflicts))
    assert standing(whole, kept, ()).dissolved == ()
    assert standing(whole, less(whole, "c1"), ()).dissolved == whole.conflicts


def test_families_that_change_are_told() -> None:
    pile = PileBuilder()
    for n in "123":
        pile.report(f"r{n}", "The dam has cracked.").claim(f"r{n}", "The dam has cracked", "p")
    pile.edge("r2", "r1").edge("r3", "r1")
    whole = dossier(pile)
    left = replace(whole, reports=whole.reports[1:], derivations=())
    assert standing(whole, left, ()).families == (Regrouped(("r1", "r2", "r3"), ()),)


@pytest.mark.parametrize(
    ("name", "kind", "id"),
    [
        ("r1", "report", "r1"),
        ("R1.TXT", "report", "r1"),
        ("hill  star", "report", "r1"),
        ("the Hill Star", "report", "r1"),
        ("actor:Hill Star", "actor", "a0"),
        ("ada roe", "actor", "a2"),
        ("Actor: Ada Roe", "actor", "a2"),
    ],
)
def test_a_report_or_an_actor_is_found_by_its_names(name: str, kind: str, id: str) -> None:
    found = named(dossier(two_witnesses()), name)
    assert (found.kind, found.id) == (kind, id)


def test_a_name_that_fits_several_tells_how_to_name_each() -> None:
    pile = two_witnesses().report("r3", "Ada Roe was there.", "Hill Star")
    with pytest.raises(NameNotClearError, match="fits several") as told:
        named(dossier(pile), "Hill Star")
    assert told.value.candidates == ("report:r1.txt (Hill Star)", "report:r3.txt (Hill Star)", "actor:Hill Star")
    assert named(dossier(pile), "report:r3.txt").id == "r3"


def test_an_unknown_name_tells_the_nearest() -> None:
    with pytest.raises(NameNotClearError, match="no report and no actor") as told:
        named(dossier(two_witnesses()), "ada rowe")
    assert told.value.candidates == ("actor:Ada Roe",)
    with pytest.raises(NameNotClearError) as told:
        named(dossier(two_witnesses()), "zzz")
    assert told.value.candidates == ("report:r1.txt (Hill Star)", "report:r2.txt (Vale Echo)")
