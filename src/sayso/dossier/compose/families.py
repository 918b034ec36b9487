"""Which reports hang together by shared text: in words for the head line, and as trees."""

from __future__ import annotations

from collections import defaultdict

from sayso.derivation import Family, families
from sayso.dossier.compose.index import Index
from sayso.dossier.compose.plain import shortened
from sayso.dossier.compose.view.tree import Branch
from sayso.dossier.compose.wording import number
from sayso.model import Derivation

_LABEL = 44


def families_of(index: Index) -> list[Family]:
    """Return all families of a dossier, the largest first; a report made from an absent dispatch alone is one, too."""
    order = [report.id for report in index.in_order]
    return families(index.dossier.derivations, order, [absent.id for absent in index.dossier.absent])


def families_in_words(index: Index) -> str:
    """Return how the reports hang together, in a few words for the head line."""
    found = [family for family in families_of(index) if len(family.reports) > 1]
    if not found:
        return "no report is made from another"
    if len(found) > 1:
        return f"{len(found)} families of reports that share text"
    family = found[0]
    if any(set(family.reports) <= _made_from(index, dispatch) for dispatch in family.absent):
        return f"{number(len(family.reports), 'report')} come from one dispatch"
    return f"{number(len(family.reports), 'report')} share text"


def trees(index: Index) -> tuple[Branch, ...]:
    """Return the families as trees, the largest first, each report under the one it owes most."""
    edges = [d for d in index.dossier.derivations if d.basis != "citation"]
    notes = {(d.child, d.parent): _note(d) for d in edges}
    found = families_of(index)
    for root in (
        root for family in found for root in family.roots if root in index.reports and root not in family.below
    ):
        # All that was made from it owes more to another report.
        notes[root, ""] = f"something of it in {', '.join(index.label(d.child) for d in edges if d.parent == root)}"
    return tuple(_branch(index, root, "", family, notes, frozenset()) for family in found for root in family.roots)


def alone(index: Index) -> tuple[str, ...]:
    """Return the labels of the reports that share no text with any other, absent ones included."""
    held = {report for family in families_of(index) for report in family.reports}
    return tuple(_label(index, report.id) for report in index.in_order if report.id not in held)


def _branch(
    index: Index, node: str, above: str, family: Family, notes: dict[tuple[str, str], str], seen: frozenset[str]
) -> Branch:
    below = [child for child in family.below.get(node, ()) if child not in seen]
    return Branch(
        _label(index, node, bool(below)),
        notes.get((node, above), ""),
        node not in index.reports,
        tuple(_branch(index, child, node, family, notes, seen | {node}) for child in below),
    )


def _label(index: Index, node: str, parent: bool = False) -> str:
    if node not in index.reports:
        what = next((index.said(a.is_) for a in index.dossier.absent if a.id == node), "a dispatch")
        shown = what.partition(" relayed by ")[0] if parent else what  # who relays it stands below it
        return f"[{node}] {shortened(shown, 2 * _LABEL)} (not in the pile)"
    outlet = index.reports[node].outlet
    return f"{index.label(node)} {shortened(outlet, _LABEL)}" if outlet else index.label(node)


def _note(d: Derivation) -> str:
    return (
        d.kind
        + ("" if d.credited else ", not credited")
        + ("" if d.direction_known else ", who took from whom unknown")
    )


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
