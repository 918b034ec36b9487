"""What a child keeps of its parents: all, a part, two halves, another order, all within more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from benchmarks.quality.planted.habits import added
from benchmarks.quality.planted.stories import Paragraphs, Story

Shape = Callable[[Sequence[Story], Random], Story]
"""From the parents and the dice to the child's text, nothing reworded yet."""


def copied(parents: Sequence[Story], dice: Random) -> Story:
    """Keep everything."""
    return parents[0]


def cut(parents: Sequence[Story], dice: Random) -> Story:
    """Keep half of the paragraphs, one after another."""
    paragraphs = parents[0].paragraphs
    size = max(2, len(paragraphs) // 2)
    start = dice.randint(0, len(paragraphs) - size)
    return replace(parents[0], paragraphs=paragraphs[start : start + size])


def merged(parents: Sequence[Story], dice: Random) -> Story:
    """Weave half the paragraphs of each of two parents into one."""
    halves = [cut([parent], dice).paragraphs for parent in parents]
    woven: list[tuple[str, ...]] = []
    for at in range(max(map(len, halves))):
        woven += [half[at] for half in halves if at < len(half)]
    return replace(parents[0], paragraphs=tuple(woven))


def reordered(parents: Sequence[Story], dice: Random) -> Story:
    """Change the order of the paragraphs, and of the sentences inside them."""
    paragraphs = [tuple(dice.sample(p, len(p))) for p in parents[0].paragraphs]
    return replace(parents[0], paragraphs=tuple(dice.sample(paragraphs, len(paragraphs))))


def extended(parents: Sequence[Story], dice: Random) -> Story:
    """Keep everything and add to it."""
    return added(parents[0], parents[0], dice)


def embedded(parents: Sequence[Story], dice: Random) -> Story:
    """Put two neighbouring paragraphs into a story of the outlet's own."""
    paragraphs: Paragraphs = parents[0].paragraphs
    start = dice.randint(0, len(paragraphs) - 2)
    return added([replace(parents[0], paragraphs=paragraphs[start : start + 2])][0], parents[0], dice)


SHAPES: dict[str, Shape] = {
    "copy": copied,
    "cut": cut,
    "merge": merged,
    "reorder": reordered,
    "extension": extended,
    "passage": embedded,
}
