"""Numbers as news writes them, in digits and in words, to floats."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from sayso.resources import tree


def lexicon() -> dict[str, Any]:
    """Return the words of number and amount of the resource file."""
    return tree("quantities")


def either(words: Iterable[object]) -> str:
    """Return an alternation of literal words, longest first; a space stands for any white space."""
    held = sorted({str(w) for w in words}, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in held)


@cache
def number_pattern() -> str:
    """Return the pattern, without groups, of one number with its scale: '3,000', '2.4bn', 'two point four billion', 'three dozen'."""
    words = lexicon()
    scale = rf"(?:{either(words['scales'])})(?:(?<=d)s|(?<=n)s)?"
    short = rf"(?:{either(words['short_scales'])})(?![a-z])"
    digits = r"(?:\d{1,3}(?:\.\d{3}){2,}(?![\d.])|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d+(?:\.\d+)?)"
    units, tens = either(words["words"]["units"]), either(words["words"]["tens"])
    small = rf"(?:(?:{tens})(?:[\s-](?:{units}))?|(?:{units}))"
    spelt = rf"(?:(?:{small}|an?(?=\s+hundred\s+and\s)|an?(?=\s+thousand\s+and\s))(?:\s+hundred(?:\s+(?:and\s+)?{small})?)?(?:\s+thousand(?:\s+(?:and\s+)?{small}(?:\s+hundred(?:\s+(?:and\s+)?{small})?)?)?)?)"
    pointed = rf"(?:{small}\s+point(?:\s+{small})+)"
    halved = rf"(?:(?:{small}|\d+)\s+and\s+a\s+half)"
    article = rf"(?:an?(?:\s+half)?(?:[\s-]|\s+)(?={scale})|half\s+an?\s+(?={scale}))"
    return rf"(?:(?:{digits}(?:\s?{short}|(?:[\s-]+(?:{scale})\b)*)|(?:{pointed}|{halved}|{spelt})\b(?:[\s-]+{scale}\b)*|{article}{scale}\b(?:\s+{scale}\b)*))"


def value(words: str) -> float | None:
    """Return the number that `words` spell; None when they spell none. Number words are read by text2num."""
    lexed = lexicon()
    rest = words.lower().replace("\u00a0", " ").replace("\u202f", " ").strip()
    factor = 1.0
    scales: dict[str, int] = lexed["scales"]
    short: dict[str, int] = lexed["short_scales"]
    while found := re.search(rf"[\s-]*\b({either(scales)})s?$", rest):
        if not rest[0].isdigit() and (plain := _whole(rest)) is not None:
            return plain * factor
        core = rest[: found.start()].strip()
        if not core:
            break
        factor *= scales[found.group(1)]
        rest = core
    digits = re.fullmatch(rf"([\d,. ]*\d)\s?({either(short)})?", rest)
    if digits:
        figure: str = digits.group(1)
        if figure.count(".") > 1:  # '1.200.000': the points part thousands
            figure = figure.replace(".", "")
        try:
            number = float(re.sub(r"[, ]", "", figure))
        except ValueError:
            return None
        return round(number * factor * (short[digits.group(2)] if digits.group(2) else 1), 6)
    spelt = _spelt(rest)
    return None if spelt is None else round(spelt * factor, 6)


def _spelt(words: str) -> float | None:
    if words in ("a", "an"):
        return 1.0
    if words in ("half", "half a", "half an", "a half"):
        return 0.5
    if found := re.fullmatch(r"(.+?)\s+and\s+a\s+half", words):
        whole = value(found.group(1))
        return None if whole is None else whole + 0.5
    if " point " in words:
        whole_words, _, decimals = words.partition(" point ")
        parts = [_whole(word) for word in decimals.split()]
        head = _whole(whole_words)
        if head is None or any(p is None for p in parts):
            return None
        return float(f"{head:.0f}." + "".join(f"{p:.0f}" for p in parts))
    return _whole(words)


def _whole(words: str) -> float | None:
    from text_to_num import text2num

    try:
        return float(text2num(re.sub(r"^an?\s+", "one ", words), "en"))
    except ValueError:
        return None
