"""What was last seen of a case, by whom: the state that changes are told against."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from sayso.casefile.analyses import Finding
from sayso.casefile.codec import packed, unpacked
from sayso.casefile.reports import now


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding with the state of the case it was made of: marks of its reports, numbers of the judgements in force, version of the code."""

    finding: Finding
    marks: tuple[str, ...]
    judged: tuple[int, ...]
    code: str


@dataclass(frozen=True, slots=True)
class Look:
    """One look at a case: who looked, when (UTC), what was seen."""

    who: str
    when: str
    seen: Seen


def last(db: sqlite3.Connection, who: str) -> Look | None:
    """Return the last look of a person, None before the first."""
    row = db.execute(
        "SELECT at, content FROM look WHERE who = ? AND content IS NOT NULL ORDER BY number DESC LIMIT 1", (who,)
    ).fetchone()
    return None if row is None else Look(who, row[0], unpacked(row[1], Seen))


def insert(db: sqlite3.Connection, who: str, seen: Seen) -> Look:
    """Mark a state as seen; of earlier looks of the same person the moment alone is kept."""
    when = now()
    db.execute("UPDATE look SET content = NULL WHERE who = ?", (who,))
    db.execute("INSERT INTO look (who, at, content) VALUES (?, ?, ?)", (who, when, packed(seen)))
    return Look(who, when, seen)
