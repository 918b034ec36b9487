"""How much room words take in a picture, where nobody can measure the font: wide fonts are reckoned with."""

from __future__ import annotations

from sayso.dossier.compose.plain import shortened

_NARROW, _SLIM, _WIDE = frozenset("iljI.,:;'|!"), frozenset('frt()[]{}- "/\\'), frozenset("mwMW@%&")
_BOLD = 1.13


def width(text: str, size: float, bold: bool = False) -> float:
    """Return about how wide a sans-serif font sets `text` at `size`, both in pixels; it errs to the wide side."""
    return sum(map(_em, text)) * size * (_BOLD if bold else 1.0)


def fitted(text: str, room: float, size: float, bold: bool = False) -> str:
    """Return `text` in one line, cut at a word with an ellipsis to what fits into `room` pixels."""
    line = shortened(text, max(2, int(room / (size * 0.28))))
    limit = len(line)
    while limit > 2 and width(line, size, bold) > room:
        limit -= 1
        line = shortened(text, limit)
    return line


def _em(char: str) -> float:
    if char in _NARROW:
        return 0.32
    if char in _SLIM:
        return 0.42
    if char in _WIDE:
        return 0.95
    if char.isascii():
        return 0.7 if char.isupper() else 0.64 if char.isdigit() else 0.6
    return 0.75 if ord(char) < 0x2E80 else 1.0
