"""Mentions: names and descriptions of those who may speak or act, and places.

Capitalised runs are names (names); their kind is decided by the gazetteers and by votes of all their places in the report (evidence, kinds);
people take their titles and appositions (persons); phrases without a name come from lists of nouns (descriptions). The longest mention wins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from sayso.language.mentions.bodies import bodies_named, outlets_of
from sayso.language.mentions.dateline import dateline_names
from sayso.language.mentions.descriptions import Phrase, phrases
from sayso.language.mentions.kinds import key, kinds, located, speaks
from sayso.language.mentions.lexicon import people
from sayso.language.mentions.names import Chunk, chunks, name_start, shouted
from sayso.language.mentions.persons import person
from sayso.language.mentions.view import View, upper, view
from sayso.model import Mention, MentionKind, Name, Sentence, Token

INNER: tuple[MentionKind, ...] = ("nationality", "place")
"""Kinds that never speak: they may stand inside a longer mention."""


def find_mentions(
    text: str,
    sentences: Sequence[Sentence],
    tokens: Sequence[Token],
    proper: Sequence[float],
    names: Sequence[Name] = (),
    *,
    outlet: str | None = None,
    credit: str | None = None,
) -> tuple[Mention, ...]:
    """Return the mentions of a report in text order; none overlap but places and nationalities inside a longer one.

    `proper` tells how likely each token is a proper noun (0-1), `names` are those the encoder marks. `outlet` and `credit` are the report's own: their names are
    known for what they are.
    """
    laid = view(text, sentences, tokens, proper, names)
    sure = _sure(laid)
    held = _surnames(laid, [list(chunks(laid, s, sure)) for s in sentences])
    decided = kinds(laid, [c for cs in held for c in cs], {**dateline_names(laid), **outlets_of(outlet, credit)})
    found: list[Mention] = []
    for sentence, own in zip(sentences, held, strict=True):
        described = list(phrases(laid, sentence))
        found.extend(_named(laid, sentence, own, decided, described))
        found.extend(_described(laid, p) for p in described)
    return tuple(_longest(found))


def _surnames(laid: View, held: list[list[Chunk]]) -> list[list[Chunk]]:
    """Return the chunks, those that are called like a country or town unknown again where they are heard as the surname of a person of the report."""
    full = {
        laid.words[c.last - 1]
        for own in held
        for c in own
        if c.last - c.first > 1 and c.known is None and laid.heard.get(c.last - 1) == "person"
    }

    def surname(c: Chunk) -> bool:
        single = c.known is not None and c.last - c.first == 1
        return single and laid.words[c.first] in full and laid.heard.get(c.first) == "person"

    return [[Chunk(c.first, c.last) if surname(c) else c for c in own] for own in held]


def _sure(laid: View) -> frozenset[str]:
    """Return the words that stand capitalised inside a sentence, and never in lower case, in this report."""
    small = {w for w in laid.words if w[0].islower()}
    big: set[str] = set()
    for sentence in laid.sentences:
        if shouted(laid, sentence):
            continue
        for at in range(sentence.first + 1, sentence.last):
            word = laid.words[at]
            if upper(word) and laid.words[at - 1][-1].isalnum() and word.lower() not in small:
                big.add(word)
    return frozenset(big)


def _named(
    laid: View,
    sentence: Sentence,
    own: Sequence[Chunk],
    decided: Mapping[str, MentionKind],
    described: Sequence[Phrase],
) -> Iterator[Mention]:
    for chunk in own:
        if chunk.known is None and name_start(laid, chunk.first, chunk.last) >= chunk.last:
            continue
        if chunk.last - chunk.first == 1 and people().get(laid.norms[chunk.first]) is False:
            continue  # 'Democrats', 'Republicans': a group, not a name
        kind = chunk.known.kind if chunk.known else decided[key(laid, chunk)]
        if kind == "place" and chunk.known is None and speaks(laid, chunk):
            kind = "government"
        if kind == "person":
            yield person(laid, sentence, chunk, described)
            continue
        if kind == "government" and located(laid, chunk):
            kind = "place"
        yield from bodies_named(laid, sentence, chunk, kind)


def _described(laid: View, phrase: Phrase) -> Mention:
    head = laid.span(phrase.head, phrase.head_last)
    if phrase.kind.startswith("nameless") or phrase.kind == "document":
        return Mention(
            laid.span(phrase.first, phrase.last),
            head,
            laid.said(phrase.head, phrase.head_last),
            phrase.kind,
            None,
            phrase.definite,
        )
    first = phrase.first
    while first < phrase.head and laid.tags[first] in ("DET", "PRON", "NUM"):
        first += 1
    return Mention(
        laid.span(phrase.first, phrase.last),
        laid.span(first, phrase.last),
        laid.said(first, phrase.last),
        phrase.kind,
        None,
        phrase.definite,
    )


def _longest(found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that stay: longer before shorter; a name before a description of the same length."""
    taken: list[Mention] = []
    outer: list[tuple[int, int, Mention]] = []
    by_length = sorted(found, key=lambda m: (-len(m.span), m.span.start, m.kind.startswith("nameless"), m.kind))
    for mention in by_length:
        start, end = mention.span.start, mention.span.end
        place = bisect_left(outer, end, key=lambda o: o[0])
        last = outer[place - 1] if place else None
        if last is not None and last[1] > start:
            over = last[2]
            named = over.kind == "person" and over.head.overlaps(mention.span)
            if mention.kind in INNER and over.span.contains(mention.span) and over.span != mention.span and not named:
                taken.append(mention)
            continue
        taken.append(mention)
        outer.insert(place, (start, end, mention))
    return sorted(taken, key=lambda m: (m.span.start, -m.span.end, m.kind))
