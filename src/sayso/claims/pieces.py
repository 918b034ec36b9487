"""Pieces: the stretches of a sentence that become claims, one statement each, never overlapping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.claims.clauses import Segment, SegmentKind, segments
from sayso.claims.verbs import verb_groups
from sayso.claims.voices import Stretch, Voices
from sayso.model import Sentence, Token

SHORT = 3
"""Words that a stretch without a verb needs to be a statement of its own."""
TAG = 9
"""Tokens up to which the words that credit a statement, behind it, stay with it ('..., she said')."""
_LINKING = frozenset(
    {
        "and",
        "but",
        "or",
        "so",
        "yet",
        "nor",
        "while",
        "whereas",
        "although",
        "though",
        "that",
        "after",
        "then",
        "with",
        "&",
    }
)
_NO_EDGE = frozenset({",", ";", ":", "—", "–", "―", "--", "-", "…", "(", ")"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first`..`last` that make one claim.

    `judged` are the tokens polarity and certainty are read from; `voice` the attribution it is the content of (None: the report's own);
    `whole` the attribution it holds with source and cue; `subject` the tokens of a subject that stands elsewhere.
    """

    first: int
    last: int
    judged: tuple[int, int]
    voice: int | None
    whole: int | None
    kind: SegmentKind
    subject: tuple[int, int] | None


def pieces_of(tokens: Sequence[Token], sentence: Sentence, voices: Voices) -> list[Piece]:
    """Return the pieces of one sentence in text order."""
    found: list[Piece] = []
    for stretch in voices.stretches(sentence):
        if stretch.whole is not None:
            found.append(_whole(tokens, sentence, stretch, voices))
        else:
            found.extend(_split(tokens, stretch, voices))
    found = _with_tags(tokens, sentence, found, voices)
    return [piece for piece in (_trimmed(tokens, piece) for piece in found) if piece is not None]


def _whole(tokens: Sequence[Token], sentence: Sentence, stretch: Stretch, voices: Voices) -> Piece:
    """A statement that holds its own cue: 'denied that ...', 'declined to comment'; judged by its content."""
    assert stretch.whole is not None
    content = [
        i
        for span in voices.attributions[stretch.whole].content
        for i in voices.inside(span)
        if stretch.first <= i < stretch.last
    ]
    judged = (min(content), max(content) + 1) if content else (stretch.first, stretch.first)
    return Piece(stretch.first, stretch.last, judged, stretch.voice, stretch.whole, "main", None)


def _split(tokens: Sequence[Token], stretch: Stretch, voices: Voices) -> Iterator[Piece]:
    """Cut a stretch into statements; what only credits the neighbouring stretch is left out."""
    framing = any(voices.frame[i] is not None for i in range(stretch.first, stretch.last))
    for segment in segments(tokens, stretch.first, stretch.last):
        if framing and any(voices.cued[i] for i in range(segment.first, segment.last)):
            continue
        if framing and _mostly_frame(segment, voices):
            continue
        words = sum(tokens[i].norm[0].isalnum() for i in range(segment.first, segment.last))
        states = any(g.finite for g in verb_groups(tokens, segment.first, segment.last))
        if not states and segment.kind != "participle" and (framing or words < SHORT):
            if stretch.voice is None or words == 0:
                continue
        yield Piece(
            segment.first,
            segment.last,
            (segment.first, segment.last),
            stretch.voice,
            None,
            segment.kind,
            segment.subject,
        )


def _mostly_frame(segment: Segment, voices: Voices) -> bool:
    held = sum(voices.frame[i] is not None for i in range(segment.first, segment.last))
    return 2 * held >= segment.last - segment.first


def _with_tags(tokens: Sequence[Token], sentence: Sentence, found: list[Piece], voices: Voices) -> list[Piece]:
    """Give a short credit behind a statement to it: '..., she said.'"""
    out: list[Piece] = []
    for n, piece in enumerate(found):
        end = found[n + 1].first if n + 1 < len(found) else sentence.last
        gap = range(piece.last, end)
        if piece.voice is not None and 0 < len(gap) <= TAG and all(voices.voice[i] != piece.voice for i in gap):
            if any(voices.cued[i] for i in gap) and n + 1 == len(found):
                piece = replace(piece, last=end)
        out.append(piece)
    return out


def _trimmed(tokens: Sequence[Token], piece: Piece) -> Piece | None:
    """Strip marks and linking words at the edges; None when no word is left."""
    first, last = piece.first, piece.last
    while first < last and (tokens[first].norm in _NO_EDGE or (tokens[first].norm in _LINKING and last - first > 2)):
        first += 1
    while last > first and tokens[last - 1].norm in _NO_EDGE | {"and", "but", "while"}:
        last -= 1
    if not any(tokens[i].norm[0].isalnum() for i in range(first, last)):
        return None
    judged = (max(first, piece.judged[0]), min(last, piece.judged[1]))
    return replace(piece, first=first, last=last, judged=judged if judged[0] < judged[1] else (first, first))
