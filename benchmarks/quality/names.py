"""Names of people, places and organisations on the development part of EWT (Universal NER): F1 of exact spans, with and without their type.

`names.f1` and `names.spans` are what the tool finds in raw text; `names.encoder_f1` and `names.encoder_spans` what the encoder says over gold words. Of the tool's
mentions those count whose head holds a capital letter: the others are descriptions. Names of other kinds (nationalities, documents, products,
names whose kind is not known) are left out on the tool's side, since the truth has none. A named government is a country that speaks: the truth goes by the
name and calls it a place.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.encoder import Encoder, model
from benchmarks.quality.counts import Count
from benchmarks.quality.floors import Figures
from benchmarks.quality.raw import analysed
from benchmarks.quality.treebank import Treebank, comment, documents

KINDS = {
    "person": "PER",
    "place": "LOC",
    "government": "LOC",
    "ministry": "ORG",
    "armed force": "ORG",
    "intelligence service": "ORG",
    "news agency": "ORG",
    "outlet": "ORG",
    "company": "ORG",
    "organisation": "ORG",
}
TYPES = ("PER", "LOC", "ORG")
Name = tuple[int, int, str]
Find = Callable[[Treebank], set[Name]]
"""From a document to its names as (first character, end, type)."""


def measure(folder: Path) -> Figures:
    """Return the figures of the tool, and of the encoder."""
    gold = documents(folder / "en_ewt-ud-dev.conllu")
    wanted = tagged(folder / "uner-dev.iob2", gold)
    exact, spans = scored(gold, wanted, by_tool)
    figures = {"names.f1": exact, "names.spans": spans}
    exact, spans = scored(gold, wanted, by_encoder(model()))
    return figures | {"names.encoder_f1": exact, "names.encoder_spans": spans}


def scored(gold: tuple[Treebank, ...], wanted: list[set[Name]], find: Find) -> tuple[float, float]:
    """Return the F1 of spans with their type, and of spans alone."""
    typed, bare = Count(), Count()
    for one, truth in zip(gold, wanted, strict=True):
        said = {name for name in find(one) if name[2] in TYPES}
        typed.add(len(said & truth), len(said), len(truth))
        ours, theirs = {name[:2] for name in said}, {name[:2] for name in truth}
        bare.add(len(ours & theirs), len(ours), len(theirs))
    return typed.f1, bare.f1


def tagged(file: Path, gold: tuple[Treebank, ...]) -> list[set[Name]]:
    """Return the names of a file in IOB2, which has the sentences of `gold` in any order, one set a document.

    Raises ValueError when the words of a sentence are others.
    """
    rows: dict[str, list[list[str]]] = {}
    for block in file.read_text("utf-8").split("\n\n"):
        lines = block.strip("\n").split("\n")
        rows[comment(lines, "sent_id") or ""] = [line.split("\t") for line in lines if line[:1].isdigit()]
    found = []
    for one in gold:
        names: set[Name] = set()
        for number, (first, last) in zip(one.ids, one.sentences, strict=True):
            if [cells[1] for cells in rows[number]] != one.forms[first:last]:
                raise ValueError(f"{file.name} has other words than the treebank in {number}")
            for a, b, kind in ranges([cells[2] for cells in rows[number]]):
                names.add((one.places[first + a][0], one.places[first + b - 1][1], kind))
        found.append(names)
    return found


def ranges(tags: list[str]) -> list[Name]:
    """Return the ranges of words that tags in IOB2 mark, with their types; an I- that continues nothing begins a name."""
    found: list[Name] = []
    for at, tag in enumerate(tags):
        mark, _, kind = tag.partition("-")
        goes_on = mark == "I" and bool(found) and found[-1][1:] == (at, kind)
        if goes_on:
            found[-1] = (found[-1][0], at + 1, kind)
        elif kind:
            found.append((at, at + 1, kind))
    return found


def by_tool(document: Treebank) -> set[Name]:
    """Return the names among the mentions that the tool finds in the raw text."""
    text = document.text
    return {
        (m.head.start, m.head.end, KINDS[m.kind])
        for m in analysed(document.name, text).mentions
        if m.kind in KINDS and any(c.isupper() for c in text[m.head.start : m.head.end])
    }


def by_encoder(encoder: Encoder) -> Find:
    """Return what finds the names that the encoder says over the words of the treebank."""

    def find(document: Treebank) -> set[Name]:
        spans = encoder.read(document.forms, document.gaps()).name_spans()
        return {(document.places[a][0], document.places[b - 1][1], kind) for kind, (a, b) in spans}

    return find
