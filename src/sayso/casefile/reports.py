"""The reports of a case: their texts as they were read, in the order in which they came."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sayso.casefile.codec import parsed, written
from sayso.model import Report, Unread
from sayso.reading.identity import fingerprint, ids

_COLUMNS = "number, mark, added, text, header"


@dataclass(frozen=True, slots=True)
class Held:
    """A report of a case: its number in the order of adding, its mark, when it was added (UTC), the report itself."""

    number: int
    mark: str
    added: str
    report: Report


def now() -> str:
    """Return the present moment in UTC as ISO 8601, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def mark_of(report: Report) -> str:
    """Return what makes a report this one and no other: text, outlet, date, and address or path."""
    return fingerprint(report.sha256_text, report.outlet, report.published, report.url or report.file)


def held(db: sqlite3.Connection) -> tuple[Held, ...]:
    """Return the reports of a case in the order in which they were added; ids are those that the whole pile gives."""
    rows = db.execute(f"SELECT {_COLUMNS} FROM report ORDER BY number").fetchall()
    names = ids([mark for _, mark, *_ in rows])
    return tuple(
        Held(number, mark, added, replace(parsed(header, Report), id=id, text=text))
        for id, (number, mark, added, text, header) in zip(names, rows, strict=True)
    )


def insert(
    db: sqlite3.Connection, reports: Iterable[Report], unread: Iterable[Unread], most: int
) -> tuple[tuple[str, ...], tuple[Unread, ...]]:
    """Add reports that the case does not hold yet, at most up to `most` in all; return the marks of those added, and what was not taken and why.

    `unread` is kept too, but for files that a report was made of after all.
    """
    when = now()
    count = db.execute("SELECT count(*) FROM report").fetchone()[0]
    added: list[str] = []
    left: list[Unread] = []
    for report in reports:
        mark = mark_of(report)
        same = db.execute(
            "SELECT file FROM report WHERE mark = ? OR (sha256_file = ? AND sha256_text = ? AND header ->> 'outlet' IS ?) ORDER BY number",
            (mark, report.sha256_file, report.sha256_text, report.outlet),
        ).fetchone()
        if same is not None:
            left.append(Unread(report.file, "read twice", f"the case holds it already as {same[0]}; it counts once"))
        elif count + len(added) >= most:
            left.append(
                Unread(
                    report.file, "not read", f"a case holds at most {most:,} reports; make another case for the rest"
                )
            )
        else:
            row = db.execute(
                "INSERT INTO report (mark, added, sha256_text, sha256_file, file, text, header) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (mark, when, report.sha256_text, report.sha256_file, report.file, report.text, written(replace(report, text=""))),
            )  # fmt: skip
            # No trigger does this: SQLite lets a file that may come from anybody run none on a virtual table.
            db.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (row.lastrowid, report.text))
            db.execute("DELETE FROM unread WHERE file = ?", (report.file,))
            added.append(mark)
    for entry in unread:
        if entry.reason != "read twice":
            db.execute(
                "INSERT OR IGNORE INTO unread (file, reason, detail, added) VALUES (?, ?, ?, ?)",
                (entry.file, entry.reason, entry.detail, when),
            )
    return tuple(added), tuple(left)


def unread(db: sqlite3.Connection) -> tuple[Unread, ...]:
    """Return what was given to the case and not read."""
    rows = db.execute("SELECT file, reason, detail FROM unread ORDER BY file, reason, detail")
    return tuple(Unread(file, reason, detail) for file, reason, detail in rows)
