"""The claims that rest on an actor alone: take its word away and they have nothing left."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.assessment.origins import lineage
from sayso.assessment.pile import Pile, join
from sayso.model import Analysis, Claim, Comparison, Dossier, Stemma


def resting_on(dossier: Dossier, analyses: Sequence[Analysis], actor: str) -> tuple[Claim, ...]:
    """Return the claims of which `actor` (its id), or whoever speaks for the same body, is the origin.

    Those are the claims whose chain begins there, and those that all lead there by the text their report was made from: a rewrite that keeps
    the words and drops the name. Claims of denial and silence by the actor go with it.
    """
    comparison = Comparison(dossier.claims, dossier.propositions, dossier.conflicts, dossier.updates)
    stemma = Stemma(dossier.derivations, dossier.absent, dossier.cycles)
    pile = join(dossier.reports, analyses, dossier.actors, comparison, stemma)
    body = pile.root(actor)
    return tuple(claim for claim in dossier.claims if _rests(pile, claim, body))


def _rests(pile: Pile, claim: Claim, body: str | None) -> bool:
    return _origin(pile, claim) == body or all(_origin(pile, end) == body for end in lineage(pile, claim))


def _origin(pile: Pile, claim: Claim) -> str | None:
    """The body at the origin of one claim: its first link, or the outlet that saw for itself."""
    if claim.chain:
        return pile.root(claim.chain[0].actor)
    return pile.root(pile.outlet_of.get(claim.report)) if claim.observed else None
