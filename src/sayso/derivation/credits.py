"""Edges from citations: a report and the report it names, as a follow-up or as an excerpt of its content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.derivation.citations import Citation
from sayso.derivation.outlets import key, parts
from sayso.derivation.words import Pile, Text
from sayso.model import Evidence
from sayso.similarity import stem

_SURVEY = 5
"""A report that names this many others of the pile writes about them; it is not made from any one of them."""

_TAKEN = 0.3
"""The share of what stands around a credit that must stand in the named report for its content to be taken over."""


@dataclass(frozen=True, slots=True)
class Credit:
    """All the places where `child` names `parent` (numbers); `follow_up` tells that it reports about it on its own.

    `taken` is the share of the credited sentences' weight that stands in the parent.
    """

    child: int
    parent: int
    places: tuple[Citation, ...]
    follow_up: bool
    taken: float

    @property
    def relays(self) -> bool:
        """Tell whether the child hands on the parent's content, and does not merely name it."""
        return not self.follow_up and self.taken >= _TAKEN


def around(text: Text, citation: Citation) -> tuple[str, ...]:
    """Return the words of the sentence that names an outlet and of its neighbours in the paragraph, without the outlet's name."""
    named = {stem(word.lower()) for word in parts(citation.span.of(text.report.text))}
    return tuple(word for word in text.passage(citation.sentence, around=1) if stem(word) not in named)


def credits_of(pile: Pile, found: Sequence[Citation]) -> tuple[Credit, ...]:
    """Gather the citations between reports of the pile, one `Credit` for each pair, by child and parent."""
    places: dict[tuple[int, int], list[Citation]] = defaultdict(list)
    named: dict[int, set[int]] = defaultdict(set)
    for citation in found:
        for parent in citation.parents:
            places[citation.child, parent].append(citation)
            named[citation.child].add(parent)
    gathered = []
    for (child, parent), held in sorted(places.items()):
        text, other = pile.texts[child], pile.texts[parent]
        same = bool(text.report.outlet and other.report.outlet) and key(text.report.outlet or "") == key(
            other.report.outlet or ""
        )
        words = [word for citation in held for word in around(text, citation)]
        taken = pile.weights.containment(words, other.words)
        gathered.append(Credit(child, parent, tuple(held), same or len(named[child]) >= _SURVEY, taken))
    return tuple(gathered)


def shown(pile: Pile, places: Sequence[Citation]) -> tuple[Evidence, ...]:
    """Return the names of outlets as evidence."""
    return tuple(
        dict.fromkeys(
            Evidence.words(pile.texts[c.child].id, c.span, pile.texts[c.child].report.text) for c in places[:6]
        )
    )
