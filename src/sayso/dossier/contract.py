"""The shape of dossier.json as types: what leaves the tool, field for field.

The closed vocabularies (kinds, grades, roles) are the model's own types, so the JSON Schema made from here cannot drift away from the model.
"""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field

from sayso.model import (
    ActorKind,
    Approximation,
    Basis,
    Certainty,
    ClaimKind,
    ConflictKind,
    DerivationKind,
    DriftKind,
    IndependenceGrade,
    LeadKind,
    Polarity,
    Status,
    TimeRole,
    UnreadReason,
)


class _Part(Struct, forbid_unknown_fields=True):
    """What all parts of the contract share: a field that is not named here is a mistake."""


class SpanOut(_Part):
    """A half-open range of a report's text in code points, with its exact characters."""

    start: int
    end: int
    exact: str


class PassageOut(_Part):
    """Words of one report."""

    report: str
    start: int
    end: int
    exact: str


class FieldOut(_Part):
    """A field of a report's metadata."""

    report: str
    name: str


class AbsenceOut(_Part):
    """What was searched for in these reports and stands in none of them."""

    searched: list[str]
    wanted: str = field(name="for")


class EvidenceOut(_Part):
    """One ground of a finding: exactly one of span, field and absence."""

    span: PassageOut | UnsetType = UNSET
    field_: FieldOut | UnsetType = field(name="field", default=UNSET)
    absence: AbsenceOut | UnsetType = UNSET


class ReportOut(_Part):
    """One report that was read, without its text."""

    id: str
    file: str
    outlet: str | None
    title: str | None
    byline: str | None
    dateline: str | None
    published: str | None
    url: str | None
    language: str
    sha256_file: str
    sha256_text: str


class LinkOut(_Part):
    """One link of a chain."""

    name: str
    actor: str | None
    kind: ActorKind
    evidence: EvidenceOut


class AttributionOut(_Part):
    """Who, by which words, what: spans of the claim's report, several where a part is discontinuous."""

    source: list[SpanOut]
    cue: list[SpanOut]
    content: list[SpanOut]


class TimeOut(_Part):
    """A time of a claim in EDTF; `span` is null when it comes from a field."""

    role: TimeRole
    edtf: str
    span: SpanOut | None


class QuantityOut(_Part):
    """A number with what it counts; `low` and `high` bound it, null where open."""

    span: SpanOut
    low: float | None
    high: float | None
    unit: str | None
    counted: str | None
    approximation: Approximation
    comparison: str | None
    ratio: float | None
    base: float | None


class ClaimOut(_Part):
    """One statement in one report; `chain` goes from the origin outwards, `attributions` from the outermost inwards."""

    id: str
    report: str
    start: int
    end: int
    exact: str
    kind: ClaimKind
    text: str
    filled: list[SpanOut]
    refers_to: str | None
    chain: list[LinkOut]
    attributions: list[AttributionOut]
    polarity: Polarity
    certainty: Certainty
    hedges: list[SpanOut]
    times: list[TimeOut]
    quantities: list[QuantityOut]
    places: list[str]
    proposition: str


class OriginOut(_Part):
    """An ultimate voucher of a proposition."""

    id: str
    name: str
    actor: str | None


class PairOut(_Part):
    """How far two origins are independent of one another, and why."""

    a: str
    b: str
    independence: IndependenceGrade
    reason: str


class EventOut(_Part):
    """One step in the life of a proposition; `when` and `order` are null where they are unknown."""

    when: str | None
    order: int | None
    status: Status
    by: str
    claim: str


class AssessmentOut(_Part):
    """A suggested grade in the Admiralty code, for a person to decide."""

    source_grade: Literal["A", "B", "C", "D", "E", "F"]
    information_grade: Literal[1, 2, 3, 4, 5, 6]
    reasons: list[str]


class LeadOut(_Part):
    """What would settle an open proposition."""

    kind: LeadKind
    what: str
    search: str | None
    claim: str | None


class RankOut(_Part):
    """How early a reader should see a proposition; higher is earlier."""

    weight: float
    reasons: list[str]


class PropositionOut(_Part):
    """What is claimed, whoever says it; `independent_origins` counts origins that are pairwise shown independent."""

    id: str
    text: str
    claims: list[str]
    origins: list[OriginOut]
    pairs: list[PairOut]
    independent_origins: int
    history: list[EventOut]
    assessment: AssessmentOut
    leads: list[LeadOut]
    rank: RankOut


class AlignedOut(_Part):
    """A passage of the child beside the parent's; `parent_span` is null when the parent is absent."""

    child_span: SpanOut
    parent_span: SpanOut | None
    similarity: float


class DerivationOut(_Part):
    """`child` was made from `parent` (a report, or one of `absent`) by its text, by citing it, or both."""

    child: str
    parent: str
    basis: Basis
    kind: DerivationKind
    direction_known: bool
    credited: bool
    score: float
    reasons: list[str]
    passages: list[AlignedOut]
    evidence: list[EvidenceOut]


class AbsentOut(_Part):
    """A dispatch that must have been there and is not in the pile."""

    id: str
    is_: str = field(name="is")
    evidence: list[EvidenceOut]


class CycleOut(_Part):
    """Reports that cite one another in a circle, in citing order."""

    reports: list[str]
    evidence: list[EvidenceOut]


class DriftOut(_Part):
    """What a rewrite did to a claim it took; `parent` is null for an addition."""

    child: str
    parent: str | None
    kind: DriftKind
    before: str = field(name="from")
    after: str = field(name="to")
    evidence: list[EvidenceOut]


class ConflictOut(_Part):
    """Two claims that cannot both be right."""

    kind: ConflictKind
    a: str
    b: str
    reason: str
    weight: float


class UpdateOut(_Part):
    """The same authority replacing claim `a` by claim `b`."""

    a: str
    b: str
    reason: str


class ActorOut(_Part):
    """One who speaks, one across all reports."""

    id: str
    name: str
    kind: ActorKind
    aliases: list[str]
    mentions: list[PassageOut]
    merged_because: list[str]


class TimelineOut(_Part):
    """One dated thing."""

    when: str
    role: TimeRole
    what: str
    claim: str


class UnreadOut(_Part):
    """An input that gave no report; `detail` says what was wrong with it."""

    file: str
    reason: UnreadReason
    detail: str


class DossierOut(_Part):
    """Everything Sayso found in one pile of reports."""

    schema: Literal["sayso.dossier/1"]
    version: str
    reports: list[ReportOut]
    claims: list[ClaimOut]
    propositions: list[PropositionOut]
    derivations: list[DerivationOut]
    absent: list[AbsentOut]
    cycles: list[CycleOut]
    drift: list[DriftOut]
    conflicts: list[ConflictOut]
    updates: list[UpdateOut]
    actors: list[ActorOut]
    timeline: list[TimelineOut]
    unread: list[UnreadOut]
