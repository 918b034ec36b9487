"""Errors in words on the standard error, with an exit code, and never a traceback for what is expected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer

from sayso.cli.codes import Code
from sayso.errors import NameNotClearError, SaysoError


@contextmanager
def told() -> Iterator[None]:
    """Say an expected error and leave: code 1, 2 for a name that is not clear, 130 when stopped by hand."""
    try:
        yield
    except NameNotClearError as error:
        fail(str(error), Code.misuse)
    except SaysoError as error:
        fail(str(error), Code.failed)
    except KeyboardInterrupt:
        fail("stopped; nothing was written", Code.stopped)


def fail(message: str, code: Code) -> NoReturn:
    """Say what failed and leave with `code`."""
    typer.echo(f"sayso: {safe(message)}", err=True)
    raise typer.Exit(int(code))


def safe(words: str) -> str:
    """Return words of others without what could steer the terminal."""
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in words)
