"""Pieces: the stretches of a sentence that become claims, one statement each, never overlapping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.claims.clauses import EVEN, VERBLESS, SegmentKind, segments
from sayso.claims.predicate import read_clause
from sayso.claims.verbs import verb_groups
from sayso.claims.voices import WHOLE, Stretch, Voices
from sayso.model import Sentence, Token

SHORT = 3
"""Words that a stretch without a verb needs to be a statement of its own."""
LEFT = 6
"""Words that a stretch without a verb needs beside other statements."""
EVEN_IN_FRAME = 3
"""Tokens that each side of 'and' needs beside words that only credit."""
PARENTHESIS = 7
"""Tokens up to which a credit inside a statement does not cut it in two."""
TAG = 9
"""Tokens up to which the words that credit a statement, behind it, stay with it ('..., she said')."""
_LINKING = frozenset(
    {
        "and",
        "but",
        "or",
        "so",
        "yet",
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
    `whole` the attribution it holds with source and cue; `subject` the tokens of a subject that stands elsewhere; `hole` tokens inside that only credit ('The repairs, she said, will take ...').
    """

    first: int
    last: int
    judged: tuple[int, int]
    voice: int | None
    whole: int | None
    kind: SegmentKind
    subject: tuple[int, int] | None
    hole: tuple[int, int] | None = None


def pieces_of(tokens: Sequence[Token], sentence: Sentence, voices: Voices) -> list[Piece]:
    """Return the pieces of one sentence in text order."""
    found: list[Piece] = []
    for stretch in voices.stretches(sentence):
        if stretch.whole is not None:
            found.append(_whole(tokens, sentence, stretch, voices))
        else:
            found.extend(_split(tokens, stretch, voices))
    found = _mended(tokens, found, voices)
    found = _with_tags(sentence, found, voices) or _rest(tokens, sentence, voices)
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
    if voices.attributions[stretch.whole].stance not in WHOLE and content and not states_something(tokens, *judged):
        judged = (stretch.first, stretch.last)
    return Piece(stretch.first, stretch.last, judged, stretch.voice, stretch.whole, "main", None)


def states_something(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a finite verb stands among the tokens `first`..`last`."""
    return any(group.finite for group in verb_groups(tokens, first, last))


def _split(tokens: Sequence[Token], stretch: Stretch, voices: Voices) -> Iterator[Piece]:
    """Cut a stretch into statements; what only credits the neighbouring stretch is left out."""
    framing = any(voices.frame[i] is not None for i in range(stretch.first, stretch.last))
    for segment in segments(tokens, stretch.first, stretch.last, EVEN_IN_FRAME if framing else EVEN):
        held = (segment.first, segment.last)
        if framing and voices.credits(*held, stretch.voice):
            held = _before_credit(tokens, *held, voices)
            if held[0] == held[1]:
                continue
        elif framing and segment.kind not in VERBLESS and read_clause(tokens, *held).main is None:
            continue
        words = sum(tokens[i].norm[0].isalnum() for i in range(*held))
        fragment = not states_something(tokens, *held) and segment.kind not in VERBLESS and words < SHORT
        if words == 0 or (fragment and stretch.voice is None) or _bare_names(tokens, *held):
            continue
        yield Piece(*held, held, stretch.voice, None, segment.kind, segment.subject)


def _mended(tokens: Sequence[Token], found: list[Piece], voices: Voices) -> list[Piece]:
    """Join what a credit or a cut has torn: 'The repairs, she said, will take ...', 'the club would | neither confirm ...'."""
    out: list[Piece] = []
    for piece in found:
        before = out[-1] if out else None
        if before is not None and _torn(tokens, before, piece, voices):
            gap = range(before.last, piece.first)
            credit = len(gap) > 1 and any(tokens[i].norm == "," for i in gap)
            hole = (before.last, piece.first) if credit else piece.hole
            whole = piece.whole if piece.whole is not None else before.whole
            voice = piece.voice if before.whole is None else before.voice
            judged = piece.judged if piece.whole is not None else (before.first, piece.last)
            out[-1] = Piece(before.first, piece.last, judged, voice, whole, before.kind, before.subject, hole)
        else:
            out.append(piece)
    return [piece for piece in out if len(out) == 1 or not _leftover(tokens, piece)]


def _leftover(tokens: Sequence[Token], piece: Piece) -> bool:
    """Tell whether a piece is only words that other pieces left: '... of his cousin'."""
    words = sum(tokens[i].norm[0].isalnum() for i in range(piece.first, piece.last))
    few = words < (LEFT if piece.voice is None else SHORT)
    return (
        few
        and piece.whole is None
        and piece.kind not in VERBLESS
        and not states_something(tokens, piece.first, piece.last)
    )


def _torn(tokens: Sequence[Token], before: Piece, piece: Piece, voices: Voices) -> bool:
    """Tell whether two pieces are halves of one statement: the first lacks a verb or ends on a word that asks for more."""
    if before.whole is not None or piece.kind in VERBLESS:
        return False
    gap = range(before.last, piece.first)
    last = before.last - 1
    while last > before.first and tokens[last].tags[0] == "PUNCT":
        last -= 1
    hanging = tokens[last].tags[0] in ("AUX", "DET", "ADP", "PART") and last == before.last - 1
    verbless = not states_something(tokens, before.first, before.last) and before.kind not in VERBLESS
    if len(gap) > PARENTHESIS or not (hanging or verbless):
        return False
    if len(gap) > 1:
        apart = any(tokens[i].norm == "," for i in gap) or _sourceless(gap, voices)
        return before.voice == piece.voice and apart and any(voices.cued[i] for i in gap)
    return before.voice in (None, piece.voice) or hanging


def _sourceless(gap: range, voices: Voices) -> bool:
    """Tell whether the words between hide their source: 'Some 40 wolves | are believed | to have crossed'."""
    return all(not voices.attributions[n].source for n in (voices.frame[i] for i in gap) if n is not None)


def _before_credit(tokens: Sequence[Token], first: int, last: int, voices: Voices) -> tuple[int, int]:
    """Return the tokens that state something themselves before a credit: 'The rope held in a test | that showed'; none when the cue is the verb."""
    main = read_clause(tokens, first, last).main
    cue = next(i for i in range(first, last) if voices.cued[i])
    if main is None or main.last > cue or any(voices.cued[i] for i in range(main.first, main.last)):
        return first, first
    ends = [i for i in range(main.last, cue) if tokens[i].norm in ("that", "which", "who", ",")]
    return (first, ends[-1]) if ends and ends[-1] - first >= LEFT else (first, first)


def _bare_names(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the tokens are names, numbers and marks alone: a place line, a credit, a date."""
    return all(tokens[i].tags[0] in ("PROPN", "NUM", "PUNCT", "SYM", "X") for i in range(first, last))


def _rest(tokens: Sequence[Token], sentence: Sentence, voices: Voices) -> list[Piece]:
    """Return the whole sentence as one piece, for a sentence whose parts all only credit one another."""
    words = sum(tokens[i].norm[0].isalnum() for i in range(sentence.first, sentence.last))
    if words < SHORT or not states_something(tokens, sentence.first, sentence.last):
        return []
    heard = [voices.voice[i] for i in range(sentence.first, sentence.last)]
    voice = max(sorted(set(heard), key=lambda v: -1 if v is None else v), key=heard.count)
    held = (sentence.first, sentence.last)
    return [Piece(*held, held, voice, None, "main", None)]


def _with_tags(sentence: Sentence, found: list[Piece], voices: Voices) -> list[Piece]:
    """Give a short credit behind a statement to it: '..., she said.'"""
    if not found or found[-1].voice is None or found[-1].whole is not None:
        return found
    piece = found[-1]
    gap = range(piece.last, sentence.last)
    credits = any(voices.cued[i] for i in gap) and all(voices.voice[i] != piece.voice for i in gap)
    if credits and len(gap) <= TAG:
        found[-1] = replace(piece, last=sentence.last)
    return found


def _trimmed(tokens: Sequence[Token], piece: Piece) -> Piece | None:
    """Strip marks and linking words at the edges; None when no word is left."""
    first, last = piece.first, piece.last
    label = next((i for i in range(first, min(first + 4, last)) if tokens[i].norm == ":"), None)
    if label is not None and all(tokens[i].tags[0] == "PROPN" for i in range(first, label)):
        first = label + 1  # the speaker's name in a transcript
    while first < last and (tokens[first].norm in _NO_EDGE or (_links(tokens[first]) and last - first > 2)):
        first += 1
    while last > first and tokens[last - 1].norm in _NO_EDGE | {".", "and", "but", "while"}:
        last -= 1
    if not any(tokens[i].norm[0].isalnum() for i in range(first, last)):
        return None
    judged = (max(first, piece.judged[0]), min(last, piece.judged[1]))
    return replace(piece, first=first, last=last, judged=judged if judged[0] < judged[1] else (first, first))


def _links(token: Token) -> bool:
    return token.norm in _LINKING and (token.norm != "that" or token.tags[0] == "SCONJ")
