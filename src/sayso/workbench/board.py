"""What the workbench is doing, for all windows to see: one snapshot, counted up with every change."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import Literal

FileState = Literal["waiting", "reading", "added", "not added"]
_FILES = 300
"""Files of which the last state is still told."""


@dataclass(frozen=True, slots=True)
class File:
    """A file that was dropped: its number in this run, its name, how far it is, and in words what became of it."""

    number: int
    name: str
    state: FileState
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """A snapshot: its count, the revision that is drawn (empty before the first), what is being done, how much of it, what failed."""

    count: int = 0
    drawn: str = ""
    doing: str = ""
    done: int = 0
    total: int = 0
    failed: str = ""
    files: tuple[File, ...] = ()


class Board:
    """Holds the snapshot; any thread may write on it and read it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._status = Status()
        self._files: OrderedDict[int, File] = OrderedDict()

    @property
    def status(self) -> Status:
        """The snapshot as it is now."""
        return self._status

    def doing(self, what: str, done: int, total: int) -> None:
        """Say what is being done; empty when nothing is. Has the form of a progress function."""
        with self._lock:
            self._status = replace(self._status, count=self._status.count + 1, doing=what, done=done, total=total)

    def drawn(self, revision: str) -> None:
        """Say which revision is drawn now; what failed before is past."""
        with self._lock:
            self._status = replace(
                self._status, count=self._status.count + 1, drawn=revision, doing="", done=0, total=0, failed=""
            )

    def failed(self, words: str) -> None:
        """Say that the case could not be worked out, and why."""
        with self._lock:
            self._status = replace(self._status, count=self._status.count + 1, failed=words, doing="", done=0, total=0)

    def file(self, file: File) -> None:
        """Say how far a file is."""
        with self._lock:
            self._files[file.number] = file
            while len(self._files) > _FILES:
                self._files.popitem(last=False)
            self._status = replace(self._status, count=self._status.count + 1, files=tuple(self._files.values()))
