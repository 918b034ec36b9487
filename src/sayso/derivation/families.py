"""Families of derived reports: those that hang together by text, and who stands under whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.model import Derivation


@dataclass(slots=True)
class Family:
    """Reports and absent dispatches joined by derivations of text, by id; `below` gives the children of each, every child once."""

    reports: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    roots: list[str] = field(default_factory=list)
    below: dict[str, list[str]] = field(default_factory=dict)


def families(derivations: Iterable[Derivation], reports: Sequence[str], absent: Sequence[str]) -> list[Family]:
    """Return the families, the largest first; `reports` and `absent` are ids, and members keep their order.

    A report with several parents stands under the one it owes most. A citation alone joins nothing.
    """
    best: dict[str, tuple[float, str]] = {}
    joined: dict[str, str] = {}

    def top(node: str) -> str:
        while joined.get(node, node) != node:
            node = joined[node]
        return node

    for edge in derivations:
        if edge.basis == "citation":
            continue
        joined.setdefault(edge.child, edge.child)
        joined.setdefault(edge.parent, edge.parent)
        joined[top(edge.child)] = top(edge.parent)
        if edge.child not in best or (-edge.score, edge.parent) < (-best[edge.child][0], best[edge.child][1]):
            best[edge.child] = (edge.score, edge.parent)
    missing = frozenset(absent)
    groups: dict[str, Family] = {}
    for node in [*absent, *reports]:
        if node not in joined:
            continue
        family = groups.setdefault(top(node), Family())
        (family.absent if node in missing else family.reports).append(node)
        if node in best:
            family.below.setdefault(best[node][1], []).append(node)
        else:
            family.roots.append(node)
    return sorted(groups.values(), key=lambda family: (-len(family.reports), family.reports))
