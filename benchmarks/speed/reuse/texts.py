"""The text that copies are planted in: news of the corpora where they are at hand, else made up, with words and turns as frequent as in news.

Nothing of the corpora is kept: they are read when the benchmark runs.
"""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

from benchmarks.shared import corpus

Words = list[str]

_SAME = 8
"""Two articles of the corpora that have runs of so many words in common ..."""

_OFTEN = 3
"""... this often are one dispatch printed twice; the second one is left out, since nothing says that it was planted."""

_ONSETS = (
    "b",
    "br",
    "ch",
    "d",
    "dr",
    "f",
    "fl",
    "g",
    "gr",
    "h",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "sh",
    "st",
    "t",
    "tr",
    "v",
    "w",
    "z",
)
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_CODAS = ("", "b", "ck", "d", "ft", "l", "ll", "m", "n", "nd", "nt", "r", "rd", "s", "sk", "st", "t", "th")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Base:
    """Documents as lower-cased words; the first `real` of them are news of the corpora, the others made up."""

    documents: list[Words]
    real: int


def base(count: int, length: int, seed: int = 5) -> Base:
    """Return `count` documents of `length` words that share nothing but what language shares."""
    documents: list[Words] = []
    left: Words = []
    for article in _unlike(_articles()):
        left += article
        while len(left) >= length and len(documents) < count:
            documents.append(left[:length])
            left = left[length:]
        if len(documents) == count:
            break
    real = len(documents)
    made = invented(Random(seed))
    while len(documents) < count:
        documents.append([next(made) for _ in range(length)])
    return Base(documents, real)


def words(text: str) -> Words:
    """Return the lower-cased words and numbers of a text."""
    return re.findall(r"\w+(?:['’.,-]\w+)*", text.lower())


def _articles() -> Iterator[Words]:
    polnear, incidents = corpus("polnear"), corpus("incidents")
    if polnear is not None:
        for part in ("train", "dev"):
            for path in sorted((polnear / part / "text").glob("*.txt")):
                yield words(path.read_text("utf-8"))
    if incidents is not None:
        with gzip.open(incidents / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                held = words(json.loads(line)["text"])
                if len(held) >= 60:
                    yield held


def _unlike(articles: Iterator[Words]) -> Iterator[Words]:
    seen: set[int] = set()
    for article in articles:
        runs = {hash(tuple(article[at : at + _SAME])) for at in range(len(article) - _SAME + 1)}
        if len(runs & seen) < _OFTEN:
            seen |= runs
            yield article


def invented(dice: Random, vocabulary: int = 60_000, turns: int = 40) -> Iterator[str]:
    """Yield words without end: as often as their rank says (Zipf), every other one after a word that it likes to follow.

    Collocations make chance runs of equal words, as in language; without them any method would look too good.
    """
    lexicon = list(dict.fromkeys(_word(dice, rank) for rank in range(vocabulary)))
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(lexicon))))
    follows = list(accumulate(1 / (rank + 1) for rank in range(turns)))
    whole, total = weights[-1], follows[-1]
    at = 0
    while True:
        if dice.random() < 0.5:
            turn = bisect(follows, dice.random() * total)
            at = bisect(weights, ((at * 7919 + turn * 104_729) % 999_983) / 999_983 * whole)
        else:
            at = bisect(weights, dice.random() * whole)
        yield lexicon[min(at, len(lexicon) - 1)]


def _word(dice: Random, rank: int) -> str:
    """Return a word that can be spoken; frequent ones are short."""
    syllables = 1 if rank < 200 else dice.choice((1, 2, 2, 3) if rank < 5000 else (2, 3, 3, 4))
    return "".join(dice.choice(_ONSETS) + dice.choice(_VOWELS) + dice.choice(_CODAS) for _ in range(syllables))
