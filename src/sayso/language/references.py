"""What pronouns and definite descriptions mean: for each of them, the words before it that the encoder takes for mentions of the same."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import numpy as np

from sayso.language.encoder.pairs import Told, told
from sayso.language.encoder.read import Reading
from sayso.language.encoder.spans import log_softmax
from sayso.model import Meant, Sentence, Token

THIRD = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves".split()  # noqa: SIM905
)
DEFINITE = frozenset("the this that these those".split())  # noqa: SIM905
HEADS = frozenset(["NOUN", "PROPN", "PRON"])
INNER = frozenset(["compound", "flat", "det", "case", "punct"])
"""Relations of words that head no mention of their own."""
REACH = 400
"""Words before a mention among which what it means is sought."""
BLOCK = 128
"""Mentions asked about at once."""
LEAST = 0.05
"""Chances below this are left out."""


def references(
    reading: Reading, split: Sequence[Sentence], tokens: Sequence[Token], forms: Sequence[str]
) -> tuple[Meant, ...]:
    """Return what each pronoun of the third person and each definite description of a report means, in text order; `forms` are the words as printed."""
    asked = [i for i in range(len(tokens)) if _pronoun(tokens, i)]
    asked = sorted({*asked, *_definite(tokens)})
    if not asked:
        return ()
    heads = [i for i, token in enumerate(tokens) if token.tags[0] in HEADS and token.relation not in INNER]
    sentence_of = [number for number, sentence in enumerate(split) for _ in range(sentence.first, sentence.last)]
    words = told(
        forms,
        [token.tags[0] for token in tokens],
        [token.relation for token in tokens],
        sentence_of,
        np.exp(log_softmax(reading.heard.names)),
    )
    return tuple(
        one for at in range(0, len(asked), BLOCK) for one in _block(reading, asked[at : at + BLOCK], heads, words)
    )


def _pronoun(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].norm in THIRD and tokens[i].relation != "expl"


def _definite(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the nouns that a definite word hangs on."""
    for i, token in enumerate(tokens):
        head = token.head
        if token.norm in DEFINITE and token.relation == "det" and head > i and tokens[head].tags[0] == "NOUN":
            yield head


def _block(reading: Reading, asked: Sequence[int], heads: Sequence[int], words: Told) -> Iterator[Meant]:
    candidates = heads[bisect_left(heads, asked[0] - REACH) : bisect_right(heads, asked[-1])]
    if not candidates:
        return
    chances = np.exp(reading.links(asked, candidates, words))
    for at, row in zip(asked, chances, strict=True):
        likely = [(candidates[k], round(float(row[k + 1]), 4)) for k in np.flatnonzero(row[1:] >= LEAST).tolist()]
        if likely:
            yield Meant(at, tuple(sorted(likely, key=lambda pair: (-pair[1], -pair[0]))))
