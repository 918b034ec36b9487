"""Pairs that others judged, and planted changes of the sentences of written piles."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from training.pairs.given import entailments, headlines
from training.pairs.pair import Pair
from training.pairs.planted import names_in, planted
from training.pairs.written import Pile

_LONGEST = 420  # characters of both texts: longer pairs cost much and teach little
_WORD = re.compile(r"\w+(?:[.,:\u2019'-]\w+)*|[^\w\s]")


def spaced(text: str) -> str:
    """Return a text with a space between all words and marks, as the planted changes read it."""
    return " ".join(_WORD.findall(text))


def drawn(corpora: Path, piles: Sequence[Pile]) -> Callable[[random.Random], list[Pair]]:
    """Return what draws the pairs of an epoch: half of them judged by others (STS headlines, RTE), half with a planted change."""
    judged = [
        pair
        for pair in (
            *headlines(corpora / "paraphrase" / "sts"),
            *entailments(corpora / "paraphrase" / "rte" / "train.csv", "rte"),
        )
        if len(pair.first) + len(pair.second) <= _LONGEST
    ]
    sentences = []
    for pile in piles:
        stretches = [spaced(pile.text(one)) for one in pile.stretches]
        names = sorted({name for words in stretches for name in names_in(words)})
        sentences += [(words, names) for words in stretches]

    def draw(chance: random.Random) -> list[Pair]:
        changed = planted(sentences, chance, len(judged))
        both = [*chance.sample(judged, len(judged)), *changed]
        chance.shuffle(both)
        return both

    return draw
