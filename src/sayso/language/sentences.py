"""Sentences: ranges of tokens inside one paragraph, where the encoder and the marks of the text agree that one ends.

Marks are read by rules over the tokens at every full stop. What the encoder is sure of is taken without a mark that speaks for it, and a mark is passed over where the
encoder is sure that nothing ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.language.tokens import abbreviations
from sayso.model import Sentence, Span, Token
from sayso.resources import words

STOPS = frozenset({".", "!", "?", "…", "。", "؟", "！", "？", "۔", "।"})
CLOSERS = frozenset("\"'”’»)]}") | {"''"}
OPENERS = frozenset("\"'“‘«„([{¿¡") | {"``"}
LONGEST = 12
"""How many marks may stand together at the end, or at the beginning, of a sentence."""
CUT_FROM, CUT_AT = 400, 500
"""A sentence of so many tokens is cut at the next comma or dash, or else where it reaches the second number: no prose is that long, and what follows may not take for ever."""
PAUSES = frozenset({",", ";", ":", ")", "]", "-", "--", "–", "—"})
BULLETS = frozenset("-*•–—·")
DASHES = frozenset({"-", "–", "—", "--"})


SURE, NEVER = 0.6, 0.2
"""From which chance on the encoder's word is enough for an end, and up to which it is enough against a mark."""


def sentences(
    text: str, paragraphs: Sequence[Span], tokens: Sequence[Token], chances: Sequence[float] = ()
) -> tuple[Sentence, ...]:
    """Return the sentences of all paragraphs; every token belongs to exactly one, a closing quote mark to the sentence it closes.

    `chances` tells for each token how likely the encoder holds it for the last one of a sentence (0-1); without them the marks alone decide.
    """
    found: list[Sentence] = []
    at = 0
    for number, paragraph in enumerate(paragraphs):
        first = at
        while at < len(tokens) and tokens[at].span.end <= paragraph.end:
            at += 1
        start = first
        for end in _ends(text, tokens, chances, first, at):
            found.append(Sentence(Span(tokens[start].span.start, tokens[end - 1].span.end), start, end, number))
            start = end
    return tuple(found)


def _ends(text: str, tokens: Sequence[Token], chances: Sequence[float], first: int, last: int) -> Iterator[int]:
    """Yield the index after the last token of each sentence of one paragraph."""
    at = begun = first
    depth = 0
    while at < last:
        norm = tokens[at].norm
        if norm in ("(", "["):
            depth += 1
        elif norm in (")", "]"):
            depth = max(0, depth - 1)
        end = _stop(text, tokens, at, last)
        if end and end < last:
            closed = depth == 0 or any(t.norm in (")", "]") for t in tokens[at + 1 : end])
            ends = _begins(text, tokens, at, end, last)
            if chances:
                # an end on the dash behind a stop is the same end: the dash opens what follows
                heard = max(chances[at : end + (tokens[end].norm in DASHES)])
                ends = heard >= SURE or (ends and heard > NEVER)
            if ends and (closed or end - begun > 60):
                yield end
                begun, depth = end, 0
            elif closed:
                depth = 0
            at = end
            continue
        at += 1
        if chances and at < last and chances[at - 1] >= SURE and not depth and not (at - begun == 1 and norm in DASHES):
            while at < last and _closes(text, tokens, at):
                at += 1
            if at == last:
                continue
            yield at
            begun, depth = at, 0
            continue
        if at - begun >= CUT_FROM and at < last and (norm in PAUSES or at - begun >= CUT_AT):
            yield at
            begun, depth = at, 0
    if begun < last:
        yield last


def _stop(text: str, tokens: Sequence[Token], at: int, last: int) -> int:
    """Return the index after the stop at `at` with the marks that close with it; 0 when no sentence can end here."""
    span = tokens[at].span
    word = span.of(text)
    if not (word in STOPS or word[0] == "." or (word[-1] == "." and len(word) > 1)):
        return 0
    end = at + 1
    while end < min(last, at + LONGEST) and (tokens[end].norm in STOPS or _closes(text, tokens, end)):
        end += 1
    if end + 2 < last and tokens[end].norm == "[" and tokens[end + 1].norm.isdigit() and tokens[end + 2].norm == "]":
        return end + 3  # a footnote mark belongs to the sentence it stands after
    return end


def _closes(text: str, tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the mark at `at` closes what stands before it (touches it, and does not open the next word)."""
    span = tokens[at].span
    mark = span.of(text)
    if mark not in CLOSERS:
        return False
    touches_left = span.start == tokens[at - 1].span.end
    if mark not in "\"'":
        return touches_left or mark in ")]}»"
    touches_right = span.end < len(text) and not text[span.end].isspace() and text[span.end] not in "\"'”’).,;:!?-–—"
    return touches_left and not touches_right


def _begins(text: str, tokens: Sequence[Token], stop: int, end: int, last: int) -> bool:
    """Tell whether the token at `end` can begin a sentence after the stop at `stop`."""
    at = end
    while at < min(last - 1, end + LONGEST) and (
        tokens[at].span.of(text) in OPENERS or tokens[at].span.of(text) in BULLETS
    ):
        at += 1
    word = tokens[at].span.of(text)
    mark = tokens[stop].span.of(text)
    initial = word[0]
    spaced = tokens[end].span.start > tokens[end - 1].span.end
    if mark not in STOPS and mark[0] != ".":
        dashed = at > end and tokens[end].span.of(text) in BULLETS | {"--"}
        return spaced and not dashed and _after_abbreviation(mark, word)
    if not spaced and mark == "." and end == stop + 1:
        # 'end.Next' is a missing space; 'example.com', '.5' and 'x.y' are not sentence ends.
        return (
            initial.isupper() and len(word) > 1 and word[1:2].islower() and stop > 0 and len(tokens[stop - 1].norm) > 2
        )
    if initial.islower():
        quoted = end > stop + 1 and tokens[end - 1].norm in ("'", '"')
        return mark == "." and not quoted and at == end and _lower_start(tokens, stop, at)
    if mark[0] in ".…" and mark != "." and end == stop + 1 and at == end:
        return initial.isupper()
    if mark in "!?" and end > stop + 1 and at == end:
        return initial.isupper() or initial.isdigit()
    return (
        initial.isupper()
        or initial.isdigit()
        or not (initial.isalnum() or word in (",", ";", ":", ")", "]", "-", "–", "—"))
    )


def _lower_start(tokens: Sequence[Token], stop: int, at: int) -> bool:
    """Tell whether a lower-case word after a full stop begins a sentence: careless writing, or a name such as 'iPhone'."""
    return tokens[stop - 1].norm not in abbreviations() and len(tokens[stop - 1].norm) > 2


def _after_abbreviation(mark: str, word: str) -> bool:
    """Tell whether a sentence begins after an abbreviation: when the next word is one that begins sentences."""
    if abbreviations().get(mark[:-1].lower()) in ("name", "number"):
        return False
    if len(mark) == 2:
        return word in words("starters") and word not in ("A", "I")
    return word in words("starters")
