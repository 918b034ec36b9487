"""The page of errors and exit codes, from the classes and the docstrings that name them."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import sayso
from docs.making.markdown import code, docstring, fence, first_line, page, table
from sayso.cli.codes import Code
from sayso.errors import SaysoError


def errors_page() -> str:
    """Return the page: the tree, each error, who raises what, and the exit codes."""
    parts = [
        "Every error that Sayso raises on purpose is a `sayso.SaysoError`; its text says what failed, on what, and what to do, and is meant for a person. One unreadable file is no error: it "
        "is listed in `Dossier.unread` with its reason, and the rest is analysed. Wrong arguments from Python are a `ValueError`.",
        "## The tree",
        fence("\n".join(_tree(SaysoError))),
        "## Each error",
        table(("error", "meaning"), [(code(each.__name__), docstring(each)) for each in _all(SaysoError)]),
        "## Who raises what",
        table(("function", "raises"), [(code(f"sayso.{name}"), raised) for name, raised in _raised()]),
        "## Exit codes of the command line",
        "The command line prints an error's text, without a traceback, to the standard error.",
        table(("code", "meaning"), [(str(int(each)), each.meaning) for each in Code]),
    ]
    return page("Errors and exit codes", parts)


def _below(root: type[Exception]) -> list[type[Exception]]:
    return [each for each in root.__subclasses__() if each.__module__ == "sayso.errors"]


def _all(root: type[Exception]) -> Iterator[type[Exception]]:
    yield root
    for below in _below(root):
        yield from _all(below)


def _tree(root: type[Exception], lead: str = "", own: str = "") -> Iterator[str]:
    yield f"{lead}{own}{root.__name__}"
    below = _below(root)
    inner = lead + {"": "", "├── ": "│   ", "└── ": "    "}[own]
    for each in below:
        yield from _tree(each, inner, "└── " if each is below[-1] else "├── ")


def _raised() -> Iterator[tuple[str, str]]:
    for name in sorted(sayso.__all__):
        thing = getattr(sayso, name)
        if inspect.isfunction(thing):
            assert first_line(thing)
            told = re.findall(r"Raises ([^.]*\.)", " ".join((inspect.getdoc(thing) or "").split()))
            yield name, " ".join(told) or "nothing on purpose"
