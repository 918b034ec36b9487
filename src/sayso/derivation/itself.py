"""An outlet that speaks of itself and of what it published before."""

from __future__ import annotations

import re

from sayso.derivation.phrases import any_of
from sayso.derivation.words import Text
from sayso.model import Span


def itself(text: Text, own: str) -> list[Span]:
    """Return the places where the outlet calls itself 'this newspaper', 'our report' or 'we', in its own voice."""
    if not own:
        return []
    body = text.report.body
    found = [*any_of("own_names").finditer(text.report.text, body.start, body.end)]
    found += any_of("own_report").finditer(text.report.text, body.start, body.end)
    found += re.finditer(r"\b[Ww]e\b", text.report.text[: body.end])
    return sorted({Span(*match.span()) for match in found if match.start() >= body.start})


def speaks_of_earlier(text: Text, span: Span) -> bool:
    """Tell whether the outlet speaks, at its own name, of something it published: 'the Gazette reported', 'revealed by the Gazette'."""
    sentence = text.analysis.sentences[text.sentence_at(span.start)].span
    if any_of("own_report").search(span.of(text.report.text)):
        return True
    before, after = text.report.text[sentence.start : span.start], text.report.text[span.end : sentence.end]
    told = re.search(r"\b(?:told|tells|to)\s+(?:the\s+)?$", before)
    by = re.search(r"\b(?:by|in)\s+(?:the\s+)?$", before) and any_of("own_verbs").search(before)
    verb = any_of("own_verbs").match(after.lstrip(" ,")) or re.match(
        r"\W*(?:\w+\W+){0,2}(?:" + any_of("own_verbs").pattern + ")", after
    )
    return not told and bool(by or verb)
