"""Text from words that were stored apart: where no space was, as far as marks tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

CLOSING = re.compile(r"[.,;:!?%)\]}…]+|''|'(?:s|m|d|re|ve|ll)|n't|[’](?:s|m|d|re|ve|ll)|n’t", re.IGNORECASE)
OPENING = frozenset({"(", "[", "{", "$", "``", "#"})


def glued(forms: Sequence[str]) -> list[bool]:
    """Guess which words stand glued to the one before: marks that close, and what follows an opening mark."""
    found: list[bool] = []
    inside = False
    for at, form in enumerate(forms):
        before = forms[at - 1] if at else ""
        close = bool(CLOSING.fullmatch(form)) or before in OPENING
        if form == '"':
            close = inside
            inside = not inside
        elif before == '"' and inside:
            close = True
        found.append(close and at > 0)
    return found


def laid(forms: Sequence[str], touching: Sequence[bool]) -> tuple[str, list[tuple[int, int]]]:
    """Return the words as one text with single spaces, and the range of each word in it."""
    parts: list[str] = []
    places = []
    at = 0
    for form, close in zip(forms, touching, strict=True):
        if parts and not close:
            parts.append(" ")
            at += 1
        parts.append(form)
        places.append((at, at + len(form)))
        at += len(form)
    return "".join(parts), places


def gaps(forms: Sequence[str]) -> list[int]:
    """Guess the gaps of words as the encoder takes them; the first word opens a paragraph."""
    from sayso.language.encoder.features import GLUED, PARAGRAPH, SPACE

    held = [GLUED if close else SPACE for close in glued(forms)]
    return [PARAGRAPH, *held[1:]] if held else []
