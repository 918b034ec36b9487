"""Which state a case file is in: the same words while nothing is added, judged or taken back, other words afterwards."""

from __future__ import annotations

import sqlite3

from sayso.errors import CaseMovedError


def revision(db: sqlite3.Connection) -> str:
    """Return the revision of a case: the numbers of its last report and its last judgement, and how many files were not read."""
    parts = ("max(number) FROM report", "max(number) FROM judgement", "count(*) FROM unread")
    return ".".join(str(db.execute(f"SELECT {part}").fetchone()[0] or 0) for part in parts)


def after(before: str, judgement: int) -> str:
    """Return the revision that follows `before` when the judgement with this number is written, and nothing else."""
    reports, _, unread = before.split(".")
    return f"{reports}.{judgement}.{unread}"


def expect(db: sqlite3.Connection, expected: str | None) -> None:
    """Raise CaseMovedError unless the case is at revision `expected`, or none is expected. Ask inside the transaction that writes."""
    if expected is not None and revision(db) != expected:
        raise CaseMovedError(
            "the case has changed since this page was drawn, in another window or by another program; nothing was written: "
            "look at it as it is now, and judge again"
        )
