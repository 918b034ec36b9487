"""Progress on the standard error, while it works and only on a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sayso.config import Progress

# Seconds until the first line, and between lines, where there is no terminal.
_FIRST, _EVERY = 10.0, 30.0


def _silent(stage: str, done: int, total: int) -> None:
    """Take a progress report and show nothing."""


@contextmanager
def showing(quiet: bool) -> Iterator[Progress]:
    """Give a progress function: a bar on a terminal, elsewhere a line now and then when it takes long, nothing when `quiet`."""
    if quiet:
        yield _silent
    elif not sys.stderr.isatty():
        yield _lines()
    else:
        with _bar() as progress:
            yield progress


def _lines() -> Progress:
    """Say where it stands after ten seconds, then twice a minute: a log of a short run stays empty."""
    start = time.monotonic()
    due = start + _FIRST

    def line(stage: str, done: int, total: int) -> None:
        nonlocal due
        now = time.monotonic()
        if now >= due:
            due = now + _EVERY
            count = f", {done:,} of {total:,}" if total > 1 else ""
            sys.stderr.write(f"{stage}{count} ({now - start:.0f} s)\n")

    return line


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    bars = Bars(
        TextColumn("{task.description:<28}", markup=False),
        BarColumn(bar_width=30),
        TextColumn("{task.fields[count]:>11}", markup=False),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bars:
        task = bars.add_task("starting", total=None, count="")
        current = ""

        def draw(stage: str, done: int, total: int) -> None:
            nonlocal current
            if stage != current:
                current = stage
                bars.reset(task, total=_length(total), description=stage)
            count = f"{done:,}/{total:,}" if total > 1 else ""
            bars.update(task, completed=done, total=_length(total), count=count)

        yield draw


def _length(total: int) -> int | None:
    """Return the length of the bar: none, so that it pulses, for a stage that is one piece of work."""
    return total if total > 1 else None
