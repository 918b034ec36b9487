"""Likeness of texts, whatever they are about: rare n-grams, word alignment, weighted words."""

from sayso.similarity.align import Stretch, stretches
from sayso.similarity.ngrams import LONG, SHORT, Rarity, candidates, empty_words, in_stock_phrase
from sayso.similarity.reuse import reused
from sayso.similarity.reworded import Reworded, reworded
from sayso.similarity.stems import stem
from sayso.similarity.weighted import WeightedWords

__all__ = [
    "LONG",
    "SHORT",
    "Rarity",
    "Reworded",
    "Stretch",
    "WeightedWords",
    "candidates",
    "empty_words",
    "in_stock_phrase",
    "reused",
    "reworded",
    "stem",
    "stretches",
]
