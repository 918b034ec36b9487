"""Progress on the standard error, while it works and only on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from sayso.config import Progress


def _silent(stage: str, done: int, total: int) -> None:
    """Take a progress report and show nothing."""


@contextmanager
def showing(quiet: bool) -> Iterator[Progress]:
    """Give a progress function that draws a bar on a terminal, prints one line a stage elsewhere, and nothing when `quiet`."""
    if quiet:
        yield _silent
    elif not sys.stderr.isatty():
        said: list[str] = []

        def line(stage: str, done: int, total: int) -> None:
            if stage not in said:
                said.append(stage)
                sys.stderr.write(f"{stage} ...\n")

        yield line
    else:
        with _bar() as progress:
            yield progress


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    bars = Bars(
        TextColumn("{task.description:<28}", markup=False),
        BarColumn(bar_width=30),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bars:
        task = bars.add_task("starting", total=None)
        current = ""

        def draw(stage: str, done: int, total: int) -> None:
            nonlocal current
            if stage != current:
                current = stage
                bars.reset(task, total=total, description=stage)
            bars.update(task, completed=done, total=total)

        yield draw
