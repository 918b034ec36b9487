"""One kind of finding of a dossier by itself, or what of it concerns some reports or actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.claim import Claim, Conflict, Proposition, Update
from sayso.model.dossier import Dossier, TimelineEntry

ListingKind = Literal["claims", "conflicts", "timeline"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is listed of a dossier: claims under their propositions, or conflicts and updates, or the timeline and the status of propositions.

    `propositions` stand by rank, `claims` in the order of their propositions, then of reports and text. A kind fills what concerns it: a listing
    of conflicts holds the claims at their ends, one of the timeline those that its entries and the steps of `Proposition.history` rest on.
    `dossier` is the whole that was chosen from.
    """

    kind: ListingKind
    propositions: tuple[Proposition, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    updates: tuple[Update, ...]
    timeline: tuple[TimelineEntry, ...]
    dossier: Dossier
