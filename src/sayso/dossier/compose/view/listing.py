"""Claims, conflicts, or the timeline, as they are shown by themselves."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.compose.view.words import Piece, Step


@dataclass(frozen=True, slots=True)
class Said:
    """One claim: where it stands (`r1 ¶3`, and its range in code points), its words with what matters marked, who vouches, how, its times and quantities.

    `steps` are empty for the own voice of `outlet`.
    """

    place: str
    start: int
    end: int
    outlet: str
    pieces: tuple[Piece, ...]
    steps: tuple[Step, ...]
    manner: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A proposition with its listed claims; `elsewhere` counts those that are not listed."""

    number: int
    text: str
    glyphs: str
    count: str
    conflicts: tuple[str, ...]
    updated: bool
    said: tuple[Said, ...]
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Facing:
    """Two claims that cannot both be right, or of which the second replaces the first (`kind` is 'update', `weight` None)."""

    kind: str
    kind_words: str
    weight: float | None
    reason: str
    a: Said
    b: Said


@dataclass(frozen=True, slots=True)
class Dated:
    """One dated thing: `role` tells what happened, was said and was published apart; `place` is where it stands."""

    when: str
    edtf: str
    role: str
    what: str
    place: str


@dataclass(frozen=True, slots=True)
class StepOfLife:
    """One step in the life of a proposition; `order` None where it is unknown."""

    order: int | None
    when: str
    status: str
    by: str
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class Life:
    """The status of a proposition over time."""

    number: int
    text: str
    steps: tuple[StepOfLife, ...]
    ordered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView:
    """A listing as it is shown; `summary` is its head line. `settled` counts the propositions that were reported and nothing else, which have no life here."""

    kind: str
    summary: str
    claimed: tuple[Claimed, ...] = ()
    conflicts: tuple[Facing, ...] = ()
    updates: tuple[Facing, ...] = ()
    dated: tuple[Dated, ...] = ()
    lives: tuple[Life, ...] = ()
    settled: int = 0
