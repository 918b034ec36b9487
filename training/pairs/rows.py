"""From the texts of a pile to rows of wordpieces, read as the tool reads them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.comparison.meaning import LONGEST, WINDOW, Place, placed, windows
from sayso.resources.wordpieces import wordpieces

Signs = Mapping[int, str]


@dataclass(slots=True)
class Rows:
    """Rows of wordpieces with their marks, and the stretches in them as (row, first, last)."""

    rows: list[list[int]]
    stretches: list[tuple[int, int, int]]


@dataclass(slots=True)
class Text:
    """One report: its wordpieces, the range of each in the text, and the labelled spans in it with what they carry."""

    ids: Sequence[int]
    offsets: Sequence[tuple[int, int]]
    spans: list[tuple[int, int, Signs]] = field(default_factory=list)


def text_of(words: str, spans: Sequence[tuple[int, int, Signs]]) -> Text:
    """Return a report with the spans of interest."""
    ids, offsets = wordpieces().placed(words)
    return Text(ids, offsets, list(spans))


def _held(count: int, chance: random.Random | None) -> list[tuple[int, int]]:
    """Return the windows of a text of `count` wordpieces, shifted by chance, so that a network learns no fixed places."""
    if chance is None or count <= WINDOW:
        return windows(count)
    first = WINDOW - chance.randint(0, WINDOW // 2 - 1)
    return [(0, first)] + [
        (begin + first - WINDOW // 2, end + first - WINDOW // 2) for begin, end in windows(count - first + WINDOW // 2)
    ]


def rows_of(
    texts: Sequence[Text], chance: random.Random | None = None, alone: float = 0.0
) -> tuple[Rows, list[int], list[Signs]]:
    """Return the rows of a pile with its stretches, the report of each stretch, and what each carries.

    With `chance`, windows are shifted, and the stretches of a share `alone` of the reports are read without what stands around them.
    """
    edge = wordpieces()
    made, reports, signs = Rows([], []), [], []
    for number, text in enumerate(texts):
        held = _held(len(text.ids), chance)
        bare = chance is not None and chance.random() < alone
        row_of: dict[int, int] = {}
        for start, end, carried in text.spans:
            place = placed(text.offsets, held, (start, end)) if text.ids else None
            if place is None:
                continue
            if bare:
                first = held[place.window][0] + place.first
                ids = text.ids[first : first + min(place.last - place.first, LONGEST)]
                made.rows.append([edge.opening, *ids, edge.closing])
                place = Place(0, 0, len(ids))
                row = len(made.rows) - 1
            else:
                if place.window not in row_of:
                    begin, finish = held[place.window]
                    made.rows.append([edge.opening, *text.ids[begin:finish], edge.closing])
                    row_of[place.window] = len(made.rows) - 1
                row = row_of[place.window]
            made.stretches.append((row, 1 + place.first, 1 + place.last))
            reports.append(number)
            signs.append(carried)
    return made, reports, signs
