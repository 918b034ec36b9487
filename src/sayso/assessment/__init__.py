"""What the findings amount to: origins and their independence, drift, status over time, grades, leads, rank, timeline."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sayso.assessment.agreement import Agreement, given, likely, vouched
from sayso.assessment.choice import chosen
from sayso.assessment.collation import collate, spine
from sayso.assessment.conflicts import assessed_conflicts
from sayso.assessment.drift import drift_of
from sayso.assessment.grades import grade, rank
from sayso.assessment.history import history_of
from sayso.assessment.independence import independent_of_each_other, pairs_of
from sayso.assessment.leads import leads
from sayso.assessment.named import Named, named
from sayso.assessment.origins import vouchers
from sayso.assessment.pile import Pile, join
from sayso.assessment.resting import resting_on
from sayso.assessment.standing import standing, successors
from sayso.assessment.timeline import timeline_of
from sayso.model import (
    Actor,
    Analysis,
    Comparison,
    Conflict,
    Drift,
    Origin,
    Proposition,
    Report,
    Stemma,
    TimelineEntry,
    Update,
)

__all__ = [
    "Agreement",
    "Findings",
    "Named",
    "assess",
    "chosen",
    "collate",
    "given",
    "named",
    "resting_on",
    "spine",
    "standing",
    "successors",
]


@dataclass(frozen=True, slots=True)
class Findings:
    """What assessment adds to a comparison: propositions filled in and ranked, all conflicts heaviest first, drift, the timeline."""

    propositions: tuple[Proposition, ...]
    conflicts: tuple[Conflict, ...]
    updates: tuple[Update, ...]
    drift: tuple[Drift, ...]
    timeline: tuple[TimelineEntry, ...]


def _assessed(pile: Pile, bare: Proposition, conflicts: Sequence[Conflict], agreement: Agreement) -> Proposition:
    found = vouchers(pile, bare.id)
    pairs = pairs_of(pile, found, agreement)
    independent = independent_of_each_other(found, pairs)
    members = set(bare.claims)
    mine = [c for c in conflicts if c.a in members or c.b in members]
    updates = [u for u in pile.comparison.updates if u.a in members or u.b in members]
    full = replace(
        bare,
        origins=tuple(Origin(f"o{n}", v.name, v.actor) for n, v in enumerate(found, 1)),
        pairs=pairs,
        independent_origins=len(independent),
        history=history_of(pile, bare.id, found, pairs, updates, agreement),
        assessment=grade(found, independent, mine),
    )
    full = replace(full, leads=leads(pile, full, found, mine))
    return replace(full, rank=rank(pile, full, mine, updates))


def assess(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    actors: Sequence[Actor],
    comparison: Comparison,
    stemma: Stemma,
    agreement: Agreement | None = None,
    same: Collection[tuple[str, str]] = (),
) -> Findings:
    """Assess a pile: `reports` and `analyses` are parallel; the claims of `comparison` carry their proposition.

    `agreement` tells how plainly two claims of one proposition say the same; None goes by how likely comparison found it. `same` are pairs of claim ids,
    the smaller first, of which a person says that they do.

    Propositions come back ordered by rank, conflicts by weight; both ties by id.
    """
    pile = join(reports, analyses, actors, comparison, stemma)
    agreed = vouched(frozenset(same), agreement or likely(pile))
    drift = drift_of(pile)
    conflicts = sorted(
        [*comparison.conflicts, *assessed_conflicts(pile, drift)], key=lambda c: (-c.weight, c.kind, c.a, c.b)
    )
    propositions = sorted(
        (_assessed(pile, p, conflicts, agreed) for p in comparison.propositions), key=lambda p: (-p.rank.weight, p.id)
    )
    return Findings(tuple(propositions), tuple(conflicts), comparison.updates, drift, timeline_of(pile))
