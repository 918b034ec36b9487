"""Where it comes from, in words: every edge with its passages, absent dispatches, circles."""

from __future__ import annotations

from sayso.dossier.compose.difference import differences
from sayso.dossier.compose.index import Index
from sayso.dossier.compose.relations import drift_view
from sayso.dossier.compose.view import AbsentView, CycleView, EdgeView, Twin
from sayso.dossier.compose.wording import share
from sayso.model import Aligned, Derivation

# Passages shown for one edge: fewer where there are many edges, or the page grows too heavy.
_TWINS, _TWINS_OF_MANY, _MANY = 8, 2, 60
# What a rewrite changed stands in full in a section of its own.
_DRIFTS = 4


def summary(d: Derivation) -> str:
    """Return an edge in a few words."""
    if d.basis == "citation":
        return "cites it, no text in common" if not d.passages else "cites it"
    words = {"copy": "copy", "rewrite": "rewrite", "excerpt": "excerpt", "follow-up": "follow-up with text of it"}[
        d.kind
    ]
    credit = "credited" if d.credited else "not credited"
    side = "" if d.direction_known else "; who took from whom is not known"
    return f"{words}, {credit}, {share(d.score)} of its words{side}"


def edge_anchor(place: int) -> str:
    """Return the anchor of the edge at `place`, counted from 1 in the order of the dossier."""
    return f"e{place}"


def edge_class(d: Derivation) -> str:
    """Return the style of an edge in the picture."""
    kind = "cites" if d.basis == "citation" else "taken" if d.credited else "taken uncredited"
    return kind + ("" if d.direction_known else " undirected")


def edges(index: Index) -> tuple[EdgeView, ...]:
    """Return every derivation in words, with aligned passages and what the rewrite changed."""
    many = len(index.dossier.derivations) > _MANY
    most = _TWINS_OF_MANY if many else _TWINS
    views = []
    numbered = list(enumerate(index.dossier.derivations, 1))
    numbered.sort(key=lambda item: (item[1].basis == "citation", index.order(item[1].child), -item[1].score, item[0]))
    for place, d in numbered:
        changed = [
            drift_view(index, x)
            for x in index.dossier.drift
            if index.claims[x.child].report == d.child and x.parent and index.claims[x.parent].report == d.parent
        ]
        shown = sorted(d.passages, key=lambda a: (-len(a.child_span), a.child_span))[:most]
        views.append(
            EdgeView(
                anchor=edge_anchor(place),
                child=index.report_ref(d.child),
                parent=index.report_ref(d.parent),
                summary=summary(d),
                reasons=index.reasons(d.reasons),
                twins=tuple(_twin(index, d, a) for a in sorted(shown, key=lambda a: a.child_span)),
                more=len(d.passages) - len(shown),
                proofs=index.proofs(d.evidence[:6]),
                drift=tuple(changed[:_DRIFTS]),
                more_drift=max(0, len(changed) - _DRIFTS),
            )
        )
    return tuple(views)


def _twin(index: Index, d: Derivation, a: Aligned) -> Twin:
    child = index.reports[d.child].text
    parent = index.reports[d.parent].text if d.parent in index.reports and a.parent_span else None
    here = index.point(d.child, a.child_span)
    if parent is None or a.parent_span is None:
        return Twin(differences(a.child_span.of(child), None)[0], here, (), "", share(a.similarity))
    mine, theirs = differences(a.child_span.of(child), a.parent_span.of(parent))
    return Twin(mine, here, theirs, index.point(d.parent, a.parent_span), share(a.similarity))


def absent(index: Index) -> tuple[AbsentView, ...]:
    """Return the dispatches that are not in the pile, with what shows them."""
    return tuple(
        AbsentView(index.report_anchor(a.id), a.id, index.said(a.is_), index.proofs(a.evidence))
        for a in index.dossier.absent
    )


def cycles(index: Index) -> tuple[CycleView, ...]:
    """Return the circles of citation in words."""
    views = []
    for c in index.dossier.cycles:
        names = [index.label(r) for r in c.reports]
        ring = [f"{a} cites {b}" for a, b in zip(names, [*names[1:], names[0]], strict=True)]
        views.append(CycleView(", and ".join(ring), tuple(map(index.report_ref, c.reports)), index.proofs(c.evidence)))
    return tuple(views)
