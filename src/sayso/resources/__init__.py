"""Lexicons and gazetteers as data, one folder a language; read once, on first use.

Three plain formats, all UTF-8, `#` starts a comment line: `.txt` one entry a line; `.tsv` one row a line, cells parted by tabs; `.toml`
for whatever has structure.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.errors import ResourceError


def raw(name: str, language: str = "en") -> str:
    """Return the text of the resource file `name` of a language; raises ResourceError when it is missing or no UTF-8."""
    try:
        return files(__name__).joinpath(language).joinpath(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ResourceError(f"the lexicon {language}/{name} cannot be read ({error}); reinstall sayso") from error


def _lines(name: str, language: str) -> list[str]:
    return [line for line in raw(name, language).splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str, language: str = "en") -> frozenset[str]:
    """Return the entries of `name`.txt, as they stand."""
    return frozenset(line.strip() for line in _lines(f"{name}.txt", language))


@cache
def rows(name: str, language: str = "en") -> tuple[tuple[str, ...], ...]:
    """Return the rows of `name`.tsv in file order; cells are stripped."""
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in _lines(f"{name}.tsv", language))


@cache
def tree(name: str, language: str = "en") -> dict[str, Any]:
    """Return `name`.toml as a dictionary: treat it as read-only. Raises ResourceError when it does not parse."""
    try:
        return tomllib.loads(raw(f"{name}.toml", language))
    except tomllib.TOMLDecodeError as error:
        raise ResourceError(f"the lexicon {language}/{name}.toml is broken ({error}); reinstall sayso") from error
