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

_SAID = 0.33
"""Without it, the share of the naming sentence's weight that must stand in the report."""

_ALSO = 0.6
"""What a report must share, beyond its sisters, with the words after the naming clause to be meant too."""


def meant(pile: Pile, text: Text, outlet: str, span: Span, places: Iterable[Span] = ()) -> tuple[int, ...]:
    """Return the numbers of the reports of `outlet` (its key) that `text` means at `span`; empty when the pile has none.

    A report cannot mean a later one, and an outlet that speaks of itself means an earlier one. Among several the sentence's date
    decides, then the words that only one of them holds, then nearness in time. `places` are all spans where outlets are named.
    """
    sisters = [other for other in pile.by_outlet.get(outlet, ()) if other.number != text.number]
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
    name = frozenset(map(stem, outlet.split()))
    clause, rest = _context(text, span, sorted(places))
    chosen: set[int] = set()
    for said, least in ((clause - name, 0.0), (rest - name, _ALSO)):
        shares = {other.number: _only_here(pile, said, other, fits) for other in fits}
        best = max(fits, key=lambda other: (round(shares[other.number], 1), other.report.published or "", other.id))
        if shares[best.number] >= least:
            chosen.add(best.number)
    return tuple(sorted(chosen))


def _one_matter(pile: Pile, text: Text, other: Text, span: Span) -> bool:
    """Tell whether the two reports, or the words around the name and the other report, are about one thing at all."""
    if pile.one_affair or pile.likeness(text.number, other.number) >= _MATTER:
        return True
    name = set(map(stem, key(other.report.outlet or "").split()))
    said = [word for word in text.passage(text.sentence_at(span.start)) if stem(word) not in name]
    return pile.general.containment_in(said, other.stems) >= _SAID


def _dated(text: Text, sentence: int, fits: Sequence[Text]) -> tuple[int, ...]:
    """Return the reports that were published on a day that the sentence names."""
    where = text.analysis.sentences[sentence].span
    days = {time.edtf for time in text.analysis.times if where.contains(time.span)}
    return tuple(other.number for other in fits if other.report.published in days)


def _context(text: Text, span: Span, places: Sequence[Span]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of the clause that names the outlet, and those from there to the paragraph's end or the next outlet."""
    sentences = text.analysis.sentences
    first = text.sentence_at(span.start)
    here = sentences[first].span
    said = text.report.text[here.start : here.end]
    at = span.start - here.start
    start = max(said.rfind(";", 0, at), said.rfind("—", 0, at)) + 1
    ends = [end for end in (said.find(";", at), said.find("—", at)) if end >= 0]
    clause = Span(here.start + start, here.start + min(ends, default=len(said)))
    rest: set[int] = set()
    for number in range(first, len(sentences)):
        sentence = sentences[number]
        new = number > first and any(sentence.span.contains(place) for place in places)
        if sentence.paragraph != sentences[first].paragraph or new:
            break
        rest.update(at for at in text.sentence_words[number] if not clause.contains(text.spans[at]))
    inside = (at for at in text.sentence_words[first] if clause.contains(text.spans[at]))
    return frozenset(stem(text.words[at]) for at in inside), frozenset(stem(text.words[at]) for at in rest)


def _only_here(pile: Pile, said: frozenset[str], other: Text, fits: Sequence[Text]) -> float:
    """Return the weight of the words that the context shares with this report and with no sister."""
    elsewhere = frozenset().union(*(sister.stems for sister in fits if sister is not other))
    return sum(pile.weights.prior(word) for word in sorted((said & other.stems) - elsewhere))
