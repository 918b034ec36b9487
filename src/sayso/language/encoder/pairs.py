"""What is told to the linker about a mention and a word that it may mean, beside the vectors of both: how far apart, worded alike, in agreement, in which role.

Features in the manner of mention ranking (Denis & Baldridge 2008); training and reading share this module.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.language.encoder.labels import NAMES
from sayso.language.encoder.session import Floats, Integers

SORTS = ("he", "she", "it", "they", "i", "we", "you", "this", "who", "name", "names", "noun", "nouns", "other")
"""Sorts of words that head a mention: pronouns by person and gender, names and nouns by number."""
PRONOUNS = {
    "he": "he him his himself",
    "she": "she her hers herself",
    "it": "it its itself",
    "they": "they them their theirs themselves",
    "i": "i me my mine myself",
    "we": "we us our ours ourselves",
    "you": "you your yours yourself yourselves",
    "this": "this that these those",
    "who": "who whom whose which what",
}
SORT_OF = {word: SORTS.index(sort) for sort, words in PRONOUNS.items() for word in words.split()}
PLACES = (
    "nsubj",
    "nsubj:pass",
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "nmod",
    "nmod:poss",
    "appos",
    "conj",
    "root",
    "other",
)
OPENINGS = ("a", "the", "this", "its", "none")
"""How a mention opens: indefinite, definite, with a demonstrative, with a possessor, with none of these."""
OPENING_OF = {
    "a": 0,
    "an": 0,
    "another": 0,
    "some": 0,
    "one": 0,
    "the": 1,
    "this": 2,
    "that": 2,
    "these": 2,
    "those": 2,
}
OPENING_OF |= dict.fromkeys(("his", "her", "its", "their", "our", "my", "your", "'s", "’s"), 3)
STEPS = 10
"""Steps of distance, each about twice as far as the one before."""
WIDTH = STEPS + 8 + 2 * len(SORTS) + 2 * len(PLACES) + 2 * len(OPENINGS) + 2 * 4
"""Features of one pair."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of the W words of a report, all by word: numbers of SORTS, PLACES and OPENINGS, of the sentence, of its form and stem; [W, 4] chances that it is in the
    name of a person, an organisation, a place, something else; how often its form stood before."""

    sorts: Integers
    places: Integers
    openings: Integers
    sentences: Integers
    forms: Integers
    stems: Integers
    kinds: Floats
    often: Floats


def told(
    forms: Sequence[str], tags: Sequence[str], relations: Sequence[str], sentences: Sequence[int], names: Floats
) -> Told:
    """Return what is told of words; `forms` as printed, `names` [W, NAMES] chances."""
    lower = [form.lower() for form in forms]
    numbers: dict[str, int] = {}
    spelt = [numbers.setdefault(form, len(numbers)) for form in lower]
    stems = [numbers.setdefault(_stem(form), len(numbers)) for form in lower]
    seen: dict[int, int] = {}
    often = []
    for stem in stems:
        often.append(seen.get(stem, 0))
        seen[stem] = seen.get(stem, 0) + 1
    kinds = np.stack(
        [
            names[:, [n for n, name in enumerate(NAMES) if name.endswith(kind)]].sum(-1)
            for kind in ("PER", "ORG", "LOC", "OTHER")
        ],
        -1,
    )
    return Told(
        np.asarray([_sort(form, low, tag) for form, low, tag in zip(forms, lower, tags, strict=True)], np.int64),
        np.asarray([PLACES.index(r) if r in PLACES else len(PLACES) - 1 for r in relations], np.int64),
        np.asarray([_opening(lower, tags, i) for i in range(len(lower))], np.int64),
        np.asarray(sentences, np.int64),
        np.asarray(spelt, np.int64),
        np.asarray(stems, np.int64),
        np.asarray(kinds, np.float32),
        np.log1p(np.asarray(often, np.float32)),
    )


def _stem(form: str) -> str:
    return form[:-3] + "y" if form.endswith("ies") else form.removesuffix("s") if not form.endswith("ss") else form


def _opening(lower: Sequence[str], tags: Sequence[str], at: int) -> int:
    """Return how the mention that the word at `at` heads opens."""
    if tags[at] == "NOUN":
        for i in range(at - 1, max(-1, at - 6), -1):
            if lower[i] in OPENING_OF and tags[i] in ("DET", "PRON", "PART", "NUM"):
                return OPENING_OF[lower[i]]
            if tags[i] not in ("ADJ", "NOUN", "PROPN", "NUM", "ADV"):
                break
    return len(OPENINGS) - 1


def _sort(form: str, lower: str, tag: str) -> int:
    if tag == "PRON" or lower in SORT_OF:
        return SORT_OF.get(lower, SORTS.index("other"))
    several = lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
    if tag == "PROPN":
        return SORTS.index("names" if several else "name")
    return SORTS.index(
        ("nouns" if several or lower in ("people", "police", "men", "women", "children") else "noun")
        if tag == "NOUN"
        else "other"
    )


def pairs(words: Told, mentions: Sequence[int], candidates: Sequence[int]) -> Floats:
    """Return [N, M, WIDTH] features of N mentions and M words that they may mean."""
    m, c = np.asarray(mentions, np.int64)[:, None], np.asarray(candidates, np.int64)[None]
    n, k = m.shape[0], c.shape[1]
    apart = np.maximum(m - c, 1)
    steps = np.minimum(np.floor(np.log2(apart)).astype(np.int64), STEPS - 1)
    between = np.maximum(words.sentences[m] - words.sentences[c], 0)

    def one(numbers: Integers, size: int) -> Floats:
        return np.eye(size, dtype=np.float32)[np.broadcast_to(numbers, (n, k))]

    def plain(values: NDArray[np.generic]) -> Floats:
        return np.broadcast_to(values, (n, k)).astype(np.float32)[..., None]

    return np.concatenate(
        [
            one(steps, STEPS),
            plain(between == 0), plain(between == 1), plain(np.minimum(between, 12) / 12),
            plain(words.forms[m] == words.forms[c]), plain(words.stems[m] == words.stems[c]), plain(words.often[c]), plain(words.sentences[c] < 2), plain(words.often[m]),
            one(words.sorts[m], len(SORTS)), one(words.sorts[c], len(SORTS)),
            one(words.places[m], len(PLACES)), one(words.places[c], len(PLACES)),
            one(words.openings[m], len(OPENINGS)), one(words.openings[c], len(OPENINGS)),
            np.broadcast_to(words.kinds[mentions][:, None], (n, k, 4)), np.broadcast_to(words.kinds[candidates][None], (n, k, 4)),
        ],
        -1,
    ).astype(np.float32)  # fmt: skip
