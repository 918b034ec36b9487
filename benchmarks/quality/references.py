"""What mentions mean, on the development part of GUM: pronouns of the third person and definite descriptions that mean something mentioned before.

Words, sentences and mentions are the corpus's, tags and trees our own. A mention counts as right when the likeliest word before it heads a mention of the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.encoder import Encoder, model
from benchmarks.quality.floors import Figures
from benchmarks.quality.treebank import Treebank, documents
from sayso.language.references import DEFINITE, HEADS, INNER, REACH, THIRD

FILE = "en_gum-open-dev.conllu.gz"
SORTS = ("pronoun", "definite")

Answer = Callable[[Treebank, Sequence[int]], Sequence[int | None]]
"""From a document and the words that head the mentions asked about to the word that heads what each means."""


def measure(folder: Path, answer: Answer | None = None) -> Figures:
    """Return `references.right`, the share led to the right mention, and the same of pronouns and of definite descriptions; by default by the encoder."""
    return scored(documents(folder / FILE), answer or by_encoder(model()))


def scored(gold: Sequence[Treebank], answer: Answer) -> Figures:
    """Return the figures of one way of answering over documents."""
    right, total = dict.fromkeys(SORTS, 0), dict.fromkeys(SORTS, 0)
    for one in gold:
        groups = heads(one)
        wanted = list(asked(one, groups))
        said = answer(one, [at for at, _ in wanted])
        for (at, sort), word in zip(wanted, said, strict=True):
            total[sort] += 1
            right[sort] += word is not None and groups.get(word) == groups[at]
    figures = {f"references.{sort}": right[sort] / max(1, total[sort]) for sort in SORTS}
    return {"references.right": sum(right.values()) / max(1, sum(total.values()))} | figures


def heads(one: Treebank) -> dict[int, int]:
    """Return the number of who or what is meant by the word that heads a mention; where one word heads two, the outer one's."""
    found: dict[int, int] = {}
    for first, last, group in sorted(one.mentions, key=lambda m: (m[0], -m[1])):
        head = next((i for i in range(first, last) if not first <= one.heads[i] < last or one.heads[i] == i), first)
        found.setdefault(head, group)
    return found


def asked(one: Treebank, groups: dict[int, int]) -> Iterator[tuple[int, str]]:
    """Yield the heads of the mentions that are asked about, each with its sort."""
    definite = {h for i, h in enumerate(one.heads) if h > i and one.forms[i].lower() in DEFINITE}
    met: set[int] = set()
    for at in sorted(groups):
        known = groups[at] in met
        met.add(groups[at])
        if known and one.upos[at] == "PRON" and one.forms[at].lower() in THIRD:
            yield at, "pronoun"
        elif known and one.upos[at] == "NOUN" and at in definite:
            yield at, "definite"


def by_encoder(encoder: Encoder) -> Answer:
    """Return a way of answering by the linker."""
    from sayso.language.encoder.labels import UPOS
    from sayso.language.encoder.pairs import told
    from sayso.language.encoder.spans import log_softmax

    def answer(one: Treebank, mentions: Sequence[int]) -> Sequence[int | None]:
        reading = encoder.read(one.forms, one.gaps())
        tags = [UPOS[int(i)] for i in reading.heard.upos.argmax(-1)]
        relations = [r for first, last in one.sentences for r in reading.sentence_tree(first, last)[1]]
        sentence_of = [n for n, (first, last) in enumerate(one.sentences) for _ in range(first, last)]
        words = told(one.forms, tags, relations, sentence_of, np.exp(log_softmax(reading.heard.names)))
        known = [i for i in range(len(one.forms)) if tags[i] in HEADS and relations[i] not in INNER]
        found: list[int | None] = []
        for at in mentions:
            candidates = [i for i in known if at - REACH <= i < at]
            chances = reading.links([at], candidates, words)[0, 1:] if candidates else np.zeros(0)
            found.append(candidates[int(chances.argmax())] if candidates else None)
        return found

    return answer


def nearest(one: Treebank, mentions: Sequence[int]) -> Sequence[int | None]:
    """Answer with the nearest noun, name or pronoun before: what costs nothing."""
    return [next((i for i in range(at - 1, -1, -1) if one.upos[i] in HEADS), None) for at in mentions]
