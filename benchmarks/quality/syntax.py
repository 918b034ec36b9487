"""Tags and trees on the development part of EWT, over gold words and gold sentences.

As the official evaluation of CoNLL 2018 counts: UPOS over all words, UAS with the right head, LAS with the right head and the universal part of the
right relation, punctuation included.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.encoder import Encoder, model
from benchmarks.quality.floors import Figures
from benchmarks.quality.treebank import Treebank, documents

FILE = "en_ewt-ud-dev.conllu"


@dataclass(frozen=True, slots=True)
class Parsed:
    """What was said of the words of one document: tags, and heads (as in Treebank) with relations where there is a parser."""

    upos: list[str]
    heads: list[int] | None = None
    relations: list[str] | None = None


Parse = Callable[[Treebank], Parsed]
"""From a document to what is said of its words; it may look at forms, gaps() and sentences only."""


def measure(folder: Path, parse: Parse | None = None) -> Figures:
    """Return `syntax.upos`, and `syntax.uas` and `syntax.las` where there is a parser; by default of the encoder."""
    return scored(documents(folder / FILE), parse or by_encoder(model()))


def scored(gold: tuple[Treebank, ...], parse: Parse) -> Figures:
    """Return the figures of one parser over documents."""
    words = upos = arcs = labelled = 0
    trees = True
    for one in gold:
        said = parse(one)
        words += len(one.forms)
        upos += sum(a == b for a, b in zip(one.upos, said.upos, strict=True))
        if said.heads is None or said.relations is None:
            trees = False
            continue
        right = [a == b for a, b in zip(one.heads, said.heads, strict=True)]
        arcs += sum(right)
        labelled += sum(
            ok and universal(a) == universal(b) for ok, a, b in zip(right, one.relations, said.relations, strict=True)
        )
    figures = {"syntax.upos": upos / max(1, words)}
    if trees:
        figures |= {"syntax.uas": arcs / max(1, words), "syntax.las": labelled / max(1, words)}
    return figures


def universal(relation: str) -> str:
    """Return a relation without its subtype."""
    return relation.partition(":")[0]


def by_encoder(encoder: Encoder) -> Parse:
    """Return a parser that reads a document as a whole, as a report is read; the trees are asked for sentence by sentence."""
    from sayso.language.encoder.labels import UPOS

    def parse(document: Treebank) -> Parsed:
        reading = encoder.read(document.forms, document.gaps())
        heads: list[int] = []
        relations: list[str] = []
        for first, last in document.sentences:
            own_heads, own_relations = reading.sentence_tree(first, last)
            heads.extend(own_heads)
            relations.extend(own_relations)
        return Parsed([UPOS[int(i)] for i in reading.heard.upos.argmax(-1)], heads, relations)

    return parse
