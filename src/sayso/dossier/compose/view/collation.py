"""Two reports side by side, as they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.dossier.compose.view.words import Piece

RowKind = Literal["same", "changed", "reworded", "moved", "left", "right", "apart"]


@dataclass(frozen=True, slots=True)
class Column:
    """The head of one side: label, headline, and what else its fields tell; `credits` says whom it names as its source, or that it names nobody."""

    label: str
    title: str
    fields: tuple[tuple[str, str], ...]
    credits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Typed:
    """A change of a known kind, as old and new words; `row` is the anchor of where it stands, `place` its paragraph on the right."""

    kind: str
    before: str
    after: str
    row: str
    place: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a passage of one, with its number in its report, from 1."""

    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that share a passage facing each other, or a paragraph with nothing on the other side; `words` says which in words.

    A `moved` row has a paragraph on the right, and on the left once more the passages of it that stand elsewhere there. Where nothing is shared
    there is one row, `apart`, with the whole of both.
    """

    anchor: str
    kind: RowKind
    words: str
    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    typed: tuple[Typed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CollationView:
    """The whole page of two reports side by side."""

    title: str
    version: str
    summary: str
    left: Column
    right: Column
    reasons: tuple[str, ...]
    changes: tuple[Typed, ...]
    additions: tuple[str, ...]
    rows: tuple[Row, ...]
