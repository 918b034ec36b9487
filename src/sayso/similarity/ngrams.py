"""An inverted index of rare word n-grams: which documents share enough of them to be compared word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sayso.resources import rows, words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How long an n-gram is, in how many documents it may stand at most, and how many a pair must share."""

    n: int
    most: int
    seeds: int


LONG = Rarity(n=5, most=50, seeds=2)
SHORT = Rarity(n=3, most=30, seeds=4)


@cache
def empty_words() -> frozenset[str]:
    """Return the words so common that an n-gram made of nothing else tells nothing."""
    return frozenset(word for band, held in rows("word-bands") if int(band) <= 1 for word in held.split())


def _word_hashes(document: Sequence[str]) -> Hashes:
    import numpy as np
    import xxhash

    return np.fromiter((xxhash.xxh3_64_intdigest(word.encode()) for word in document), np.uint64, len(document))


def _ngrams(hashes: Hashes, n: int) -> Hashes:
    """Return one hash for each run of `n` words (FNV-like mixing; wraps by design); empty when the text is shorter."""
    import numpy as np

    count = len(hashes) - n + 1
    if count < 1:
        return np.empty(0, np.uint64)
    mixed = np.zeros(count, np.uint64)
    for at in range(n):
        mixed = (mixed ^ hashes[at : at + count]) * np.uint64(0x100000001B3)
        mixed ^= mixed >> np.uint64(29)
    return mixed


@cache
def _stock() -> frozenset[int]:
    """Return the hashes of all runs of three words of the stock phrases ('did not respond to a request for comment')."""
    return frozenset(
        int(h) for phrase in sorted(words("stock-phrases")) for h in _ngrams(_word_hashes(phrase.split()), 3)
    )


def in_stock_phrase(document: Sequence[str]) -> frozenset[int]:
    """Return the places of the words that stand in a stock phrase, or in three words of one."""
    return _stock_places(_word_hashes(document))


def _stock_places(hashes: Hashes) -> frozenset[int]:
    return frozenset(
        at + further for at, value in enumerate(_ngrams(hashes, 3)) if int(value) in _stock() for further in range(3)
    )


def _telling(document: Sequence[str], n: int) -> Hashes:
    """Return the distinct n-gram hashes of a document that hold more than stock phrases and empty words."""
    import numpy as np

    word_hashes = _word_hashes(document)
    hashes = _ngrams(word_hashes, n)
    if not len(hashes):
        return hashes
    stock, common = _stock_places(word_hashes), empty_words()
    empty = np.fromiter((at in stock or word in common for at, word in enumerate(document)), np.int64, len(document))
    run = np.convolve(empty, np.ones(n, np.int64), "valid")
    kept: Hashes = np.unique(hashes[run < n])
    return kept


def candidates(documents: Sequence[Sequence[str]], rarities: Sequence[Rarity] = (LONG, SHORT)) -> list[tuple[int, int]]:
    """Return the pairs (a < b) of documents that share enough rare n-grams of any of the `rarities`, in order.

    A document is a sequence of lower-cased words. The thresholds of LONG and SHORT find copies with up to two words in
    five replaced, and passages of forty words.
    """
    found: set[tuple[int, int]] = set()
    for rarity in rarities:
        found.update(pair for pair, shared in _counts(documents, rarity).items() if shared >= rarity.seeds)
    return sorted(found)


def _counts(documents: Sequence[Sequence[str]], rarity: Rarity) -> dict[tuple[int, int], int]:
    import numpy as np

    held = [_telling(document, rarity.n) for document in documents]
    if not held:
        return {}
    owners = np.repeat(np.arange(len(held)), [len(hashes) for hashes in held])
    hashes = np.concatenate(held)
    order = np.lexsort((owners, hashes))
    owners, hashes = owners[order], hashes[order]
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]]) if len(hashes) else np.empty(0, np.int64)
    sizes = np.diff(np.r_[starts, len(hashes)])
    codes: list[Any] = []
    for size in range(2, rarity.most + 1):
        rows_of = starts[sizes == size]
        if not len(rows_of):
            continue
        block = owners[rows_of[:, None] + np.arange(size)]
        first, second = np.triu_indices(size, 1)
        codes.append((block[:, first] * len(held) + block[:, second]).ravel())
    if not codes:
        return {}
    pairs, counts = np.unique(np.concatenate(codes), return_counts=True)
    return {(int(p) // len(held), int(p) % len(held)): int(c) for p, c in zip(pairs, counts, strict=True)}
