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

    `file_bytes` bounds one file as it lies on disk, `characters` its text in code points, `files` the number of files of one pile.
    """

    file_bytes: int = 20_000_000
    characters: int = 400_000
    files: int = 50_000


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
