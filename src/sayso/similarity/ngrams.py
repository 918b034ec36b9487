"""An inverted index of rare word n-grams: which documents share enough of them to be compared word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.resources import rows, words
from sayso.similarity.numbered import Numbered

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How long an n-gram is, in how many documents it may stand at most, and how many a pair must share."""

    n: int
    most: int
    seeds: int


LONG = Rarity(n=5, most=50, seeds=2)
SHORT = Rarity(n=3, most=30, seeds=4)

_MATES = 60
"""A document is compared with the documents that share most with it, so many at most, and with those that count it among theirs."""

_COPIES = 20
"""So many n-grams that stand in more documents than `most` a pair must share: a passage of a text that many carry ..."""

_MOSTLY = 0.2
"""... and this share of what either one holds: what an outlet or a licence puts under everything makes nothing a copy."""

_FIRST, _NEXT = 4, 2
"""Of the documents that hold such an n-gram each is compared with the first ones of the pile and the next ones only, not with all others."""

_BLOCK = 4_000_000
"""Pairs that are counted at one time; bounds the memory."""


@cache
def empty_words() -> frozenset[str]:
    """Return the words so common that an n-gram made of nothing else tells nothing."""
    return frozenset(word for band, held in rows("word-bands") if int(band) <= 1 for word in held.split())


@cache
def _stock() -> Hashes:
    """Return the hashes of all runs of three words of the stock phrases ('did not respond to a request for comment'), in order."""
    import numpy as np

    held = Numbered.of([phrase.split() for phrase in sorted(words("stock-phrases"))])
    return np.unique(held.grams(3)[held.whole(3)])


def in_stock_phrase(document: Sequence[str]) -> frozenset[int]:
    """Return the places of the words that stand in a stock phrase, or in three words of one."""
    import numpy as np

    return frozenset(np.flatnonzero(_in_stock(Numbered.of([document]))).tolist())


def _in_stock(held: Numbered) -> NDArray[np.bool_]:
    """Tell for each word of all documents whether it stands in a stock phrase."""
    import numpy as np

    starts = np.flatnonzero(held.whole(3) & np.isin(held.grams(3), _stock()))
    found = np.zeros(len(held.words), np.bool_)
    for further in range(3):
        found[starts + further] = True
    return found


def candidates(documents: Sequence[Sequence[str]], rarities: Sequence[Rarity] = (LONG, SHORT)) -> list[tuple[int, int]]:
    """Return the pairs (a < b) of documents that share enough rare n-grams of any of the `rarities`, in order.

    A document is a sequence of lower-cased words. The thresholds of LONG and SHORT find copies with up to two words in
    five replaced, and passages of forty words. The number of pairs grows with the number of documents and not with its square: of
    those that hold an n-gram which more than `most` hold, each is paired with the first and the next ones only; put first
    what others were likely made from.
    """
    return candidates_among(Numbered.of(documents), rarities)


def candidates_among(held: Numbered, rarities: Sequence[Rarity] = (LONG, SHORT)) -> list[tuple[int, int]]:
    """Return the pairs as `candidates` does, for documents that are numbered already."""
    import numpy as np

    common = np.fromiter((word in empty_words() for word in held.lexicon), np.bool_, len(held.lexicon))
    empty = common[held.words] | _in_stock(held)
    total = len(held.starts) - 1
    codes: list[Whole] = []
    for rarity in rarities:
        index = Index.of(held, rarity.n, empty)
        codes.append(_nearest(*enough(index.rare(rarity.most), total, rarity.seeds), total))
        pairs, counts = enough(index.frequent(rarity.most), total, _COPIES)
        mostly = counts >= _MOSTLY * np.minimum(index.held[pairs // total], index.held[pairs % total])
        codes.append(_nearest(pairs[mostly], counts[mostly], total))
    found = np.unique(np.concatenate(codes)) if codes else np.empty(0, np.int64)
    return list(zip((found // max(1, total)).tolist(), (found % max(1, total)).tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class Index:
    """Who holds what: the documents, in order, that hold each n-gram; `starts` and `ends` give for each entry the range of its n-gram.

    `held` counts for each document the different n-grams that it holds.
    """

    owners: Whole
    starts: Whole
    ends: Whole
    held: Whole

    @classmethod
    def of(cls, held: Numbered, n: int, empty: NDArray[np.bool_]) -> Index:
        """Enter the n-grams that hold more than stock phrases and empty words; those of one document alone are left out."""
        import numpy as np

        blank = np.cumsum(np.r_[0, empty])
        places = np.flatnonzero(held.whole(n))
        places = places[blank[places + n] - blank[places] < n]
        return cls.entered(held.grams(n)[places], held.owners[places], len(held.starts) - 1)

    @classmethod
    def entered(cls, hashes: Hashes, owners: Whole, total: int) -> Index:
        """Enter features by their hashes, each with its owner, one of `total`; owners in order."""
        import numpy as np

        order = np.argsort(hashes, kind="stable")
        hashes, owners = hashes[order], owners[order]
        counts = np.zeros(total, np.int64)
        sizes = np.empty(0, np.int64)
        if len(hashes):
            once = np.r_[True, (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])]
            hashes, owners = hashes[once], owners[once]
            counts = np.bincount(owners, minlength=total)
            new = np.r_[True, hashes[1:] != hashes[:-1]]
            sizes = np.diff(np.r_[np.flatnonzero(new), len(hashes)])
            owners, sizes = owners[np.repeat(sizes > 1, sizes)], sizes[sizes > 1]
        ends = np.cumsum(sizes)
        return cls(owners, np.repeat(ends - sizes, sizes), np.repeat(ends, sizes), counts)

    def rare(self, most: int) -> Iterator[tuple[Whole, Whole]]:
        """Yield entries and partners, block by block: every later holder of an n-gram that no more than `most` hold."""
        import numpy as np

        entries = np.flatnonzero(self.ends - self.starts <= most)
        yield from self._blocks(entries, self.ends[entries] - entries - 1, entries + 1)

    def frequent(self, most: int) -> Iterator[tuple[Whole, Whole]]:
        """Yield entries and partners of the n-grams that more hold: the next holders, and the later ones for the first."""
        import numpy as np

        entries = np.flatnonzero(self.ends - self.starts > most)
        later = self.ends[entries] - entries - 1
        first = entries - self.starts[entries] < _FIRST
        yield from self._blocks(entries, np.where(first, later, np.minimum(later, _NEXT)), entries + 1)

    def _blocks(self, entries: Whole, counts: Whole, firsts: Whole) -> Iterator[tuple[Whole, Whole]]:
        """Yield the owners of entries beside those of the `counts` entries from `firsts` on; all of one owner's stand in one block."""
        import numpy as np

        order = np.argsort(self.owners[entries], kind="stable")
        entries, counts, firsts = entries[order], counts[order], firsts[order]
        owners = self.owners[entries]
        reached = np.cumsum(counts)
        at = 0
        while at < len(entries):
            before = reached[at] - counts[at]
            end = max(int(np.searchsorted(reached, before + _BLOCK, "right")), at + 1)
            if end < len(entries):
                end = int(np.searchsorted(owners, owners[end], "left"))
                end = end if end > at else int(np.searchsorted(owners, owners[at], "right"))
            some = counts[at:end]
            whole = np.repeat(np.arange(at, end), some)
            nth = np.arange(len(whole)) - np.repeat(np.cumsum(some) - some, some)
            yield owners[whole], self.owners[firsts[whole] + nth]
            at = end


def enough(blocks: Iterator[tuple[Whole, Whole]], total: int, seeds: int) -> tuple[Whole, Whole]:
    """Return the pairs that stand in the blocks at least `seeds` times, as a * total + b, and how often."""
    import numpy as np

    found, often = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for ours, theirs in blocks:
        codes = ours * total + theirs
        codes.sort()
        starts = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]]) if len(codes) else np.empty(0, np.int64)
        counts = np.diff(np.r_[starts, len(codes)])
        found.append(codes[starts[counts >= seeds]])
        often.append(counts[counts >= seeds])
    return np.concatenate(found), np.concatenate(often)


def _nearest(pairs: Whole, counts: Whole, total: int) -> Whole:
    """Keep the pairs that are among the `_MATES` of either side that share most."""
    import numpy as np

    if not len(pairs):
        return pairs
    a, b = pairs // total, pairs % total
    sides, partners = np.r_[a, b], np.r_[b, a]
    order = np.lexsort((partners, -np.r_[counts, counts], sides))
    ordered = sides[order]
    nth = np.arange(len(order)) - np.searchsorted(ordered, ordered, "left")
    kept = np.zeros(len(pairs), np.bool_)
    kept[order[nth < _MATES] % len(pairs)] = True
    return pairs[kept]
