"""What an epoch is made of: the corpora's pairs, planted changes, and the written piles."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from training.pairs.ecb import Told, ecb_pairs, plain_sentences, sentences, told
from training.pairs.fit import Recipe, batches
from training.pairs.given import entailments, headlines
from training.pairs.late import Apart, of_pairs, of_pile, of_topic
from training.pairs.pair import OTHER, SAME, Pair
from training.pairs.planted import harmfully, planted, upset
from training.pairs.written import Pile, pairs_of, piles

HELD = ("dam", "fire", "theft", "vaccine")
"""Written piles kept back to measure on."""
_LONGEST = 420  # characters of both texts: longer pairs cost much and teach little


@dataclass(slots=True)
class Material:
    """All that is drawn from; development parts have no place here."""

    documents: dict[str, dict[int, list[str]]]
    topics: dict[str, list[Told]]
    plain: list[tuple[str, list[str]]]
    judged: list[Pair]
    piles: list[Pile]


def material(corpora: Path) -> Material:
    """Read the train parts that weights may ship from, and the written piles but those kept back."""
    home = corpora / "ecbplus" / "train"
    documents = sentences(home)
    topics: dict[str, list[Told]] = defaultdict(list)
    for one in told(home):
        topics[one.topic].append(one)
    judged = [
        *headlines(corpora / "paraphrase" / "sts"),
        *entailments(corpora / "paraphrase" / "rte" / "train.csv", "rte"),
    ]
    written = [pile for pile in piles() if pile.name not in HELD]
    return Material(documents, dict(topics), plain_sentences(documents), judged, written)


def astray(pairs: Sequence[Pair], chance: random.Random, most: int) -> list[Pair]:
    """Return pairs of two matters with a harmful change in one: 'denied' in a text makes it no denial of the other."""
    found = []
    apart = [pair for pair in pairs if pair.kind == OTHER]
    for pair in chance.sample(apart, min(len(apart), most)):
        made = harmfully(pair.second, (), chance)
        if made is not None:
            found.append(Pair(pair.first, made[0], OTHER, "astray"))
    return found


def drawn(held: Material, recipe: Recipe, chance: random.Random) -> list[Pair]:
    """Return the pairs of an epoch, each in an order of chance."""
    events = ecb_pairs([one for topic in held.topics.values() for one in topic], chance, recipe.ecb)
    same = [*events, *held.judged]
    pairs = [
        *same,
        *upset([pair for pair in same if pair.kind == SAME], (), chance, recipe.upset),
        *astray(events, chance, recipe.astray),
        *planted(held.plain, chance, recipe.planted),
    ]
    short = [pair for pair in pairs if len(pair.first) + len(pair.second) < _LONGEST]
    return [pair.turned() if chance.random() < 0.5 else pair for pair in short]


def apart_batches(held: Material, recipe: Recipe, chance: random.Random) -> list[Apart]:
    """Return the batches of an epoch for the network that reads texts apart, in their surroundings where they have any."""
    made: list[Apart] = []
    for topic in sorted(held.topics):
        made += of_topic(held.topics[topic], held.documents, chance, recipe.work, 400)
    for _ in range(recipe.written):
        made += [of_pile(pile, chance) for pile in held.piles]
    made += of_pairs(drawn(held, recipe, chance), chance, recipe.work)
    chance.shuffle(made)
    for batch in made:
        if len(batch.pairs) > recipe.pairs:
            batch.pairs = chance.sample(batch.pairs, recipe.pairs)
    return made


def together_batches(held: Material, recipe: Recipe, chance: random.Random) -> list[list[Pair]]:
    """Return the batches of an epoch for the network that reads both texts at once."""
    pairs = drawn(held, recipe, chance)
    for pile in held.piles:
        found = list(pairs_of(pile))
        telling = [pair for pair in found if pair.kind != OTHER]
        rest = [pair for pair in found if pair.kind == OTHER]
        pairs += [*telling, *chance.sample(rest, min(len(rest), 2 * len(telling)))]
    return list(batches(pairs, chance, recipe.work))
