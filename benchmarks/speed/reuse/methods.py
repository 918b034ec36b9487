"""Ways to find the pairs of documents that share text: Sayso's, and those of others."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.speed.reuse.plant import Pair
from benchmarks.speed.reuse.texts import Words

LEAST = 20
"""So many equal words a shared passage must have for a pair to count as found; a planted passage has forty."""

Method = Callable[[list[Words]], set[Pair]]


def sayso(documents: list[Words]) -> set[Pair]:
    """Find pairs by rare n-grams and align them word by word."""
    from sayso.similarity import reused

    return {(a, b) for a, b, held in reused(documents) if max(one.matched for one in held) >= LEAST}


def minhash(documents: list[Words]) -> set[Pair]:
    """Find pairs by datasketch: MinHash of 128 permutations over word trigrams, 32 bands of 4 rows; no passages."""
    import xxhash
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=128, params=(32, 4))
    found: set[Pair] = set()
    for number, words in enumerate(documents):
        sketch = MinHash(num_perm=128, hashfunc=xxhash.xxh32_intdigest)
        sketch.update_batch({" ".join(run).encode() for run in zip(words, words[1:], words[2:], strict=False)})
        found.update((other, number) for other in index.query(sketch))
        index.insert(number, sketch)
    return found


def difflib(documents: list[Words]) -> set[Pair]:
    """Compare every pair by the matching blocks of difflib; blocks of three words or more that follow closely count together."""
    from difflib import SequenceMatcher

    found: set[Pair] = set()
    for b, words in enumerate(documents):
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(words)
        for a in range(b):
            matcher.set_seq1(documents[a])
            if _chained([block for block in matcher.get_matching_blocks() if block.size >= 3]) >= LEAST:
                found.add((a, b))
    return found


def _chained(blocks: list[tuple[int, int, int]]) -> int:
    """Return the most equal words of blocks that stand at most six words apart on both sides, as Sayso chains them."""
    best = held = 0
    ends: tuple[int, int] | None = None
    for a, b, size in blocks:
        near = ends is not None and a - ends[0] <= 6 and b - ends[1] <= 6
        held = held + size if near else size
        best, ends = max(best, held), (a + size, b + size)
    return best


METHODS: dict[str, Method] = {"sayso": sayso, "datasketch MinHash + LSH": minhash, "difflib, all pairs": difflib}

MOST = {"difflib, all pairs": 100}
"""The largest pile that a method is asked to do: a pile of a thousand has a hundred times the pairs."""


def share_a_run(one: Words, two: Words, length: int = 8) -> bool:
    """Tell whether two documents share a run of so many equal words, planted or not."""
    runs = [{tuple(words[at : at + length]) for at in range(len(words) - length + 1)} for words in (one, two)]
    return not runs[0].isdisjoint(runs[1])
