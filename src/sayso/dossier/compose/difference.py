"""Two wordings beside one another: what is the same, and what is only in one of them."""

from __future__ import annotations

import re

from sayso.dossier.compose.plain import visible
from sayso.dossier.compose.view import Piece
from sayso.model import Span

_LONGEST = 600


def differences(new: str, old: str | None) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return `new` and `old` as pieces; words that stand in one alone are marked as inserted or deleted.

    Passages past some 600 characters are cut with an ellipsis. Words are compared without case and marks.
    """
    new, rest_new = _cut(visible(new))
    if old is None:
        return (Piece("text", new), *rest_new), ()
    from rapidfuzz.distance import Indel

    old, rest_old = _cut(visible(old))
    mine, theirs = re.findall(r"\s*\S+", new), re.findall(r"\s*\S+", old)
    left: list[Piece] = []
    right: list[Piece] = []
    for op in Indel.opcodes([_plain(w) for w in theirs], [_plain(w) for w in mine]):
        gone, come = theirs[op.src_start : op.src_end], mine[op.dest_start : op.dest_end]
        if op.tag == "equal":
            left.append(Piece("text", "".join(come)))
            right.append(Piece("text", "".join(gone)))
        else:
            left += _changed("ins", come)
            right += _changed("del", gone)
    return (*left, *rest_new), (*right, *rest_old)


def changed(new: str, old: str) -> tuple[list[Span], list[Span]]:
    """Return the ranges of words that stand in `new` alone, and those that stand in `old` alone; words are compared without case and marks."""
    from rapidfuzz.distance import Indel

    mine, theirs = list(re.finditer(r"\S+", new)), list(re.finditer(r"\S+", old))
    come: list[Span] = []
    gone: list[Span] = []
    for op in Indel.opcodes([_plain(w[0]) for w in theirs], [_plain(w[0]) for w in mine]):
        if op.tag != "equal" and op.dest_end > op.dest_start:
            come.append(Span(mine[op.dest_start].start(), mine[op.dest_end - 1].end()))
        if op.tag != "equal" and op.src_end > op.src_start:
            gone.append(Span(theirs[op.src_start].start(), theirs[op.src_end - 1].end()))
    return come, gone


def equal_words(new: str, old: str) -> list[tuple[int, int]]:
    """Return where the words begin that both have in the same order, in `new` and in `old`."""
    from rapidfuzz.distance import Indel

    mine, theirs = list(re.finditer(r"\S+", new)), list(re.finditer(r"\S+", old))
    return [
        (mine[op.dest_start + n].start(), theirs[op.src_start + n].start())
        for op in Indel.opcodes([_plain(w[0]) for w in theirs], [_plain(w[0]) for w in mine])
        if op.tag == "equal"
        for n in range(op.dest_end - op.dest_start)
    ]


def _cut(text: str) -> tuple[str, tuple[Piece, ...]]:
    return (text, ()) if len(text) <= _LONGEST else (text[:_LONGEST], (Piece("text", " …"),))


def _plain(word: str) -> str:
    return re.sub(r"\W+", "", word.casefold()) or word.strip()


def _changed(tag: str, words: list[str]) -> list[Piece]:
    if not words:
        return []
    joined = "".join(words)
    body = joined.lstrip()
    return [
        Piece("text", joined[: len(joined) - len(body)]),
        Piece("open", tag=tag),
        Piece("text", body),
        Piece("close", tag=tag),
    ]
