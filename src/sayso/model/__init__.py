"""Pure data: frozen dataclasses that every floor shares. The standard library alone is imported here."""

from sayso.model.attribution import Actor, Attribution, Form, Link, SourceType, Stance, Voice
from sayso.model.claim import (
    Assessment,
    Certainty,
    Claim,
    ClaimKind,
    ClaimTime,
    Comparison,
    Conflict,
    ConflictKind,
    Drift,
    DriftKind,
    Event,
    IndependenceGrade,
    Lead,
    LeadKind,
    Likely,
    Origin,
    Pair,
    Polarity,
    Proposition,
    Rank,
    Status,
    TimeRole,
    Update,
    Words,
)
from sayso.model.collation import Collation, PassageOrder
from sayso.model.derivation import Absent, Aligned, Basis, Cycle, Derivation, DerivationKind, Stemma
from sayso.model.dossier import SCHEMA, Dossier, TimelineEntry
from sayso.model.evidence import Absence, Evidence, FieldOf, Passage
from sayso.model.judgement import Anchor, Judgement, JudgementKind, JudgementState, Verdict
from sayso.model.language import (
    ActorKind,
    Analysis,
    Approximation,
    Meant,
    Mention,
    MentionKind,
    Name,
    NameKind,
    Quantity,
    Quote,
    Sentence,
    Speech,
    Time,
    Token,
)
from sayso.model.listing import Listing, ListingKind
from sayso.model.news import Cause, CauseKind, Change, ChangeKind, Changes, Hit
from sayso.model.report import Report, Unread, UnreadReason
from sayso.model.span import Span, cover, trimmed
from sayso.model.standing import WITHOUT_SCHEMA, LeftOut, Regrouped, Shrunk, Standing

__all__ = [
    "SCHEMA", "WITHOUT_SCHEMA", "Absence", "Absent", "Actor", "ActorKind", "Aligned", "Analysis", "Anchor", "Approximation", "Assessment",
    "Attribution", "Basis", "Cause", "CauseKind", "Certainty", "Change", "ChangeKind", "Changes", "Claim", "ClaimKind", "ClaimTime", "Collation",
    "Comparison", "Conflict", "ConflictKind", "Cycle", "Derivation", "DerivationKind", "Dossier", "Drift", "DriftKind", "Event", "Evidence",
    "FieldOf", "Form", "Hit", "IndependenceGrade", "Judgement", "JudgementKind", "JudgementState", "Lead", "LeadKind", "LeftOut", "Likely", "Link",
    "Listing", "ListingKind", "Meant", "Mention", "MentionKind", "Name", "NameKind", "Origin", "Pair", "Passage", "PassageOrder", "Polarity",
    "Proposition", "Quantity", "Quote",
    "Rank", "Regrouped", "Report", "Sentence", "Shrunk", "SourceType", "Span", "Speech", "Stance", "Standing", "Status", "Stemma", "Time",
    "TimeRole", "TimelineEntry", "Token", "Unread", "UnreadReason", "Update", "Verdict", "Voice", "Words", "cover", "trimmed",
]  # fmt: skip
