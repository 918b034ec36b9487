"""The judgements of a case: added, taken back by another record, never deleted."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sayso.casefile.codec import parsed, written
from sayso.casefile.reports import now
from sayso.model import Anchor, Judgement, JudgementKind

ANCHORS: dict[JudgementKind, int] = {
    "same claim": 2,
    "not same claim": 2,
    "derives": 2,
    "does not derive": 2,
    "same person": 2,
    "not same person": 2,
    "grade": 1,
    "ignore": 1,
    "note": 1,
    "undo": 0,
}
"""How many anchors a judgement of each kind has."""
WHOLE: tuple[JudgementKind, ...] = ("derives", "does not derive")
"""Kinds that speak of whole reports; 'ignore' and 'note' may."""
GRADES = frozenset(f"{source}{information}" for source in "ABCDEF" for information in "123456")


def check(kind: JudgementKind, anchors: Sequence[Anchor], who: str, value: str | None) -> None:
    """Raise ValueError unless the parts of a judgement fit together."""
    if kind not in ANCHORS:
        raise ValueError(f"there is no judgement of the kind '{kind}'; choose one of {', '.join(ANCHORS)}")
    if len(anchors) != ANCHORS[kind]:
        raise ValueError(f"a judgement of the kind '{kind}' needs {ANCHORS[kind]} anchors, got {len(anchors)}")
    if len(set(anchors)) != len(anchors):
        raise ValueError(f"a judgement of the kind '{kind}' needs two different places, got one twice")
    if kind in WHOLE and not all(anchor.whole for anchor in anchors):
        raise ValueError(f"a judgement of the kind '{kind}' speaks of whole reports; leave start and end out")
    if kind not in (*WHOLE, "ignore", "note") and any(anchor.whole for anchor in anchors):
        raise ValueError(f"a judgement of the kind '{kind}' speaks of words; give start and end")
    if kind == "grade" and value not in GRADES:
        raise ValueError(f"a grade is a letter A-F and a digit 1-6, such as 'B2'; got {value!r}")
    if kind != "grade" and value is not None:
        raise ValueError(f"a judgement of the kind '{kind}' has no value")
    if not who.strip():
        raise ValueError("a judgement needs the name of who made it")


def insert(
    db: sqlite3.Connection, kind: JudgementKind, anchors: Sequence[Anchor], who: str, why: str, value: str | None
) -> Judgement:
    """Add a judgement; raises ValueError when its parts do not fit together."""
    check(kind, anchors, who, value)
    return _add(db, kind, anchors, who, why, value, None)


def undo(db: sqlite3.Connection, number: int, who: str, why: str) -> Judgement:
    """Add the record that takes back judgement `number`, an undoing included; raises ValueError when there is none or it is undone already."""
    check("undo", (), who, None)
    if db.execute("SELECT 1 FROM judgement WHERE number = ?", (number,)).fetchone() is None:
        raise ValueError(f"the case has no judgement number {number}")
    if number in undone(all_of(db)):
        raise ValueError(f"judgement number {number} is undone already")
    return _add(db, "undo", (), who, why, None, number)


def _add(
    db: sqlite3.Connection,
    kind: JudgementKind,
    anchors: Sequence[Anchor],
    who: str,
    why: str,
    value: str | None,
    undoes: int | None,
) -> Judgement:
    when = now()
    row = db.execute(
        "INSERT INTO judgement (kind, anchors, who, at, why, value, undoes) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (kind, written(tuple(anchors)), who, when, why, value, undoes),
    )
    number = int(row.lastrowid or 0)
    return Judgement(number=number, kind=kind, anchors=tuple(anchors), who=who, when=when, why=why, value=value, undoes=undoes)  # fmt: skip


def all_of(db: sqlite3.Connection) -> tuple[Judgement, ...]:
    """Return all judgements of a case in the order in which they were made, undoings included."""
    rows = db.execute("SELECT number, kind, anchors, who, at, why, value, undoes FROM judgement ORDER BY number")
    return tuple(
        Judgement(number=number, kind=kind, anchors=parsed(anchors, tuple[Anchor, ...]), who=who, when=at, why=why, value=value, undoes=undoes)
        for number, kind, anchors, who, at, why, value, undoes in rows
    )  # fmt: skip


def undone(judgements: Sequence[Judgement]) -> dict[int, int]:
    """Return, by the number of each judgement that is taken back, the number of the record that does so; an undoing may be undone."""
    by: dict[int, int] = {}
    gone: set[int] = set()
    for one in reversed(judgements):
        if one.undoes is not None and one.number not in gone:
            by[one.undoes] = one.number
            gone.add(one.undoes)
    return by


def in_force(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Return the judgements that hold: none that is undone, and no undoing."""
    gone = undone(judgements)
    return tuple(one for one in judgements if one.kind != "undo" and one.number not in gone)
