"""People by name: the title before, the age and the apposition after."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.mentions.descriptions import Phrase
from sayso.language.mentions.evidence import SAYING
from sayso.language.mentions.lexicon import ABBREVIATED, people, titles
from sayso.language.mentions.names import Chunk, name_start
from sayso.language.mentions.view import View
from sayso.model import Mention, Sentence

BEFORE = frozenset({"ADJ", "NOUN", "PROPN"})
CLOSES = frozenset([",", ".", ";", ":", ")", "?", "!", "who", "whose", "and", "-", "--", "–", "—", '"', "'", "..."])
ARTICLES = frozenset(["the", "a", "an"])


def person(view: View, sentence: Sentence, chunk: Chunk, held: Sequence[Phrase]) -> Mention:
    """Return the mention of a person at `chunk` with the title before it or the apposition beside it."""
    start = name_start(view, chunk.first, chunk.last)
    start = chunk.first if start >= chunk.last else start
    first = _title_start(view, sentence, chunk.first, start)
    titled = first if view.norms[first] not in ARTICLES else first + 1
    title = view.said(titled, start) if titled < start else None
    last = chunk.last
    if title is None:
        before = _described_before(view, chunk, held)
        if before is not None:
            first, title = before.first, _office(view, before)
    if title is None:
        after = _described_after(view, sentence, chunk.last, held)
        if after is not None:
            last, title = after.last, _office(view, after)
    name = view.said(start, chunk.last)
    return Mention(
        view.span(first, last),
        view.span(start, chunk.last),
        name,
        "person",
        title,
        view.norms[first] in ("the", "this"),
    )


def _title_start(view: View, sentence: Sentence, first: int, start: int) -> int:
    """Return where the title before the name begins; `first` when no further word belongs to it."""
    at = first
    if first < start and view.norms[first].rstrip(".") in ABBREVIATED:
        return at
    if first == start:
        norm = view.norm(at - 1).rstrip(".") if at > sentence.first else ""
        if not (norm in titles() or norm.rpartition("-")[2] in titles() or people().get(norm)):
            return at
        at -= 1
    while at > sentence.first:
        norm, tag = view.norms[at - 1], view.tags[at - 1]
        if norm in ARTICLES:
            return at - 1
        if norm in ("'s", "'") and tag == "PART" and at - 2 >= sentence.first:
            at -= 2
            continue
        if norm in ("and", ","):
            break
        if tag not in BEFORE and norm not in ("former", "then", "acting", "ex", "his", "her", "its", "their"):
            break
        at -= 1
    return at


def _office(view: View, phrase: Phrase) -> str:
    first = phrase.first + 1 if view.norms[phrase.first] in ARTICLES else phrase.first
    return view.said(first, phrase.last)


def _described_before(view: View, chunk: Chunk, held: Sequence[Phrase]) -> Phrase | None:
    """Return the description in 'the finance minister, NAME,'."""
    if view.norm(chunk.first - 1) != "," or view.norm(chunk.last) not in (",", ".", ";", ")", '"'):
        return None
    for phrase in held:
        if (
            phrase.last == chunk.first - 1
            and phrase.kind == "nameless person"
            and (phrase.definite or view.norms[phrase.first] in ("a", "an"))
        ):
            return phrase
    return None


def _described_after(view: View, sentence: Sentence, at: int, held: Sequence[Phrase]) -> Phrase | None:
    """Return the description in 'NAME, 67, a fisherman,'."""
    if (
        at < sentence.last
        and view.norms[at] == ","
        and at + 2 < sentence.last
        and view.norms[at + 1].isdigit()
        and view.norms[at + 2] == ","
    ):
        at += 2
    if at + 1 >= sentence.last or view.norms[at] not in (",", "(", "–", "—", "--"):
        return None
    for phrase in held:
        if phrase.first != at + 1 or phrase.kind not in ("nameless person", "nameless group"):
            continue
        closing = view.norm(phrase.last) if phrase.last < sentence.last else "."
        if closing in CLOSES or closing in SAYING:
            return phrase
    return None
