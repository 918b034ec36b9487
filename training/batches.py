"""Windows of labelled documents, put together to batches of about equal work."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from zlib import crc32

import torch
from torch import Tensor

from sayso.language.encoder.features import REACH, row
from sayso.language.encoder.labels import RELATIONS, ROLES, UPOS
from training.data.document import SCHEMES, Document, Range, Said

PIECES = 254
NOT = -100
HEADS = ("NOUN", "PROPN", "PRON")


@dataclass(slots=True)
class Query:
    """One cue to read around: its window in the batch, its words, the words around it and what each of them is (none, source, content)."""

    window: int
    cue: Range
    first: int
    last: int
    parts: list[int]


@dataclass(slots=True)
class Batch:
    """Tensors of B windows padded to L pieces and W words; NOT where nothing is known."""

    ids: Tensor
    shapes: Tensor
    gaps: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    real: Tensor
    ends: Tensor
    upos: Tensor
    names: Tensor
    roles: Tensor
    facts: Tensor
    heads: Tensor
    relations: Tensor
    silver: Tensor
    polarity: Tensor
    modality: Tensor
    groups: Tensor
    candidates: Tensor
    alike: Tensor
    queries: list[Query] = field(default_factory=list)
    annotated: list[int] = field(default_factory=list)


Cut = tuple[Document, int, int, int]
"""A document, the first and last word of a window, and the number of the annotator."""


def cuts(documents: Sequence[Document], chance: random.Random, shortest: int = 120) -> list[Cut]:
    """Cut every document into windows that begin at random places; another cut every time."""
    made: list[Cut] = []
    for known in documents:
        if known.share < 1 and chance.random() > known.share:
            continue
        document = known.twin if known.twin is not None and chance.random() < 0.5 else known
        assert document.words is not None
        sizes = list(map(len, document.words.pieces))
        annotator = chance.randrange(len(document.said)) if document.said else 0
        at = 0
        room = chance.randint(shortest, PIECES)
        while at < len(sizes):
            first, used = at, 0
            while at < len(sizes) and used + sizes[at] <= room:
                used += sizes[at]
                at += 1
            made.append((document, first, at, annotator))
            room = PIECES if chance.random() < 0.7 else chance.randint(shortest, PIECES)
    return made


def singles(documents: Sequence[Document], chance: random.Random) -> list[Cut]:
    """Put documents of one sentence each (names, factuality) into windows of their own."""
    return [(d, 0, min(len(d), 120), 0) for d in documents]


def batches(windows: list[Cut], chance: random.Random, work: int = 4096) -> Iterator[Batch]:
    """Yield batches of at most `work` pieces, windows of like length together."""

    def length(cut: Cut) -> int:
        assert cut[0].words is not None
        return sum(map(len, cut[0].words.pieces[cut[1] : cut[2]])) + 2

    keyed = sorted(((length(cut) + chance.random() * 24, cut) for cut in windows), key=lambda pair: pair[0])
    groups: list[list[Cut]] = [[]]
    widest = 0
    for size, cut in keyed:
        widest = max(widest, int(size))
        if (len(groups[-1]) + 1) * widest > work and groups[-1]:
            groups.append([])
            widest = int(size)
        groups[-1].append(cut)
    chance.shuffle(groups)
    for group in groups:
        if group:
            yield collated(group, chance)


def collated(group: list[Cut], chance: random.Random) -> Batch:
    """Return one batch of the windows."""
    rows = [row(d.words.part(a, b), 101, 102) for d, a, b, _ in group]  # type: ignore[union-attr]
    length, width = max(len(r.ids) for r in rows), max(len(r.first) for r in rows)
    count = len(rows)

    def full(value: int | float, *shape: int) -> Tensor:
        return torch.full(shape, value)

    batch = Batch(
        ids=full(0, count, length), shapes=full(8, count, length), gaps=full(3, count, length), mask=full(0, count, length).bool(),
        first=full(0, count, width), last=full(0, count, width), real=full(0, count, width).bool(),
        ends=full(NOT, count, width), upos=full(NOT, count, width), names=full(NOT, count, width, len(SCHEMES)), roles=full(NOT, count, width),
        facts=full(float("nan"), count, width), heads=full(NOT, count, width), relations=full(NOT, count, width), silver=full(NOT, count, width),
        polarity=full(NOT, count, width), modality=full(NOT, count, width), groups=full(NOT, count, width), candidates=full(0, count, width).bool(),
        alike=full(0, count, width),
    )  # fmt: skip
    for number, ((document, a, b, annotator), held) in enumerate(zip(group, rows, strict=True)):
        n, w = len(held.ids), b - a
        batch.ids[number, :n] = torch.tensor(held.ids)
        batch.shapes[number, :n] = torch.tensor(held.shapes)
        batch.gaps[number, :n] = torch.tensor(held.gaps)
        batch.mask[number, :n] = True
        batch.first[number, :w] = torch.tensor(held.first)
        batch.last[number, :w] = torch.tensor(held.last)
        batch.real[number, :w] = True
        if document.ends is not None:
            batch.ends[number, :w] = torch.tensor(document.ends[a:b])
        if document.upos is not None:
            batch.upos[number, :w] = torch.tensor(document.upos[a:b])
            batch.heads[number, :w] = torch.tensor([h - a if a <= h < b else NOT for h in document.heads[a:b]])  # type: ignore[index]
            batch.relations[number, :w] = torch.tensor(document.relations[a:b])  # type: ignore[index]
        if document.silver_heads is not None:
            batch.silver[number, :w] = torch.tensor([h - a if a <= h < b else NOT for h in document.silver_heads[a:b]])
        for scheme, tags in document.names.items():
            batch.names[number, :w, SCHEMES.index(scheme)] = torch.tensor(tags[a:b])
        if document.facts is not None:
            for at, value in document.facts.items():
                if a <= at < b:
                    batch.facts[number, at - a] = value
        for at, (polarity, modality) in (document.sides or {}).items():
            if a <= at < b:
                batch.polarity[number, at - a], batch.modality[number, at - a] = polarity, modality
        if document.groups is not None:
            batch.groups[number, :w] = torch.tensor(document.groups[a:b])
            batch.candidates[number, :w] = torch.tensor([candidate(document, i) for i in range(a, b)])
            batch.alike[number, :w] = torch.tensor([crc32(form.lower().encode()) for form in document.forms[a:b]])
        if document.said is not None:
            batch.annotated.append(number)
            _add_said(batch, number, document.said[annotator], a, b, chance)
    return batch


def candidate(document: Document, at: int) -> bool:
    """Tell whether a word may head the mention that another one means."""
    assert document.upos is not None and document.relations is not None
    return UPOS[document.upos[at]] in HEADS and RELATIONS[document.relations[at]] not in ("compound", "flat")


def linked(groups: Tensor, candidates: Tensor) -> tuple[Tensor, Tensor]:
    """Return (allowed, right), both [B, W, 1 + W]: what each word may mean, with 'none of them' first, and what it does.

    `groups` [B, W] are -1 for words that head no mention, which have no row of their own; a mention whose group is not met before means none.
    """
    width = groups.shape[1]
    earlier = torch.ones(width, width).tril(-1).bool()[None]
    same = (groups[:, :, None] == groups[:, None, :]) & (groups >= 0)[:, :, None] & earlier
    allowed = (candidates[:, None, :] & earlier) | same
    none = (groups >= 0)[..., None]
    right = torch.cat([none & ~same.any(-1, keepdim=True), same], -1)
    return torch.cat([none, allowed & none], -1), right


def _add_said(batch: Batch, number: int, said: list[Said], a: int, b: int, chance: random.Random) -> None:
    tags = [0] * (b - a)

    def lay(kind: str, ranges: list[Range]) -> None:
        for first, last in ranges:
            for i in range(max(first, a), min(last, b)):
                tags[i - a] = ROLES.index(("B-" if i == first else "I-") + kind)

    for one in said:
        lay("content", one.content)
    for one in said:
        lay("source", one.source)
        lay("cue", [one.cue])
    batch.roles[number, : b - a] = torch.tensor(tags)
    for one in said:
        first, last = one.cue
        if first < a or last > b:
            continue
        if last - first > 1 and chance.random() < 0.15:
            first += chance.randrange(last - first)
            last = chance.randint(first + 1, last)
        batch.queries.append(query(number, (first - a, last - a), b - a, one, a))


def query(window: int, cue: Range, width: int, one: Said | None, base: int) -> Query:
    """Return the question around a cue with its answer; `one` is None for a cue that nothing belongs to."""
    start, end = max(0, cue[0] - REACH), min(width, cue[1] + REACH)
    parts = [0] * (end - start)
    if one is not None:
        for value, ranges in ((2, one.content), (1, one.source)):
            for first, last in ranges:
                for i in range(max(first - base, start), min(last - base, end)):
                    parts[i - start] = value
    for i in range(cue[0], cue[1]):
        parts[i - start] = NOT
    return Query(window, cue, start, end, parts)


def around(queries: Sequence[Query], width: int) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Return (places [Q, N] of the words around each cue, distances [Q, N], mask [Q, N], parts [Q, N], picks [Q, width] that average the words of the cue)."""
    most = max(q.last - q.first for q in queries)
    at = torch.arange(most)[None]
    first, last = (torch.tensor([getattr(q, name) for q in queries])[:, None] for name in ("first", "last"))
    begin, end = (torch.tensor([q.cue[k] for q in queries])[:, None] for k in (0, 1))
    places = (first + at).clamp(max=width - 1)
    mask = first + at < last
    distances = torch.where(
        places < begin,
        (begin - places).clamp(max=REACH),
        torch.where(places < end, 0, REACH + (places - end + 1).clamp(max=REACH)),
    )
    parts = torch.full((len(queries), most), NOT)
    for number, q in enumerate(queries):
        parts[number, : len(q.parts)] = torch.tensor(q.parts)
    columns = torch.arange(width)[None]
    picks = ((columns >= begin) & (columns < end)).float() / (end - begin)
    return places, distances, mask, parts, picks
