"""What the page's script needs to filter, to explain a highlight, to redraw a family, and to take a report or an origin away."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.dossier.compose.index import Index
from sayso.dossier.compose.plain import shortened, visible
from sayso.dossier.compose.standing import compose_standing
from sayso.dossier.compose.stemma import edge_anchor, edge_class
from sayso.dossier.compose.view.data import (
    ActorDatum,
    ClaimDatum,
    EdgeDatum,
    NodeDatum,
    PageData,
    PropositionDatum,
    Shrink,
    TakenAway,
)
from sayso.dossier.compose.wording import share
from sayso.model import Claim, Standing


def page_data(index: Index, standings: Sequence[Standing] = ()) -> PageData:
    """Return the data of a page; `standings` are what leaving out one thing each gives, computed before (`sayso.api.each_without`)."""
    names = [a.id for a in index.dossier.actors if a.id in _speaking(index)]
    names.sort(key=lambda id: (index.actors[id].name.casefold(), id))
    place = {id: n for n, id in enumerate(names)}
    number = {id(c): n for n, c in enumerate(index.dossier.conflicts, 1)}
    return PageData(
        claims={index.claim_anchor(c.id): _claim(index, c, place, number) for c in index.dossier.claims},
        propositions=tuple(
            PropositionDatum(shortened(p.text, 160), *map(visible, index.tally(p))) for p in index.ranked
        ),
        conflicts=tuple(c.kind for c in index.dossier.conflicts),
        actors=tuple(ActorDatum(f"actor-{id}", shortened(index.actors[id].name, 60)) for id in names),
        nodes=(
            *(
                NodeDatum(index.report_anchor(a.id), a.id, shortened(a.actor_name or index.said(a.is_), 40), True)
                for a in index.dossier.absent
            ),
            *(NodeDatum(index.report_anchor(r.id), index.label(r.id), index.outlet(r.id), False) for r in index.in_order),
        ),
        edges=tuple(
            EdgeDatum(
                edge_anchor(n), index.report_anchor(d.parent), index.report_anchor(d.child), edge_class(d), round(d.score, 3),
                "" if d.basis == "citation" else share(d.score),
            )
            for n, d in enumerate(index.dossier.derivations, 1)
        ),
        away=tuple(_away(index, s) for s in standings if len(s.left_out) == 1),
    )  # fmt: skip


def _speaking(index: Index) -> set[str]:
    return {link.actor for c in index.dossier.claims for link in c.chain if link.actor in index.actors}


def _claim(index: Index, claim: Claim, place: dict[str, int], number: dict[int, int]) -> ClaimDatum:
    chain = " › ".join(step.name for step in index.steps(claim.chain, linked=False))
    return ClaimDatum(
        n=index.number.get(claim.proposition, 0),
        r=index.order(claim.report),
        who=chain,
        how=index.manner(claim),
        a=tuple(dict.fromkeys(place[link.actor] for link in claim.chain if link.actor in place)),
        c=claim.certainty,
        x=tuple(sorted(number[id(c)] for c in index.conflicts[claim.id])),
        w=shortened(claim.exact, 90),
        p=index.place(claim),
    )


def _away(index: Index, found: Standing) -> TakenAway:
    left = found.left_out[0]
    view = compose_standing(found)
    places = {(c.kind, c.a, c.b): n for n, c in enumerate(index.dossier.conflicts, 1)}
    return TakenAway(
        id=index.report_anchor(left.id) if left.kind == "report" else f"actor-{left.id}",
        kind=left.kind,
        name=index.label(left.id) if left.kind == "report" else shortened(left.name, 60),
        claims=left.claims,
        fallen=tuple(s.number for s in view.fallen),
        shrunk=tuple(Shrink(s.number, s.after, s.count_after) for s in view.shrunk),
        dissolved=tuple(places[c.kind, c.a, c.b] for c in found.dissolved),
        totals=view.totals,
        families=view.families,
    )
