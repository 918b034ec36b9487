"""The language of one report, put together."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.mentions import find_mentions
from sayso.language.paragraphs import paragraphs
from sayso.language.quantities import find_quantities
from sayso.language.quotes import quotes
from sayso.language.sentences import sentences
from sayso.language.tags import tag
from sayso.language.times import find_times
from sayso.language.tokens import normal, pieces
from sayso.model import Analysis, Report, Sentence, Span, Token


def analyse(report: Report) -> Analysis:
    """Return what the language of `report` tells: all spans count code points of `report.text`, in text order.

    Only `report.body` outside `report.skipped` is analysed. Times are anchored to `report.published`, else to the dateline.
    """
    text = report.text
    parts = paragraphs(report)
    bare = [
        Token(Span(a, b), normal(text[a:b]), ("X",)) for part in parts for a, b in pieces(text, part.start, part.end)
    ]
    split = sentences(text, parts, bare)
    tokens = tuple(_tagged(text, split, bare))
    return Analysis(
        report=report.id,
        paragraphs=parts,
        sentences=split,
        tokens=tokens,
        quotes=quotes(text, parts, split),
        mentions=find_mentions(text, split, tokens, outlet=report.outlet, credit=report.credit),
        times=find_times(text, parts, published=report.published, dateline=report.dateline),
        quantities=find_quantities(text, parts),
    )


def _tagged(text: str, split: Sequence[Sentence], bare: Sequence[Token]) -> list[Token]:
    found: list[Token] = []
    for sentence in split:
        own = bare[sentence.first : sentence.last]
        tags = tag([(t.norm, t.span.of(text)) for t in own])
        found.extend(Token(t.span, t.norm, given) for t, given in zip(own, tags, strict=True))
    return found
