"""Families of derived reports: those that hang together by text, and who stands under whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model import Dossier


@dataclass(slots=True)
class Family:
    """Reports joined by derivations of text: `below` gives the children of a report or of an absent dispatch, each once."""

    reports: list[str]
    roots: list[str]
    below: dict[str, list[str]] = field(default_factory=dict)


def families(dossier: Dossier) -> list[Family]:
    """Return the families of a dossier, the largest first; a report with several parents stands under the one it owes most."""
    best: dict[str, tuple[float, str]] = {}
    joined: dict[str, str] = {}

    def find(node: str) -> str:
        while joined.get(node, node) != node:
            node = joined[node]
        return node

    for edge in dossier.derivations:
        if edge.basis == "citation":
            continue
        joined.setdefault(edge.child, edge.child)
        joined.setdefault(edge.parent, edge.parent)
        joined[find(edge.child)] = find(edge.parent)
        if edge.child not in best or (-edge.score, edge.parent) < (-best[edge.child][0], best[edge.child][1]):
            best[edge.child] = (edge.score, edge.parent)
    order = [absent.id for absent in dossier.absent] + [report.id for report in dossier.reports]
    absent = {entry.id for entry in dossier.absent}
    groups: dict[str, Family] = {}
    for node in order:
        if node not in joined:
            continue
        family = groups.setdefault(find(node), Family([], []))
        if node not in absent:
            family.reports.append(node)
        if node in best:
            family.below.setdefault(best[node][1], []).append(node)
        else:
            family.roots.append(node)
    return sorted(groups.values(), key=lambda family: (-len(family.reports), family.reports))
