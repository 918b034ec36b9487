"""Tokens: words, numbers and marks with their ranges and normal forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from sayso.resources import rows

# `\w` leaves out combining marks, joiners and the soft hyphen, which stand inside words of many scripts.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0981-\u0983\u09bc-\u09cd\u0e31"
    "\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u2060\ufe20-\ufe2f"
)
_W = rf"[\w{_MARKS}]"
_APOSTROPHE = "['’ʼ‘]"

TOKEN = re.compile(
    rf"""
    (?P<address> (?:https?://|www\.)[^\s<>"”]*[^\s<>"”.,;:!?)\]'’] | [\w.+-]+@[\w-]+(?:\.[\w-]+)+ )
  | (?P<handle> [@\#]\w+ )
  | (?P<initials> (?:[^\W\d_]\.){{2,}}(?:-\w+)* | [A-ZÀ-ÖØ-ÞА-Я]\.(?=[ \u00a0]?[A-Z][a-z.]) )
  | (?P<number> (?:[A-Z]{{0,3}}[$€£¥₽₹₩₴₺])?\d+(?:[.,:/]\d+)*{_W}*(?:[-‑]{_W}+)* )
  | (?P<word> {_W}+(?:(?:[-‑&]|{_APOSTROPHE}(?=[^\W\d_])){_W}+)* )
  | (?P<dots> \.{{2,}} | … )
  | (?P<dash> -{{2,}} | [–—―] )
  | (?P<mark> \S )
    """,
    re.VERBOSE,
)
CLITIC = re.compile(rf"(?i)(?<=\w)(n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))$")
CONTRACTED = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}

_STRAIGHT = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‑": "-"}
    | dict.fromkeys("\u00ad\u200c\u200d\u2060\ufeff")
)


@lru_cache(maxsize=65536)
def normal(word: str) -> str:
    """Return the lower-cased form with straight quotes, plain hyphens and composed letters; never empty."""
    plain = word if word.isascii() else unicodedata.normalize("NFC", word.translate(_STRAIGHT))
    return plain.lower() or word


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the tokens of text[start:end], in order, without overlaps."""
    at = start
    while match := TOKEN.search(text, at, end):
        a, b = match.span()
        if match.lastgroup == "word":
            if _keeps_stop(text, a, b, end):
                b += 1
                yield a, b
            else:
                yield from _word(text, a, b)
        else:
            yield a, b
        at = b


@cache
def abbreviations() -> dict[str, str]:
    """Return what must follow the full stop of each abbreviation: name, number, any."""
    return {row[0]: row[1] for row in rows("abbreviations")}


def _keeps_stop(text: str, a: int, b: int, end: int) -> bool:
    """Tell whether the word a..b is an abbreviation whose full stop belongs to it."""
    if b >= end or text[b] != "." or b - a > 8:
        return False
    follows = abbreviations().get(text[a:b].lower())
    if follows is None or text.startswith("..", b):
        return False
    rest = text[b + 1 : b + 3].lstrip()
    if follows == "number":
        return rest[:1].isdigit()
    if follows == "name":
        return rest[:1].isupper() and text[a].isupper()
    return text[a].isupper() or text[a:b] in ("etc", "vs", "approx", "est", "al")


def _word(text: str, a: int, b: int) -> Iterator[tuple[int, int]]:
    word = text[a:b]
    clitic = CLITIC.search(word)
    cut = a + clitic.start() if clitic else a + CONTRACTED.get(word.lower(), 0)
    if a < cut < b:
        yield a, cut
        yield cut, b
    else:
        yield a, b
