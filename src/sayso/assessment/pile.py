"""Everything assessment looks at, joined once: reports, claims, passages, actors."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.assessment.quotations import Quotations
from sayso.model import Actor, Aligned, Analysis, Claim, Comparison, Derivation, Proposition, Report, Stemma
from sayso.similarity import WeightedWords, empty_words, stem

_RARE_FIGURE = 13
"""Smaller figures are of many things."""


def words_of(text: str) -> list[str]:
    """Return the lower-cased words of a text."""
    return re.findall(r"[^\W_]+(?:[.,]\d+)*", text.lower())


def figures_of(claim: Claim) -> set[float]:
    """Return the figures that a claim gives, the lower bound where it gives a range."""
    return {q.low for q in claim.quantities if q.low is not None}


def common_words(a: Claim, b: Claim) -> int:
    """Return how many telling words two claims have in common, names aside; a figure, which few things share, counts for two."""
    return len(_telling(a) & _telling(b)) + 2 * bool(_rare_figures(a) & _rare_figures(b))


def _rare_figures(claim: Claim) -> set[float]:
    return {f for q in claim.quantities for f in (q.low, q.high) if f is not None and f >= _RARE_FIGURE}


def _telling(claim: Claim) -> set[str]:
    return {stem(word) for word in re.findall(r"\b[a-z]{4,}\b", claim.exact) if word not in empty_words()}


@dataclass(slots=True)
class Pile:
    """One pile with the look-ups that the rules of assessment share; `claims_in` gives a report's claims in text order, `dispatched` the children of
    a report or an absent dispatch."""

    reports: dict[str, Report]
    analyses: dict[str, Analysis]
    actors: dict[str, Actor]
    claims: dict[str, Claim]
    propositions: tuple[Proposition, ...]
    comparison: Comparison
    stemma: Stemma
    words: WeightedWords
    quotations: Quotations
    dispatched: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    claims_in: dict[str, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    claims_of: dict[str, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    text_edges: dict[str, list[Derivation]] = field(default_factory=lambda: defaultdict(list))
    outlet_of: dict[str, str] = field(default_factory=dict)

    def root(self, actor: str | None) -> str | None:
        """Return the body at the end of `speaks_for`, so that a minister and his ministry count once."""
        seen = set()
        while actor is not None and actor not in seen:
            seen.add(actor)
            above = self.actors[actor].speaks_for if actor in self.actors else None
            if above is None:
                return actor
            actor = above
        return min(seen) if seen else None

    def taken(self, claim: Claim) -> list[tuple[Derivation, Aligned]]:
        """Return the text edges, with the passage, that cover at least half of a claim of a derived report; best covered first."""
        found = []
        for edge in self.text_edges.get(claim.report, ()):
            for passage in edge.passages:
                shared = passage.child_span.shared(claim.span)
                if shared * 2 >= min(len(claim.span), len(passage.child_span)):
                    found.append((shared, edge, passage))
        return [(e, p) for _, e, p in sorted(found, key=lambda x: (-x[0], x[1].parent, x[2].child_span))]

    def reports_by_outlet(self, actor: str | None) -> list[str]:
        """Return the reports of the pile that the outlet or agency `actor` published."""
        return [r for r, a in self.outlet_of.items() if actor is not None and a == actor]


def join(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    actors: Sequence[Actor],
    comparison: Comparison,
    stemma: Stemma,
) -> Pile:
    """Build the look-ups of one pile."""
    pile = Pile(
        {r.id: r for r in reports},
        {a.report: a for a in analyses},
        {a.id: a for a in actors},
        {c.id: c for c in comparison.claims},
        comparison.propositions,
        comparison,
        stemma,
        WeightedWords.fit(words_of(c.text) for c in comparison.claims),
        Quotations(reports, analyses),
    )
    for claim in sorted(comparison.claims, key=lambda c: (c.report, c.start, c.id)):
        pile.claims_in[claim.report].append(claim)
        pile.claims_of[claim.proposition].append(claim)
    for edge in stemma.derivations:
        pile.dispatched[edge.parent].add(edge.child)
        if edge.basis != "citation":
            pile.text_edges[edge.child].append(edge)
    named = {name: actor.id for actor in actors for name in (actor.name, *actor.aliases)}
    pile.outlet_of = {r.id: named[r.outlet] for r in reports if r.outlet and r.outlet in named}
    return pile
