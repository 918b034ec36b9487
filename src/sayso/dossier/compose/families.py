"""Which reports hang together by shared text, in words for the head line."""

from __future__ import annotations

from collections import defaultdict

from sayso.dossier.compose.index import Index
from sayso.dossier.compose.wording import number


def families(index: Index) -> list[tuple[list[str], list[str]]]:
    """Return groups of two or more reports joined by shared text: (reports, absent dispatches), largest first."""
    root: dict[str, str] = {}

    def top(node: str) -> str:
        while root.setdefault(node, node) != node:
            node = root[node]
        return node

    for d in index.dossier.derivations:
        if d.basis != "citation":
            root[top(d.child)] = top(d.parent)
    groups: dict[str, tuple[list[str], list[str]]] = {}
    for id in [*index.reports, *(a.id for a in index.dossier.absent)]:
        if id in root:
            groups.setdefault(top(id), ([], []))[id not in index.reports].append(id)
    return sorted((g for g in groups.values() if len(g[0]) > 1), key=lambda g: (-len(g[0]), g))


def families_in_words(index: Index) -> str:
    """Return how the reports hang together, in a few words for the head line."""
    found = families(index)
    if not found:
        return "no report is made from another"
    if len(found) > 1:
        return f"{len(found)} families of reports that share text"
    reports, missing = found[0]
    if any(set(reports) <= _made_from(index, dispatch) for dispatch in missing):
        return f"{number(len(reports), 'report')} come from one dispatch"
    return f"{number(len(reports), 'report')} share text"


def _made_from(index: Index, parent: str) -> set[str]:
    """All that was made from `parent`, directly or not, by text."""
    below: dict[str, list[str]] = defaultdict(list)
    for d in index.dossier.derivations:
        if d.basis != "citation":
            below[d.parent].append(d.child)
    reached: set[str] = set()
    waiting = [parent]
    while waiting:
        new = [child for child in below[waiting.pop()] if child not in reached]
        reached.update(new)
        waiting += new
    return reached
