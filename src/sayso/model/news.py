"""What changed in a case, and what was found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.model.judgement import Judgement
from sayso.model.report import Report
from sayso.model.span import Span

ChangeKind = Literal[
    "new claim",
    "also said by",
    "count moved",
    "merged",  # propositions of before are one now
    "parted",  # a proposition of before is several now
    "claim gone",
    "no longer said by",
    "conflict appeared",
    "conflict dissolved",
]
CauseKind = Literal["report", "judgement", "undoing", "version", "pile"]


@dataclass(frozen=True, slots=True)
class Cause:
    """What brought a change: a new report (`id`), a judgement made or undone (its number as `id`), newer code, or the pile as a whole; `what` in words."""

    kind: CauseKind
    id: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change: what it concerns (`text`; `proposition` and `claims` are ids of the present dossier, of the earlier one for what is gone), before, after, and why."""

    kind: ChangeKind
    text: str
    proposition: str
    claims: tuple[str, ...]
    before: str
    after: str
    because: tuple[Cause, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The changes since a look; `since` is its moment, None when nothing was looked at before: then everything is new and not listed one by one."""

    since: str | None
    reports: tuple[Report, ...]
    judgements: tuple[Judgement, ...]
    changes: tuple[Change, ...]

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that was found: its report, range and exact words; `marks` are the ranges of the words looked for, none when found by meaning.

    `score` is the share of the words of the query that stand in it, or the cosine of the two vectors, 0-1.
    """

    report: Report
    start: int
    end: int
    exact: str
    by: Literal["words", "meaning"]
    score: float
    marks: tuple[Span, ...]
