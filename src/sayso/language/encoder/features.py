"""What the encoder is given: the wordpieces of every word, the shape of the word and what stands before it.

The encoder is uncased, so the shape carries what lower-casing loses; the gap carries what a row of words loses of the page. Training and reading
share this module: what is trained on is what is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

LONGEST = 8
"""Wordpieces of one word that are kept: the first and the last ones; a longer word is an address, a key or a slip."""

SHAPES = ("lower", "Capital", "CAPITALS", "C", "mIxed", "digits", "mark", "caseless", "edge")
LOWER, CAPITAL, CAPITALS, SINGLE, MIXED, DIGITS, MARK, CASELESS, EDGE = range(len(SHAPES))

GAPS = ("glued", "space", "paragraph", "inside")
GLUED, SPACE, PARAGRAPH, INSIDE = range(len(GAPS))


def shape(word: str) -> int:
    """Return the number of the shape of a word as printed."""
    if any(c.isdigit() for c in word):
        return DIGITS
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return MARK
    capitals = sum(c.isupper() for c in letters)
    if capitals == 0:
        return LOWER if any(c.islower() for c in letters) else CASELESS
    if capitals == len(letters):
        return SINGLE if capitals == 1 else CAPITALS
    return CAPITAL if letters[0].isupper() and capitals == 1 else MIXED


def gaps_of(paragraphs: Iterable[Iterable[tuple[int, int]]]) -> list[int]:
    """Return what stands before each word; the words are given by paragraph, as the ranges of characters they cover."""
    found: list[int] = []
    for paragraph in paragraphs:
        before = None
        for start, end in paragraph:
            found.append(PARAGRAPH if before is None else GLUED if before == start else SPACE)
            before = end
    return found


@dataclass(frozen=True, slots=True)
class Words:
    """A row of words as the encoder takes them; all tuples have one entry a word.

    `pieces` are the ids of the wordpieces (1 to LONGEST of them), `shapes` and `gaps` the numbers of SHAPES and GAPS.
    """

    pieces: tuple[tuple[int, ...], ...]
    shapes: tuple[int, ...]
    gaps: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.pieces)

    def part(self, first: int, last: int) -> Words:
        """Return the words first..last."""
        return Words(self.pieces[first:last], self.shapes[first:last], self.gaps[first:last])


Wordpieces = Callable[[str], Sequence[int]]
"""From a word to the ids of its wordpieces; empty where the word has none."""


def featured(forms: Sequence[str], gaps: Sequence[int], wordpieces: Wordpieces, unknown: int) -> Words:
    """Return the words as the encoder takes them; `forms` are the words as printed, `unknown` is the id for a word without pieces."""
    return Words(tuple(cut(wordpieces(form), unknown) for form in forms), tuple(map(shape, forms)), tuple(gaps))


def cut(ids: Sequence[int], unknown: int) -> tuple[int, ...]:
    """Return at most LONGEST ids, the first and the last ones, and `unknown` when there are none."""
    if not ids:
        return (unknown,)
    if len(ids) > LONGEST:
        half = LONGEST // 2
        return (*ids[:half], *ids[-half:])
    return tuple(ids)


@dataclass(frozen=True, slots=True)
class Row:
    """One window as the graph takes it: per piece `ids`, `shapes`, `gaps` (with both edges), per word the places of its `first` and `last` piece."""

    ids: list[int]
    shapes: list[int]
    gaps: list[int]
    first: list[int]
    last: list[int]


def row(words: Words, opening: int, closing: int) -> Row:
    """Return the pieces of `words` between the two marks of the edges."""
    ids, shapes, gaps = [opening], [EDGE], [INSIDE]
    first: list[int] = []
    last: list[int] = []
    for pieces, form, gap in zip(words.pieces, words.shapes, words.gaps, strict=True):
        first.append(len(ids))
        ids.extend(pieces)
        shapes.extend([form] * len(pieces))
        gaps.append(gap)
        gaps.extend([INSIDE] * (len(pieces) - 1))
        last.append(len(ids) - 1)
    return Row([*ids, closing], [*shapes, EDGE], [*gaps, INSIDE], first, last)


REACH = 127
"""How many words to either side of its cue an attribution is looked for."""


def distance(word: int, first: int, last: int) -> int:
    """Return the number of the distance of a word from the cue first..last: 0 inside it, 1 to REACH before it, the next REACH behind it."""
    if first <= word < last:
        return 0
    if word < first:
        return min(first - word, REACH)
    return REACH + min(word - last + 1, REACH)


DISTANCES = 2 * REACH + 1
