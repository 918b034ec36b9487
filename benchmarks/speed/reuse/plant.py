"""A pile with a known truth: copies of documents with a share of their words edited, and single passages set into other documents."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.speed.reuse.texts import Words, base

STRENGTHS = (0.05, 0.1, 0.2, 0.3, 0.4)
"""Shares of the words that are edited in a copy."""

PASSAGE = 40
"""Words of a passage that is taken over unchanged."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Planted:
    """The documents, and which pairs of them (a < b) share text because it was planted: copies by strength, passages with their places.

    A passage stands at `a_start` of document `a` and at `b_start` of `b`. `real` documents' text is news, that of the others made up.
    """

    documents: list[Words]
    copies: dict[float, list[Pair]]
    passages: list[tuple[Pair, int, int]]
    real: int

    def pairs(self) -> set[Pair]:
        """Return all planted pairs."""
        return {pair for held in self.copies.values() for pair in held} | {pair for pair, _, _ in self.passages}


def edited(words: Words, share: float, dice: Random, others: Words) -> Words:
    """Return the words with a share of them edited: three in five replaced by one of `others`, the rest dropped or followed by one, evenly."""
    made: Words = []
    for word in words:
        if dice.random() >= share:
            made.append(word)
            continue
        kind = dice.random()
        if kind < 0.6:
            made.append(dice.choice(others))
        elif kind < 0.8:
            made += [word, dice.choice(others)]
    return made


def plant(count: int, length: int = 500, seed: int = 3) -> Planted:
    """Return `count` documents of about `length` words: one in eleven is a copy, one in forty holds another one's passage."""
    dice = Random(seed)
    copied = count // 11
    held = base(count - copied, length)
    documents = held.documents
    own = len(documents)
    order = dice.sample(range(own), own)
    taken = iter(order)
    others = [word for number in order[:50] for word in documents[number]]
    passages = []
    for _ in range(count // 40):
        one, two = next(taken), next(taken)
        start, into = dice.randrange(length - PASSAGE), dice.randrange(length)
        passage = documents[one][start : start + PASSAGE]
        documents[two] = documents[two][:into] + passage + documents[two][into:]
        passages.append(((one, two), start, into) if one < two else ((two, one), into, start))
    copies: dict[float, list[Pair]] = {strength: [] for strength in STRENGTHS}
    for number in range(copied):
        strength = STRENGTHS[number % len(STRENGTHS)]
        source = next(taken)
        copies[strength].append((source, len(documents)))
        documents.append(edited(documents[source], strength, dice, others))
    return Planted(documents, copies, passages, held.real)
