"""What the anchors of the page stand for: the names under which a reader, or a program beside the page, points to a part of the finding."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.compose.index import Index, claims_of
from sayso.model import Dossier


@dataclass(frozen=True, slots=True)
class Anchors:
    """Ids of the dossier by the anchors of the page: claims, reports, actors; of a proposition the ids of its claims, as they are read."""

    claims: dict[str, str]
    propositions: dict[str, tuple[str, ...]]
    reports: dict[str, str]
    actors: dict[str, str]


def anchors(dossier: Dossier) -> Anchors:
    """Return the anchors that the page of this dossier has."""
    index = Index(dossier)
    return Anchors(
        claims={index.claim_anchor(claim.id): claim.id for claim in dossier.claims},
        propositions={
            index.proposition_ref(p.id).href: tuple(claim.id for claim in claims_of(index, p)) for p in index.ranked
        },
        reports={index.report_anchor(report.id): report.id for report in index.in_order},
        actors={f"actor-{actor.id}": actor.id for actor in dossier.actors},
    )
