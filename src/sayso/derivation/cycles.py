"""Circles of citation: reports that name one another as their source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sayso.model import Cycle, Derivation, Evidence


def cycles(derivations: Sequence[Derivation]) -> tuple[Cycle, ...]:
    """Return, for every report on a circle of credited edges, its shortest circle, each circle once, from its smallest id."""
    cited: dict[str, list[str]] = defaultdict(list)
    evidence: dict[tuple[str, str], tuple[Evidence, ...]] = {}
    for edge in derivations:
        if edge.basis != "text":
            cited[edge.child].append(edge.parent)
            evidence[edge.child, edge.parent] = edge.evidence
    found = set()
    for start in sorted(cited):
        path = _shortest(cited, start)
        if path:
            least = path.index(min(path))
            found.add((*path[least:], *path[:least]))
    return tuple(
        Cycle(path, tuple(piece for step in zip(path, (*path[1:], path[0]), strict=True) for piece in evidence[step]))
        for path in sorted(found)
    )


def _shortest(cited: dict[str, list[str]], start: str) -> tuple[str, ...] | None:
    """Return the shortest walk from `start` back to it, by breadth first and ids; None when there is none."""
    walks: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while walks:
        further = []
        for walk in walks:
            for target in sorted(cited.get(walk[-1], ())):
                if target == start:
                    return walk
                if target not in seen:
                    seen.add(target)
                    further.append((*walk, target))
        walks = further
    return None
