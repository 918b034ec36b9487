"""Edges from citations: a report and the report it names, as a follow-up or as an excerpt of its content."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.derivation.citations import Citation
from sayso.derivation.outlets import key, one_house, parts
from sayso.derivation.words import Pile, Text
from sayso.model import Evidence
from sayso.similarity import stem

_SURVEY = 5
"""A report that names this many outlets writes about them; it is not made from any one of them."""

_TAKEN = 0.3
"""What the words around a credit must share with the named report (summed weights) for its content to be taken over."""


@dataclass(frozen=True, slots=True)
class Credit:
    """All the places where `child` names `parent` (numbers); `follow_up` tells that it reports about it on its own.

    `taken` is the weight of the words that the credited sentences share with the parent, `share` that over their whole weight.
    """

    child: int
    parent: int
    places: tuple[Citation, ...]
    follow_up: bool
    taken: float
    share: float

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
    for citation in found:
        for parent in citation.parents:
            places[citation.child, parent].append(citation)
    gathered = []
    about_outlets = surveys(pile, found)
    for (child, parent), held in sorted(places.items()):
        text, other = pile.texts[child], pile.texts[parent]
        same = one_house(text.report, other.report)
        words = [word for citation in held for word in around(text, citation)]
        taken = sum(weight for word, weight in pile.weights.bag(words).items() if word in other.stems)
        share = pile.weights.containment_in(words, other.stems)
        gathered.append(Credit(child, parent, tuple(held), same or child in about_outlets, taken, share))
    return tuple(gathered)


def surveys(pile: Pile, found: Sequence[Citation]) -> frozenset[int]:
    """Return the reports that name so many outlets that they are about them, and made from none."""
    named: dict[int, set[str]] = defaultdict(set)
    for citation in found:
        outlets = {key(pile.texts[parent].report.outlet or "") for parent in citation.parents}
        named[citation.child] |= outlets or {key(citation.name)}
    return frozenset(child for child, outlets in named.items() if len(outlets) >= _SURVEY)


def shown(pile: Pile, places: Sequence[Citation]) -> tuple[Evidence, ...]:
    """Return the names of outlets as evidence."""
    return tuple(
        dict.fromkeys(
            Evidence.words(pile.texts[c.child].id, c.span, pile.texts[c.child].report.text) for c in places[:6]
        )
    )
