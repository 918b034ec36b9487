"""Reworded sentences planted into a pile: pairs that people called paraphrases where they are at hand, else words put in another order with some replaced."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from benchmarks.shared import corpus
from benchmarks.speed.reuse.plant import plant
from benchmarks.speed.reuse.texts import Words, invented, words

Place = tuple[int, int, int, int]
"""Sentence i of document a beside sentence j of document b."""

Found = dict[Place, float]
"""Pairs of sentences with their likeness."""

_LENGTH = 20
"""Words of the sentences that the other documents are cut into; a planted one has twelve at least."""

_MOST = 300


@dataclass(frozen=True, slots=True)
class Planted:
    """Documents as sentences, where the reworded ones stand, and whether they are people's paraphrases."""

    documents: list[list[Words]]
    places: set[Place]
    real: bool


def plant_rewordings(count: int) -> Planted:
    """Return the planted pile of copies cut into sentences, with up to 300 pairs of reworded ones at the ends of documents."""
    documents = [[held[at : at + _LENGTH] for at in range(0, len(held), _LENGTH)] for held in plant(count).documents]
    pairs = _paraphrases()
    real = bool(pairs)
    places = set()
    for number, (one, two) in enumerate((pairs or _made())[:_MOST]):
        a, b = 2 * number % count, (2 * number + 1) % count
        a, b = min(a, b), max(a, b)
        documents[a].append(one)
        documents[b].append(two)
        places.add((a, len(documents[a]) - 1, b, len(documents[b]) - 1))
    return Planted(documents, places, real)


def _paraphrases() -> list[tuple[Words, Words]]:
    folder = corpus("paraphrase")
    if folder is None:
        return []
    lines = (folder / "mrpc" / "train.tsv").read_text("utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    pairs = [(words(row[3]), words(row[4])) for row in rows if row[0] == "1"]
    return [pair for pair in pairs if min(map(len, pair)) >= 12]


def _made() -> list[tuple[Words, Words]]:
    dice = Random(8)
    made = invented(dice)
    pairs = []
    for _ in range(_MOST):
        one = [next(made) for _ in range(_LENGTH)]
        two = [word if dice.random() < 0.75 else next(made) for word in one]
        cut = dice.randrange(6, 14)
        pairs.append((one, two[cut:] + two[:cut]))
    return pairs


def by_rare_words(documents: list[list[Words]]) -> Found:
    """Find reworded sentences as Sayso does, at any likeness from 0.4."""
    from sayso.similarity import reworded

    return {(one.a, one.i, one.b, one.j): one.likeness for one in reworded(documents, 0.4)}


def by_vectors(documents: list[list[Words]]) -> Found:
    """Find them by the cosine of sentence vectors (all-MiniLM-L6-v2, int8, two threads), from 0.6."""
    import numpy as np

    from sayso.similarity.vectors import vectors

    places = [(a, i) for a, held in enumerate(documents) for i in range(len(held))]
    held = vectors([" ".join(documents[a][i]) for a, i in places], threads=2)
    owners = np.asarray([a for a, _ in places])
    found: Found = {}
    for at in range(len(places)):
        near = held[at + 1 :] @ held[at]
        for other in np.flatnonzero((near >= 0.6) & (owners[at + 1 :] != owners[at])).tolist():
            found[(*places[at], *places[at + 1 + other])] = float(near[other])
    return found


METHODS: dict[str, Callable[[list[list[Words]]], Found]] = {
    "sayso, rare words": by_rare_words,
    "sentence vectors": by_vectors,
}
MOST = {"sentence vectors": 200}
"""The largest pile that a method is asked to do."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a method took, and how many pairs that were not planted lie above the likeness that finds a share of the planted ones.

    None where it finds fewer whatever the likeness. Sentences of planted copies are among the others, for all methods alike.
    """

    method: str
    reports: int
    real: bool
    seconds: float
    processor: float
    peak: float
    others: dict[str, int | None]


def measure(method: str, count: int) -> Measured:
    """Plant and find, in this process."""
    planted = plant_rewordings(count)
    processor, clock = time.process_time(), time.perf_counter()
    found = METHODS[method](planted.documents)
    seconds, used = time.perf_counter() - clock, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    reached = sorted((found[place] for place in planted.places if place in found), reverse=True)
    others: dict[str, int | None] = {}
    for share in (0.8, 0.9, 0.95):
        wanted = max(1, round(share * len(planted.places)))
        enough = len(reached) >= wanted
        least = reached[wanted - 1] if enough else 2.0
        over = sum(likeness >= least for place, likeness in found.items() if place not in planted.places)
        others[f"{share:.0%}"] = over if enough else None
    return Measured(method, count, planted.real, round(seconds, 2), round(used, 2), round(peak), others)
