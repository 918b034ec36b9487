"""The door to the graphs: what a session must be able to do, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sayso.language.encoder.features import Row

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Tagged:
    """What the heads over words say of one window of W words; all float32, logits unless told otherwise.

    `words` [W, width] are the vectors that the readers of relations take; `ends` [W] for 'last word of a sentence'; `upos` [W, 17]; `names` [W, 9];
    `roles` [W, 7]; `facts` [W] factuality on the scale -3 to 3; `polarity` [W, 2] and `modality` [W, 3] of predicates; `arcs` [W, W]: word i hangs on word j, a root on itself.
    """

    words: Floats
    ends: Floats
    upos: Floats
    names: Floats
    roles: Floats
    facts: Floats
    polarity: Floats
    modality: Floats
    arcs: Floats


class Session(Protocol):
    """Loaded graphs. Each call reads one window or one cue by itself, so that a result never depends on its neighbours."""

    def tag(self, row: Row) -> Tagged:
        """Read one window."""
        ...

    def around(self, words: Floats, cue: Floats, distances: Integers) -> Floats:
        """Return [N, 3] logits (none, source, content) of the N words around one cue: `words` [N, width], `cue` [width], `distances` [N]."""
        ...

    def relate(self, words: Floats, governors: Floats) -> Floats:
        """Return [N, relations] logits of N words and the words they hang on, both [N, width]."""
        ...

    def link(self, words: Floats, candidates: Floats, features: Floats) -> Floats:
        """Return [N, 1 + M] logits of what N mentions mean: none of the candidates first, then each of the M; `words` [N, width], `candidates` [M, width],
        `features` [N, M, pairs.WIDTH]."""
        ...
