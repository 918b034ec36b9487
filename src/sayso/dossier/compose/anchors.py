"""What the anchors of the page stand for: the names under which a reader, or a program beside the page, points to a part of the finding."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.compose.index import Index, claims_of
from sayso.model import Claim, Dossier, Proposition


@dataclass(frozen=True, slots=True)
class Anchors:
    """Ids of the dossier by the anchors of the page: claims, reports, actors; of a proposition the ids of its claims, first that
    whose words are its head, then as they are read."""

    claims: dict[str, str]
    propositions: dict[str, tuple[str, ...]]
    reports: dict[str, str]
    actors: dict[str, str]


def anchors(dossier: Dossier) -> Anchors:
    """Return the anchors that the page of this dossier has."""
    index = Index(dossier)
    return Anchors(
        claims={index.claim_anchor(claim.id): claim.id for claim in dossier.claims},
        propositions={index.proposition_ref(p.id).href: _read(index, p) for p in index.ranked},
        reports={index.report_anchor(report.id): report.id for report in index.in_order},
        actors={f"actor-{actor.id}": actor.id for actor in dossier.actors},
    )


def _read(index: Index, p: Proposition) -> tuple[str, ...]:
    def fits(claim: Claim) -> int:
        return 0 if claim.exact == p.text else 1 if claim.exact in p.text or p.text in claim.exact else 2

    return tuple(claim.id for claim in sorted(claims_of(index, p), key=fits))
