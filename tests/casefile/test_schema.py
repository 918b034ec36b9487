"""The versions of the file: an old one opens, a newer one is refused, a half-done migration is not there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sayso.casefile import Store, schema
from sayso.casefile.database import Database
from sayso.errors import CaseDamagedError, NotACaseError

TEXT = "The lamp on the quay went dark. Nobody knew why."
FIRST = (
    """CREATE TABLE report (number INTEGER PRIMARY KEY, mark TEXT NOT NULL UNIQUE, added TEXT NOT NULL, sha256_text TEXT NOT NULL,
    sha256_file TEXT NOT NULL, file TEXT NOT NULL, text TEXT NOT NULL, header TEXT NOT NULL) STRICT""",
    "CREATE TABLE analysis (key TEXT PRIMARY KEY, code TEXT NOT NULL, content BLOB NOT NULL) STRICT",
    "CREATE TABLE finding (number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, content BLOB NOT NULL) STRICT",
    """CREATE TABLE judgement (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, anchors TEXT NOT NULL, who TEXT NOT NULL,
    at TEXT NOT NULL, why TEXT NOT NULL, value TEXT, undoes INTEGER REFERENCES judgement (number)) STRICT""",
    "CREATE TABLE look (number INTEGER PRIMARY KEY AUTOINCREMENT, who TEXT NOT NULL, at TEXT NOT NULL, content BLOB) STRICT",
    """INSERT INTO report VALUES (1, 'abcdef0123456789', '2031-05-01T10:00:00.000Z', 'd1', 'f1', 'quay.txt',
    'The lamp on the quay went dark. Nobody knew why.',
    '{"id":"r","file":"quay.txt","text":"","body":{"start":0,"end":48},"sha256_file":"f1","sha256_text":"d1","outlet":"The Quay"}')""",
    """INSERT INTO judgement (kind, anchors, who, at, why) VALUES ('note',
    '[{"digest":"d1","report":"r-abcdef01","file":"quay.txt","start":4,"end":8,"exact":"lamp"}]', 'ana', '2031-05-01T10:01:00.000Z', 'which lamp?')""",
    "PRAGMA application_id = 1398896979",
    "PRAGMA user_version = 1",
)


def first_version(path: Path) -> Path:
    """A case as version 1 wrote it: a report, a note, no full text."""
    with closing(sqlite3.connect(path)) as db:
        for statement in FIRST:
            db.execute(statement)
        db.commit()
    return path


def test_the_fixture_is_what_version_one_was() -> None:
    with closing(sqlite3.connect(":memory:")) as old, closing(sqlite3.connect(":memory:")) as now:
        for statement in FIRST:
            old.execute(statement)
        schema.MIGRATIONS[0](now)
        columns = "SELECT m.name, p.name, p.type FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table' ORDER BY 1, p.cid"
        assert old.execute(columns).fetchall() == now.execute(columns).fetchall()


def test_a_case_of_an_older_version_opens_and_keeps_all_it_held(tmp_path: Path) -> None:
    store = Store.open(first_version(tmp_path / "old.sayso"))
    state = store.state()
    assert [(held.report.id, held.report.text, held.report.outlet) for held in state.reports] == [
        ("r-abcdef01", TEXT, "The Quay")
    ]
    assert [(one.number, one.who, one.anchors[0].exact) for one in state.judgements] == [(1, "ana", "lamp")]
    assert [match.mark for match in store.texts("lamps", 5)] == ["abcdef0123456789"]  # indexed by the migration
    with closing(sqlite3.connect(tmp_path / "old.sayso")) as db:
        assert schema.version_of(db) == schema.VERSION


def test_a_migration_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = first_version(tmp_path / "old.sayso")

    def fails(db: sqlite3.Connection) -> None:
        db.execute("CREATE TABLE half (way TEXT)")
        db.execute("INSERT INTO nowhere VALUES (1)")

    before = path.read_bytes()
    monkeypatch.setattr(schema, "MIGRATIONS", (schema.MIGRATIONS[0], fails))
    with pytest.raises(CaseDamagedError, match="no such table: nowhere"):
        Store.open(path)
    assert path.read_bytes() == before
    monkeypatch.undo()
    assert len(Store.open(path).state().reports) == 1


def test_a_case_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    Database.create(tmp_path / "new.sayso")
    with closing(sqlite3.connect(tmp_path / "new.sayso")) as db:
        db.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(NotACaseError, match=r"made by a newer version of Sayso \(format 3, this one reads up to 2\)"):
        Store.open(tmp_path / "new.sayso")


def test_a_judgement_cannot_be_deleted_or_changed(tmp_path: Path) -> None:
    Database.create(tmp_path / "new.sayso")
    with closing(sqlite3.connect(tmp_path / "new.sayso")) as db:
        db.execute("INSERT INTO judgement (kind, anchors, who, at, why) VALUES ('note', '[]', 'ana', 'now', '')")
        with pytest.raises(sqlite3.IntegrityError, match="never deleted"):
            db.execute("DELETE FROM judgement")
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            db.execute("UPDATE judgement SET why = 'other'")
