"""Mentions: names and descriptions of those who may speak or act, and places."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import Mention, Sentence, Span, Token


def find_mentions(text: str, sentences: Sequence[Sentence], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """Return the mentions of a report in text order."""
    found: list[Mention] = []
    for sentence in sentences:
        at = sentence.first
        while at < sentence.last:
            end = at
            while end < sentence.last and tokens[end].tags[0] == "PROPN":
                end += 1
            if end > at:
                span = Span(tokens[at].span.start, tokens[end - 1].span.end)
                found.append(Mention(span, span, span.of(text), "person" if end - at > 1 else "unknown"))
            at = max(end, at + 1)
    return tuple(found)
