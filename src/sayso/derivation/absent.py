"""Dispatches that are not in the pile but must have been: what several reports credit to one agency, or one rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.derivation.citations import Citation
from sayso.derivation.credits import around, shown
from sayso.derivation.edges import LEAD
from sayso.derivation.loose import covered_share, relaying
from sayso.derivation.outlets import key
from sayso.derivation.words import Pile
from sayso.model import Absent

_SAME = 0.05
"""How alike the sentences around two credits to one agency must be for both to mean one dispatch."""

_MATTER = 0.13
"""How alike, on the average, the reports that credit one dispatch must be."""

_BASIS = 0.12
"""The share of a report's words credited to an agency from which the report rests on it."""

_THIN = 6
"""Around a credit with fewer words that weigh, nothing tells which dispatch is meant."""


@dataclass(frozen=True, slots=True)
class Lost:
    """An absent dispatch: who made it, and by child (number) the places that credit it."""

    name: str
    places: tuple[tuple[int, tuple[Citation, ...]], ...]

    @property
    def children(self) -> tuple[int, ...]:
        """The numbers of the reports that credit it."""
        return tuple(child for child, _ in self.places)


def lost(pile: Pile, found: Sequence[Citation]) -> tuple[Lost, ...]:
    """Group the citations that no report of the pile answers: one dispatch for each agency and matter, by first child."""
    by_name: dict[str, dict[int, list[Citation]]] = defaultdict(lambda: defaultdict(list))
    for citation in found:
        if not citation.parents:
            by_name[key(citation.name)][citation.child].append(citation)
    groups = []
    for children in by_name.values():
        for group in _matters(pile, children):
            places = tuple((child, tuple(children[child])) for child in sorted(group))
            if len(places) > 1 or leans_on(pile, *places[0]):
                groups.append(Lost(places[0][1][0].name, places))
    return tuple(sorted(groups, key=lambda one: (pile.texts[one.children[0]].id, one.places[0][1][0].span)))


def _matters(pile: Pile, children: dict[int, list[Citation]]) -> list[list[int]]:
    """Part the children of one agency by matter: alike as reports, and in what they credit it with where that tells anything."""
    bags = {
        child: [word for citation in places for word in around(pile.texts[child], citation)]
        for child, places in sorted(children.items())
    }
    thin = {child for child, words in bags.items() if len(pile.weights.bag(words)) < _THIN}

    def nearness(child: int, group: Sequence[int]) -> float:
        near = sum(pile.likeness(child, other) for other in group) / len(group)
        alike = any(
            child in thin or other in thin or pile.general.similarity(bags[child], bags[other]) >= _SAME
            for other in group
        )
        return near if alike else 0.0

    groups: list[list[int]] = []
    for child in sorted(bags, key=lambda child: (child in thin, child)):
        best = max(groups, key=lambda group: (nearness(child, group), -group[0]), default=None)
        if best is not None and nearness(child, best) >= _MATTER:
            best.append(child)
        else:
            groups.append([child])
    return groups


def leans_on(pile: Pile, child: int, places: Sequence[Citation]) -> bool:
    """Tell whether a report rests on a dispatch that it alone credits: in its lead, twice, or with much of what it says."""
    text = pile.texts[child]
    relayed = relaying(text, [place.span for place in places], {place.name for place in places})
    spans = [text.analysis.sentences[number].span for number in relayed]
    in_lead = any(place.sentence < LEAD or place.whole for place in places)
    return in_lead or len({place.sentence for place in places}) > 1 or covered_share(text, spans) >= _BASIS


def named(pile: Pile, dispatches: Sequence[Lost]) -> tuple[Absent, ...]:
    """Give the dispatches their ids x1, x2 ... and say what they are."""
    return tuple(
        Absent(
            id=f"x{number}",
            is_=f"the {one.name.removeprefix('The ').removeprefix('the ')} report relayed by {_listed(sorted(pile.label(pile.texts[child]) for child in one.children))}",
            evidence=tuple(piece for _, places in one.places for piece in shown(pile, places[:2])),
            actor_name=one.name,
        )
        for number, one in enumerate(dispatches, 1)
    )


def _listed(labels: Sequence[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
