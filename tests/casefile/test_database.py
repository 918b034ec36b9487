"""The file: made whole or not at all, locked files, files that are no case, damage, a full disk."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from sayso.casefile.database import Database
from sayso.errors import CaseBusyError, CaseDamagedError, CaseNotWrittenError, NotACaseError


def test_a_new_case_is_one_file_and_nothing_beside_it(tmp_path: Path) -> None:
    made = Database.create(tmp_path / "x.sayso")
    with made.writing() as db:
        db.execute("INSERT INTO look (who, at) VALUES ('ana', 'now')")
    assert [path.name for path in tmp_path.iterdir()] == ["x.sayso"]


def test_what_is_there_already_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "x.sayso").write_text("mine")
    with pytest.raises(NotACaseError, match="already something"):
        Database.create(tmp_path / "x.sayso")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("x.sayso", "mine")]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseNotWrittenError, match=r"cannot be made: no such file or directory; choose a folder"):
        Database.create(tmp_path / "nowhere" / "x.sayso")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"Outlet: The Quay\n\nThe lamp went dark.", "is no case file"),
        (b"SQLite format 3", "is no case file"),
    ],
)
def test_a_file_that_is_no_case_is_told_and_left_alone(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "x.sayso"
    path.write_bytes(content)
    with pytest.raises(NotACaseError, match=words):
        Database.open(path)
    assert path.read_bytes() == content


def test_a_missing_file_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(NotACaseError, match="there is no case file"):
        Database.open(tmp_path / "x.sayso")
    made = Database.create(tmp_path / "y.sayso")
    made.path.unlink()
    with pytest.raises(NotACaseError, match="there is no case file"), made.writing():
        pass
    assert not list(tmp_path.iterdir())


def test_a_database_of_another_program_is_told_and_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.db")) as db:
        db.execute("CREATE TABLE report (number INTEGER)")
        db.commit()
    before = (tmp_path / "other.db").read_bytes()
    with pytest.raises(NotACaseError, match="a database, but no case of Sayso"):
        Database.open(tmp_path / "other.db")
    assert (tmp_path / "other.db").read_bytes() == before


def test_damage_is_told(tmp_path: Path) -> None:
    made = Database.create(tmp_path / "x.sayso")
    whole = made.path.read_bytes()
    made.path.write_bytes(whole[:100] + bytes(len(whole) - 100))
    with pytest.raises(CaseDamagedError, match="take a copy made before"), Database.open(made.path).reading() as db:
        db.execute("SELECT * FROM report").fetchall()


def test_a_locked_file_waits_a_bounded_time_and_says_so(tmp_path: Path) -> None:
    made = Database.create(tmp_path / "x.sayso")
    with made.writing() as db:
        db.execute("INSERT INTO look (who, at) VALUES ('ana', 'now')")
        start = time.monotonic()
        told = pytest.raises(CaseBusyError, match=r"writing to .* for more than 0 seconds; nothing was changed")
        with told, Database(made.path, wait=0.3).writing():
            pass
        assert 0.2 < time.monotonic() - start < 5


def test_who_waits_long_enough_gets_in(tmp_path: Path) -> None:
    made = Database.create(tmp_path / "x.sayso")
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with made.writing() as db:
            db.execute("INSERT INTO look (who, at) VALUES ('ana', 'now')")
            held.set()
            done.wait(0.3)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    with made.writing() as db:
        assert db.execute("SELECT count(*) FROM look").fetchone() == (1,)
    thread.join()


def test_readers_see_one_state_while_others_write(tmp_path: Path) -> None:
    made = Database.create(tmp_path / "x.sayso")
    with made.reading() as db:
        assert db.execute("SELECT count(*) FROM look").fetchone() == (0,)
        with pytest.raises(CaseBusyError), Database(made.path, wait=0.1).writing() as other:
            other.execute("INSERT INTO look (who, at) VALUES ('ana', 'now')")
        assert db.execute("SELECT count(*) FROM look").fetchone() == (0,)


def test_an_error_inside_takes_all_of_it_back(tmp_path: Path) -> None:
    made = Database.create(tmp_path / "x.sayso")
    with pytest.raises(KeyboardInterrupt), made.writing() as db:
        db.execute("INSERT INTO look (who, at) VALUES ('ana', 'now')")
        raise KeyboardInterrupt
    with made.reading() as db:
        assert db.execute("SELECT count(*) FROM look").fetchone() == (0,)


def test_a_full_disk_is_told_and_changes_nothing(tmp_path: Path) -> None:
    made = Database.create(tmp_path / "x.sayso")
    pages = made.path.stat().st_size // 4096
    told = pytest.raises(CaseNotWrittenError, match="no space left")
    with told, Database(made.path, pages=pages + 2).writing() as db:
        db.execute("INSERT INTO look (who, at, content) VALUES ('ana', 'now', zeroblob(100000))")
    with made.reading() as db:
        assert db.execute("SELECT count(*) FROM look").fetchone() == (0,)
    with made.writing() as db:
        db.execute("INSERT INTO look (who, at, content) VALUES ('ana', 'now', zeroblob(100000))")
