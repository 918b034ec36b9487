"""What a person decided about a pile: a record of its own, anchored to the words it speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

JudgementKind = Literal[
    "same claim",  # two claims say the same: their propositions become one
    "not same claim",  # two claims do not say the same: their proposition is parted
    "derives",  # the first report was made from the second
    "does not derive",
    "same person",  # two names mean one actor, person or body
    "not same person",
    "grade",  # the grade of a claim's proposition in the Admiralty code, as `value`: 'B2'
    "ignore",  # a claim or a report is left out
    "note",  # words about a claim or a report; changes nothing
    "undo",  # takes back the judgement with the number `undoes`
]

JudgementState = Literal["in force", "undone", "overruled", "not found"]


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Words of a report as a judgement points to them: SHA-256 of the report's text, its id and file, the range, the exact words.

    `start` and `end` are 0 and `exact` is empty where the whole report is meant.
    """

    digest: str
    report: str
    file: str
    start: int = 0
    end: int = 0
    exact: str = ""

    @property
    def whole(self) -> bool:
        """Whether the whole report is meant."""
        return self.end == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of a person: `number` counts from 1 within the case, `when` is the moment in UTC (ISO 8601), `why` its reason in words."""

    number: int
    kind: JudgementKind
    anchors: tuple[Anchor, ...]
    who: str
    when: str
    why: str
    value: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a judgement when it was applied, in words; `machine` is what the analysis found by itself."""

    number: int
    state: JudgementState
    detail: str
    machine: str = ""
