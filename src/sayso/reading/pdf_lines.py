"""From the lines of pages to flowing text: paragraphs by gaps, indents and short lines; words cut at a line's end made whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sayso.resources import words as resource

_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•*–▪]|\d{1,2}[.)])\s")
_FIGURES = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+$")
_HEADS = 2
"""How many lines at the top and at the bottom of a page can be running heads."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its words, its place in points from the left and from the bottom of the page, the size of its letters, whether a word is cut at its end."""

    words: str
    left: float
    right: float
    bottom: float
    size: float
    cut: bool = False


def flowing(pages: Sequence[Sequence[Line]]) -> str:
    """Return the text of `pages`: paragraphs parted by empty lines, each on one line; running heads and page numbers left out."""
    kept = _without_heads([[line for line in page if line.words.strip("-\u00ad\u2010 ")] for page in pages])
    lines = [(number, line) for number, page in enumerate(kept) for line in page]
    if not lines:
        return ""
    pitch = _pitch(kept)
    margins = [max((line.right for line in page), default=0.0) for page in kept]
    known = Counter(word for _, line in lines for word in re.findall(r"[^\W_]+(?:[-‐][^\W_]+)*", line.words.lower()))
    text = [lines[0][1].words]
    for (page, line), (other, following) in pairwise(lines):
        whole = page == other and line.bottom >= following.bottom - 1
        begins = _begins(line, following, margins[page], pitch) if whole else _begins_over(line, following)
        if begins:
            text.append("\n\n" + following.words)
        elif line.cut:
            _join(text, following.words, known)
        else:
            text.append(" " + following.words)
    return "".join(text).replace("\u00ad", "")


def _begins(line: Line, following: Line, margin: float, pitch: float) -> bool:
    """Tell whether a paragraph begins with `following`, the next line of the same column."""
    size = max(line.size, following.size, 1.0)
    if abs(line.size - following.size) > 0.12 * size or _ITEM.match(following.words):
        return True
    if line.bottom - following.bottom > 1.3 * max(pitch, 0.9 * size):
        return True
    if line.cut:
        return False
    unit = (line.right - line.left) / max(1, len(line.words))
    needed = unit * (len(following.words.split(None, 1)[0]) + 1)
    if line.right + needed + unit < margin - 0.1 * (margin - line.left):
        return bool(_ENDS.search(line.words)) or not following.words[0].islower()
    return 0.8 * size < following.left - line.left < 6 * size and bool(_ENDS.search(line.words))


def _begins_over(line: Line, following: Line) -> bool:
    """Tell whether a paragraph begins with the first line of a page or of a column."""
    if line.cut or following.words[0].islower():
        return False
    return bool(_ENDS.search(line.words)) or abs(line.size - following.size) > 0.12 * max(line.size, following.size)


def _join(text: list[str], words: str, known: Counter[str]) -> None:
    """Put the two halves of a cut word together; the hyphen stays where it belongs to the word."""
    before = text[-1].rstrip()
    bare = before.rstrip("-\u00ad\u2010")
    half = _LETTERS.search(bare)
    rest = re.match(r"[^\W\d_]+", words)
    if half is None or rest is None or not words[0].islower():
        text[-1:] = [bare + "-" if bare != before or half else before, words]
        return
    whole, parted = (half.group() + rest.group()).lower(), f"{half.group()}-{rest.group()}".lower()
    stays = known[whole] == 0 and (known[parted] > 0 or half.group().lower() in resource("reading-prefixes"))
    text[-1:] = [bare + "-" if stays else bare, words]


def _pitch(pages: Iterable[Sequence[Line]]) -> float:
    """Return the usual distance of two lines in points, 0 when there is none."""
    steps = [
        a.bottom - b.bottom
        for page in pages
        for a, b in pairwise(page)
        if a.bottom > b.bottom and abs(a.size - b.size) < 0.5
    ]
    return median(steps) if steps else 0.0


def _without_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Leave out what stands at the top or the bottom of most pages, page numbers aside the same."""
    if len(pages) < 2:
        return pages
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        seen.update({_masked(line) for line in [*page[:_HEADS], *page[-_HEADS:]]})
    heads = {words for words, count in seen.items() if count > 1 and count >= 0.6 * len(pages)}
    kept = []
    for page in pages:
        edges = {*range(_HEADS), *range(len(page) - _HEADS, len(page))}
        kept.append([line for at, line in enumerate(page) if at not in edges or _masked(line) not in heads])
    return kept if any(kept) else pages


def _masked(line: Line) -> tuple[str, int]:
    """Return the words of a line with all numbers alike, and its height on the page."""
    return _FIGURES.sub("0", line.words), round(line.bottom / 3)
