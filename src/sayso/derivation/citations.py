"""Citations: places where a report names another outlet, in its own voice, for what that outlet had."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.derivation.hearsay import not_ours
from sayso.derivation.itself import itself, speaks_of_earlier
from sayso.derivation.meant import meant
from sayso.derivation.outlets import OutletNames, key, known, parts
from sayso.derivation.outsiders import outsiders
from sayso.derivation.voice import Turns, own_voice
from sayso.derivation.words import Pile, Text
from sayso.model import Span
from sayso.resources import tree


@dataclass(frozen=True, slots=True)
class Citation:
    """Report `child` (its number) names an outlet at `span`.

    `parents` are the numbers of the reports of the pile that are meant, empty when none of them can be; then `name` is the outlet
    or agency whose report is absent. `sentence` is the index of the sentence that names it. `whole` tells that a credit line or
    dateline names it for all of the text.
    """

    child: int
    parents: tuple[int, ...]
    name: str
    span: Span
    sentence: int
    whole: bool = False


def citations(pile: Pile) -> tuple[Citation, ...]:
    """Return all citations of a pile, by child and place."""
    names = OutletNames.of(text.report for text in pile.texts)
    outlets = {key(text.report.outlet) for text in pile.texts if text.report.outlet}
    return tuple(citation for text in pile.texts for citation in _of_report(pile, text, names, outlets))


def _of_report(pile: Pile, text: Text, names: OutletNames, outlets: set[str]) -> list[Citation]:
    own = key(text.report.outlet) if text.report.outlet else ""
    turns = Turns.of(text)
    places = {named.span: (named.outlet, names.written[named.outlet]) for named in names.find(text.report)}
    further = [(span, ("", name)) for span, name in outsiders(text, outlets) if not names.may_be(name)]
    further += [(span, (own, span.of(text.report.text))) for span in itself(text, own)]
    for span, what in further:
        if not any(span.overlaps(held) or _in_one_phrase(text, span, held) for held in places):
            places[span] = what
    places = {span: places[span] for span in sorted(places)}
    found = _credit_line(pile, text, names, own)
    taken = {citation.span for citation in found}
    for span, (outlet, name) in places.items():
        if (
            any(span.overlaps(held) for held in taken)
            or not own_voice(text, turns, span)
            or not_ours(text, span, [p for p in places if p != span])
        ):
            continue
        sentence = text.sentence_at(span.start)
        if not outlet:
            if key(name) != own:
                found.append(Citation(text.number, (), name, span, sentence))
        elif outlet != own or speaks_of_earlier(text, span):
            parents = meant(pile, text, outlet, span, places)
            if parents or outlet != own:
                found.append(Citation(text.number, parents, name, span, sentence))
    return found


def _in_one_phrase(text: Text, span: Span, other: Span) -> bool:
    """Tell whether nothing but words such as 'news agency' parts two names: they are one ('the Ostrian news agency OTA')."""
    if other.start < span.end:
        return False
    between = text.report.text[span.end : other.start].split()
    return all(word.lower() in tree("derivation")["kinds_of_outlet"] for word in between)


def _credit_line(pile: Pile, text: Text, names: OutletNames, own: str) -> list[Citation]:
    """Return the citation that a credit line makes ('(AP)' in another outlet's dateline), if it stands in the text."""
    report = text.report
    span = dict(report.field_spans).get("credit")
    if not own or not report.credit or span is None:
        return []
    fits = names.full.get(" ".join(parts(report.credit)), ()) or (key(report.credit),)
    if own in fits:
        return []
    outlet = fits[0]
    name = names.written.get(outlet) or known().get(report.credit, report.credit)
    parents = meant(pile, text, outlet, span) if outlet in names.written else ()
    return [Citation(text.number, parents, name, span, text.sentence_at(span.start), True)]
