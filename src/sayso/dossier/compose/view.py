"""What a page shows, as plain data: templates only print it.

An `anchor` is the id of an element of the page; a `href` is one of those ids, without the '#'.
"""

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
class Moment:
    """One step of a proposition's history."""

    when: str
    status: str
    by: str
    words: Ref


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
    leads: tuple[tuple[str, str], ...]
    rank_reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict, an update or a drift: the sentence with its words, and who vouches."""

    href: str
    report: Ref
    outlet: str
    hue: str
    steps: tuple[Step, ...]
    manner: str
    sentence: tuple[Piece, ...]


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
    """A box of the stemma: its upper left corner, its lines, and the hues of the origins its report carries."""

    x: int
    y: int
    label: str
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
    """The stemma, laid out in pixels."""

    width: int
    height: int
    box: tuple[int, int]
    nodes: tuple[Node, ...]
    arcs: tuple[Arc, ...]
    ticks: tuple[Tick, ...]
    alone: tuple[Ref, ...]
    caption: str
    wide: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks: names, kind, through whom, and where."""

    anchor: str
    name: str
    kind: str
    hue: str
    aliases: tuple[str, ...]
    speaks_for: str
    claims: int
    through: tuple[Ref, ...]
    mentions: tuple[Ref, ...]
    more: int
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline."""

    what: str
    words: Ref


@dataclass(frozen=True, slots=True)
class Day:
    """What bears one date: events, statements and publications kept apart."""

    when: str
    edtf: str
    event: tuple[Entry, ...]
    statement: tuple[Entry, ...]
    publication: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note in the margin of a report: one claim of the paragraph beside it."""

    href: str
    hue: str
    glyphs: str
    count: str
    steps: tuple[Step, ...]
    manner: str
    proposition: Ref | None
    conflict: Ref | None
    updated: bool
    drift: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of a report; `rule` is shared, part, own or empty, `rule_words` says with whom."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    rule: str
    rule_words: str
    skipped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report in full."""

    anchor: str
    label: str
    title: str
    fields: tuple[tuple[str, str, str], ...]
    url: str
    file: str
    sha256: str
    edges: tuple[Ref, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class UnreadView:
    """An input that gave no report."""

    file: str
    reason: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole dossier as it is shown."""

    title: str
    version: str
    schema: str
    figures: tuple[tuple[str, str], ...]
    main: tuple[PropositionView, ...]
    tail: tuple[PropositionView, ...]
    picture: Picture
    edges: tuple[EdgeView, ...]
    absent: tuple[AbsentView, ...]
    cycles: tuple[CycleView, ...]
    updates: tuple[UpdateView, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[ConflictView, ...]
    days: tuple[Day, ...]
    voices: tuple[Voice, ...]
    drift: tuple[DriftGroup, ...]
    reports: tuple[ReportView, ...]
    unread: tuple[UnreadView, ...]
    limits: tuple[str, ...]
    hues: int
