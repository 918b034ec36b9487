"""Who made what from whom: shared passages, derivations, absent parents, circles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.evidence import Evidence
from sayso.model.span import Span

Basis = Literal["text", "citation", "both"]
DerivationKind = Literal["copy", "rewrite", "excerpt", "follow-up"]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage of the child beside the passage of the parent it comes from.

    `parent_span` is None when the parent is absent from the pile. `similarity` is the share of the longer side's words that agree, 0-1.
    """

    child_span: Span
    parent_span: Span | None
    similarity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """`child` was made from `parent` (a report, or an absent one): by its text, by citing it, or both.

    `score` is the share of the child's words that come from the parent, 0-1. `direction_known` is False when nothing tells who took from whom;
    then child and parent stand in the order of their ids. Every edge carries its reasons, and evidence for them.
    """

    child: str
    parent: str
    basis: Basis
    kind: DerivationKind
    direction_known: bool
    credited: bool
    score: float
    reasons: tuple[str, ...]
    passages: tuple[Aligned, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """A dispatch that is not in the pile but must have been: id (x1, x2 ...), what it is, and what shows it.

    `actor_name` is the agency or outlet it is credited to, where the credits name one.
    """

    id: str
    is_: str
    evidence: tuple[Evidence, ...]
    actor_name: str | None = None


@dataclass(frozen=True, slots=True)
class Cycle:
    """Reports that cite one another in a circle, in citing order, starting with the smallest id."""

    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Stemma:
    """The derivation graph of a pile; edges of basis text or both are acyclic, citations may circle."""

    derivations: tuple[Derivation, ...]
    absent: tuple[Absent, ...] = ()
    cycles: tuple[Cycle, ...] = ()
