"""A claim's text that reads alone: missing subjects and safe pronouns filled in, in square brackets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from sayso.claims.pieces import Piece
from sayso.claims.voices import WHOLE
from sayso.claims.within import within
from sayso.model import Analysis, Attribution, Mention, Report, Sentence, Span

_HE = frozenset({"he", "she"})
_IT = frozenset({"it"})
_THEY = frozenset({"they"})
_PRONOUNS = _HE | _IT | _THEY | {"i", "we"}
_OPENING = '"“«„'
_CLOSING = '"”»'
_PERSONS = frozenset({"person", "nameless person"})
_GROUPS = frozenset({"nameless group"})
WINDOW = 3
"""How many earlier sentences of the paragraph are searched for the one person a pronoun can mean."""


def self_contained(
    report: Report,
    analysis: Analysis,
    attributions: Sequence[Attribution],
    sentence: Sentence,
    piece: Piece,
    silent: bool,
) -> str:
    """Return the claim's words with subject and pronoun filled in where the report gives them without doubt; `silent` tells that nobody vouches.

    The words that only credit it ('she said') are left out, save where the one who answers not is the news.
    """
    tokens = analysis.tokens
    first, last = _stated(analysis, attributions, piece, silent)
    words = _bare(_without_hole(report, analysis, piece, first, last))
    attribution = attributions[piece.voice] if piece.voice is not None else None
    if piece.whole is not None and first > piece.first:
        attribution = attributions[piece.whole]
    if piece.subject is not None:
        a, b = piece.subject
        subject = report.text[tokens[a].span.start : tokens[b - 1].span.end]
        if b - a == 1 and tokens[a].norm in _PRONOUNS:
            subject = _meant(tokens[a].norm, report, analysis, attribution, sentence, tokens[a].span) or subject
        return f"[{' '.join(subject.split())}] {words}"
    at = next((i for i in range(first, last) if tokens[i].norm[0].isalnum()), first)
    if tokens[at].norm not in _PRONOUNS:
        return words
    name = _meant(tokens[at].norm, report, analysis, attribution, sentence, tokens[at].span)
    if not name:
        return words
    pronoun = tokens[at].span.of(report.text)
    rest = words[words.index(pronoun) + len(pronoun) :] if pronoun in words else words
    return f"[{name}:] {words}" if tokens[at].norm in ("i", "we") else f"[{name}]{rest}"


def _without_hole(report: Report, analysis: Analysis, piece: Piece, first: int, last: int) -> str:
    """Return the words of the tokens `first`..`last` without a credit inside them."""
    tokens = analysis.tokens
    start, end = tokens[first].span.start, tokens[last - 1].span.end
    if piece.hole is None or not first < piece.hole[0] < piece.hole[1] < last:
        return report.text[start:end]
    a, b = piece.hole
    return f"{report.text[start : tokens[a - 1].span.end].rstrip(' ,')} {report.text[tokens[b].span.start : end]}"


def _stated(analysis: Analysis, attributions: Sequence[Attribution], piece: Piece, silent: bool) -> tuple[int, int]:
    """Return the tokens of a piece without the words that only credit it."""
    a, b = piece.judged
    if a == b or silent or (piece.whole is not None and attributions[piece.whole].stance in WHOLE):
        return piece.first, piece.last
    while a < b and (analysis.tokens[a].norm == "," or analysis.tokens[a].tags[0] in ("SCONJ", "CCONJ")):
        if analysis.tokens[a].norm not in (",", "that", "and", "but"):
            break
        a += 1
    while b > a and analysis.tokens[b - 1].norm in (",", ";", ":", "and"):
        b -= 1
    return (a, b) if a < b else (piece.first, piece.last)


def _bare(words: str) -> str:
    """Return the words in one line, without quotation marks that have no partner, or that stand around all of them."""
    words = " ".join(words.split())
    opens, closes = words[:1] in _OPENING, words[-1:] in _CLOSING
    inner = sum(words.count(mark) for mark in dict.fromkeys(_OPENING + _CLOSING)) - opens - closes
    if opens and (inner == 0 or inner % 2 == closes):
        words = words[1:].lstrip()
    if closes and (inner == 0 or inner % 2 == opens):
        words = words[:-1].rstrip(" ,")
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
    people = [m for m in _before(analysis, sentence, where, WINDOW) if m.kind in _PERSONS]
    if not people or people[0].kind != "person" or len({m.name for m in people}) > 1:
        return None
    # the one person met so far, and the one the sentences are about: it opens one of them
    opens = any(
        s.span.start == people[0].span.start for s in within(analysis.sentences, _paragraph(analysis, sentence))
    )
    return people[0].name if opens else None


def _paragraph(analysis: Analysis, sentence: Sentence) -> Span:
    return analysis.paragraphs[sentence.paragraph] if sentence.paragraph < len(analysis.paragraphs) else sentence.span


def _suits(norm: str, mention: Mention) -> bool:
    if norm in _HE:
        return mention.kind in _PERSONS
    if norm in _THEY:
        return mention.kind in _GROUPS
    return mention.kind not in _PERSONS | _GROUPS | {"place", "nationality"}


def _before(analysis: Analysis, sentence: Sentence, where: Span, window: int) -> list[Mention]:
    """Return the mentions before `where`, back to `window` sentences of the same paragraph."""
    sentences = analysis.sentences
    at = bisect_left(sentences, sentence.span.start, key=lambda s: s.span.start)
    first = at
    while first > 0 and at - first < window and sentences[first - 1].paragraph == sentence.paragraph:
        first -= 1
    start = sentences[first].span.start
    if start >= where.start:
        return []
    return list(within(analysis.mentions, Span(start, where.start)))
