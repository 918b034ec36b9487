"""Pronouns led to the figure they most likely mean: agreement first, then who spoke last, then who was named last as subject."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from sayso.attribution.figures import Cast, Figure, linked
from sayso.attribution.page import Page

MASCULINE = frozenset(["he", "him", "his", "himself"])
FEMININE = frozenset(["she", "her", "hers", "herself"])
PLURAL = frozenset(["they", "them", "their", "themselves"])
NEUTER = frozenset(["it", "its", "itself"])
FIRST = frozenset(["i", "we", "me", "us", "my", "our"])
SECOND = frozenset(("you",))
FARTHEST = 12
# What a meeting is worth: named, named as subject, addressed, spoke.
LINKED = 10.0
"""What the linker's certainty is worth beside these."""
WORTH = {1: 6.0, 2: 14.0, 3: 16.0, 4: 24.0}


def antecedent(
    page: Page,
    cast: Cast,
    pronoun: str,
    at: int,
    said: Sequence[tuple[int, int]] = (),
    but: Collection[Figure] = (),
) -> Figure | None:
    """Return the figure that `pronoun` at token `at` means, None when no figure agrees or none is near.

    A nameless figure met only in what is `said` is not who says it, and none of `but` is meant.
    """
    best: tuple[float, int, Figure] | None = None
    chances = page.meant(at)
    here = page.sentence_of[at]
    for figure in cast.all:
        fit = _agreement(figure, pronoun)
        if fit is None or figure in but:
            continue
        score = _salience(page, figure, at, here, said)
        if score is None:
            continue
        score += fit + LINKED * linked(page, figure, chances, at)
        last = figure.before(at)
        where = last[0] if last else 0
        if best is None or (score, where) > best[:2]:
            best = (score, where, figure)
    if best is None:
        return None
    found = best[2]
    if not found.gender and found.kind in ("person", "nameless person", "unknown"):
        found.gender = "m" if pronoun in MASCULINE else "f" if pronoun in FEMININE else ""
    return found


def _salience(page: Page, figure: Figure, at: int, here: int, said: Sequence[tuple[int, int]]) -> float | None:
    """Return how present a figure is at token `at`: the best of its meetings, each worth more the nearer and the more it was in charge."""
    best: float | None = None
    for where, weight in reversed(figure.met[: bisect_left(figure.met, (at, 0))]):
        away = here - page.sentence_of[where]
        if away > FARTHEST:
            break
        if figure.nameless and any(first <= where < last for first, last in said):
            continue
        value = WORTH[weight] - 6.0 * away - 0.02 * (at - where)
        if away == 0:
            value += 8
        if figure.nameless and weight < 4:
            value -= 4
        elif figure.nameless and figure.name.startswith("one "):
            value -= 12
        if page.quote_of[where] >= 0 and page.quote_of[where] != page.quote_of[at]:
            value -= 10
        if page.paragraph_of(where) != page.paragraph_of(at):
            value -= 12
        if best is None or value > best:
            best = value
    return best


def _agreement(figure: Figure, pronoun: str) -> float | None:
    """Return how well a figure agrees with a pronoun (higher is better), None when it cannot be meant."""
    human = figure.kind in ("person", "nameless person")
    if pronoun in MASCULINE or pronoun in FEMININE:
        wanted = "m" if pronoun in MASCULINE else "f"
        if figure.plural or not (human or (figure.kind == "unknown" and len(figure.words) <= 3)):
            return None
        if figure.gender:
            return 8.0 if figure.gender == wanted else None
        lean = "" if figure.nameless else _lean(figure.name)
        return (0.0 if human else -15.0) + (3.0 if lean == wanted else -5.0 if lean else 0.0)
    if pronoun in PLURAL:
        if figure.plural or figure.kind == "nameless group":
            return 8.0
        if _several(figure):
            return 4.0
        return None if human else -8.0
    if human or figure.plural or figure.own or figure.kind == "nameless group":
        return None
    if _several(figure):
        return None
    spoke = any(weight == 4 for _, weight in figure.met)
    if figure.place and not spoke:
        return -16.0
    return -6.0 if figure.kind == "unknown" else 0.0


def _several(figure: Figure) -> bool:
    """Tell whether a nameless figure is several documents or things: 'official statements'."""
    return (
        figure.nameless
        and figure.kind in ("document", "unknown")
        and any(f"{role}s" in figure.roles for role in figure.roles)
    )


def _lean(name: str) -> str:
    """Return the gender a given name leans to by its ending, '' when it tells nothing."""
    given = name.split()[0].lower() if len(name.split()) > 1 else ""
    if given.endswith(("a", "ie", "ette", "elle", "ine", "een", "lyn")) and given not in (
        "nikita",
        "ilya",
        "joshua",
        "luca",
        "sasha",
        "mustafa",
        "misha",
        "andrea",
        "charlie",
        "archie",
        "ernie",
        "eddie",
        "robbie",
    ):
        return "f"
    return "m" if given.endswith(("o", "us", "rd", "rt", "ck", "ld", "im", "an", "er", "iy", "ei", "ey")) else ""
