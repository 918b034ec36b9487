"""Vectors of sentences: passages that say the same in other words lie close together."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.resources.graphs import Graph
from sayso.resources.model_files import model_files
from sayso.resources.wordpieces import Wordpieces, wordpieces

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LONGEST = 256
"""Wordpieces of one text that are read, both edges counted: the encoder was made for no longer ones. What stands behind them is not seen."""


@dataclass(frozen=True, slots=True)
class SentenceEncoder:
    """The sentence encoder (all-MiniLM-L6-v2 in int8) and its wordpieces."""

    graph: Graph
    pieces: Wordpieces
    width: int

    def vector(self, text: str) -> Floats:
        """Return the unit vector of one text, in a run of its own."""
        import numpy as np

        ids = (self.pieces.opening, *self.pieces.ids(text)[: LONGEST - 2], self.pieces.closing)
        return self.graph.run(["vector"], {"ids": np.asarray([ids], np.int64)})[0]

    def vectors(self, texts: Sequence[str], threads: int = 1) -> Floats:
        """Return the unit vectors of the texts as rows."""
        import numpy as np

        if threads > 1 and len(texts) > 1:
            with ThreadPoolExecutor(threads) as pool:
                rows = list(pool.map(self.vector, texts))
        else:
            rows = [self.vector(text) for text in texts]
        return np.asarray(rows, np.float32).reshape(len(texts), self.width)


@cache
def sentence_encoder(language: str = "en", folder: Path | None = None) -> SentenceEncoder:
    """Return the sentence encoder of a language, opened once; `folder` is where the models lie, the installation when None."""
    files = model_files("sentences", language, folder)
    pieces = wordpieces(language, folder)
    files.require_wordpieces(pieces.digest)
    return SentenceEncoder(Graph(files.path("sentences.onnx")), pieces, files.width)


def vectors(texts: Sequence[str], threads: int = 1) -> Floats:
    """Return [N, 384] unit vectors of N texts: the product of two is their cosine.

    Each text is cut at 256 wordpieces and read by itself, so its vector depends neither on the other texts nor on the number of threads.
    """
    return sentence_encoder().vectors(texts, threads)
