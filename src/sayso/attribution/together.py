"""Two persons meant as one: 'both women' behind 'the judges Ana Moll and Rita Velt'."""

from __future__ import annotations

from itertools import pairwise

from sayso.attribution.figures import Cast, Figure
from sayso.attribution.page import Page

NUMBERS = frozenset(
    [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "dozen",
        "2",
        "3",
        "4",
        "5",
        "6",
        "7",
        "8",
        "9",
        "10",
    ]
)
NEAR = 12
"""Sentences within which two persons are looked for."""


def two_persons(page: Page, cast: Cast, noun: str, at: int) -> Figure | None:
    """Return the two persons named last as one figure for 'both women', 'both judges'; None when a group of two was met or the persons do not fit."""
    if any(f.plural and f.nameless and NUMBERS & set(f.name.lower().split()[:2]) and f.before(at) for f in cast.all):
        return None
    gender = {"women": "f", "men": "m"}.get(noun, "")
    two = _named_together(page, cast, gender, at)
    if two is None:
        return None
    name = " and ".join(figure.name for figure in two)
    known = next((f for f in cast.all if f.name == name), None)
    return known or cast.add(Figure(name, "nameless group", set(), {noun}, gender, plural=True, nameless=True))


def _named_together(page: Page, cast: Cast, gender: str, at: int) -> list[Figure] | None:
    """Return the two persons that an 'and' joins last before token `at`, None when one of them is of another gender."""
    found: list[Figure] | None = None
    heads = [page.inside(m.head) for m in page.mentions if m.kind == "person"]
    for first, second in pairwise(heads):
        end, (start, last) = first[1], second
        if last > at or page.sentence_of[at] - page.sentence_of[start] > NEAR:
            continue
        between = page.norm[end:start]
        if between[:1] != ["and"] or len(between) > 4 or any(page.breaks(k) for k in range(end, start)):
            continue
        pair = (cast.of_mention(*first), cast.of_mention(*second))
        figures = [figure for figure in pair if figure is not None]
        if len(figures) == 2 and all(figure.gender in ("", gender) or not gender for figure in figures):
            found = figures
    return found
