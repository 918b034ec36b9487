"""Planted piles: the honest reports and children made from them, with what is true of each pair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random

from benchmarks.quality.planted.habits import HABITS, OUTLETS, SILENT
from benchmarks.quality.planted.rewriting import rewritten
from benchmarks.quality.planted.shapes import SHAPES
from benchmarks.quality.planted.stories import Story, stories
from benchmarks.quality.planted.words import paraphrased, substituted


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a child is made: its shape, the share of words changed, the share of sentences said anew, habits in their order."""

    shape: str = "copy"
    words: float = 0.0
    sentences: float = 0.0
    habits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Planted:
    """One pile: file contents in the order of making, honest ones first, and the planted pairs (child, parent) by number with the recipe."""

    files: tuple[str, ...]
    pairs: dict[tuple[int, int], Recipe]
    above: dict[int, frozenset[int]] = field(default_factory=dict)

    def related(self, a: int, b: int) -> bool:
        """Tell whether one of two reports descends from the other."""
        return a in self.above.get(b, frozenset()) or b in self.above.get(a, frozenset())


def child(parents: Sequence[Story], recipe: Recipe, outlet: str, dice: Random) -> Story:
    """Make one child."""
    made = SHAPES[recipe.shape]([replace(parent, outlet=outlet) for parent in parents], dice)
    made = rewritten(made, recipe.sentences, dice) if recipe.sentences else made
    for habit in recipe.habits:
        if habit in SILENT:
            made = HABITS[habit](made, parents[0], dice)
    made = substituted(made, recipe.words, dice) if recipe.words else made
    for habit in recipe.habits:
        if habit not in SILENT:
            made = HABITS[habit](made, parents[0], dice)
    day = max(parent.published for parent in parents)
    return replace(
        made,
        outlet=outlet,
        title=paraphrased(parents[0].title, dice),
        byline="",
        published=f"{day[:8]}{int(day[8:]) + 1:02d}",
    )


def pile(recipes: Sequence[Recipe], seed: int, dated: bool = False, chains: bool = False) -> Planted:
    """Plant one child for each recipe among the honest reports.

    Each has a parent of its own as long as there are any; with `chains` parents are drawn with replacement, earlier children among them.
    """
    dice = Random(seed)
    held = list(stories().values())
    names = list(stories())
    waiting = dice.sample(range(len(held)), len(held))
    outlets = dice.sample(OUTLETS, len(OUTLETS))
    pairs: dict[tuple[int, int], Recipe] = {}
    above: dict[int, frozenset[int]] = {}
    for made, recipe in enumerate(recipes):
        first = dice.randrange(len(held)) if chains else waiting[made % len(waiting)]
        chosen = [first]
        if recipe.shape == "merge":
            others = [n for n in range(len(names)) if n != first and n not in above.get(first, frozenset())]
            near = [n for n in others if first < len(names) and names[n][0] == names[first][0]]
            chosen.append(dice.choice(near or others))
        number = len(held)
        held.append(child([held[n] for n in chosen], recipe, outlets[made % len(outlets)], dice))
        above[number] = frozenset(chosen).union(*(above.get(n, frozenset()) for n in chosen))
        pairs |= {(number, n): recipe for n in chosen}
    return Planted(tuple(one.file(dated) for one in held), pairs, above)
