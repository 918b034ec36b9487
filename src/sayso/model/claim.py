"""Claims and what is made of them: propositions, conflicts, updates, drift."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sayso.model.attribution import Link
from sayso.model.evidence import Evidence
from sayso.model.language import Quantity
from sayso.model.span import Span

ClaimKind = Literal["statement", "non-answer", "opinion", "background", "question"]
Polarity = Literal["positive", "negative", "unknown"]
Certainty = Literal["certain", "probable", "possible", "unknown"]
TimeRole = Literal["event", "statement", "publication"]
ConflictKind = Literal["number", "date", "place", "identity", "polarity", "attribution", "quotation", "certainty"]
IndependenceGrade = Literal["shown", "possible", "none", "unknown"]
Status = Literal["reported", "confirmed", "denied", "disputed", "retracted"]
LeadKind = Literal["dispatch", "name", "date", "figure", "ask", "first"]
DriftKind = Literal["hedge", "number", "date", "name", "quotation", "credit", "addition"]


@dataclass(frozen=True, slots=True)
class Words:
    """The spans of one attribution as a claim shows them."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ClaimTime:
    """A time of a claim: of the event, of the statement or of publication; `span` None when it comes from a field."""

    role: TimeRole
    edtf: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement in one report (one clause, no claim inside another): where it stands, who vouches, how surely.

    `text` reads alone: words filled in from elsewhere in the report stand in [square brackets], `filled` are the ranges they come from. `refers_to` is the
    claim (id) that one which says nothing itself takes a stand on ('He denied it'). `chain` goes from the origin over the relays to the
    report, without the report's own outlet; empty for the report's own voice. `polarity` and `certainty` are FactBank's, from the side of the
    one who vouches. `stance` repeats the cue's stance of the innermost attribution (None in the report's own voice). `observed` tells that the report itself saw it.
    """

    id: str
    report: str
    start: int
    end: int
    exact: str
    kind: ClaimKind
    text: str
    chain: tuple[Link, ...]
    attributions: tuple[Words, ...]
    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Span, ...] = ()
    times: tuple[ClaimTime, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    places: tuple[str, ...] = ()
    proposition: str = ""
    stance: str | None = None
    observed: bool = False
    filled: tuple[Span, ...] = ()
    refers_to: str | None = None

    @property
    def span(self) -> Span:
        """The claim's range in its report."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Origin:
    """An ultimate voucher of a proposition; `actor` None when it is a report's outlet that saw for itself and is no actor."""

    id: str
    name: str
    actor: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """How far two origins of one proposition are independent, with one sentence why."""

    a: str
    b: str
    independence: IndependenceGrade
    reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """One step in the life of a proposition.

    `when` is EDTF or None; `order` counts steps from 1, None where the order is unknown; `by` names who; `claim` is the claim it rests on.
    """

    when: str | None
    order: int | None
    status: Status
    by: str
    claim: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """A suggested grade in the Admiralty code (STANAG 2511): source A-F and information 1-6, with reasons. A person decides."""

    source_grade: Literal["A", "B", "C", "D", "E", "F"]
    information_grade: Literal[1, 2, 3, 4, 5, 6]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """What would settle an open proposition: what to look for, and words to search with; `claim` is the one whose words it is about."""

    what: str
    search: str | None = None
    kind: LeadKind = "ask"
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """How early a reader should see a proposition (higher is earlier), with reasons."""

    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What is claimed, free of who says it and how surely: the claims of all reports that say the same thing.

    `independent_origins` is the size of the largest set of origins that are pairwise shown independent.
    """

    id: str
    text: str
    claims: tuple[str, ...]
    origins: tuple[Origin, ...] = ()
    pairs: tuple[Pair, ...] = ()
    independent_origins: int = 0
    history: tuple[Event, ...] = ()
    assessment: Assessment = field(default_factory=lambda: Assessment("F", 6, ("no basis to judge",)))
    leads: tuple[Lead, ...] = ()
    rank: Rank = field(default_factory=lambda: Rank(0.0, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two claims (ids `a` and `b`) that cannot both be right, typed, with one sentence why; heavier matters more."""

    kind: ConflictKind
    a: str
    b: str
    reason: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """The same authority replacing its own earlier statement `a` by `b` (claim ids); never a conflict."""

    a: str
    b: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """What a rewrite did to a claim it took: `before` and `after` are words of parent and child; `parent` None for an addition."""

    child: str
    parent: str | None
    kind: DriftKind
    before: str
    after: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Likely:
    """How likely two claims of one proposition, `a` before `b` by report and place, say the same or one denies the other; 0-1."""

    a: str
    b: str
    chance: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing the claims of a pile gave: claims with their proposition filled in, and how they relate."""

    claims: tuple[Claim, ...]
    propositions: tuple[Proposition, ...]
    conflicts: tuple[Conflict, ...]
    updates: tuple[Update, ...]
    likely: tuple[Likely, ...] = ()
