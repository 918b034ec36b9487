"""Errors in words on the standard error, with an exit code, and never a traceback for what is expected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer

from sayso.cli.codes import Code
from sayso.errors import NameNotClearError, NotTwoReportsError, SaysoError

if TYPE_CHECKING:
    from sayso.model import Unread


_stopped = ["stopped; nothing was written"]


@contextmanager
def told(stopped: str | None = None) -> Iterator[None]:
    """Say an expected error and leave: code 1, 2 for a name that is not clear or reports that are not two, 130 when stopped by hand.

    `stopped` is what is said when the block is stopped; nothing was written when None.
    """
    if stopped is not None:
        _stopped.append(stopped)
    try:
        yield
    except (NameNotClearError, NotTwoReportsError) as error:
        fail(str(error), Code.misuse)
    except SaysoError as error:
        fail(str(error), Code.failed)
    except KeyboardInterrupt:
        fail(when_stopped(), Code.stopped)
    finally:
        if stopped is not None:
            _stopped.pop()


def when_stopped() -> str:
    """Return what is to be said when the program is stopped now."""
    return _stopped[-1]


def fail(message: str, code: Code) -> NoReturn:
    """Say what failed and leave with `code`."""
    typer.echo(f"sayso: {safe(message)}", err=True)
    raise typer.Exit(int(code))


def safe(words: str) -> str:
    """Return words of others without what could steer the terminal."""
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in words)


def tell_unread(unread: Sequence[Unread], quiet: bool) -> None:
    """Tell what was not read, unless all shall be quiet."""
    for entry in () if quiet else unread:
        typer.echo(f"{entry.reason}: {safe(entry.file)}: {safe(entry.detail)}", err=True)
