"""How claims relate: conflicts side by side, updates, what changed, drift."""

from __future__ import annotations

from collections import Counter

from sayso.dossier.compose.index import Index
from sayso.dossier.compose.plain import shortened
from sayso.dossier.compose.propositions import moments
from sayso.dossier.compose.view import (
    Change,
    ConflictView,
    DriftGroup,
    DriftView,
    LeadGroup,
    LeadLine,
    PropositionView,
    Ref,
    UpdateView,
)
from sayso.dossier.compose.wording import CONFLICTS, number
from sayso.model import Drift, LeadKind

_FEW = 12
LEADS: dict[LeadKind, str] = {
    "dispatch": "Dispatches to find",
    "first": "First reports to find",
    "name": "Names to learn",
    "ask": "Whom to ask",
    "date": "Dates to fix",
    "figure": "Figures to complete",
}
_DRIFTS = {
    "hedge": ("hedge lost", "hedges lost"),
    "number": ("number changed", "numbers changed"),
    "date": ("date changed", "dates changed"),
    "name": ("name changed", "names changed"),
    "quotation": ("quotation altered", "quotations altered"),
    "credit": ("credit moved", "credits moved"),
    "addition": ("addition", "additions"),
}


def conflicts(index: Index) -> tuple[ConflictView, ...]:
    """Return the conflicts with both sides, in the order of the dossier."""
    return tuple(
        ConflictView(
            f"x{place}",
            c.kind,
            CONFLICTS[c.kind],
            index.said(c.reason),
            index.side(c.a),
            index.side(c.b),
            tuple(
                index.proposition_ref(p)
                for p in dict.fromkeys(index.claims[i].proposition for i in (c.a, c.b))
                if p in index.propositions
            ),
        )
        for place, c in enumerate(index.dossier.conflicts, 1)
    )


def updates(index: Index) -> tuple[UpdateView, ...]:
    """Return the updates, old words and new."""
    return tuple(UpdateView(index.said(u.reason), index.side(u.a), index.side(u.b)) for u in index.dossier.updates)


def changes(index: Index) -> tuple[Change, ...]:
    """Return the propositions whose status did not stay the same, by rank."""
    return tuple(
        Change(
            Ref(f"p{index.number[p.id]}", shortened(p.text, 140)),
            moments(index, p),
            all(e.order is not None for e in p.history),
        )
        for p in index.ranked
        if len({e.status for e in p.history}) > 1
    )


def status(index: Index, main: tuple[PropositionView, ...]) -> tuple[Change, ...]:
    """Return the status over time of each proposition that is shown in full; those whose status turned, or that have most steps, first."""
    rows = [
        Change(
            Ref(p.anchor, shortened(p.text, 140)),
            p.history,
            all(e.order is not None for e in index.ranked[p.number - 1].history),
        )
        for p in main
        if p.history
    ]
    return tuple(sorted(rows, key=lambda row: (-len({m.status for m in row.moments}), -len(row.moments))))


def leads(main: tuple[PropositionView, ...]) -> tuple[LeadGroup, ...]:
    """Return the leads of the propositions that are shown in full, by kind."""
    held: dict[LeadKind, list[LeadLine]] = {kind: [] for kind in LEADS}
    for p in main:
        for lead in p.leads:
            held[lead.kind].append(LeadLine(Ref(p.anchor, str(p.number), shortened(p.text, 70)), lead))
    return tuple(LeadGroup(kind, LEADS[kind], tuple(lines)) for kind, lines in held.items() if lines)


def drift(index: Index) -> tuple[DriftGroup, ...]:
    """Return what rewrites did to the claims they took, child by child, and parent by parent."""
    held: dict[tuple[str, str], list[Drift]] = {}
    for d in index.dossier.drift:
        parent = index.claims[d.parent].report if d.parent else ""
        held.setdefault((index.claims[d.child].report, parent), []).append(d)
    ordered = sorted(held.items(), key=lambda item: (index.order(item[0][0]), index.order(item[0][1])))
    few = len(index.dossier.drift) <= _FEW
    groups = []
    for (child, parent), items in ordered:
        often: Counter[str] = Counter(d.kind for d in items)
        summary = ", ".join(number(often[kind], *words) for kind, words in _DRIFTS.items() if often[kind])
        views = tuple(drift_view(index, d) for d in items)
        groups.append(
            DriftGroup(index.report_ref(child), index.report_ref(parent) if parent else None, summary, views, few)
        )
    return tuple(groups)


def drift_view(index: Index, d: Drift) -> DriftView:
    """Return one drift as old and new words, led to both claims."""
    return DriftView(
        d.kind,
        shortened(d.before, 160),
        shortened(d.after, 160),
        index.claim_ref(d.child, f"“{shortened(index.claims[d.child].exact, 110)}”"),
        index.claim_ref(d.parent, f"“{shortened(index.claims[d.parent].exact, 110)}”") if d.parent else None,
        index.proofs(d.evidence),
    )
