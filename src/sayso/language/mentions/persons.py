"""People by name: the title before, the age and the apposition after."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.language.mentions import gazetteer
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
    last = _home(view, sentence, chunk.last)
    honoured = title is None or all(w.lower().rstrip(".") in ABBREVIATED for w in title.split())
    if title is None:
        before = _described_before(view, chunk, held)
        if before is not None:
            first, title = before.first, _office(view, before.first, before.last)
            honoured = False
    if honoured:
        after = _described_after(view, sentence, last, held)
        if after is not None:
            begins = last + 3 if view.norms[last + 1].isdigit() else last + 1
            last, title = after.last, _office(view, begins, after.last)
    name = view.said(start, chunk.last)
    if name.isupper() and (len(name) > 3 or (len(name) > 1 and view.norm(chunk.last) == ":")):
        name = name.title().replace("'S ", "'s ").replace("’S ", "’s ")
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
    while at > max(sentence.first, first - 12):
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


def _home(view: View, sentence: Sentence, last: int) -> int:
    """Return the end of a name with the state or party behind it: 'of Norland', '(R-Norland)'."""
    if last + 1 < sentence.last and view.norms[last] == "of":
        found = gazetteer.match(view.words, last + 1, sentence.last)
        if found is not None and found.known.kind in ("place", "government"):
            return found.last
    if last + 2 < sentence.last and view.words[last] == "(" and view.words[last + 1][:2] in ("R-", "D-", "I-"):
        for end in range(last + 2, min(last + 5, sentence.last)):
            if view.words[end] == ")":
                return end + 1
    return last


def _office(view: View, first: int, last: int) -> str:
    return view.said(first + 1 if view.norms[first] in ARTICLES else first, last)


def _described_before(view: View, chunk: Chunk, held: Sequence[Phrase]) -> Phrase | None:
    """Return the description in 'the finance minister, NAME,'."""
    if view.norm(chunk.first - 1) != "," or view.norm(chunk.last) not in (",", ".", ";", ")", '"'):
        return None
    for phrase in held:
        if (
            phrase.last == chunk.first - 1
            and phrase.kind == "nameless person"
            and (phrase.definite or view.norms[phrase.first] in ("a", "an"))
            and not _of_other(view, phrase)
        ):
            return phrase
    return None


def _of_other(view: View, phrase: Phrase) -> bool:
    """Tell whether the name behind names somebody inside the description: the minister in 'a person close to the minister, NAME,'."""
    last = view.norm(phrase.last - 1)
    return (
        view.norms[phrase.first] in ("a", "an")
        and (last in titles() or last in people())
        and any(
            view.norms[k] in ("to", "of", "for", "with") and view.norm(k + 1) in ("the", "his", "her", "their")
            for k in range(phrase.first + 1, phrase.last - 1)
        )
    )


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
        opens = phrase.first == at + 1 or (
            at + 1 < phrase.first <= at + 4
            and all(view.tags[i] in BEFORE or view.norms[i] == "and" for i in range(at + 1, phrase.first))
        )
        if not opens or phrase.kind not in ("nameless person", "nameless group"):
            continue
        closing = view.norm(phrase.last) if phrase.last < sentence.last else "."
        if closing in CLOSES or closing in SAYING:
            return phrase
    return None
