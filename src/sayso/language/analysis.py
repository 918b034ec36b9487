"""The language of one report, put together: one reading by the encoder, then what grammars and gazetteers find."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sayso.config import threads
from sayso.language.encoder.features import gaps_of
from sayso.language.encoder.labels import UPOS
from sayso.language.encoder.read import Reading
from sayso.language.encoder.spans import log_softmax
from sayso.language.mentions import find_mentions
from sayso.language.paragraphs import paragraphs
from sayso.language.quantities import find_quantities
from sayso.language.quotes import quotes
from sayso.language.references import references
from sayso.language.sentences import sentences
from sayso.language.times import find_times
from sayso.language.tokens import normal, pieces
from sayso.model import Analysis, Name, NameKind, Report, Sentence, Span, Speech, Token

HALF_HEARD = 0.1
"""Cues with at least this chance are read around: a construction of the text may speak for them."""
POSSIBLE = 0.03
"""A part of speech with at least this chance is one that the word may bear."""
KINDS: dict[str, NameKind] = {"PER": "person", "ORG": "organisation", "LOC": "place", "OTHER": "other"}


def analyse(report: Report) -> Analysis:
    """Return what the language of `report` tells: all spans count code points of `report.text`, in text order.

    Only `report.body` outside `report.skipped` is analysed. Times are anchored to `report.published`, else to the dateline.
    """
    from sayso.language.encoder.load import model

    text = report.text
    parts = paragraphs(report)
    held = [list(pieces(text, part.start, part.end)) for part in parts]
    ranges = [piece for part in held for piece in part]
    forms = [text[a:b] for a, b in ranges]
    reading = model().read(forms, gaps_of(held), threads()) if ranges else None
    bare = [Token(Span(a, b), normal(text[a:b]), ("X",)) for a, b in ranges]
    ends = (1 / (1 + np.exp(-reading.heard.ends))).tolist() if reading is not None else []
    split = sentences(text, parts, bare, ends)
    tokens = tagged(reading, split, bare) if reading is not None else ()
    names = _names(reading, tokens) if reading is not None else ()
    proper = np.exp(log_softmax(reading.heard.upos))[:, UPOS.index("PROPN")].tolist() if reading is not None else []
    return Analysis(
        report=report.id,
        paragraphs=parts,
        sentences=split,
        tokens=tokens,
        quotes=quotes(text, parts, split),
        mentions=find_mentions(text, split, tokens, proper, names, outlet=report.outlet, credit=report.credit),
        times=find_times(text, parts, published=report.published, dateline=report.dateline),
        quantities=find_quantities(text, parts),
        names=names,
        speeches=_speeches(reading) if reading is not None else (),
        meant=references(reading, split, tokens, forms) if reading is not None else (),
    )


def tagged(reading: Reading, split: Sequence[Sentence], bare: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with the tags they may bear and their places in the trees of their sentences."""
    chances = np.exp(log_softmax(reading.heard.upos))
    order = np.argsort(-chances, axis=-1, kind="stable")
    found: list[Token] = []
    for sentence in split:
        heads, relations = reading.sentence_tree(sentence.first, sentence.last)
        for i in range(sentence.first, sentence.last):
            tags = tuple(UPOS[k] for n, k in enumerate(order[i].tolist()) if n == 0 or chances[i, k] >= POSSIBLE)
            at = i - sentence.first
            found.append(Token(bare[i].span, bare[i].norm, tags, heads[at], relations[at]))
    return tuple(found)


def _names(reading: Reading, tokens: Sequence[Token]) -> tuple[Name, ...]:
    return tuple(
        Name(Span(tokens[a].span.start, tokens[b - 1].span.end), KINDS[kind]) for kind, (a, b) in reading.name_spans()
    )


def _speeches(reading: Reading) -> tuple[Speech, ...]:
    return tuple(
        Speech(one.cue, one.source, one.content, round(one.likely, 2)) for one in reading.attributions(HALF_HEARD)
    )
