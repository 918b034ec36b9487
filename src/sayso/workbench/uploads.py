"""Files that are dropped in: names made harmless, sizes and times bounded, kept in a private folder until they are read and then removed."""

from __future__ import annotations

import re
import shutil
import tempfile
import threading
import time
import unicodedata
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sayso.config import Limits

_NAME = 120
"""Bytes that a name may have, ending included: less than any file system allows."""
_CHUNK = 65_536
_DEVICES = re.compile(r"(?i)^(con|prn|aux|nul|com\d|lpt\d)(\.|$)")


class TooMuchError(ValueError):
    """A file is too big, comes too slowly, or too many wait."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What is accepted: bytes of one file, files and bytes that wait to be read, and seconds in which one must have come."""

    file_bytes: int = Limits().file_bytes
    waiting_files: int = 200
    waiting_bytes: int = 200_000_000
    seconds: float = 120.0


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that waits: its number in this run, its harmless name, where it lies."""

    number: int
    name: str
    path: Path
    size: int


def harmless(name: str) -> str:
    """Return a file's name that means nothing but itself on any system: no folder, no control or direction sign, no device, no hidden file, not long.

    >>> harmless("../../etc/pass\\u202ewd.txt")
    'passwd.txt'
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode()))[-1]
    kept = "".join(
        char for char in last if unicodedata.category(char)[0] != "C" and unicodedata.category(char) not in ("Zl", "Zp")
    )
    kept = re.sub(r'[<>:"|?*\[\]]', "_", " ".join(kept.split())).strip(". ")
    if _DEVICES.match(kept):
        kept = f"_{kept}"
    suffix = PurePosixPath(kept).suffix[:12]
    stem = kept[: len(kept) - len(suffix)] if suffix else kept
    while len((stem + suffix).encode()) > _NAME:
        stem = stem[:-1]
    return (stem.rstrip(". ") + suffix).rstrip(". ") or "unnamed"


class Inbox:
    """Files between the moment they came and the moment they are read."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self._folder = Path(tempfile.mkdtemp(prefix="sayso-"))
        self._lock = threading.Lock()
        self._waiting: deque[Upload] = deque()
        self._files = self._bytes = self._count = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def take(self, name: str, length: int, read: Callable[[int], bytes]) -> Upload:
        """Take a file of `length` bytes; raises TooMuchError when it is beyond the bounds, ConnectionError when it ends early."""
        if length > self.bounds.file_bytes:
            raise TooMuchError(
                f"the file has {length:,} bytes, more than the {self.bounds.file_bytes:,} that are read; split it into its reports"
            )
        with self._lock:
            if self._files >= self.bounds.waiting_files or self._bytes + length > self.bounds.waiting_bytes:
                raise TooMuchError(
                    f"{self._files:,} files wait to be read already; drop this one again when they are read"
                )
            self._files += 1
            self._bytes += length
            self._count += 1
            number = self._count
        folder = self._folder / str(number)
        try:
            folder.mkdir()
            upload = Upload(number, harmless(name), folder / harmless(name), length)
            self._write(upload.path, length, read)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            self._let_go(length)
            raise
        self._waiting.append(upload)
        return upload

    def _write(self, path: Path, length: int, read: Callable[[int], bytes]) -> None:
        deadline = time.monotonic() + self.bounds.seconds
        with path.open("xb") as file:
            while length > 0:
                if time.monotonic() > deadline:
                    raise TooMuchError(f"the file did not come within {self.bounds.seconds:g} seconds; try again")
                part = read(min(_CHUNK, length))
                if not part:
                    raise ConnectionError("the file ended early")
                file.write(part)
                length -= len(part)

    def next(self) -> Upload | None:
        """Return the file that waits longest, None when none does."""
        return self._waiting.popleft() if self._waiting else None

    def done(self, upload: Upload) -> None:
        """Remove a file that was read."""
        shutil.rmtree(upload.path.parent, ignore_errors=True)
        self._let_go(upload.size)

    def _let_go(self, length: int) -> None:
        with self._lock:
            self._files -= 1
            self._bytes -= length

    def close(self) -> None:
        """Remove all that is left."""
        shutil.rmtree(self._folder, ignore_errors=True)
