"""Batches for the network that reads texts apart: each row is read once, with what stands around it, and its stretches are compared with those of many others."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

import torch
from torch import Tensor, nn

from sayso.resources.wordpieces import wordpieces
from training.pairs.ecb import Told, compared
from training.pairs.fit import LONGEST, loss, pieces
from training.pairs.network import Late
from training.pairs.pair import OTHER, Pair
from training.pairs.written import Pile, Stretch

ROW = 200
"""Pieces of a row with its surroundings."""


@dataclass(slots=True)
class Apart:
    """Rows of pieces, stretches of them as (row, first, last), and the pairs of stretches with what is known of each."""

    rows: list[list[int]] = field(default_factory=list)
    stretches: list[tuple[int, int, int]] = field(default_factory=list)
    pairs: list[tuple[int, int, int, float]] = field(default_factory=list)

    def pieces(self) -> int:
        """Return how many pieces are read."""
        return sum(map(len, self.rows))

    def add(self, pair: Pair) -> None:
        """Add a pair of two rows of their own."""
        held = wordpieces()
        for text in (pair.first, pair.second):
            ids = pieces(text)
            self.rows.append([held.opening, *ids, held.closing])
            self.stretches.append((len(self.rows) - 1, 1, 1 + len(ids)))
        self.pairs.append((len(self.stretches) - 2, len(self.stretches) - 1, pair.kind, pair.share))


def in_context(
    one: Told, documents: Mapping[str, Mapping[int, Sequence[str]]], chance: random.Random, alone: float = 0.3
) -> tuple[list[int], list[int]]:
    """Return a row around the sentence of `one` and where each of its words begins in it, the end last; a share `alone` has no surroundings."""
    held = wordpieces()
    document = documents[one.document]
    words = [held.word(word) for word in document[one.sentence]]
    before: list[int] = []
    after: list[int] = []
    if chance.random() >= alone:
        numbers = sorted(document)
        at = numbers.index(one.sentence)
        before = [i for n in numbers[max(0, at - chance.randint(1, 4)) : at] for w in document[n] for i in held.word(w)]
        after = [i for n in numbers[at + 1 : at + 1 + chance.randint(0, 3)] for w in document[n] for i in held.word(w)]
    row = [held.opening, *before[-ROW // 2 :]]
    starts = []
    for word in words:
        starts.append(len(row))
        row += word
    starts.append(len(row))
    row += after[: max(0, ROW - len(row))]
    return [*row, held.closing], starts


def of_topic(
    told: Sequence[Told],
    documents: Mapping[str, Mapping[int, Sequence[str]]],
    chance: random.Random,
    work: int,
    most: int = 600,
) -> Iterator[Apart]:
    """Yield batches of one topic's sentences in their surroundings, all their stretches of different documents compared."""
    by_row: dict[tuple[str, int], list[Told]] = defaultdict(list)
    for one in told:
        by_row[one.document, one.sentence].append(one)
    order = sorted(by_row)
    chance.shuffle(order)
    while order:
        made = Apart()
        members: list[Told] = []
        while order and made.pieces() < work:
            here = by_row[order.pop()]
            row, starts = in_context(here[0], documents, chance)
            if starts[-1] > ROW + 50:
                continue
            made.rows.append(row)
            for one in here:
                made.stretches.append(
                    (
                        len(made.rows) - 1,
                        starts[one.place[0]],
                        min(starts[one.place[1]], starts[one.place[0]] + LONGEST),
                    )
                )
                members.append(one)
        same, other = [], []
        for i, j in combinations(range(len(members)), 2):
            a, b = members[i], members[j]
            kind = compared(a, b) if a.document != b.document else None
            if kind is not None:
                weight = 1.0 if kind != OTHER or a.story == b.story else 0.5
                (other if kind == OTHER else same).append((i, j, kind, weight))
        chance.shuffle(same)
        chance.shuffle(other)
        made.pairs = [*same[: most // 2], *other[: max(most // 2, most - len(same))]]
        made.pairs = [(i, j, kind, 1.0) for i, j, kind, _ in made.pairs]
        if made.pairs:
            yield made


def of_pairs(given: Sequence[Pair], chance: random.Random, work: int) -> Iterator[Apart]:
    """Yield batches of pairs of texts without surroundings."""
    order = list(given)
    chance.shuffle(order)
    made = Apart()
    for pair in order:
        made.add(pair)
        if made.pieces() >= work:
            yield made
            made = Apart()
    if made.pairs:
        yield made


def logits(network: Late, batch: Apart) -> Tensor:
    """Return [P, KINDS] for the pairs of a batch."""
    order = sorted(range(len(batch.rows)), key=lambda at: len(batch.rows[at]))
    read: list[Tensor] = [torch.empty(0)] * len(order)
    for at in range(0, len(order), 16):  # rows of like length together: padding is read for nothing
        part = order[at : at + 16]
        width = max(len(batch.rows[row]) for row in part)
        ids = torch.zeros(len(part), width, dtype=torch.long)
        mask = torch.zeros(len(part), width, dtype=torch.bool)
        for n, row in enumerate(part):
            ids[n, : len(batch.rows[row])] = torch.tensor(batch.rows[row])
            mask[n, : len(batch.rows[row])] = True
        x = network.read(ids, mask)
        for n, row in enumerate(part):
            read[row] = x[n]
    cut = [read[row][first:last] for row, first, last in batch.stretches]
    vectors = torch.nn.utils.rnn.pad_sequence(cut, batch_first=True)
    mask = torch.zeros(vectors.shape[:2], dtype=torch.bool)
    for n, one in enumerate(cut):
        mask[n, : len(one)] = True
    kept = network.comparer.project(vectors, mask)
    first, second = torch.tensor([p[0] for p in batch.pairs]), torch.tensor([p[1] for p in batch.pairs])
    found: Tensor = network.comparer(kept.of(first), kept.of(second))
    return found


def apart(network: nn.Module, batch: Apart) -> Tensor:
    """Return the loss of a batch."""
    assert isinstance(network, Late)
    return loss(logits(network, batch), [pair[2] for pair in batch.pairs], [pair[3] for pair in batch.pairs])


def of_pile(pile: Pile, chance: random.Random, alone: float = 0.3, most: int = 700) -> Apart:
    """Return one batch of a written pile: each report a row, or each stretch one of its own, and all stretches compared that are not of one place."""
    made = Apart()
    held = wordpieces()
    members: list[Stretch] = []
    for report, text in enumerate(pile.texts):
        stretches = [one for one in pile.stretches if one.report == report]
        if chance.random() < alone:
            for one in stretches:
                ids = pieces(pile.text(one))
                made.rows.append([held.opening, *ids, held.closing])
                made.stretches.append((len(made.rows) - 1, 1, 1 + len(ids)))
                members.append(one)
            continue
        ids, offsets = placed(text)
        made.rows.append([held.opening, *ids, held.closing])
        for one in stretches:
            inside = [at for at, (start, end) in enumerate(offsets) if start < one.end and end > one.start]
            if inside and inside[-1] < ROW * 2:
                made.stretches.append((len(made.rows) - 1, 1 + inside[0], 2 + min(inside[-1], inside[0] + LONGEST)))
                members.append(one)
    same, other = [], []
    for i, j in combinations(range(len(members)), 2):
        a, b = members[i], members[j]
        if not a.signs and not b.signs:
            continue
        kind = pile.kind(a, b)
        (other if kind == OTHER else same).append((i, j, kind, 1.0) if chance.random() < 0.5 else (j, i, kind, 1.0))
    made.pairs = [*same, *chance.sample(other, min(len(other), most - len(same)))]
    return made


def placed(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the ids of a text's pieces and the range of each in it."""
    from training.data.document import tokenizer

    found = tokenizer().encode(text, add_special_tokens=False)  # type: ignore[attr-defined]
    return list(found.ids), list(found.offsets)
