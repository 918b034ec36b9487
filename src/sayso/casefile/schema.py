"""What a case file holds, version by version; a file of an older version is brought to this one when it is opened.

`user_version` of the SQLite header counts the version, `application_id` tells that the file is a case.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

APPLICATION = 0x5361_7953
"""'SaYS' in the header of the file."""

_FIRST = """
CREATE TABLE report (
    number INTEGER PRIMARY KEY,
    mark TEXT NOT NULL UNIQUE,      -- fingerprint of text, outlet, date and place: the id is cut from it
    added TEXT NOT NULL,            -- moment in UTC, ISO 8601
    sha256_text TEXT NOT NULL,
    sha256_file TEXT NOT NULL,
    file TEXT NOT NULL,
    text TEXT NOT NULL,
    header TEXT NOT NULL            -- the report's other fields, JSON
) STRICT;
CREATE TABLE analysis (
    key TEXT PRIMARY KEY,           -- digest of the report, the step and the code and models that made it
    code TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE TABLE finding (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,       -- digest of the reports, the judgements in force and the code and models
    content BLOB NOT NULL
) STRICT;
CREATE TABLE judgement (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    anchors TEXT NOT NULL,          -- JSON
    who TEXT NOT NULL,
    at TEXT NOT NULL,               -- moment in UTC, ISO 8601
    why TEXT NOT NULL,
    value TEXT,
    undoes INTEGER REFERENCES judgement (number)
) STRICT;
CREATE TRIGGER judgement_stays BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted'); END;
CREATE TRIGGER judgement_stands BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END;
CREATE TABLE look (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    who TEXT NOT NULL,
    at TEXT NOT NULL,
    content BLOB                    -- what was seen; only that of the last look of each person is kept
) STRICT;
"""

_SECOND = """
CREATE TABLE unread (
    file TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    added TEXT NOT NULL,
    PRIMARY KEY (file, reason, detail)
) STRICT;
CREATE VIRTUAL TABLE words USING fts5(text, content='report', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2');
INSERT INTO words (words) VALUES ('rebuild');
"""


def _script(text: str) -> Callable[[sqlite3.Connection], None]:
    """Return a migration that runs a script statement by statement: `executescript` would commit what is open."""

    def run(db: sqlite3.Connection) -> None:
        statement = ""
        for line in text.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                db.execute(statement)
                statement = ""

    return run


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_script(_FIRST), _script(_SECOND))
"""The n-th brings a file of version n to n + 1. A migration that was once released is never changed: a new one is added."""

VERSION = len(MIGRATIONS)


def version_of(db: sqlite3.Connection) -> int:
    """Return the version of an open file."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(db: sqlite3.Connection) -> None:
    """Bring a file to the present version; whoever calls holds the transaction, so that all of it happens or nothing."""
    at = version_of(db)
    for step in MIGRATIONS[at:]:
        step(db)
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute(f"PRAGMA user_version = {VERSION}")
