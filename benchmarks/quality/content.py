"""How a statement presents what it says, read from its words alone: polarity and modality of its main predicate, and its factuality.

Polarity and modality are what TimeML marks on an event (Pustejovsky et al. 2003); factuality is one number from -3 (surely not) over 0 (open) to 3 (surely), as in
UDS-IH2 (Rudinger, White, Van Durme 2018). What is open has no polarity (FactBank's 'Uu').
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.encoder import Encoder
from sayso.language.encoder.labels import MODALITIES, POLARITIES, UPOS
from sayso.language.encoder.read import Reading, sentence_ranges
from sayso.language.encoder.spans import log_softmax

PROBABLE = 0.6
"""Below this size of factuality what no modal verb weakens is presented as probable only."""
PREDICATES = ("VERB", "AUX", "ADJ", "NOUN", "PROPN")


def side(reading: Reading) -> tuple[str, str]:
    """Return polarity and certainty of the first statement of a reading."""
    root = main_predicate(reading)
    if root is None:
        return "unknown", "unknown"
    modality = MODALITIES[int(reading.heard.modality[root].argmax())]
    polarity = POLARITIES[int(log_softmax(reading.heard.polarity[root : root + 1])[0].argmax())]
    if modality == "open":
        return "unknown", "unknown"
    if modality == "possible":
        return polarity, "possible"
    return polarity, "certain" if abs(float(reading.heard.facts[root])) >= PROBABLE else "probable"


def main_predicate(reading: Reading) -> int | None:
    """Return the word that heads the first sentence that has a predicate, None when none has."""
    tags = reading.heard.upos.argmax(-1)
    for first, last in sentence_ranges((reading.heard.ends > 0).tolist()):
        heads, _ = reading.sentence_tree(first, last)
        root = next(i for i in range(first, last) if heads[i - first] == i)
        if UPOS[int(tags[root])] in PREDICATES:
            return root
    return None


class ByEncoder:
    """Reads the words of a content alone by the encoder."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    def __call__(self, forms: Sequence[str], gaps: Sequence[int]) -> tuple[str, str]:
        """Return the side of these words."""
        return side(self.encoder.read(forms, gaps))
