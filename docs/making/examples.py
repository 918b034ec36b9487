"""Runs the examples of a page and puts in what they print.

A block of code is run when its first line says so: ```` ```console run ````, ```` ```pycon run ```` or ```` ```python run ````. All blocks of a page run one after the other in one folder,
in which `examples/` and `reports/` (the example pile) lie, and the Python blocks in one namespace. What a console or pycon block prints is part of
it: `make reference` writes it anew, and a test compares it. Of the shell only `sayso ...` is understood, ended by `| head -n N` or `| tail -n N` if need be.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from sayso.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"^```(console|pycon|python) run\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COLUMNS = 100


class ExampleError(Exception):
    """An example of the documentation does not run."""


def examples_in(text: str) -> bool:
    """Tell whether a page has blocks to run."""
    return _BLOCK.search(text) is not None


def refreshed(text: str) -> str:
    """Return a page with the output of its blocks as the program prints it now. Raises ExampleError when a block does not run."""
    names: dict[str, Any] = {"__name__": "__main__"}

    def renewed(block: re.Match[str]) -> str:
        kind, content = block[1], block[2]
        if kind == "console":
            made = _console(content)
        else:
            made = _pycon(content, names) if kind == "pycon" else _python(content, names)
        return f"```{kind} run\n{made}```"

    with _folder():
        return _BLOCK.sub(renewed, text)


@contextlib.contextmanager
def _folder() -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "examples", Path(folder, "examples"))
        shutil.copytree(ROOT / "examples" / "orlava-gospels" / "reports", Path(folder, "reports"))
        with contextlib.chdir(folder):
            yield


def _console(content: str) -> str:
    lines = []
    for line in content.splitlines():
        if line.startswith("$ "):
            lines += [line, *_printed(line[2:])]
    if not lines:
        raise ExampleError(f"a console block needs a line that begins with '$ ':\n{content}")
    return "\n".join(lines) + "\n"


def _printed(command: str) -> list[str]:
    words = shlex.split(command)
    shown = slice(None)
    if "|" in words:
        words, rest = words[: words.index("|")], words[words.index("|") + 1 :]
        if len(rest) != 3 or rest[0] not in ("head", "tail") or rest[1] != "-n":
            raise ExampleError(f"only '| head -n N' and '| tail -n N' are understood: {command}")
        shown = slice(int(rest[2])) if rest[0] == "head" else slice(-int(rest[2]), None)
    if words[:1] != ["sayso"]:
        raise ExampleError(f"only sayso is run: {command}")
    result = CliRunner(env={"COLUMNS": str(_COLUMNS), "NO_COLOR": "1"}).invoke(app, words[1:])
    if result.exit_code:
        raise ExampleError(f"{command}: exit code {result.exit_code}, {result.exception!r}\n{result.output}")
    return [line.rstrip() for line in result.stdout.strip("\n").splitlines()][shown]


def _pycon(content: str, names: dict[str, Any]) -> str:
    lines = []
    for example in doctest.DocTestParser().get_examples(content):
        first, *more = example.source.rstrip("\n").split("\n")
        lines += [f">>> {first}", *(f"... {line}".rstrip() for line in more)]
        lines += _run(example.source, names, "single").rstrip("\n").splitlines()
    if not lines:
        raise ExampleError(f"a pycon block needs a line that begins with '>>> ':\n{content}")
    return "\n".join(lines) + "\n"


def _python(content: str, names: dict[str, Any]) -> str:
    _run(content, names, "exec")
    return content


def _run(source: str, names: dict[str, Any], mode: str) -> str:
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            exec(compile(source, "<example>", mode), names)  # the text is this project's own documentation
    except Exception as error:
        raise ExampleError(f"{type(error).__name__}: {error}\n{source}") from error
    return printed.getvalue()
