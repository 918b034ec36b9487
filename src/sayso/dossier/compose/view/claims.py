"""What is claimed, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.compose.view.words import Moment, Piece, Proof, Ref, Side, Step
from sayso.model import LeadKind


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one proposition that share chain and manner: who, in which reports, how surely."""

    steps: tuple[Step, ...]
    hue: str
    reports: tuple[Ref, ...]
    manner: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One claim with its sentence."""

    claim: str
    href: str
    place: str
    report: Ref
    hue: str
    steps: tuple[Step, ...]
    manner: str
    sentence: tuple[Piece, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counter:
    """The other side of a conflict, in a few words."""

    kind: str
    words: Ref
    steps: tuple[Step, ...]
    report: Ref


@dataclass(frozen=True, slots=True)
class LeadView:
    """What would settle a proposition: `kind` groups it, `words` leads to what it is about (None where that is no claim)."""

    kind: LeadKind
    what: str
    search: str
    words: Ref | None


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead with the proposition it would settle."""

    proposition: Ref
    lead: LeadView


@dataclass(frozen=True, slots=True)
class LeadGroup:
    """The leads of one kind, in the order of the propositions."""

    kind: LeadKind
    title: str
    lines: tuple[LeadLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PropositionView:
    """One line of what is claimed, and what opens beneath it."""

    anchor: str
    number: int
    text: str
    glyphs: str
    count: str
    conflicts: tuple[Ref, ...]
    updated: bool
    groups: tuple[Group, ...]
    more_groups: int
    but: tuple[Counter, ...]
    occurrences: tuple[Occurrence, ...]
    further: tuple[Ref, ...]
    why_count: tuple[str, ...]
    pairs: tuple[tuple[str, str, str, str], ...]
    grade: str
    grade_words: str
    grade_reasons: tuple[str, ...]
    history: tuple[Moment, ...]
    leads: tuple[LeadView, ...]
    rank_reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two passages that cannot both be right, side by side."""

    anchor: str
    kind: str
    kind_words: str
    reason: str
    a: Side
    b: Side
    propositions: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class UpdateView:
    """One authority replacing its own words: old, then new."""

    reason: str
    old: Side
    new: Side


@dataclass(frozen=True, slots=True)
class Change:
    """The statuses a proposition went through, in order where that is known."""

    proposition: Ref
    moments: tuple[Moment, ...]
    ordered: bool

    @property
    def single(self) -> bool:
        """Whether there is one step only."""
        return len(self.moments) == 1


@dataclass(frozen=True, slots=True)
class DriftView:
    """What one rewrite did to one claim, as old and new words; `child` and `parent` lead to the claims and show their words."""

    kind: str
    before: str
    after: str
    child: Ref
    parent: Ref | None
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class DriftGroup:
    """All that one report did to what it took from another; `parent` is None for what it added."""

    child: Ref
    parent: Ref | None
    summary: str
    items: tuple[DriftView, ...]
    open: bool
