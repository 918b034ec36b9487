"""Marks laid over text: overlapping ranges become properly nested elements, cut where they cross."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sayso.dossier.compose.plain import visible
from sayso.dossier.compose.view import Piece
from sayso.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """An element to lay over start..end; `rank` orders marks of one range, the smaller outside."""

    start: int
    end: int
    rank: int
    tag: str
    cls: str
    anchor: str = ""
    title: str = ""
    note: str = ""


def marked(text: str, start: int, end: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """Return the characters start..end of `text` with `marks` laid over them.

    A mark that another one crosses is cut in pieces; only its first piece bears its anchor, and none when it began before `start`.
    """
    held = sorted(
        (m for m in marks if m.start < end and m.end > start and m.start < m.end),
        key=lambda m: (m.start, -m.end, m.rank, m.cls, m.anchor),
    )
    edges = sorted({start, end, *(p for m in held for p in (m.start, m.end) if start < p < end)})
    pieces: list[Piece] = []
    stack: list[Mark] = []
    waiting = held[::-1]
    active: list[Mark] = []
    for left, right in pairwise(edges):
        active = [m for m in active if m.end > left]
        while waiting and waiting[-1].start <= left:
            active.append(waiting.pop())
        kept = 0
        while kept < min(len(stack), len(active)) and stack[kept] is active[kept]:
            kept += 1
        pieces.extend(Piece("close", tag=m.tag) for m in reversed(stack[kept:]))
        for mark in active[kept:]:
            first = mark.start == left
            anchor, of, note = (mark.anchor, "", mark.note) if first else ("", mark.anchor, "")
            pieces.append(Piece("open", tag=mark.tag, cls=mark.cls, anchor=anchor, title=mark.title, of=of, note=note))
        stack = list(active)
        pieces.append(Piece("text", visible(text[left:right])))
    pieces.extend(Piece("close", tag=m.tag) for m in reversed(stack))
    return tuple(pieces)


def spans_as(cls: str, spans: Iterable[Span], rank: int, tag: str = "span", title: str = "") -> list[Mark]:
    """Return one mark for each span."""
    return [Mark(s.start, s.end, rank, tag, cls, title=title) for s in spans]
