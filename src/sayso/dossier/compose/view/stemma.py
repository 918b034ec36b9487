"""Where it comes from, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.compose.view.claims import DriftView
from sayso.dossier.compose.view.words import Piece, Proof, Ref


@dataclass(frozen=True, slots=True)
class Twin:
    """Two aligned passages; the parent's is empty when the parent is not in the pile."""

    child: tuple[Piece, ...]
    child_href: str
    parent: tuple[Piece, ...]
    parent_href: str
    similarity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeView:
    """One derivation in words, with its passages."""

    anchor: str
    child: Ref
    parent: Ref
    summary: str
    reasons: tuple[str, ...]
    twins: tuple[Twin, ...]
    more: int
    proofs: tuple[Proof, ...]
    drift: tuple[DriftView, ...]
    more_drift: int


@dataclass(frozen=True, slots=True)
class AbsentView:
    """A dispatch that is not in the pile."""

    anchor: str
    label: str
    what: str
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class CycleView:
    """A circle of citations, said in words."""

    words: str
    reports: tuple[Ref, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the stemma: its upper left corner, its lines, and the hues of the origins its report carries; `note` says absent or undated."""

    x: int
    y: int
    label: str
    note: str
    under: str
    href: str
    absent: bool
    hues: tuple[str, ...]
    title: str


@dataclass(frozen=True, slots=True)
class Arc:
    """A line of the stemma as an SVG path; `cls` says its style, `width` its weight, `href` leads to it in words."""

    href: str
    path: str
    cls: str
    width: str
    label: str
    x: int
    y: int
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A date at the left edge of the stemma."""

    y: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The stemma, laid out in pixels; `flat` boxes hold one line, and `wide` pictures stand below the claims."""

    width: int
    height: int
    box: tuple[int, int]
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    ticks: tuple[Tick, ...]
    alone: tuple[Ref, ...]
    caption: str
    wide: bool
    flat: bool = False
