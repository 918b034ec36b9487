"""Choose what of a dossier is listed: all of one kind, or what concerns some reports or actors."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from sayso.model import Actor, Claim, Dossier, Listing, ListingKind, Proposition

_Fits = Callable[[Claim], bool]


def chosen(
    dossier: Dossier,
    kind: ListingKind,
    reports: Collection[str] = (),
    actors: Collection[str] = (),
    *,
    conflicting: bool = False,
    most: int | None = None,
) -> Listing:
    """Return what of a dossier is listed under `kind`.

    `reports` and `actors` are ids: only claims of one of the reports, and with one of the actors (or who speaks for the same body) in their chain, count.
    A pair is listed when one of its claims counts. `conflicting` leaves out propositions of which no claim is in a conflict. `most` is the number of
    propositions of a listing of claims or of the timeline, and of conflicts and of updates of one of conflicts.
    """
    held = {claim.id: claim for claim in dossier.claims}
    fits = _filter(dossier, reports, actors)
    at_odds = {end for conflict in dossier.conflicts for end in (conflict.a, conflict.b)}
    by_rank = sorted(dossier.propositions, key=lambda p: (-p.rank.weight, p.id))
    ranked = [
        p for p in by_rank if any(fits(held[c]) for c in p.claims) and (not conflicting or at_odds & set(p.claims))
    ]
    if kind == "conflicts":
        conflicts = tuple(c for c in dossier.conflicts if fits(held[c.a]) or fits(held[c.b]))[:most]
        updates = tuple(u for u in dossier.updates if fits(held[u.a]) or fits(held[u.b]))[:most]
        ends = {end for c in conflicts for end in (c.a, c.b)} | {end for u in updates for end in (u.a, u.b)}
        touched = [p for p in by_rank if ends & set(p.claims)]
        return Listing(
            kind=kind, propositions=tuple(touched), claims=_ordered(dossier, touched, lambda c: c.id in ends),
            conflicts=conflicts, updates=updates, timeline=(), dossier=dossier,
        )  # fmt: skip
    if kind == "timeline":
        known = {c for p in ranked for c in p.claims}
        entries = tuple(e for e in dossier.timeline if e.claim in known and fits(held[e.claim]))
        living = [p for p in ranked if p.history][:most]
        resting = {event.claim for p in living for event in p.history} | {entry.claim for entry in entries}
        return Listing(
            kind=kind, propositions=tuple(living),
            claims=_ordered(dossier, dossier.propositions, lambda c: c.id in resting),
            conflicts=(), updates=(), timeline=entries, dossier=dossier,
        )  # fmt: skip
    shown = ranked[:most]
    return Listing(
        kind=kind, propositions=tuple(shown), claims=_ordered(dossier, shown, fits),
        conflicts=(), updates=(), timeline=(), dossier=dossier,
    )  # fmt: skip


def _filter(dossier: Dossier, reports: Collection[str], actors: Collection[str]) -> _Fits:
    known = {actor.id: actor for actor in dossier.actors}
    bodies = {_body(known, actor) for actor in actors}

    def fits(claim: Claim) -> bool:
        if reports and claim.report not in reports:
            return False
        return not bodies or any(link.actor and _body(known, link.actor) in bodies for link in claim.chain)

    return fits


def _body(actors: Mapping[str, Actor], actor: str) -> str:
    """Return the body at the end of `speaks_for`; of a circle the smallest id."""
    seen: set[str] = set()
    while actor not in seen:
        seen.add(actor)
        above = actors[actor].speaks_for if actor in actors else None
        if above is None:
            return actor
        actor = above
    return min(seen)


def _ordered(dossier: Dossier, propositions: Collection[Proposition], fits: _Fits) -> tuple[Claim, ...]:
    place = {report.id: n for n, report in enumerate(dossier.reports)}
    held = {claim.id: claim for claim in dossier.claims}
    return tuple(
        claim
        for p in propositions
        for claim in sorted((held[c] for c in p.claims), key=lambda c: (place[c.report], c.start, c.id))
        if fits(claim)
    )
