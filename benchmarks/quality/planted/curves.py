"""The curves: recall and precision over how much is changed, direction over what there is to tell it by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from benchmarks.quality.planted.habits import HABITS, SILENT
from benchmarks.quality.planted.measure import Found, judged
from benchmarks.quality.planted.piles import Planted, Recipe, pile
from benchmarks.quality.planted.shapes import SHAPES

WORDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
SENTENCES = (0.25, 0.5, 0.75, 1.0)
SEEDS = (1, 2)
CHILDREN = 12
SLIGHT = 0.2
"""The share of words changed in the piles that ask for the direction."""
UP_TO = 0.4
"""Up to this share of words changed the pairs make the pinned figures."""


@dataclass(slots=True)
class Curves:
    """Counts by share of words changed, of sentences said anew, by shape, by evidence for the direction, and of desks that do a bit of everything."""

    words: dict[float, Found] = field(default_factory=dict)
    sentences: dict[float, Found] = field(default_factory=dict)
    shapes: dict[str, Found] = field(default_factory=dict)
    evidence: dict[str, Found] = field(default_factory=dict)
    desks: dict[str, Found] = field(default_factory=dict)
    honest: int = 0
    """Pairs said to be derived among the honest reports alone, dates hidden and shown."""


def curves() -> Curves:
    """Plant, look and count; about 80 piles of 24 reports."""
    made = Curves(shapes={name: Found() for name in SHAPES})
    made.honest = sum(judged(pile([], 1, dated)).said for dated in (False, True))
    for share in WORDS:
        made.words[share] = Found()
        for seed in SEEDS:
            planted = pile(_mixed(words=share), seed)
            made.words[share].add(judged(planted))
            if share <= UP_TO:
                for name in SHAPES:
                    made.shapes[name].add(judged(planted, _of_shape(planted, name)))
    for share in SENTENCES:
        made.sentences[share] = _pooled(pile(_mixed(sentences=share), seed) for seed in SEEDS)
    made.evidence["none"] = judged(pile([Recipe(words=SLIGHT)] * CHILDREN, 3))
    for name in SHAPES:
        if name != "copy":
            made.evidence[name] = judged(pile([Recipe(name, SLIGHT)] * CHILDREN, 3))
    for name in HABITS:
        made.evidence[name] = judged(pile([Recipe(words=SLIGHT, habits=(name,))] * CHILDREN, 3))
    made.evidence["dates"] = judged(pile([Recipe(words=SLIGHT)] * CHILDREN, 3, dated=True))
    for name, dated in (("dates hidden", False), ("dates shown", True)):
        made.desks[name] = _pooled(pile(_desk(seed), seed, dated, chains=True) for seed in (4, 5, 6))
    return made


def _mixed(words: float = 0.0, sentences: float = 0.0) -> list[Recipe]:
    """Return recipes of all shapes in turn."""
    shapes = list(SHAPES)
    return [Recipe(shapes[n % len(shapes)], words, sentences) for n in range(CHILDREN)]


def _desk(seed: int) -> list[Recipe]:
    """Return recipes as desks work: any shape, some words, some sentences, some habits, and one in six names its source."""
    dice = Random(seed)
    made = []
    for _ in range(CHILDREN):
        habits = [name for name in SILENT if name != "additions" and dice.random() < 0.5]
        habits += ["credit"] if dice.random() < 1 / 6 else []
        made.append(Recipe(dice.choice(list(SHAPES)), dice.uniform(0, UP_TO), dice.choice((0.0, 0.3)), tuple(habits)))
    return made


def _of_shape(planted: Planted, name: str) -> list[tuple[int, int]]:
    return [pair for pair, recipe in planted.pairs.items() if recipe.shape == name]


def _pooled(piles: Iterable[Planted]) -> Found:
    total = Found()
    for one in piles:
        total.add(judged(one))
    return total


def figures(made: Curves) -> dict[str, float]:
    """Return the figures that floors pin: pairs and directions, dates hidden, of all piles up to two words in five; the honest reports."""
    pairs = Found()
    for share, found in made.words.items():
        if share <= UP_TO:
            pairs.add(found)
    hidden, shown = made.desks["dates hidden"], made.desks["dates shown"]
    pairs.add(hidden)
    return {
        "planted.precision": pairs.precision,
        "planted.recall": pairs.recall,
        "planted.direction_hidden": pairs.direction,
        "planted.direction_trust": pairs.trust,
        "planted.direction_known": pairs.knows,
        "planted.direction_dated": shown.direction,
        "planted.sentences": made.sentences[SENTENCES[-1]].recall,
        "planted.false_corroboration": float(made.honest),
    }
