"""How a statement presents what it says, read from its words alone: polarity and modality of its main predicate, and its factuality.

Polarity and modality are what TimeML marks on an event (Pustejovsky et al. 2003); factuality is one number from -3 (surely not) over 0 (open) to 3 (surely), as in
UDS-IH2 (Rudinger, White, Van Durme 2018). What is open has no polarity (FactBank's 'Uu').
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks.encoder import Encoder
from sayso.language.encoder.labels import MODALITIES, POLARITIES, UPOS
from sayso.language.encoder.read import Reading, sentence_ranges
from sayso.language.encoder.spans import log_softmax

LIKELY = 0.5
"""From this chance on a modality or a negation is taken for what it says."""
DENIED = -1.0
"""Up to this factuality something is presented as what is not so, whatever word denies it ('nobody', 'no sign of')."""
ASKING = frozenset(["if", "whether", "who", "what", "where", "when", "why", "how"])
OPENING = 2
"""Among the first so many words, a word that asks leaves a content open."""
PREDICATES = ("VERB", "AUX", "ADJ", "NOUN", "PROPN")


def side(reading: Reading, forms: Sequence[str]) -> tuple[str, str]:
    """Return polarity and certainty of the first statement of a reading of the words `forms`; what has no predicate is stated flatly."""
    root = main_predicate(reading)
    if root is None:
        return "positive", "certain"
    if any(form.lower() in ASKING for form in forms[:OPENING]):
        return "unknown", "unknown"
    heard = reading.heard
    modal = np.exp(log_softmax(heard.modality[root : root + 1]))[0]
    denied = np.exp(log_softmax(heard.polarity[root : root + 1]))[0][POLARITIES.index("negative")]
    polarity = "negative" if denied >= LIKELY or heard.facts[root] <= DENIED else "positive"
    if modal[MODALITIES.index("open")] >= LIKELY and UPOS[int(heard.upos[root].argmax())] == "VERB":
        return "unknown", "unknown"
    if modal[MODALITIES.index("possible")] >= LIKELY:
        return polarity, "possible"
    return polarity, "certain"


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
        return side(self.encoder.read(forms, gaps), forms)
