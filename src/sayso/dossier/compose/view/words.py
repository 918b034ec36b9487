"""Words as they are shown: marked text, links, chains, grounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StepKind = Literal["plain", "relay", "nameless", "unknown"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text (`kind` text), or the opening or closing of an element around what stands between.

    `of` names the anchor that a further piece of a cut mark belongs to; `note` is the number set at the mark's beginning.
    """

    kind: Literal["text", "open", "close"]
    text: str = ""
    tag: str = ""
    cls: str = ""
    anchor: str = ""
    title: str = ""
    of: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ref:
    """A link to words of a report, or to another place of the page."""

    href: str
    label: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain as it is shown; `kind` says how it is set, `href` leads to the words that name it."""

    name: str
    kind: StepKind
    href: str


@dataclass(frozen=True, slots=True)
class Proof:
    """One ground of a finding: `text` says what it is, `href` leads to the words (empty for an absence)."""

    text: str
    href: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of a proposition's history."""

    when: str
    status: str
    by: str
    words: Ref


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict, an update or a drift: the sentence with its words, and who vouches; `place` tells report and paragraph."""

    href: str
    place: str
    report: Ref
    outlet: str
    hue: str
    steps: tuple[Step, ...]
    manner: str
    sentence: tuple[Piece, ...]
