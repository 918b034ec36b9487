"""Citations: places where a report names another outlet, in its own voice, for what that outlet had."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.derivation.dates import order
from sayso.derivation.outlets import OutletNames, key
from sayso.derivation.voice import RELAYS, Turns, own_voice
from sayso.derivation.words import Pile, Text
from sayso.model import Span
from sayso.resources import tree


@dataclass(frozen=True, slots=True)
class Citation:
    """Report `child` (its number) names an outlet at `span`.

    `parents` are the numbers of the reports of the pile that are meant, empty when none of them can be; then `name` is the outlet
    or agency whose report is absent. `sentence` is the index of the sentence that names it.
    """

    child: int
    parents: tuple[int, ...]
    name: str
    span: Span
    sentence: int


@cache
def _phrases(name: str) -> re.Pattern[str]:
    held = sorted(tree("derivation")[name], key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, held))})\b", re.IGNORECASE)


def citations(pile: Pile) -> tuple[Citation, ...]:
    """Return all citations of a pile, by child and place."""
    names = OutletNames.of(text.report for text in pile.texts)
    outlets = {key(text.report.outlet) for text in pile.texts if text.report.outlet}
    return tuple(citation for text in pile.texts for citation in _of_report(pile, text, names, outlets))


def _of_report(pile: Pile, text: Text, names: OutletNames, outlets: set[str]) -> list[Citation]:
    own = key(text.report.outlet) if text.report.outlet else None
    turns = Turns.of(text)
    places = {named.span: (named.outlet, named.span.of(text.report.text)) for named in names.find(text.report)}
    for span, name in _outsiders(text, outlets):
        if not any(span.overlaps(held) for held in places):
            places[span] = ("", name)
    places = {span: places[span] for span in sorted(places)}
    found = []
    for span, (outlet, name) in places.items():
        if not own_voice(text, turns, span) or _behind_a_relay(text, span, [p for p in places if p != span]):
            continue
        sentence = text.sentence_at(span.start)
        if not outlet:
            if own is None or key(name) != own:
                found.append(Citation(text.number, (), name, span, sentence))
        elif outlet == own:
            said = text.analysis.sentences[sentence].span.of(text.report.text)
            if _phrases("own_earlier").search(said):
                earlier = _meant(pile, text, outlet, sentence, strictly=True)
                if earlier:
                    found.append(Citation(text.number, earlier, name, span, sentence))
        else:
            found.append(Citation(text.number, _meant(pile, text, outlet, sentence), name, span, sentence))
    return found


def _outsiders(text: Text, outlets: set[str]) -> list[tuple[Span, str]]:
    """Return the places where agencies and outlets are named that published nothing in the pile, with their names."""
    own = {key(name) for name in (text.report.outlet, text.report.credit) if name}
    found: dict[Span, str] = {}
    for mention in text.analysis.mentions:
        if mention.kind in RELAYS:
            found[mention.head] = mention.name
    for attribution in text.attributions:
        for link in attribution.links:
            passage = link.evidence.span
            if link.kind not in RELAYS or passage is None or passage.report != text.id:
                continue
            if not any(passage.span.overlaps(held) for held in found):
                found[passage.span] = link.name
    return [
        (span, found[span])
        for span in sorted(found)
        if key(found[span]) not in outlets | own
        and text.report.body.contains(span)
        and re.match(r"\W*[A-ZÀ-Þ]", found[span])
    ]


def _behind_a_relay(text: Text, span: Span, others: Sequence[Span]) -> bool:
    """Tell whether the outlet at `span` is what another outlet, named before it in the sentence, took from."""
    sentence = text.analysis.sentences[text.sentence_at(span.start)].span
    for other in others:
        if sentence.contains(other) and other.end < span.start:
            between = text.report.text[other.end : span.start]
            if _phrases("relay_words").search(between) and ";" not in between:
                return True
    return False


def _meant(pile: Pile, text: Text, outlet: str, sentence: int, strictly: bool = False) -> tuple[int, ...]:
    """Return the report of an outlet that a sentence means: not later than the citing one, the nearest to its words."""
    fits = []
    for other in pile.texts:
        if other.number == text.number or not other.report.outlet or key(other.report.outlet) != outlet:
            continue
        when = order(other.report, text.report)
        if when == 1 or (strictly and when != -1):
            continue
        fits.append(other)
    if len(fits) <= 1:
        return tuple(other.number for other in fits)
    said = text.passage(sentence, around=1)
    best = max(
        fits, key=lambda other: (pile.weights.containment(said, other.words), other.report.published or "", other.id)
    )
    return (best.number,)
