"""What a person decided about which report was made from which, put over the stemma that was found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.derivation.cycles import cycles
from sayso.model import Aligned, Derivation, Report, Span, Stemma
from sayso.similarity import stretches

_COPY, _REWRITE = 0.7, 0.4  # as for the edges that are found
_WORD = re.compile(r"[^\W_]+(?:['’.,]\w+)*")


@dataclass(frozen=True, slots=True)
class Decision:
    """`child` was made from `parent` (ids of reports), or was not, with who says so and why in words."""

    child: str
    parent: str
    derives: bool
    reason: str


def decided(reports: Sequence[Report], found: Stemma, said: Sequence[Decision]) -> tuple[Stemma, tuple[int, ...]]:
    """Return the stemma with the decisions, oldest first, put over it, and the numbers of those that later ones overrule.

    An edge that is said to be none goes, whatever its basis; one that is said to be there comes, the opposite edge goes, and of a circle that it
    would close the weakest edge that nobody decided about. A decision is overruled by a later one about the same two reports, and when later ones
    close a circle with it.
    """
    texts = {report.id: report for report in reports}
    held: list[Decision] = []
    overruled = []
    for number in range(len(said) - 1, -1, -1):
        one = said[number]
        pair = {one.child, one.parent}
        against = any({late.child, late.parent} == pair and _contrary(one, late) for late in held)
        circle = one.derives and _path([(d.child, d.parent) for d in held if d.derives], one.parent, one.child)
        if against or circle:
            overruled.append(number)
        else:
            held.append(one)
    edges = {(edge.child, edge.parent): edge for edge in found.derivations}
    for one in reversed(held):
        if not one.derives:
            edges.pop((one.child, one.parent), None)
            continue
        edges.pop((one.parent, one.child), None)
        there = edges.pop((one.child, one.parent), None)
        fixed = {(d.child, d.parent) for d in held if d.derives}
        while path := _path([pair for pair, e in edges.items() if e.basis != "citation"], one.parent, one.child):
            loose = [pair for pair in path if pair not in fixed]
            edges.pop(min(loose, key=lambda pair: (edges[pair].score, pair)))
        edges[one.child, one.parent] = _edge(texts[one.child], texts[one.parent], one, there)
    kept = tuple(edges[pair] for pair in sorted(edges))
    circles = cycles(kept) if held else found.cycles
    return replace(found, derivations=kept, cycles=circles), tuple(sorted(overruled))


def _contrary(one: Decision, late: Decision) -> bool:
    if one.child == late.child:
        return one.derives != late.derives
    return one.derives and late.derives  # each made from the other


def _path(edges: Sequence[tuple[str, str]], start: str, end: str) -> list[tuple[str, str]]:
    """Return the edges of a way from a child up to an ancestor, none when there is no way."""
    ways: list[list[tuple[str, str]]] = [[]]
    seen = {start}
    while ways:
        way = ways.pop(0)
        at = way[-1][1] if way else start
        for pair in sorted(edges):
            if pair[0] == at and pair[1] not in seen:
                seen.add(pair[1])
                ways.append([*way, pair])
                if pair[1] == end:
                    return ways[-1]
    return []


def _edge(child: Report, parent: Report, said: Decision, there: Derivation | None) -> Derivation:
    """Return the edge that a person speaks of: the one that was found, with its direction settled, or one of what the two share."""
    if there is not None and there.basis != "citation":
        return replace(there, direction_known=True, reasons=(said.reason, *there.reasons))
    passages = there.passages if there is not None and there.passages else _shared(child, parent)
    words = [match.span() for match in _WORD.finditer(child.text, child.body.start, child.body.end)]
    covered = sum(any(p.child_span.start <= start < p.child_span.end for p in passages) for start, _ in words)
    share = round(covered / max(1, len(words)), 3)
    return Derivation(
        child=child.id,
        parent=parent.id,
        basis="text" if there is None else "both",
        kind="copy" if share >= _COPY else "rewrite" if share >= _REWRITE or not passages else "excerpt",
        direction_known=True,
        credited=there is not None and there.credited,
        score=share,
        reasons=(said.reason, *(there.reasons if there is not None else ())),
        passages=passages,
        evidence=there.evidence if there is not None else (),
    )


def _shared(child: Report, parent: Report) -> tuple[Aligned, ...]:
    """Return the runs of words that two reports share, in the order of the child."""
    mine, theirs = (list(_WORD.finditer(r.text, r.body.start, r.body.end)) for r in (child, parent))
    found = stretches([m.group().lower() for m in mine], [m.group().lower() for m in theirs])
    return tuple(
        Aligned(
            Span(mine[s.a_start].start(), mine[s.a_end - 1].end()),
            Span(theirs[s.b_start].start(), theirs[s.b_end - 1].end()),
            round(s.similarity, 3),
        )
        for s in found
    )
