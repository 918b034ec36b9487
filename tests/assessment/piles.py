"""A builder for piles whose claims, propositions and derivations are given in one line each."""

from __future__ import annotations

import re
from itertools import combinations

from sayso.assessment import Agreement, Findings, assess
from sayso.language import analyse
from sayso.model import (
    Actor,
    ActorKind,
    Aligned,
    Claim,
    Comparison,
    Conflict,
    Derivation,
    Evidence,
    Likely,
    Link,
    Proposition,
    Report,
    Stemma,
    Update,
)
from tests.build import report, span


class PileBuilder:
    """Collect reports, claims and edges, then assess them."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.claims: list[Claim] = []
        self.actors: dict[str, Actor] = {}
        self.edges: list[Derivation] = []
        self.conflicts: list[Conflict] = []
        self.updates: list[Update] = []

    def report(self, id: str, text: str, outlet: str | None = None, published: str | None = None) -> PileBuilder:
        self.reports[id] = report(text, id, outlet=outlet, published=published)
        if outlet:
            self.actor(outlet, "outlet")
        return self

    def actor(self, name: str, kind: ActorKind, speaks_for: str | None = None) -> str:
        above = self.actors[speaks_for].id if speaks_for else None
        if name not in self.actors:
            self.actors[name] = Actor(
                id=f"a{len(self.actors)}", name=name, kind=kind, aliases=(), mentions=(), speaks_for=above
            )
        return self.actors[name].id

    def claim(self, report: str, words: str, proposition: str, *chain: str, **fields: object) -> PileBuilder:
        """Add a claim; the chain is given as 'kind:name', origin first."""
        text = self.reports[report].text
        where = span(text, words)
        links = []
        for link in chain:
            kind, name = link.split(":")
            links.append(Link(name, kind, Evidence.words(report, where, text), self.actor(name, kind)))  # type: ignore[arg-type]
        given = {"polarity": "positive", "certainty": "certain", "kind": "statement", **fields}
        analysis = analyse(self.reports[report])
        quantities = tuple(q for q in analysis.quantities if where.contains(q.span))
        self.claims.append(
            Claim(
                id=f"c{len(self.claims)}", report=report, start=where.start, end=where.end, exact=words, text=words, chain=tuple(links),
                attributions=(), proposition=proposition, quantities=quantities, **given,
            )  # type: ignore[arg-type]
        )  # fmt: skip
        return self

    def edge(self, child: str, parent: str, *passages: tuple[str, str], basis: str = "text") -> PileBuilder:
        aligned = tuple(
            Aligned(span(self.reports[child].text, a), span(self.reports[parent].text, b), 0.8) for a, b in passages
        )
        self.edges.append(
            Derivation(
                child=child,
                parent=parent,
                basis=basis,
                kind="rewrite",
                direction_known=True,
                credited=False,
                score=0.5,
                reasons=("planted",),
                passages=aligned,
            )  # type: ignore[arg-type]
        )
        return self

    def conflict(self, a: int, b: int, kind: str = "polarity") -> PileBuilder:
        self.conflicts.append(Conflict(kind=kind, a=f"c{a}", b=f"c{b}", reason="planted"))  # type: ignore[arg-type]
        return self

    def update(self, a: int, b: int) -> PileBuilder:
        self.updates.append(Update(a=f"c{a}", b=f"c{b}", reason="planted"))
        return self

    def _likely(self) -> tuple[Likely, ...]:
        """Claims of one proposition that share a quarter of their telling words are likely the same; others are not."""
        held = [(c, {w for w in re.findall(r"\w+", c.text.lower()) if len(w) > 3}) for c in self.claims]
        return tuple(
            Likely(a.id, b.id, 0.95 if 4 * len(x & y) >= len(x | y) else 0.1)
            for (a, x), (b, y) in combinations(held, 2)
            if a.proposition == b.proposition
        )

    def assess(self, agreement: Agreement | None = None) -> Findings:
        names = sorted({c.proposition for c in self.claims})
        members = {p: tuple(c.id for c in self.claims if c.proposition == p) for p in names}
        propositions = tuple(Proposition(id=p, text=p, claims=members[p]) for p in names)
        reports = [self.reports[k] for k in sorted(self.reports)]
        return assess(
            reports,
            [analyse(r) for r in reports],
            tuple(self.actors.values()),
            Comparison(tuple(self.claims), propositions, tuple(self.conflicts), tuple(self.updates), self._likely()),
            Stemma(tuple(self.edges)),
            agreement,
        )

    def proposition(self, id: str) -> Proposition:
        return next(p for p in self.assess().propositions if p.id == id)
