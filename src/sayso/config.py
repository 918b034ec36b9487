"""Typed settings: limits of what is read, number of workers, and the shape of a progress report."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field

Progress = Callable[[str, int, int], None]
"""Called as `progress(stage, done, total)`: a few plain words for the stage, then counts."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading accepts; what lies beyond is listed as unread, with the limit in words.

    `file_bytes` bounds one file as it lies on disk, `unpacked_bytes` what an office document unpacks to, `characters` the text of one
    report in code points, `markup` the source of one page in characters, `pages` those of a PDF. `files` and `reports` are the numbers of
    one pile. A file that is read in a process of its own (PDF, office documents, whatever is big) has `seconds` of a
    processor and `memory` bytes for it.
    """

    file_bytes: int = 20_000_000
    unpacked_bytes: int = 50_000_000
    characters: int = 200_000
    markup: int = 5_000_000
    pages: int = 500
    files: int = 20_000
    reports: int = 2_000
    seconds: float = 20.0
    memory: int = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How an analysis runs; none of it changes what is found.

    `workers` is the number of processes. When it is None there is one each processor, but a pile with less than `pool_from` characters
    of text is analysed in this process: starting others would cost more than it saves.
    """

    workers: int | None = None
    pool_from: int = 150_000
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        if self.workers is not None and self.workers < 1:
            raise ValueError(f"workers must be 1 or more, got {self.workers}")

    def processes(self) -> int:
        """Return the number of processes to use, at least 1."""
        if self.workers is not None:
            return self.workers
        if hasattr(os, "sched_getaffinity"):
            return max(1, len(os.sched_getaffinity(0)))
        return max(1, os.cpu_count() or 1)


THREADS = "SAYSO_THREADS"
"""The variable that tells a process how many threads may read one report; set to 1 for the processes of a pool."""


def threads() -> int:
    """Return how many threads read one report in this process, at least 1; none of it changes what is found."""
    told = os.environ.get(THREADS, "")
    return max(1, int(told)) if told.isdigit() else Settings().processes()
