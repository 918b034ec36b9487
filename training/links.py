"""The linker: taught by GUM's coreference after the encoder is done, on its vectors as they are and what its own heads say of the words.

python -m training --only links --run NAME
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.language.encoder.labels import RELATIONS, UPOS
from sayso.language.encoder.pairs import Told, pairs, told
from sayso.language.encoder.read import Reading
from sayso.language.encoder.session import Floats
from sayso.language.encoder.spans import log_softmax
from sayso.language.references import DEFINITE, HEADS, INNER, REACH, THIRD
from training.data.document import Document
from training.network import Linker

BLOCK = 48
"""Mentions asked about at once."""


@dataclass(slots=True)
class Read:
    """A document after the encoder has read it: vectors [W, width], what is told of its words, the words that may be meant."""

    document: Document
    vectors: Floats
    words: Told
    candidates: list[int]


def read(session: object, documents: Iterable[Document], own_tags: bool) -> list[Read]:
    """Read documents; tags and trees are the encoder's own when `own_tags`, the treebank's otherwise (for teaching: fewer slips)."""
    found = []
    for document in documents:
        assert document.words is not None and document.ends is not None
        assert document.upos is not None and document.relations is not None
        reading = Reading(session, document.words)  # type: ignore[arg-type]
        tags = [UPOS[i] for i in document.upos]
        relations = [RELATIONS[i] for i in document.relations]
        if own_tags:
            tags = [UPOS[int(i)] for i in reading.heard.upos.argmax(-1)]
            relations, first = [], 0
            for i, end in enumerate(document.ends):
                if end:
                    relations += reading.sentence_tree(first, i + 1)[1]
                    first = i + 1
        sentences = np.concatenate([[0], np.cumsum(document.ends)[:-1]]).tolist()
        names = np.exp(log_softmax(reading.heard.names))
        words = told(document.forms, tags, relations, sentences, names)
        candidates = [i for i in range(len(document)) if tags[i] in HEADS and relations[i] not in INNER]
        found.append(Read(document, reading.vectors(range(len(document))), words, candidates))
    return found


def asked(document: Document) -> Iterator[tuple[int, str]]:
    """Yield pronouns of the third person and definite descriptions that mean something mentioned before, with their sort."""
    assert document.groups is not None and document.upos is not None and document.heads is not None
    first: dict[int, int] = {}
    definite = {
        document.heads[i] for i, form in enumerate(document.forms) if form.lower() in DEFINITE and document.heads[i] > i
    }
    for at, group in enumerate(document.groups):
        if group < 0 or first.setdefault(group, at) == at:
            continue
        tag = UPOS[document.upos[at]]
        if tag == "PRON" and document.forms[at].lower() in THIRD:
            yield at, "pronoun"
        elif tag == "NOUN" and at in definite:
            yield at, "definite"


def scores(linker: Linker, one: Read, mentions: list[int], candidates: list[int]) -> Tensor:
    """Return [N, 1 + M] logits, those of candidates behind a mention out of the question."""
    features = torch.tensor(pairs(one.words, mentions, candidates))
    found = linker(torch.tensor(one.vectors[mentions]), torch.tensor(one.vectors[candidates]), features)
    behind = torch.tensor(np.asarray(candidates)[None] >= np.asarray(mentions)[:, None])
    return torch.cat([found[:, :1], found[:, 1:].masked_fill(behind, -1e4)], -1)


def fit(linker: Linker, documents: list[Read], epochs: int = 12, rate: float = 2e-3, seed: int = 20261129) -> None:
    """Teach the linker: minus the log of the chance of all that a mention truly means, pronouns twice (Lee et al. 2017)."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    optimiser = torch.optim.AdamW(linker.parameters(), lr=rate, weight_decay=0.01)
    blocks = [(one, *block) for one in documents for block in _blocks(one)]
    total, step = epochs * len(blocks), 0
    for epoch in range(epochs):
        linker.train()
        chance.shuffle(blocks)
        loss_sum = 0.0
        for one, mentions, candidates in blocks:
            for group in optimiser.param_groups:
                group["lr"] = rate * (1 - step / total)
            step += 1
            assert one.document.groups is not None and one.document.upos is not None
            groups = np.asarray(one.document.groups)
            m, c = np.asarray(mentions)[:, None], np.asarray(candidates)[None]
            same = (groups[m] == groups[c]) & (c < m)
            right = torch.tensor(np.concatenate([~same.any(-1, keepdims=True), same], -1))
            logits = scores(linker, one, mentions, candidates)
            held = logits.masked_fill(~right, -1e4).logsumexp(-1) - logits.logsumexp(-1)
            pronoun = [1.0 + (UPOS[one.document.upos[i]] == "PRON") for i in mentions]
            loss = -(held * torch.tensor(pronoun)).mean()
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            loss_sum += loss.item()
        print(f"links, epoch {epoch}: {loss_sum / len(blocks):.3f}", flush=True)
    linker.eval()


def _blocks(one: Read) -> Iterator[tuple[list[int], list[int]]]:
    assert one.document.groups is not None
    heads = [i for i, group in enumerate(one.document.groups) if group >= 0]
    for at in range(0, len(heads), BLOCK):
        mentions = heads[at : at + BLOCK]
        candidates = [i for i in one.candidates if mentions[0] - REACH <= i < mentions[-1]]
        if candidates:
            yield mentions, candidates


def links(session: object, documents: Iterable[Document]) -> dict[str, float]:
    """Accuracy of what pronouns of the third person and definite descriptions mean, of those that mean something mentioned before: the likeliest is right."""
    right, total = {"pronoun": 0, "definite": 0}, {"pronoun": 0, "definite": 0}
    for one in read(session, documents, own_tags=True):
        assert one.document.groups is not None
        for at, sort in asked(one.document):
            total[sort] += 1
            candidates = [i for i in one.candidates if at - REACH <= i < at]
            if candidates:
                given = session.link(one.vectors[[at]], one.vectors[candidates], pairs(one.words, [at], candidates))  # type: ignore[attr-defined]
                best = candidates[int(given[0, 1:].argmax())]
                right[sort] += one.document.groups[best] == one.document.groups[at]
    return {"links": sum(right.values()) / max(1, sum(total.values()))} | {
        f"links_{sort}": right[sort] / max(1, total[sort]) for sort in total
    }
