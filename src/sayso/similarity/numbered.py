"""The documents of a pile as numbers: one for each word, one behind another, so that arrays can be worked on instead of texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Hashes = NDArray[np.uint64]
    Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Numbered:
    """Documents one behind another. [W] means one for each of all their words.

    `words` [W] gives the word's place in the `lexicon`, `hashes` its hash by that place, `owners` [W] the document's number;
    document d has the words starts[d] up to starts[d + 1].
    """

    lexicon: tuple[str, ...]
    words: NDArray[np.int32]
    hashes: Hashes
    owners: Whole
    starts: Whole

    @classmethod
    def of(cls, documents: Sequence[Sequence[str]]) -> Numbered:
        """Number the words of documents in their alphabetical order, so that numbers compare as words do."""
        import numpy as np
        import xxhash

        sizes = np.fromiter(map(len, documents), np.int64, len(documents))
        lexicon = sorted(set(chain.from_iterable(documents)))
        numbers = {word: number for number, word in enumerate(lexicon)}
        words = np.fromiter(map(numbers.__getitem__, chain.from_iterable(documents)), np.int32, int(sizes.sum()))
        hashes = np.fromiter((xxhash.xxh3_64_intdigest(word.encode()) for word in lexicon), np.uint64, len(lexicon))
        owners = np.repeat(np.arange(len(documents)), sizes)
        return cls(tuple(lexicon), words, hashes, owners, np.r_[0, np.cumsum(sizes)])

    def document(self, number: int) -> slice:
        """Return where the words of a document stand among all."""
        return slice(int(self.starts[number]), int(self.starts[number + 1]))

    def whole(self, n: int) -> NDArray[np.bool_]:
        """Tell for each word [W] whether `n` words of one document start there."""
        import numpy as np

        found = np.zeros(len(self.words), np.bool_)
        if len(self.words) >= n:
            found[: len(found) - n + 1] = self.owners[: len(found) - n + 1] == self.owners[n - 1 :]
        return found

    def grams(self, n: int) -> Hashes:
        """Return for each word [W] a hash of the `n` words that start there (FNV-like mixing; wraps by design), 0 for the last ones.

        Whether they are of one document `whole` tells.
        """
        import numpy as np

        held = self.hashes[self.words]
        mixed = np.zeros(len(held), np.uint64)
        size = len(held) - n + 1
        if size < 1:
            return mixed
        inner = mixed[:size]
        for at in range(n):
            inner ^= held[at : at + size]
            inner *= np.uint64(0x100000001B3)
            inner ^= inner >> np.uint64(29)
        return mixed
