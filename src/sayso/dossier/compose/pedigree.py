"""The stemma by itself: trees of who was made from whom, with every edge in words, beside the same picture as in the dossier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.derivation import Family
from sayso.dossier.compose.families import families_in_words, families_of
from sayso.dossier.compose.index import Index
from sayso.dossier.compose.picture import picture
from sayso.dossier.compose.plain import shortened, visible
from sayso.dossier.compose.stemma import cycles
from sayso.dossier.compose.view.tree import Kin, StemmaView
from sayso.dossier.compose.wording import number, share, spoken
from sayso.model import Derivation, Dossier

_LABEL = 60
_BASIS = {"text": "by text", "both": "by text and citation", "citation": "by citation"}
# What shows an absent dispatch, so many grounds of it.
_PROOFS = 3


def compose_stemma(dossier: Dossier) -> StemmaView:
    """Return the stemma as it is shown by itself; a dossier without claims is enough."""
    index = Index(dossier)
    found = sorted(families_of(index), key=lambda family: not family.absent)
    parents: dict[str, list[Derivation]] = defaultdict(list)
    for d in dossier.derivations:
        if d.basis != "citation":
            parents[d.child].append(d)
    cited = sorted(
        (d for d in dossier.derivations if d.basis == "citation"),
        key=lambda d: (index.order(d.child), index.order(d.parent)),
    )
    citations = tuple(f"{_named(index, d.child)} cites {_named(index, d.parent)}" for d in cited)
    held = {report for family in found for report in family.reports}
    on_their_own = tuple(_named(index, r.id) for r in index.in_order if r.id not in held)
    circles, drawn = cycles(index), picture(index)
    return StemmaView(
        title=f"Which of {number(len(dossier.reports), 'report')} were made from which",
        version=visible(dossier.version),
        figures=(
            number(len(dossier.reports), "report"),
            families_in_words(index),
            number(len(dossier.absent), "absent dispatch", "absent dispatches"),
            number(len(cited), "citation without text", "citations without text"),
            number(len(circles), "circle of citations", "circles of citations"),
        ),
        trees=tuple(_kin(index, root, "", family, parents, frozenset()) for family in found for root in family.roots),
        citations=citations,
        cycles=circles,
        alone=on_their_own,
        # By itself the stemma says nothing of origins: no dots.
        picture=replace(drawn, nodes=tuple(replace(node, hues=()) for node in drawn.nodes)),
        description=(
            *(
                f"{_named(index, d.child)} from {_named(index, d.parent)}: {_how(d)}."
                for d in dossier.derivations
                if d.basis != "citation"
            ),
            *(f"{words}." for words in citations),
            *(f"A circle of citations: {circle.words}." for circle in circles),
            *([f"On their own: {'; '.join(on_their_own)}."] if on_their_own else []),
        ),
    )


def _kin(
    index: Index,
    node: str,
    above: str,
    family: Family,
    parents: Mapping[str, Sequence[Derivation]],
    seen: frozenset[str],
) -> Kin:
    edges = sorted(parents.get(node, ()), key=lambda d: (-d.score, d.parent))
    dispatch = next((a for a in index.dossier.absent if a.id == node), None)
    proofs = index.proofs(dispatch.evidence)[:_PROOFS] if dispatch else ()
    return Kin(
        index.label(node),
        shortened(index.said(dispatch.is_), 2 * _LABEL) if dispatch else _what(index, node),
        next((_how(d) for d in edges if d.parent == above), "") if above else _elsewhere(index, node, family, parents),
        tuple(f"{_named(index, d.parent)}: {_how(d)}" for d in edges if d.parent != above),
        dispatch is not None,
        tuple(proof.text for proof in proofs),
        tuple(
            _kin(index, child, node, family, parents, seen | {node})
            for child in family.below.get(node, ())
            if child not in seen
        ),
    )


def _elsewhere(index: Index, node: str, family: Family, parents: Mapping[str, Sequence[Derivation]]) -> str:
    """Tell where something of a root is found, when all that was made from it owes more to another."""
    if node in family.below:
        return ""
    children = sorted(
        (child for child, edges in parents.items() if any(d.parent == node for d in edges)), key=index.order
    )
    return f"something of it in {', '.join(map(index.label, children))}"


def _what(index: Index, id: str) -> str:
    report = index.reports[id]
    when = spoken(report.published) if report.published else "undated"
    return f"{shortened(index.outlet(id), _LABEL)}, {when}"


def _named(index: Index, id: str) -> str:
    """Return a report by label and outlet, an absent dispatch by id and whose it is."""
    if id in index.reports:
        outlet = index.reports[id].outlet
        return f"{index.label(id)} {shortened(outlet, _LABEL)}" if outlet else index.label(id)
    whose = next((a.actor_name for a in index.dossier.absent if a.id == id), None)
    return f"[{id}] {shortened(whose, _LABEL)}" if whose else f"[{id}]"


def _how(d: Derivation) -> str:
    """Return an edge in words: kind, share of the child, credit, basis, and whether its direction is known."""
    credit = "credited" if d.credited else "not credited"
    unknown = "" if d.direction_known else "; who took from whom is not known"
    return f"{d.kind}, {share(d.score)} of it, {credit}, {_BASIS[d.basis]}{unknown}"
