"""Small pieces of Markdown."""

from __future__ import annotations

import inspect
import re
import textwrap
from collections.abc import Iterable, Sequence

NOTE = "<!-- Made from the code by `make reference`; do not edit by hand. -->"


def page(title: str, parts: Iterable[str]) -> str:
    """Return a page with its title, a note that it is made, and its parts."""
    return "\n\n".join([f"# {title}", NOTE, *(part.strip("\n") for part in parts)]) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; bars and line ends in cells are escaped."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")


def code(words: str) -> str:
    """Return words as code in a line, or nothing for no words."""
    return f"`{words}`" if words else ""


def fence(words: str, language: str = "") -> str:
    """Return words as a block of code."""
    return f"```{language}\n{words.strip(chr(10))}\n```"


def slug(heading: str) -> str:
    """Return the anchor that code hosts give a heading: lower case, marks dropped, spaces as hyphens."""
    plain = re.sub(r"[*`]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def docstring(thing: object) -> str:
    """Return a docstring as Markdown: paragraphs in one line each, examples in a block of code."""
    parts = []
    for block in (inspect.getdoc(thing) or "").split("\n\n"):
        if block.startswith(">>>"):
            parts.append(fence(re.sub(r" *# doctest: \+SKIP", "", block), "python"))
        elif block.startswith(" "):
            parts.append(fence(textwrap.dedent(block)))
        else:
            parts.append(" ".join(block.split()))
    return "\n\n".join(parts)


def first_line(thing: object) -> str:
    """Return the first sentence of a docstring."""
    return (inspect.getdoc(thing) or "").partition("\n")[0]
