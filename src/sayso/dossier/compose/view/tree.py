"""Families of reports as trees, for faces without a picture."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.compose.view.stemma import CycleView, Picture


@dataclass(frozen=True, slots=True)
class Branch:
    """A report or an absent dispatch with what was made from it; `note` says how it was made from the one above."""

    label: str
    note: str
    absent: bool
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Kin:
    """A report or an absent dispatch with what was made from it.

    `what` tells outlet and date, `how` the edge to the one above, `also` each edge to a further parent; `proofs` what shows an absent one.
    """

    label: str
    what: str
    how: str
    also: tuple[str, ...]
    absent: bool
    proofs: tuple[str, ...]
    below: tuple[Kin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StemmaView:
    """The stemma of a pile as it is shown by itself: trees, edges that only cite, circles, reports on their own, the picture."""

    title: str
    version: str
    figures: tuple[str, ...]
    trees: tuple[Kin, ...]
    citations: tuple[str, ...]
    cycles: tuple[CycleView, ...]
    alone: tuple[str, ...]
    picture: Picture
    description: tuple[str, ...]
