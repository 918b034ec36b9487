"""Lines that are no journalism: calls to subscribe, share bars, cookie notices, captions, tag lines."""

from __future__ import annotations

import re
from functools import cache

from sayso.model import Span
from sayso.resources import raw

_MOST_WORDS = 60
_QUOTES = re.compile(r"[\"“”«»]")


@cache
def _pattern() -> re.Pattern[str]:
    lines = [line for line in raw("reading-boilerplate.txt").splitlines() if line.strip() and not line.startswith("#")]
    return re.compile("|".join(f"(?:{line})" for line in lines), re.IGNORECASE)


def boilerplate(text: str, lines: list[Span]) -> list[Span]:
    """Return those of `lines` that are boilerplate; one that quotes somebody never is. Never all of them."""
    found = [line for line in lines if is_boilerplate(line.of(text))]
    return found if len(found) < len(lines) else []


def is_boilerplate(words: str) -> bool:
    """Tell whether one line is no journalism."""
    shown = words.strip("*_[]()#>• ")
    if not shown:
        return True
    return (
        len(words) <= 600
        and len(words.split()) <= _MOST_WORDS
        and not _QUOTES.search(words)
        and bool(_pattern().fullmatch(shown))
    )
