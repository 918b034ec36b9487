"""Weighted words: how much of what one passage says stands in another, for reworded text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import log, sqrt

from sayso.resources import rows
from sayso.similarity.stems import stem

_UNLISTED = 11.0
"""Bits of a word that the list of common English words does not hold: a name, a number, a rare word."""

_JOINED = 0.1
"""What a hyphenated word weighs more than its parts do on the average."""

_EMPTY = 1.5
"""Words that carry no more bits than this in general English ('the', 'said', 'after') weigh nothing."""


@cache
def _bits() -> dict[str, float]:
    """Return the rarity of common English stems: the minus binary logarithm of the share of texts that hold them."""
    found: dict[str, float] = {}
    for band, words in rows("word-bands"):
        for word in words.split():
            key = stem(word)
            found[key] = min(found.get(key, _UNLISTED), float(band) + 0.5)
    return found


@lru_cache(maxsize=1 << 18)
def _prior(key: str) -> float:
    """Return the weight of a stem in general English alone."""
    if not any(letter.isalnum() for letter in key):
        return 0.0
    bits = _bits().get(key)
    if bits is None and "-" in key:
        parts = [_prior(stem(part)) for part in key.split("-") if part]
        return min(1.0, sum(parts) / len(parts) + _JOINED) if parts else 0.0
    if bits is None:
        bits = _UNLISTED if len(key) > 1 or key.isdigit() else 0.0
    return max(0.0, bits - _EMPTY) / (_UNLISTED - _EMPTY)


@dataclass(frozen=True, slots=True)
class WeightedWords:
    """Weights of words, from general English and from one pile.

    A word weighs what it tells: its rarity in general English (names and numbers are rarest), less where many documents of
    the pile hold it, because the event itself explains it there. Immutable; build it with `fit`.
    """

    documents: int
    frequency: Mapping[str, int]
    _known: dict[str, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def fit(cls, documents: Iterable[Sequence[str]]) -> WeightedWords:
        """Count in how many documents (each a sequence of lower-cased words) every stem stands."""
        return cls.of_stems(map(stem, words) for words in documents)

    @classmethod
    def of_stems(cls, documents: Iterable[Iterable[str]]) -> WeightedWords:
        """Count the same in documents that are stemmed already."""
        counted: Counter[str] = Counter()
        total = 0
        for stems in documents:
            total += 1
            counted.update(set(stems))
        return cls(total, dict(counted))

    def weight(self, word: str) -> float:
        """Return the weight of a lower-cased word, 0 (tells nothing) to 1 (a rare word of one document)."""
        return self.weight_of_stem(stem(word))

    def prior(self, key: str) -> float:
        """Return the weight of a stem in general English alone, whatever the pile, 0 to 1."""
        return _prior(key)

    def weight_of_stem(self, key: str) -> float:
        """Return the weight of a stem, 0 to 1."""
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._weighed(key)
        return known

    def _weighed(self, key: str) -> float:
        prior = _prior(key)
        held = self.frequency.get(key, 0)
        if self.documents < 3 or held <= 2:
            return prior
        return prior * max(0.15, log(self.documents / (held - 1)) / log(self.documents))

    def bag(self, words: Iterable[str]) -> dict[str, float]:
        """Return stem to weight for the words that weigh anything, each once, in the order of first standing."""
        return self.bag_of_stems(map(stem, words))

    def bag_of_stems(self, stems: Iterable[str]) -> dict[str, float]:
        """Return the same for words that are stemmed already."""
        found: dict[str, float] = {}
        for key in stems:
            if key not in found:
                weight = self.weight_of_stem(key)
                if weight > 0:
                    found[key] = weight
        return found

    def vector(self, words: Iterable[str]) -> dict[str, float]:
        """Return the bag scaled to length 1; empty where no word weighs anything."""
        return self.vector_of_stems(map(stem, words))

    def vector_of_stems(self, stems: Iterable[str]) -> dict[str, float]:
        """Return the same for words that are stemmed already."""
        bag = self.bag_of_stems(stems)
        length = sqrt(sum(weight * weight for weight in bag.values()))
        return {key: weight / length for key, weight in bag.items()}

    def similarity(self, a: Iterable[str], b: Iterable[str]) -> float:
        """Return the cosine of two passages' vectors, 0 to 1; 0 when one of them holds no word that weighs."""
        one, two = self.vector(a), self.vector(b)
        if len(two) < len(one):
            one, two = two, one
        return min(1.0, sum(weight * two.get(key, 0.0) for key, weight in one.items()))

    def containment(self, part: Iterable[str], whole: Iterable[str]) -> float:
        """Return the share, 0 to 1, of the weight of `part` whose words stand in `whole`."""
        return self.containment_in(part, {stem(word) for word in whole})

    def containment_in(self, part: Iterable[str], held: Collection[str]) -> float:
        """Return the same for a whole of which the stems are known."""
        bag = self.bag(part)
        total = sum(bag.values())
        return sum(weight for key, weight in bag.items() if key in held) / total if total else 0.0

    def shared(self, a: Iterable[str], b: Iterable[str]) -> dict[str, float]:
        """Return the stems that stand in both passages, with their weights."""
        held = {stem(word) for word in b}
        return {key: weight for key, weight in self.bag(a).items() if key in held}
