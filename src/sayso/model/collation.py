"""Two reports side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.claim import Claim, Drift
from sayso.model.derivation import Aligned, Derivation
from sayso.model.dossier import Dossier
from sayso.model.report import Report

PassageOrder = Literal["same", "mostly", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """Two reports side by side; where it is known which of them was made from the other, that one stands on the right.

    `edges` are the derivations between the two, those of text first. `passages` are what they share, in the order of the right one:
    `child_span` is a range of the right one's text, `parent_span` of the left one's. `order` tells how far they stand in the same order on
    both sides (None for fewer than two). `drift` is what changed in claims that both have, whichever way; `additions` are the claims of the
    right one that the left one does not have. `dossier` is the analysis of the pile in which the two were weighed.
    """

    left: Report
    right: Report
    edges: tuple[Derivation, ...]
    passages: tuple[Aligned, ...]
    order: PassageOrder | None
    drift: tuple[Drift, ...]
    additions: tuple[Claim, ...]
    dossier: Dossier
