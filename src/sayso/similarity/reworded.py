"""Reworded sentences in a whole pile: pairs that share most of their rare words, in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from sayso.similarity.ngrams import Index, enough
from sayso.similarity.numbered import Numbered
from sayso.similarity.stems import stem
from sayso.similarity.weighted import WeightedWords

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Whole = NDArray[np.int64]

_SEEDS = 12
"""Of the words of a sentence so many, the rarest, are looked up."""

_MOST = 20
"""Two words that stand together in more sentences than this lead nowhere."""

_COMMON = 0.02, 200
"""A word is not looked up when more than this share of all sentences holds it, nor when this many hold it, whichever is more."""

_CHUNK = 200_000
"""Pairs that are weighed at one time; bounds the memory."""


@dataclass(frozen=True, slots=True, order=True)
class Reworded:
    """Sentence i of document a beside sentence j of document b (a < b), and their likeness, 0 to 1."""

    a: int
    i: int
    b: int
    j: int
    likeness: float


def reworded(documents: Sequence[Sequence[Sequence[str]]], least: float = 0.5) -> list[Reworded]:
    """Return the pairs of sentences of different documents that are at least so like, in order.

    A document is a sequence of sentences, a sentence one of lower-cased words. Candidates share two of their rarest words; their likeness is the weight of
    the stems in both over the mean weight of either (Dice's coefficient), a stem weighing the logarithm of how rare it is among all sentences.
    On pairs of sentences that people called paraphrases it finds as many as sentence vectors do, among no more others, at a fiftieth of the time.
    """
    import numpy as np
    from scipy.sparse import csr_array

    sentences = [sorted(set(map(stem, words))) for words in chain.from_iterable(documents)]
    held = Numbered.of(sentences)
    total, kinds = len(sentences), len(held.lexicon)
    if not total:
        return []
    document = np.repeat(np.arange(len(documents)), [len(one) for one in documents])
    nth = np.concatenate([np.arange(len(one)) for one in documents])
    often = np.bincount(held.words, minlength=kinds)
    weight = np.log(total / often)
    pairs, _ = enough(Index.entered(*_together(held, often), total).rare(_MOST), total, 1)
    one, two = pairs // total, pairs % total
    one, two = one[document[one] != document[two]], two[document[one] != document[two]]
    shape = (total, kinds)
    weighed = csr_array((weight[held.words], held.words.astype(np.int64), held.starts), shape)
    there = csr_array((np.ones(len(held.words)), held.words.astype(np.int64), held.starts), shape)
    whole = weighed.sum(axis=1)
    found: list[Reworded] = []
    for at in range(0, len(one), _CHUNK):
        x, y = one[at : at + _CHUNK], two[at : at + _CHUNK]
        likeness = 2 * weighed[x].multiply(there[y]).sum(axis=1) / np.maximum(whole[x] + whole[y], 1e-9)
        kept = np.flatnonzero(likeness >= least)
        a, b = x[kept], y[kept]
        columns = (document[a], nth[a], document[b], nth[b], likeness[kept])
        found += map(Reworded, *(column.tolist() for column in columns))
    return sorted(found)


def _together(held: Numbered, often: Whole) -> tuple[NDArray[np.uint64], Whole]:
    """Return the pairs of rare words of each sentence, as hashes, and the sentences, in order."""
    import numpy as np

    share, least = _COMMON
    total = len(held.starts) - 1
    general = WeightedWords(0, {})
    telling = np.fromiter((general.prior(word) > 0 for word in held.lexicon), np.bool_, len(held.lexicon))
    telling &= often <= max(share * total, least)
    places = np.flatnonzero(telling[held.words])
    owners, words = held.owners[places], held.words[places].astype(np.int64)
    order = np.lexsort((words, often[words], owners))
    owners, words = owners[order], words[order]
    rank = np.arange(len(owners)) - np.searchsorted(owners, owners, "left")
    owners, words, rank = owners[rank < _SEEDS], words[rank < _SEEDS], rank[rank < _SEEDS]
    hashes, where = [np.empty(0, np.uint64)], [np.empty(0, np.int64)]
    for apart in range(1, _SEEDS):
        later = np.flatnonzero(rank >= apart)
        x, y = words[later - apart], words[later]
        hashes.append((np.minimum(x, y) * len(held.lexicon) + np.maximum(x, y)).astype(np.uint64))
        where.append(owners[later])
    every, of = np.concatenate(hashes), np.concatenate(where)
    order = np.argsort(of, kind="stable")
    return every[order], of[order]
