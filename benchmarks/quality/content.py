"""How a statement presents what it says, read from its words alone: the factuality of its main predicate as polarity and certainty.

Factuality is one number from -3 (surely not) over 0 (open) to 3 (surely), as in UDS-IH2 (Rudinger, White, Van Durme 2018); FactBank's grades are stretches of it.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.encoder import Encoder
from sayso.language.encoder.labels import UPOS
from sayso.language.encoder.read import Reading, sentence_ranges

NOT = -0.5
"""Below this the main predicate is presented as what did not happen."""
OPEN, POSSIBLE, CERTAIN = 0.1, 0.4, 1.0
"""Sizes of factuality from which on something is said at all, said to be possible, probable, certain."""
PREDICATES = ("VERB", "AUX", "ADJ", "NOUN", "PROPN")


def side(reading: Reading) -> tuple[str, str]:
    """Return polarity and certainty of the first statement of a reading."""
    factuality = main_factuality(reading)
    size = abs(factuality)
    if size < OPEN:
        return "unknown", "unknown"
    polarity = "negative" if factuality < NOT else "positive"
    return polarity, "certain" if size >= CERTAIN else "probable" if size >= POSSIBLE else "possible"


def main_factuality(reading: Reading) -> float:
    """Return the factuality of the main predicate of the first sentence that has one, -3 to 3; 0 when there is none."""
    tags = reading.heard.upos.argmax(-1)
    for first, last in sentence_ranges((reading.heard.ends > 0).tolist()):
        heads, _ = reading.sentence_tree(first, last)
        root = next(i for i in range(first, last) if heads[i - first] == i)
        if UPOS[int(tags[root])] in PREDICATES:
            return float(reading.heard.facts[root])
    return 0.0


class ByEncoder:
    """Reads the words of a content alone by the encoder."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    def __call__(self, forms: Sequence[str], gaps: Sequence[int]) -> tuple[str, str]:
        """Return the side of these words."""
        return side(self.encoder.read(forms, gaps))
