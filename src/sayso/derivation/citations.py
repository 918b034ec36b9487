"""Citations: places where a report names another outlet, in its own voice, for what that outlet had."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.derivation.meant import meant
from sayso.derivation.outlets import OutletNames, is_name, key
from sayso.derivation.voice import RELAYS, Turns, own_voice
from sayso.derivation.words import Pile, Text
from sayso.model import Span
from sayso.resources import rows, tree

_ALSO_WORDS = frozenset({"Trend", "Antara", "Petra", "Fars", "Mehr", "Lusa", "Belga", "Wafa", "Ansa"})
"""Names of agencies that are other names or words too; only the language floor can tell."""


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


@cache
def _agencies() -> dict[str, str]:
    """Return the names of the world's agencies, with the name each stands for; short ones and words of other uses left out."""
    found = {}
    for kind, name, *others in rows("bodies"):
        if kind == "news agency":
            spellings = [name, *(others[0].split("|") if others else [])]
            found.update(
                {spelling: name for spelling in spellings if len(spelling) > 3 and spelling not in _ALSO_WORDS}
            )
    return found


@cache
def _agency_names() -> re.Pattern[str]:
    held = sorted(_agencies(), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, held))})(?![\w-])")


def citations(pile: Pile) -> tuple[Citation, ...]:
    """Return all citations of a pile, by child and place."""
    names = OutletNames.of(text.report for text in pile.texts)
    outlets = {key(text.report.outlet) for text in pile.texts if text.report.outlet}
    return tuple(citation for text in pile.texts for citation in _of_report(pile, text, names, outlets))


def _of_report(pile: Pile, text: Text, names: OutletNames, outlets: set[str]) -> list[Citation]:
    own = key(text.report.outlet) if text.report.outlet else ""
    turns = Turns.of(text)
    places = {named.span: (named.outlet, names.written[named.outlet]) for named in names.find(text.report)}
    further = [(span, ("", name)) for span, name in _outsiders(text, outlets) if not names.may_be(name)]
    further += [(span, (own, span.of(text.report.text))) for span in _itself(text, own)]
    for span, what in further:
        if not any(span.overlaps(held) or _in_one_phrase(text, span, held) for held in places):
            places[span] = what
    places = {span: places[span] for span in sorted(places)}
    found = []
    for span, (outlet, name) in places.items():
        if not own_voice(text, turns, span) or _not_ours(text, span, [p for p in places if p != span]):
            continue
        sentence = text.sentence_at(span.start)
        if not outlet:
            if key(name) != own:
                found.append(Citation(text.number, (), name, span, sentence))
        elif outlet != own or _speaks_of_earlier(text, span):
            parents = meant(pile, text, outlet, span, places)
            if parents or outlet != own:
                found.append(Citation(text.number, parents, name, span, sentence))
    return found


def _outsiders(text: Text, outlets: set[str]) -> list[tuple[Span, str]]:
    """Return the places where agencies and outlets are named that published nothing in the pile, with their names."""
    own = {key(name) for name in (text.report.outlet, text.report.credit) if name}
    body = text.report.body
    found = {
        Span(*match.span()): _agencies()[match.group()]
        for match in _agency_names().finditer(text.report.text, body.start, body.end)
    }
    for mention in text.analysis.mentions:
        if mention.kind in RELAYS and not any(mention.span.overlaps(held) for held in found):
            found[mention.head] = mention.name
    for attribution in text.attributions:
        for link in attribution.links:
            passage = link.evidence.span
            if link.kind not in RELAYS or passage is None or passage.report != text.id:
                continue
            if not any(passage.span.overlaps(held) for held in found):
                found[passage.span] = link.name
    return [
        (span, name)
        for span, name in sorted(found.items())
        if key(name) not in outlets | own and text.report.body.contains(span) and is_name(name)
    ]


def _itself(text: Text, own: str) -> list[Span]:
    """Return the places where the outlet calls itself 'this newspaper', 'our report' or 'we', in its own voice."""
    if not own:
        return []
    body = text.report.body
    found = [*_phrases("own_names").finditer(text.report.text, body.start, body.end)]
    found += _phrases("own_report").finditer(text.report.text, body.start, body.end)
    found += re.finditer(r"\b[Ww]e\b", text.report.text[: body.end])
    return sorted({Span(*match.span()) for match in found if match.start() >= body.start})


def _in_one_phrase(text: Text, span: Span, other: Span) -> bool:
    """Tell whether nothing but words such as 'news agency' parts two names: they are one ('the Ostrian news agency OTA')."""
    if other.start < span.end:
        return False
    between = text.report.text[span.end : other.start].split()
    return all(word.lower() in tree("derivation")["kinds_of_outlet"] for word in between)


def _speaks_of_earlier(text: Text, span: Span) -> bool:
    """Tell whether the outlet speaks, at its own name, of something it published: 'the Gazette reported', 'revealed by the Gazette'."""
    sentence = text.analysis.sentences[text.sentence_at(span.start)].span
    if _phrases("own_report").search(span.of(text.report.text)):
        return True
    before, after = text.report.text[sentence.start : span.start], text.report.text[span.end : sentence.end]
    told = re.search(r"\b(?:told|tells|to)\s+(?:the\s+)?$", before)
    by = re.search(r"\b(?:by|in)\s+(?:the\s+)?$", before) and _phrases("own_verbs").search(before)
    verb = _phrases("own_verbs").match(after.lstrip(" ,")) or re.match(
        r"\W*(?:\w+\W+){0,2}(?:" + _phrases("own_verbs").pattern + ")", after
    )
    return not told and bool(by or verb)


def _not_ours(text: Text, span: Span, others: Sequence[Span]) -> bool:
    """Tell whether another outlet or a reader, and not this report, took from the outlet at `span`."""
    sentence = text.analysis.sentences[text.sentence_at(span.start)].span
    before = text.report.text[max(sentence.start, span.start - 60) : span.start]
    if _phrases("read_by_others").search(before):
        return True
    for other in others:
        if sentence.contains(other) and other.end < span.start:
            between = text.report.text[other.end : span.start]
            if _phrases("relay_words").search(between) and ";" not in between:
                return True
    return False
