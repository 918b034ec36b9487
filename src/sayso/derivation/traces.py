"""Traces that a text's making leaves in it: what was cut out of its setting, set among foreign matter, put in another order, reworded in haste.

None of them needs a date or a credit. Each compares two reports that share passages and speaks for one of them as the child.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.derivation.remembered import remembered
from sayso.derivation.words import TELLS, Pile, Text
from sayso.model import Evidence, Mention, Sentence, Span, cover

WHOLE = 0.65
"""The share of a report's words in another from which it stands there nearly whole."""

_LESS = 0.2
"""By how much less the other must stand in the first."""

_COVERED = 0.3
"""A sentence of which less is shared goes beyond what is shared."""

_LEFT_OVER = 3
"""How many sentences a report must have beyond what is shared before the other is cut from it."""

MUCH = 0.3
"""The share of a report's words that must be shared before its further sentences can be seen to be about something else."""

_FOREIGN = 0.13
"""The share of a report's further sentences tied to the shared matter up to which they are foreign to it."""

_QUOTED = 3
"""Words that a quotation must have to be known again, and must have lost to be shortened."""

_MOST_QUOTED = 200
"""How many quotations of a report are compared."""

_BACKWARD = frozenset({"he", "she", "it", "they", "his", "her", "its", "their", "this", "that", "these", "those", "but", "and", "then", "also", "others"})  # fmt: skip
"""Words that lean on what stands before; a paragraph that opens with one has mostly lost it."""


@dataclass(frozen=True, slots=True)
class Trace:
    """A vote: whether the first of the two texts is the child, its weight, why, and what shows it."""

    first_is_child: bool
    weight: float
    reason: str
    evidence: tuple[Evidence, ...] = ()


def traces(
    pile: Pile, one: Text, two: Text, spans_one: tuple[Span, ...], spans_two: tuple[Span, ...]
) -> Iterator[Trace]:
    """Yield what the texts of two reports tell about which was made from the other; the spans are what they share."""
    if not spans_one or not spans_two:
        return
    beyond = beyond_shared(pile, one, two, spans_one, spans_two), beyond_shared(pile, two, one, spans_two, spans_one)
    for child, parent in ((0, 1), (1, 0)):
        texts, first = ((one, two)[child], (one, two)[parent]), child == 0
        yield from _cut_out(pile, *texts, beyond[child], beyond[parent], first)
        yield from _among_others(pile, *texts, beyond[child], beyond[parent], first)
        yield from _out_of_order(pile, *texts, beyond[child], beyond[parent], first)
        yield from _another_lead(pile, *texts, spans_one, spans_two, first)
        yield from _shorter_quotations(pile, *texts, first)
        yield from _clumsy(pile, *texts, first)


@dataclass(frozen=True, slots=True)
class Beyond:
    """How much of a report is shared (0-1), its sentences within and beyond that, and how many of the latter are tied to the shared matter."""

    shared: float
    within: frozenset[int]
    sentences: tuple[int, ...]
    tied: int

    @property
    def foreign(self) -> bool:
        """Tell whether what goes beyond is about something else."""
        return len(self.sentences) > 1 and self.tied <= _FOREIGN * len(self.sentences)


def _inside(text: Text, spans: Sequence[Span]) -> list[bool]:
    """Tell for each word whether it stands in one of the spans."""
    starts = text.word_starts
    inside = [False] * len(starts)
    for span in spans:
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        inside[first:last] = [True] * (last - first)
    return inside


@remembered
def beyond_shared(pile: Pile, text: Text, other: Text, spans: tuple[Span, ...], others: tuple[Span, ...]) -> Beyond:
    """Return what `text` holds beyond the spans it shares; `others` are the spans of the other report."""
    inside = _inside(text, spans)
    matter = {key for key, held in zip(text.keys, inside, strict=True) if held}
    matter |= {key for key, held in zip(other.keys, _inside(other, others), strict=True) if held}
    matter = {key for key in matter if pile.weights.prior(key) > TELLS}
    within, further, tied = [], [], 0
    for number, words in enumerate(text.sentence_words):
        held = sum(inside[words.start : words.stop])
        if 2 * held > len(words):
            within.append(number)
        elif len(words) and held < _COVERED * len(words):
            further.append(number)
            tied += any(text.keys[at] in matter for at in words)
    found = Beyond(sum(inside) / max(1, len(inside)), frozenset(within), tuple(further), tied)
    if found.foreign:
        elsewhere = pile.elsewhere(text.number)
        own = pile.telling(other.number) if other.number in elsewhere.alike else frozenset()
        tied = sum(
            any(elsewhere.held[key] > (key in own) for key in (text.keys[at] for at in text.sentence_words[n]))
            for n in further
        )
        found = replace(found, tied=max(found.tied, tied))
    return found


def _shown(text: Text, sentences: Sequence[int]) -> tuple[Evidence, ...]:
    spans = [text.analysis.sentences[number].span for number in sentences[:1]]
    return tuple(Evidence.words(text.id, span, text.report.text) for span in spans)


def _cut_out(pile: Pile, child: Text, parent: Text, mine: Beyond, theirs: Beyond, first: bool) -> Iterator[Trace]:
    """A report that stands nearly whole in a longer one, whose rest is about the same matter, was more likely cut from it than grown into it."""
    nearly_whole = mine.shared >= WHOLE and mine.shared - theirs.shared >= _LESS
    if nearly_whole and len(theirs.sentences) >= _LEFT_OVER and not mine.foreign and not theirs.foreign:
        yield Trace(
            first,
            1.5,
            f"{pile.label(child)} stands nearly whole in {pile.label(parent)}, which goes on about the same matter: it was cut from it.",
            _shown(parent, theirs.sentences),
        )


def _among_others(pile: Pile, child: Text, parent: Text, mine: Beyond, theirs: Beyond, first: bool) -> Iterator[Trace]:
    """Who took a passage set it among matters of their own; where it comes from, what stands around it belongs to it."""
    if mine.shared >= MUCH and mine.foreign and not theirs.foreign:
        yield Trace(
            first,
            1.5,
            f"{pile.label(child)} sets what they share among other matters; in {pile.label(parent)} it belongs to the rest.",
            _shown(child, mine.sentences),
        )


def _out_of_order(pile: Pile, child: Text, parent: Text, mine: Beyond, theirs: Beyond, first: bool) -> Iterator[Trace]:
    """A text that was cut up or put in another order calls people by their short names before it has introduced them, and opens
    paragraphs with words that lean on nothing. Only what both reports hold is compared: habits of style differ."""
    known = {mention.head.of(parent.report.text).split()[-1] for mention in _people(parent) if _full(parent, mention)}
    there = {m.head.of(parent.report.text) for m in _unintroduced(parent)}
    bare = [
        m
        for m in _unintroduced(child)
        if m.head.of(child.report.text) in known - there and child.sentence_at(m.span.start) in mine.within
    ]
    leaning = [number for number in _leaning(child) if number in mine.within]
    upright = [number for number in _leaning(parent) if number in theirs.within]
    more = max(0, len(leaning) - len(upright))
    if bare:
        name = bare[0].head.of(child.report.text)
        yield Trace(
            first,
            min(1.5, 0.75 * len(bare)),
            f"{pile.label(child)} speaks of {name} before it says who that is; {pile.label(parent)} says it first.",
            (Evidence.words(child.id, bare[0].span, child.report.text),),
        )
    if more and 2 * len(upright) < len(leaning):
        yield Trace(
            first,
            min(1.5, 0.75 * more),
            f"In {pile.label(child)} paragraphs open with words that lean on a sentence that is not before them; {pile.label(parent)} has it in order.",
            _shown(child, [leaning[0]]),
        )


def _another_lead(
    pile: Pile, child: Text, parent: Text, spans_one: Sequence[Span], spans_two: Sequence[Span], first: bool
) -> Iterator[Trace]:
    """Where both hold the first sentence of the other further down, the one that opens with who, where and when was written that way."""
    mine, theirs = (spans_one, spans_two) if first else (spans_two, spans_one)
    if not child.analysis.sentences or not parent.analysis.sentences:
        return
    openings = [text.analysis.sentences[0] for text in (child, parent)]
    reaches = [_facts(text, opening.span) for text, opening in zip((child, parent), openings, strict=True)]
    swapped = _stands_later(openings[0].span, mine, theirs, parent) and _stands_later(
        openings[1].span, theirs, mine, child
    )
    if swapped and reaches[1] - reaches[0] >= 2:
        yield Trace(
            first,
            1.0,
            f"{pile.label(parent)} opens with who, where and when; {pile.label(child)} has that sentence further down.",
            (Evidence.words(parent.id, openings[1].span, parent.report.text),),
        )


def _facts(text: Text, span: Span) -> int:
    """Count the names and times of a sentence."""
    analysis = text.analysis
    return sum(span.contains(name.span) for name in analysis.names) + sum(span.contains(t.span) for t in analysis.times)


def _stands_later(opening: Span, mine: Sequence[Span], theirs: Sequence[Span], other: Text) -> bool:
    """Tell whether a first sentence is shared and stands after the first sentence of the other report."""
    for span, there in zip(mine, theirs, strict=True):
        if 2 * span.shared(opening) > len(opening):
            return other.sentence_at(there.start) > 0
    return False


def _shorter_quotations(pile: Pile, child: Text, parent: Text, first: bool) -> Iterator[Trace]:
    """A quotation is shortened on its way and does not grow."""
    at_length = [(longer, _said(parent, longer.span)) for longer in parent.analysis.quotes[:_MOST_QUOTED]]
    for quote in child.analysis.quotes[:_MOST_QUOTED]:
        mine = _said(child, quote.span)
        if mine.count(" ") <= _QUOTED:
            continue
        for longer, theirs in at_length:
            if theirs.count(" ") >= mine.count(" ") + _QUOTED and mine in theirs:
                yield Trace(
                    first,
                    1.0,
                    f"{pile.label(child)} has a part of a quotation that {pile.label(parent)} has at length.",
                    (
                        Evidence.words(child.id, quote.span, child.report.text),
                        Evidence.words(parent.id, longer.span, parent.report.text),
                    ),
                )
                break


def _said(text: Text, span: Span) -> str:
    """Return the words of a span with a space before and after each."""
    starts = text.word_starts
    return f" {' '.join(text.words[bisect_left(starts, span.start) : bisect_left(starts, span.end)])} "


@remembered
def _people(text: Text) -> list[Mention]:
    return sorted((m for m in text.analysis.mentions if m.kind == "person"), key=lambda m: m.span)


def _full(text: Text, mention: Mention) -> bool:
    return " " in mention.head.of(text.report.text) or mention.title is not None


@remembered
def _unintroduced(text: Text) -> list[Mention]:
    """Return the first mentions of people by one name alone, without title, before any fuller one."""
    met: set[str] = set()
    found = []
    for mention in _people(text):
        last = mention.head.of(text.report.text).split()[-1]
        if last not in met and not _full(text, mention):
            found.append(mention)
        met.add(last)
    return found


@remembered
def _leaning(text: Text) -> list[int]:
    """Return the sentences that open a paragraph with a word that leans on what stands before."""
    found, paragraph = [], -1
    for number, sentence in enumerate(text.analysis.sentences):
        if sentence.paragraph != paragraph and text.sentence_words[number]:
            words = text.sentence_words[number]
            if text.words[words.start] in _BACKWARD and text.word_quote[words.start] < 0:
                found.append(number)
        paragraph = sentence.paragraph
    return found


_ARTICLES = frozenset({"the", "a", "an"})
_NEVER_AFTER_ARTICLES = ("PUNCT", "ADP", "DET", "AUX", "CCONJ", "SCONJ", "PRON")


def _clumsy(pile: Pile, child: Text, parent: Text, first: bool) -> Iterator[Trace]:
    """Words changed one by one leave seams that no desk writes: an article before a preposition, a preposition before a full stop."""
    seams, fewer = _seams(child), _seams(parent)
    more = len(seams) - len(fewer)
    if more >= 2 and len(seams) >= 2 * len(fewer):
        yield Trace(
            first,
            1.5 if more >= 3 else 0.75,
            f"The wording of {pile.label(child)} has seams, as where words were changed one by one; {pile.label(parent)} reads on.",
            tuple(Evidence.words(child.id, span, child.report.text) for span in seams[:2]),
        )


@remembered
def _seams(text: Text) -> list[Span]:
    """Return the places where two words stand side by side as in no fluent sentence."""
    found = []
    for sentence in text.analysis.sentences:
        found += _seams_of(text, sentence)
    return found


def _seams_of(text: Text, sentence: Sentence) -> list[Span]:
    tokens = text.analysis.tokens[sentence.first : sentence.last]
    found = []
    for left, right in pairwise(tokens):
        is_word = right.norm[0].isalnum()
        article = left.norm in _ARTICLES and left.tags[0] == "DET" and right.tags[0] in _NEVER_AFTER_ARTICLES
        bare = left.tags[0] == "ADP" and right.norm in (".", ";") and left.norm in _LEANING_PREPOSITIONS
        stray = right.norm in _STRAY and (left.norm in _ARTICLES or left.norm in _LEANING_PREPOSITIONS)
        adverbs = left.tags[0] == right.tags[0] == "ADV" and left.norm in _LOOSE and right.norm in _LOOSE
        doubled = is_word and left.norm == right.norm and left.norm not in ("that", "had")
        if (article and (is_word or right.norm in ".,;")) or bare or stray or adverbs or doubled:
            found.append(cover((left.span, right.span)))
    return found


_LEANING_PREPOSITIONS = frozenset({"of", "from", "into", "onto", "during", "between", "upon", "at"})
_STRAY = frozenset({"indeed", "quite", "however", "meanwhile", "there", "rather", "simply", "thus"})
_LOOSE = frozenset({"then", "now", "there", "indeed", "quite", "later", "however", "meanwhile", "once", "rather", "simply", "even", "also", "thus", "still", "again"})  # fmt: skip
