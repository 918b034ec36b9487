"""Which report of an outlet is meant where the outlet is named: by date, by what only that report holds, by nearness."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.derivation.dates import order
from sayso.derivation.outlets import key
from sayso.derivation.words import Pile, Text
from sayso.model import Span
from sayso.similarity import stem

_MATTER = 0.13
"""The likeness from which two reports are about one affair; reports of one outlet about other affairs are not meant."""

_SAID = 0.4
"""Without it, the share of the naming sentence's weight that must stand in the report."""

_ALSO = 1.0
"""What a report of the outlet must share with a paragraph, beyond its sisters, to be meant too."""


def meant(pile: Pile, text: Text, outlet: str, span: Span, places: Iterable[Span] = ()) -> tuple[int, ...]:
    """Return the numbers of the reports of `outlet` (its key) that `text` means at `span`; empty when the pile has none.

    A report cannot mean a later one, and an outlet that speaks of itself means an earlier one. Among several the sentence's date
    decides, then the words that only one of them holds, then nearness in time. `places` are all spans where outlets are named.
    """
    sisters = [
        other
        for other in pile.texts
        if other.number != text.number and other.report.outlet and key(other.report.outlet) == outlet
    ]
    itself = bool(text.report.outlet) and key(text.report.outlet or "") == outlet
    fits = []
    for other in sisters:
        when = order(other.report, text.report)
        if when != 1 and not (itself and when != -1) and _one_matter(pile, text, other, span):
            fits.append(other)
    if len(fits) <= 1:
        return tuple(other.number for other in fits)
    sentence = text.sentence_at(span.start)
    dated = _dated(text, sentence, fits)
    if dated:
        return dated
    said = _context(text, span, sorted(places))
    shares = {other.number: _only_here(pile, said, other, fits) for other in fits}
    best = max(fits, key=lambda other: (round(shares[other.number], 1), other.report.published or "", other.id))
    return tuple(
        other.number for other in fits if other is best or shares[other.number] >= max(_ALSO, shares[best.number] / 2)
    )


def _one_matter(pile: Pile, text: Text, other: Text, span: Span) -> bool:
    """Tell whether the two reports, or the words around the name and the other report, are about one thing at all."""
    if pile.likeness(text.number, other.number) >= _MATTER:
        return True
    return pile.weights.containment(text.passage(text.sentence_at(span.start)), other.words) >= _SAID


def _dated(text: Text, sentence: int, fits: Sequence[Text]) -> tuple[int, ...]:
    """Return the reports that were published on a day that the sentence names."""
    where = text.analysis.sentences[sentence].span
    days = {time.edtf for time in text.analysis.times if where.contains(time.span)}
    return tuple(other.number for other in fits if other.report.published in days)


def _context(text: Text, span: Span, places: Sequence[Span]) -> frozenset[str]:
    """Return the stems from the sentence of `span` to the end of its paragraph, or to the next outlet's name."""
    sentences = text.analysis.sentences
    first = text.sentence_at(span.start)
    found = set(map(stem, text.passage(first)))
    for later in range(first + 1, len(sentences)):
        here = sentences[later]
        if here.paragraph != sentences[first].paragraph or any(here.span.contains(place) for place in places):
            break
        found.update(map(stem, text.passage(later)))
    return frozenset(found)


def _only_here(pile: Pile, said: frozenset[str], other: Text, fits: Sequence[Text]) -> float:
    """Return the weight of the words that the context shares with this report and with no sister."""
    elsewhere = frozenset().union(*(sister.stems for sister in fits if sister is not other))
    return sum(pile.weights.prior(word) for word in sorted((said & other.stems) - elsewhere))
