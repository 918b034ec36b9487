"""Passages that two reports share, word for word or reworded, weighed by what only copying explains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log2, sqrt

from sayso.derivation.outlets import one_house
from sayso.derivation.voice import faceless, speaker_of
from sayso.derivation.words import Pile, Text
from sayso.model import Aligned, Link, Span, cover
from sayso.similarity import Stretch, reused, stem

_RARE = {2: 1.0, 3: 0.6, 4: 0.35}
"""What a shared word still tells, by how many reports of the pile hold it: the event explains what all of them hold."""

_LOOSE = 0.8
"""A pair of sentences is a reworded passage when its shared rare words weigh at least this."""

_PLAIN = 0.5
"""... and those of them that are no names or numbers at least this."""

_LENGTH = 18
"""Above this many words a sentence, chance alone pairs more words, and more is asked for."""

_PAIR = 1.2
"""Two reports are compared sentence by sentence when their shared rare words weigh at least this."""

_RUN = 0.12
"""What one more equal word of a run tells, whatever the word."""

_PUBLIC = frozenset(
    {"person", "government", "ministry", "armed force", "intelligence service", "company", "organisation"}
)
"""Kinds of actors who speak to many at once."""

_NAME = 0.15
"""What a name or number in a run tells, against any other word of its rarity: the event explains it."""

_FORMULA = 0.4
"""What a run must tell before it counts: formulas that two reporters may both use."""

_WHOLE = 0.9
"""From this share of a report on a passage is no note at its end but the report."""

_EVENT = 0.25
"""What is left of a passage's strength when both reports have it from the same named speaker."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage of report `a` beside one of report `b`: spans, equal words over words, and how much only copying explains.

    `verbatim` passages are runs of equal words, others pairs of sentences that share rare words. `speaker` names whom both
    credit with it, when that explains it; `own` tells that neither side credits anybody.
    """

    a_span: Span
    b_span: Span
    similarity: float
    strength: float
    verbatim: bool
    matched: int
    own: bool
    speaker: str | None = None

    def aligned(self, child_is_a: bool) -> Aligned:
        """Return the passage as the model shows it."""
        spans = (self.a_span, self.b_span) if child_is_a else (self.b_span, self.a_span)
        return Aligned(*spans, similarity=round(self.similarity, 3))


def shared_passages(pile: Pile) -> dict[tuple[int, int], tuple[Shared, ...]]:
    """Return, for each pair of report numbers (a < b) that shares anything telling, its passages in the order of `a`."""
    exact = _exact(pile)
    rare = _rare_pairs(pile)
    found = {}
    for a, b in sorted({*exact, *rare}):
        one, two = pile.texts[a], pile.texts[b]
        passages = [_verbatim(pile, one, two, s) for s in exact.get((a, b), ())]
        passages += _reworded(pile, one, two, rare.get((a, b), frozenset()), passages)
        if one_house(one.report, two.report):
            passages = [p for p in passages if not (_at_an_end(one, p.a_span) and _at_an_end(two, p.b_span))]
        if passages:
            found[a, b] = tuple(sorted(passages, key=lambda p: (p.a_span, p.b_span)))
    return found


def _exact(pile: Pile) -> dict[tuple[int, int], list[Stretch]]:
    """Return the runs of words that pairs of reports share; the earliest are put first, since others were likely made from them."""
    first = sorted(pile.texts, key=lambda text: (text.report.published or "~", text.id))
    numbers = [text.number for text in first]
    found = {}
    for a, b, held in reused([text.words for text in first]):
        x, y = numbers[a], numbers[b]
        found[min(x, y), max(x, y)] = held if x < y else sorted(s.turned() for s in held)
    return found


def _at_an_end(text: Text, span: Span) -> bool:
    """Tell whether a passage starts in the first or ends in the last paragraph, where an outlet's standing notes are, and is not the whole."""
    sentences = text.analysis.sentences
    first, last = sentences[0].paragraph, sentences[-1].paragraph
    starts, ends = (sentences[text.sentence_at(at)].paragraph for at in (span.start, span.end - 1))
    return first != last and (starts == first or ends == last) and len(span) < _WHOLE * len(text.report.body)


def _rare_pairs(pile: Pile) -> dict[tuple[int, int], frozenset[str]]:
    """Return the pairs of reports that share enough rare words, with those words."""
    holders: dict[str, list[int]] = defaultdict(list)
    for text in pile.texts:
        for key in set(text.keys):
            if 2 <= pile.held(key) <= max(_RARE):
                holders[key].append(text.number)
    shared: dict[tuple[int, int], set[str]] = defaultdict(set)
    for key in sorted(holders):
        for pair in combinations(sorted(holders[key]), 2):
            shared[pair].add(key)
    return {
        pair: frozenset(keys)
        for pair, keys in sorted(shared.items())
        if sum(_tells(pile, key) for key in sorted(keys)) >= _PAIR
    }


def _tells(pile: Pile, key: str) -> float:
    """Return what a shared word tells; in a pile of few reports hardly any word can be seen to be rare."""
    return pile.weights.prior(key) * _RARE.get(pile.held(key), 0.0) * min(1.0, log2(max(2, len(pile.texts))) / 3)


def _verbatim(pile: Pile, one: Text, two: Text, s: Stretch) -> Shared:
    mine = {word: at for at, word in enumerate(one.words[s.a_start : s.a_end], s.a_start) if at not in one.stock}
    theirs = {word: at for at, word in enumerate(two.words[s.b_start : s.b_end], s.b_start)}
    common = [word for word in mine if word in theirs]
    named = {
        one.keys[mine[w]]
        for w in common
        if (one.proper[mine[w]] and two.proper[theirs[w]]) or (one.titled[mine[w]] and two.titled[theirs[w]])
    }
    plain = sorted({one.keys[mine[w]] for w in common} - named)
    telling = sum(map(pile.weights.weight_of_stem, plain)) + _NAME * sum(
        map(pile.weights.weight_of_stem, sorted(named))
    )
    strength = telling / 2 + _RUN * max(0, len(plain) - 3) - _FORMULA
    a_span, b_span = one.range_span(s.a_start, s.a_end), two.range_span(s.b_start, s.b_end)
    return _weighed(one, two, a_span, b_span, s.similarity, max(0.0, strength), True, s.matched)


def _reworded(pile: Pile, one: Text, two: Text, rare: frozenset[str], known: Sequence[Shared]) -> list[Shared]:
    """Pair the sentences that share rare words, best pairs first, each sentence once; what stands verbatim is not counted again."""
    if not rare:
        return []
    at_one, at_two = _places(one, rare, [p.a_span for p in known]), _places(two, rare, [p.b_span for p in known])
    common: dict[tuple[int, int], set[str]] = defaultdict(set)
    for key in sorted(rare):
        for i in at_one.get(key, ()):
            for j in at_two.get(key, ()):
                common[i, j].add(key)
    names = one.names & two.names
    scored = []
    for (i, j), keys in common.items():
        plain = [key for key in keys if key not in names]
        strength = sum(_tells(pile, key) * (0.4 if key in names else 1.0) for key in sorted(keys))
        told = sum(_tells(pile, key) for key in sorted(plain))
        size = sqrt(len(one.sentence_words[i]) * len(two.sentence_words[j]))
        if len(plain) >= 2 and told >= _PLAIN and strength >= _LOOSE * max(1.0, size / _LENGTH):
            scored.append((-strength, i, j))
    found, left, right = [], set(), set()
    for negative, i, j in sorted(scored):
        if i in left or j in right:
            continue
        left.add(i)
        right.add(j)
        a, b = one.analysis.sentences[i].span, two.analysis.sentences[j].span
        likeness = pile.weights.similarity(one.passage(i), two.passage(j))
        found.append(_weighed(one, two, a, b, likeness, -negative, False, len(common[i, j])))
    return found


def _places(text: Text, keys: frozenset[str], taken: Sequence[Span]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for key, span, sentence in zip(text.keys, text.spans, text.word_sentence, strict=True):
        if key in keys and sentence not in found[key] and not any(held.contains(span) for held in taken):
            found[key].append(sentence)
    return found


_OPEN_WORDS = 2
"""Words of a description that leaves open who spoke: 'an official'."""


def _weighed(
    one: Text, two: Text, a: Span, b: Span, likeness: float, strength: float, verbatim: bool, matched: int
) -> Shared:
    speakers = []
    for text, span in ((one, a), (two, b)):
        held = speaker_of(text, span)
        speakers.append(held.links[0] if held is not None else None)
    first, second = speakers
    same = None
    if first is not None and second is not None and not faceless(first):
        met = first.actor == second.actor if first.actor and second.actor else _last(first.name) == _last(second.name)
        same = first.name if met else None
    hidden = all(speaker is not None and faceless(speaker) for speaker in speakers)
    if same is None and not hidden and _in_quotes(one, a) and _in_quotes(two, b):
        same = _speaker_near((one, a, first), (two, b, second)) or _one_names(first, second)
        if same is None and None in speakers:
            same = _somebody_of_both(one, two)
    own = first is None and second is None
    return Shared(a, b, min(1.0, likeness), strength * (_EVENT if same else 1.0), verbatim, matched, own, same)


def _one_names(*speakers: Link | None) -> str | None:
    """Return the person to whom one side credits a quotation whose speaker the other leaves open ('he said', 'an official'): the words may still have been heard.

    A speaker whom the other side describes more closely ('a commander at the range') is somebody else.
    """
    if any(s is not None and faceless(s) and len(s.name.split()) > _OPEN_WORDS for s in speakers):
        return None
    named = [s.name for s in speakers if s is not None and not faceless(s)]
    if any(s is not None and not faceless(s) and s.kind != "person" for s in speakers):
        return None
    return named[0] if len(named) == 1 else None


def _somebody_of_both(one: Text, two: Text) -> str | None:
    """Return a person whom both reports name: where nobody is said to speak, both may have heard them."""
    found = [
        {_last(m.name): m.name for m in text.analysis.mentions if m.kind == "person" and m.name[:1].isupper()}
        for text in (one, two)
    ]
    return next((name for last, name in sorted(found[0].items()) if last in found[1]), None)


def _last(name: str) -> str:
    return stem(name.split()[-1].lower()) if name.split() else ""


def _in_quotes(text: Text, span: Span) -> bool:
    """Tell whether more than half of a span stands between quotation marks."""
    return sum(quote.outer.shared(span) for quote in text.analysis.quotes) > len(span) / 2


def _speaker_near(*sides: tuple[Text, Span, Link | None]) -> str | None:
    """Return a person or body whom both sides of a quotation name, as its speaker or beside it: many likely heard or read it."""
    found = []
    for text, span, speaker in sides:
        paragraph = text.analysis.sentences[text.sentence_at(span.start)].paragraph
        around = cover(text.analysis.paragraphs[max(0, paragraph - 1) : paragraph + 1])
        names = [m.name for m in text.analysis.mentions if m.kind in _PUBLIC and around.contains(m.head)]
        names += [speaker.name] if speaker is not None and speaker.kind in _PUBLIC else []
        found.append({_last(name): name for name in names if name[:1].isupper()})
    return next((name for last, name in sorted(found[0].items()) if last in found[1]), None)
