"""Clauses: a stretch of a sentence cut into segments that state one thing each, with the subject they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.claims.cuts import CONTRAST, Cut, Cutter
from sayso.claims.openings import RELATIVES
from sayso.claims.verbs import VerbGroup, verb_groups
from sayso.model import Token

SegmentKind = Literal["main", "shared", "relative", "participle", "subordinate", "contrast", "measure"]

VERBLESS = frozenset({"participle", "contrast", "measure"})
"""Kinds that state something without a finite verb of their own."""

EVEN = 8
"""Tokens that each side of 'and' needs to be a statement of its own."""
OPENING = 14
"""Tokens up to which subject and verb are repeated in front of what follows without a verb."""
_LEADING = CONTRAST | frozenset({"as", "after", "before", "when", "since", "because", "once"})


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens `first`..`last` that state one thing; `subject` are the tokens of its subject where it stands in another segment."""

    first: int
    last: int
    kind: SegmentKind
    subject: tuple[int, int] | None = None


def segments(tokens: Sequence[Token], first: int, last: int, even: int = EVEN) -> list[Segment]:
    """Cut the tokens `first`..`last` of one sentence and one voice into segments, in order, without overlaps.

    `even` is the number of tokens that each side of 'and' needs.
    """
    groups = verb_groups(tokens, first, last)
    cuts = Cutter(tokens, first, last, groups, even).cuts()
    return _joined(tokens, first, last, groups, cuts)


def _leading_end(tokens: Sequence[Token], first: int, last: int, finite: Sequence[VerbGroup]) -> int | None:
    """Return where the main clause begins behind a leading 'While ...,'; None without one."""
    if tokens[first].norm not in _LEADING or len(finite) < 2:
        return None
    for k in range(finite[0].last, last - 1):
        if tokens[k].norm == ",":
            follows = next((g for g in finite if g.first > k), None)
            if follows is None:
                return None
            if all(
                tokens[m].norm not in RELATIVES and tokens[m].norm not in ("and", "or")
                for m in range(k + 1, follows.first)
            ):
                return k + 1
    return None


def _joined(
    tokens: Sequence[Token], first: int, last: int, groups: Sequence[VerbGroup], cuts: list[Cut]
) -> list[Segment]:
    """Turn cuts into segments; a piece that states nothing goes to its neighbour, a subject cut off is remembered."""
    finite = [g for g in groups if g.finite]
    leading = _leading_end(tokens, first, last, finite)
    if leading is not None and all(at != leading for at, _ in cuts):
        cuts = sorted(
            [
                (first, "subordinate"),
                *[c for c in cuts if c[0] > first and not first < c[0] < leading],
                (leading, "main"),
            ]
        )
    ends = [at for at, _ in cuts[1:]] + [last]
    resumed = {at for at, kind in cuts if kind == "resumed"}
    pieces = [
        Segment(at, end, "shared" if kind == "resumed" else kind) for (at, kind), end in zip(cuts, ends, strict=True)
    ]
    outer: tuple[int, int] | None = None
    subject = _subject(tokens, first, finite)
    out: list[Segment] = []
    for n, piece in enumerate(pieces):
        states = piece.kind in ("contrast", "measure") or any(
            piece.first <= g.first < piece.last and (g.finite or piece.kind == "participle") for g in groups
        )
        if not states and out and piece.kind != "main":
            out[-1] = Segment(out[-1].first, piece.last, out[-1].kind, out[-1].subject)
        elif not states and n == 0 and len(pieces) > 1 and pieces[1].kind == "relative":
            outer = subject = _phrase(tokens, piece.first, piece.last)  # 'The club, which ..., lost': before both
        elif piece.kind in ("contrast", "measure"):
            out.append(Segment(piece.first, piece.last, piece.kind, _up_to_verb(out, finite)))
        elif piece.kind in ("shared", "participle", "relative") and n:
            if piece.first in resumed:
                subject = outer
            begun = out[-1].first if out else first
            if piece.kind == "shared" and piece.first not in resumed and _in_relative(tokens, begun, piece.first):
                subject = None
            known = subject if piece.kind != "relative" or (n == 1 and not out) else None
            out.append(Segment(piece.first, piece.last, piece.kind, known))
        else:
            out.append(piece)
            if piece.kind in ("main", "subordinate"):
                subject = _subject(tokens, piece.first, [g for g in finite if g.first >= piece.first])
    return out


def _up_to_verb(out: Sequence[Segment], finite: Sequence[VerbGroup]) -> tuple[int, int] | None:
    """Return the tokens of the statement before from its subject up to its verb, which what follows without a verb takes over."""
    verb = next((g for g in finite if out and out[-1].first < g.first and g.last <= out[-1].last), None)
    return (out[-1].first, verb.last) if verb is not None and verb.last - out[-1].first <= OPENING else None


def _in_relative(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a relative clause is open before `last`: who did the next thing is then in doubt."""
    return any(
        t.norm in RELATIVES or (t.norm == "that" and t.tags[0] == "PRON" and n)
        for n, t in enumerate(tokens[first + 1 : last])
    )


def _subject(tokens: Sequence[Token], first: int, finite: Sequence[VerbGroup]) -> tuple[int, int] | None:
    """Return the tokens of the subject before the first finite verb, when they are plainly one noun phrase."""
    if not finite:
        return None
    start = first
    while start < finite[0].first and tokens[start].norm in (
        "and",
        "but",
        "that",
        '"',
        "'",
        "while",
        "although",
        "though",
        "after",
        "as",
        ",",
    ):
        start += 1
    end = finite[0].first
    while end > start and tokens[end - 1].tags[0] in ("ADV", "PUNCT"):
        end -= 1
    return _phrase(tokens, start, end)


def _phrase(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """Return the tokens of one plain noun phrase without the marks around it; None when they are anything else."""
    while end > start and tokens[end - 1].tags[0] == "PUNCT":
        end -= 1
    inside = tokens[start:end]
    if (
        not inside
        or len(inside) > 8
        or any(t.norm in (",", ";", ":") or t.tags[0] in ("VERB", "SCONJ") for t in inside)
    ):
        return None
    if inside[0].tags[0] not in ("DET", "PROPN", "NOUN", "PRON", "ADJ", "NUM"):
        return None
    return start, end
