"""The stemma of a pile: text edges, credits and absent dispatches put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.derivation.absent import Lost, leans_on, lost, named
from sayso.derivation.citations import Citation, citations
from sayso.derivation.credits import Credit, credits_of, surveys
from sayso.derivation.cycles import cycles
from sayso.derivation.edges import Common, between, to_absent
from sayso.derivation.loose import covered_share, relaying
from sayso.derivation.outlets import one_house
from sayso.derivation.parents import Ancestry, Parentage, acyclic, compilations, pair_direction, parentages
from sayso.derivation.passages import Shared, shared_passages
from sayso.derivation.words import Pile
from sayso.model import Analysis, Attribution, Report, Stemma

_COPIED_FOLLOW_UP = 3.0
"""A follow-up that credits its parent is also made from its text when passages this strong show it."""

_SURE = 3.5
"""The votes that must tell who took from whom where a dispatch that both credit may explain as well what one has lost: more than passages alone can cast."""

_WHOLE = 0.6
"""The share of a report's words from which it stands nearly whole in another."""

Pair = tuple[int, int]


def derive(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    attributions_per_report: Sequence[Sequence[Attribution]],
) -> Stemma:
    """Work out which reports of a pile were made from which, which they cite, and which dispatches are missing.

    The three sequences are parallel; the result does not depend on their order. Raises ValueError when they differ in length.
    """
    given = sorted(zip(reports, analyses, attributions_per_report, strict=True), key=lambda parts: parts[0].id)
    pile = Pile.of(*(list(part) for part in zip(*given, strict=True))) if given else Pile.of((), (), ())
    found = citations(pile)
    credited = {(one.child, one.parent): one for one in credits_of(pile, found)}
    dispatches = lost(pile, found)
    shared = _told_apart(pile, shared_passages(pile), frozenset(credited), dispatches)
    texts = {
        (one.direction.child, one.direction.parent): one
        for one in acyclic(parentages(pile, shared.own, frozenset(credited)))
        if not _only_cites(one, credited)
    }
    texts, common = _with_credits(texts, shared.common)
    credited = _acyclic_relays(texts, credited)
    edges = [between(pile, texts.get(pair), credited.get(pair)) for pair in sorted({*texts, *credited})]
    absent, about_outlets = named(pile, dispatches), surveys(pile, found)
    for number, (one, dispatch) in enumerate(zip(absent, dispatches, strict=True)):
        edges += [
            to_absent(
                pile,
                one.id,
                dispatch.name,
                places,
                child in about_outlets,
                common.get(number, ()),
                _inherited(pile, child, places, dispatch, texts),
            )
            for child, places in dispatch.places
        ]
    edges.sort(key=lambda edge: (edge.child, edge.parent))
    return Stemma(tuple(edges), absent, cycles(edges))


def _with_credits(
    texts: Mapping[Pair, Parentage], common: Mapping[int, Sequence[Common]]
) -> tuple[dict[Pair, Parentage], dict[int, list[Common]]]:
    """Give what both credit to a third back to the edge where the one was made from the other anyway."""
    whole = dict(texts)
    left: dict[int, list[Common]] = {}
    for number, held in common.items():
        left[number] = []
        for one in held:
            pair = next((p for p in ((one.a, one.b), (one.b, one.a)) if p in whole), None)
            if pair is None:
                left[number].append(one)
            else:
                passages = sorted((*whole[pair].passages, *one.passages), key=lambda p: (p.a_span, p.b_span))
                whole[pair] = replace(whole[pair], passages=tuple(passages))
    return whole, left


def _inherited(
    pile: Pile, child: int, places: Sequence[Citation], dispatch: Lost, texts: Mapping[Pair, Parentage]
) -> str | None:
    """Return whom a report has its credit from: the parent whose words it took, credit included; None when it credits by itself."""
    for (maker, parent), one in sorted(texts.items()):
        taken = [one.child_span(passage) for passage in one.passages]
        if (
            maker == child
            and parent in dispatch.children
            and all(any(s.contains(p.span) for s in taken) for p in places)
        ):
            return pile.label(pile.texts[parent])
    return None


def _only_cites(one: Parentage, credited: Mapping[Pair, Credit]) -> bool:
    """Tell whether the passages are no more than what a follow-up repeats of the report it is about."""
    credit = credited.get((one.direction.child, one.direction.parent))
    return credit is not None and credit.follow_up and one.strength < _COPIED_FOLLOW_UP


def _acyclic_relays(texts: Collection[Pair], credited: Mapping[Pair, Credit]) -> dict[Pair, Credit]:
    """Turn credits whose content would close a circle of text edges into mere citations; the weightiest come first."""
    ancestry = Ancestry()
    for child, parent in sorted(texts):
        ancestry.add(child, parent)
    kept = dict(credited)
    for pair, credit in sorted(credited.items(), key=lambda item: (-item[1].taken, item[0])):
        if credit.relays and pair not in texts:
            if ancestry.closes(*pair):
                kept[pair] = replace(credit, taken=0.0)
            else:
                ancestry.add(*pair)
    return kept


@dataclass(frozen=True, slots=True)
class _Shared:
    """Passages of pairs that one may have from the other (`own`), and by absent dispatch those that both may have from it."""

    own: dict[Pair, tuple[Shared, ...]]
    common: dict[int, list[Common]]


def _told_apart(
    pile: Pile, shared: Mapping[Pair, tuple[Shared, ...]], cited: frozenset[Pair], dispatches: Sequence[Lost]
) -> _Shared:
    """Set apart what two reports that credit one absent dispatch may both have from it.

    Where nothing tells who took from whom that is all they share, unless one is nearly whole in the other and the dispatch is credited with a
    detail only; else it is what stands in the credited paragraphs.
    """
    own, common = {}, defaultdict(list)
    mixed = compilations(pile, shared)
    credited: dict[int, dict[int, frozenset[int]]] = defaultdict(dict)
    for n, dispatch in enumerate(dispatches):
        for child, places in dispatch.places:
            credited[child][n] = _handed_on(pile, dispatch, child, places)
    for (a, b), passages in shared.items():
        both = sorted(credited[a].keys() & credited[b].keys()) if a in credited and b in credited else []
        house = one_house(pile.texts[a].report, pile.texts[b].report)
        if not both or house or (a, b) in cited or (b, a) in cited:
            own[a, b] = passages
            continue
        known = pair_direction(pile, a, b, passages, cited, mixed).margin >= _SURE
        beyond = known or (_nearly_whole(pile, a, b, passages) and not _both_rest_on(pile, dispatches[both[0]], a, b))
        held: dict[int | None, list[Shared]] = defaultdict(list)
        for passage in passages:
            sides = ((a, passage.a_span), (b, passage.b_span))
            near = [n for n in both if all(pile.texts[x].sentence_at(s.start) in credited[x][n] for x, s in sides)]
            held[near[0] if near else None if beyond else both[0]].append(passage)
        for number, theirs in held.items():
            if number is None:
                own[a, b] = tuple(theirs)
            else:
                common[number].append(Common(a, b, tuple(theirs)))
    return _Shared(own, dict(common))


def _handed_on(pile: Pile, dispatch: Lost, child: int, places: Sequence[Citation]) -> frozenset[int]:
    """Return the sentences of a report that hand on the dispatch; all of them where it is credited for all of the text."""
    text = pile.texts[child]
    if any(place.whole for place in places):
        return frozenset(range(len(text.analysis.sentences)))
    return frozenset(relaying(text, [place.span for place in places], [dispatch.name]))


def _nearly_whole(pile: Pile, a: int, b: int, passages: Sequence[Shared]) -> bool:
    """Tell whether most of one report stands in the other."""
    sides = ((a, [p.a_span for p in passages]), (b, [p.b_span for p in passages]))
    return max(covered_share(pile.texts[number], spans) for number, spans in sides) >= _WHOLE


def _both_rest_on(pile: Pile, dispatch: Lost, a: int, b: int) -> bool:
    """Tell whether two reports both rest on a dispatch: one that is named for a detail explains no more than the detail."""
    return all(leans_on(pile, child, places) for child, places in dispatch.places if child in (a, b))
