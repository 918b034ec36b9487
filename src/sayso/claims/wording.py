"""A claim's text that reads alone: missing subjects and safe pronouns filled in, in square brackets."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.pieces import Piece
from sayso.model import Analysis, Attribution, Mention, Report, Sentence, Span

_HE = frozenset({"he", "she"})
_IT = frozenset({"it"})
_THEY = frozenset({"they"})
_QUOTES = "\"“”«»„‘’' "
_PERSONS = frozenset({"person", "nameless person"})
_GROUPS = frozenset({"nameless group"})
WINDOW = 3
"""How many earlier sentences of the paragraph are searched for the one person a pronoun can mean."""


def self_contained(
    report: Report, analysis: Analysis, attributions: Sequence[Attribution], sentence: Sentence, piece: Piece
) -> str:
    """Return the claim's words with subject and pronoun filled in where the report gives them without doubt."""
    tokens = analysis.tokens
    span = Span(tokens[piece.first].span.start, tokens[piece.last - 1].span.end)
    words = " ".join(span.of(report.text).split())
    attribution = attributions[piece.voice] if piece.voice is not None else None
    if piece.subject is not None:
        a, b = piece.subject
        subject = report.text[tokens[a].span.start : tokens[b - 1].span.end]
        if b - a == 1 and tokens[a].norm in _HE | _IT | _THEY | {"i", "we"}:
            subject = _meant(tokens[a].norm, report, analysis, attribution, sentence, tokens[a].span) or subject
        return f"[{' '.join(subject.split())}] {_bare(words)}"
    at = next((i for i in range(piece.first, piece.last) if tokens[i].norm[0].isalnum()), piece.first)
    norm = tokens[at].norm
    if norm in _HE | _IT | _THEY | {"i", "we"}:
        name = _meant(norm, report, analysis, attribution, sentence, tokens[at].span)
        if name:
            rest = report.text[tokens[at].span.end : span.end]
            return _bare(
                f"[{name}]{' '.join(('|' + rest).split())[1:] if rest[:1].strip() else ' ' + ' '.join(rest.split())}"
            )
    return _bare(words)


def _bare(words: str) -> str:
    """Strip quotation marks that have no partner."""
    while words and words[0] in _QUOTES and not any(mark in words[1:] for mark in "\"”»’'"):
        words = words[1:]
    while words and words[-1] in _QUOTES and not any(mark in words[:-1] for mark in "\"“«‘'"):
        words = words[:-1]
    return words


def _meant(
    norm: str, report: Report, analysis: Analysis, attribution: Attribution | None, sentence: Sentence, where: Span
) -> str | None:
    """Return the name a pronoun stands for, None when there is any doubt."""
    speaker = attribution.links[0] if attribution is not None and attribution.links else None
    quoted = any(quote.span.contains(where) for quote in analysis.quotes)
    if norm in ("i", "we"):
        if attribution is None or speaker is None or not quoted:
            return None
        return speaker.name if norm == "i" and speaker.kind in _PERSONS else None
    if attribution is not None and speaker is not None and not quoted and not attribution.carried:
        fits = {
            "he": speaker.kind in _PERSONS,
            "she": speaker.kind in _PERSONS,
            "they": speaker.kind in _GROUPS,
            "it": speaker.kind not in _PERSONS | _GROUPS | {"unknown"},
        }[norm]
        others = [m for m in _before(analysis, sentence, where, 0) if _suits(norm, m) and m.name != speaker.name]
        if fits and not others:
            return speaker.name
    if norm not in _HE or quoted:
        return None
    names = {m.name for m in _before(analysis, sentence, where, WINDOW) if m.kind == "person"}
    return next(iter(names)) if len(names) == 1 else None


def _suits(norm: str, mention: Mention) -> bool:
    if norm in _HE:
        return mention.kind in _PERSONS
    if norm in _THEY:
        return mention.kind in _GROUPS
    return mention.kind not in _PERSONS | _GROUPS | {"place", "nationality"}


def _before(analysis: Analysis, sentence: Sentence, where: Span, window: int) -> list[Mention]:
    """Return the mentions before `where`, back to `window` sentences of the same paragraph."""
    start = sentence.span.start
    for other in analysis.sentences:
        if other.paragraph == sentence.paragraph and other.span.start < sentence.span.start:
            later = sum(
                1
                for s in analysis.sentences
                if s.paragraph == sentence.paragraph and other.span.start < s.span.start <= sentence.span.start
            )
            if later <= window:
                start = min(start, other.span.start)
    return [m for m in analysis.mentions if start <= m.span.start and m.span.end <= where.start]
