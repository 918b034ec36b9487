"""The SQLite file of a case: opening, whole transactions, errors in words.

A connection lives as long as one reading or writing: the file is closed whenever nothing is done with it, and any thread may use a case. A
rollback journal, not a write-ahead log: what was committed stands in the one file, which may be copied (docs/decisions/0012).
"""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sayso.casefile.schema import APPLICATION, VERSION, migrate, version_of
from sayso.errors import CaseBusyError, CaseDamagedError, CaseError, CaseNotWrittenError, NotACaseError

WAIT = 10.0
"""Seconds to wait for another program that writes to the file."""
_MAGIC = b"SQLite format 3\x00"


class Database:
    """The file of one case; `wait` is how many seconds it waits for others, `pages` bounds its size in pages (for tests of a full disk)."""

    def __init__(self, path: Path, wait: float = WAIT, pages: int | None = None) -> None:
        self.path = path
        self.wait = wait
        self.pages = pages

    @classmethod
    def create(cls, path: Path, wait: float = WAIT) -> Database:
        """Make a new case file. Raises NotACaseError when something is there already, CaseNotWrittenError when it cannot be made."""
        part = cls(path.with_name(f".{path.name}.{os.getpid()}.part"), wait)
        try:
            part.path.open("wb").close()
            with part.writing() as db:
                migrate(db)
            _settle(part.path, path)
        except FileExistsError as error:
            message = f"there is already something at '{path}'; open it, or choose another name for the new case"
            raise NotACaseError(message) from error
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            message = f"the case file '{path}' cannot be made: {why}; choose a folder you may write to"
            raise CaseNotWrittenError(message) from error
        finally:
            part.path.unlink(missing_ok=True)
        return cls(path, wait)

    @classmethod
    def open(cls, path: Path, wait: float = WAIT) -> Database:
        """Open a case file, bringing it to the present version if it is older. Raises NotACaseError, CaseBusyError or CaseDamagedError."""
        made = cls(path, wait)
        made._check()
        with made.reading() as db:
            held = version_of(db)
            ours = int(db.execute("PRAGMA application_id").fetchone()[0]) == APPLICATION
        if not ours:
            raise NotACaseError(f"'{path}' is a database, but no case of Sayso; give a file made by `sayso case new`")
        if held > VERSION:
            raise NotACaseError(
                f"'{path}' was made by a newer version of Sayso (format {held}, this one reads up to {VERSION}); install the newer version"
            )
        if held < VERSION:
            with made.writing() as db:
                migrate(db)  # asks again for the version: another program may have come first
        return made

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that sees one state of the file, whatever others write meanwhile."""
        with self._transaction("DEFERRED") as db:
            yield db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a connection whose changes are all on the disk when the block ends, or none of them."""
        with self._transaction("IMMEDIATE") as db:
            yield db

    def _check(self) -> None:
        try:
            with self.path.open("rb") as file:
                head = file.read(len(_MAGIC))
        except FileNotFoundError as error:
            raise NotACaseError(f"there is no case file '{self.path}'; make one with `sayso case new`") from error
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            raise NotACaseError(f"the case file '{self.path}' cannot be opened: {why}") from error
        if head != _MAGIC:
            what = "is empty" if not head else "is no case file"
            raise NotACaseError(f"'{self.path}' {what}; give a file made by `sayso case new`")

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[sqlite3.Connection]:
        if not self.path.exists():  # SQLite would make an empty file
            raise NotACaseError(f"there is no case file '{self.path}'; make one with `sayso case new`")
        try:
            with closing(sqlite3.connect(self.path, timeout=self.wait, isolation_level=None)) as db:
                db.execute("PRAGMA synchronous = EXTRA")  # also the folder, so that a removed journal stays removed
                db.execute("PRAGMA fullfsync = 1")
                db.execute("PRAGMA foreign_keys = 1")
                db.execute("PRAGMA trusted_schema = 0")
                if self.pages is not None:
                    db.execute(f"PRAGMA max_page_count = {self.pages}")
                self._begin(db, kind)
                try:
                    yield db
                    db.execute("COMMIT")
                except BaseException:
                    if db.in_transaction:
                        db.execute("ROLLBACK")
                    raise
        except sqlite3.Error as error:
            raise self._told(error) from error

    def _begin(self, db: sqlite3.Connection, kind: str) -> None:
        """Begin a transaction and take its lock. SQLite's own waiting grows to a tenth of a second, in which a busy neighbour comes first again and again."""
        deadline = time.monotonic() + self.wait
        db.execute("PRAGMA busy_timeout = 0")
        while True:
            try:
                db.execute(f"BEGIN {kind}")
                db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                break
            except sqlite3.OperationalError as error:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                busy = (error.sqlite_errorname or "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
                if not busy or time.monotonic() >= deadline:
                    raise
            time.sleep(random.uniform(0.001, 0.01))
        db.execute(f"PRAGMA busy_timeout = {round(1000 * self.wait)}")

    def _told(self, error: sqlite3.Error) -> CaseError:
        code = getattr(error, "sqlite_errorname", "") or ""
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return CaseBusyError(
                f"another program has been writing to '{self.path}' for more than {self.wait:.0f} seconds; nothing was changed: "
                "try again when it is done"
            )
        if code.startswith("SQLITE_FULL"):
            return CaseNotWrittenError(
                f"there is no space left for '{self.path}'; nothing was changed: make room and try again"
            )
        if code.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
            return CaseNotWrittenError(
                f"'{self.path}' cannot be written ({error}); nothing was changed: check its permissions and those of its folder"
            )
        if code.startswith("SQLITE_IOERR"):
            return CaseNotWrittenError(
                f"the disk refused '{self.path}' ({error}); nothing was changed: check the disk and the space on it"
            )
        return CaseDamagedError(
            f"the case file '{self.path}' is damaged ({error}); take a copy made before, or add the reports to a new case"
        )


def _settle(part: Path, path: Path) -> None:
    """Give a finished file its name; raises FileExistsError when that is taken. A link, where there are links, never replaces anything."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        if path.exists():
            raise FileExistsError(17, "exists", str(path)) from None
        part.rename(path)
