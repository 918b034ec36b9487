"""Who speaks, when, and the reports themselves, as they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.compose.view.words import Piece, Ref, Step


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
    """One paragraph of a report; `number` counts from the first of the body, 0 before it; `rule` is shared, part, own or empty, `rule_words` says with whom."""

    number: int
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
