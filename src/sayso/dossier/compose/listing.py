"""Claims, conflicts, or the timeline by themselves, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from sayso.dossier.compose.difference import changed
from sayso.dossier.compose.index import Index
from sayso.dossier.compose.plain import shortened, visible
from sayso.dossier.compose.view import Piece
from sayso.dossier.compose.view.listing import Claimed, Dated, Facing, Life, ListingView, Said, StepOfLife
from sayso.dossier.compose.wording import CONFLICTS, amount, number, spoken
from sayso.model import Claim, ConflictKind, Listing, Proposition, Span, TimelineEntry

Value = TypeVar("Value")
_ROLES = {"event": "happened", "statement": "said", "publication": "published"}
_MOST_DIFFERENT = 0.6
"""Of two passages that share less than the rest of their words, marks on single words tell nothing."""


def compose_listing(listing: Listing) -> ListingView:
    """Return a listing as it is shown."""
    index = Index(listing.dossier)
    if listing.kind == "claims":
        return ListingView(kind="claims", summary=_summary(listing), claimed=_claimed(index, listing))
    if listing.kind == "conflicts":
        conflicts = tuple(
            _facing(index, c.kind, CONFLICTS[c.kind], c.weight, c.reason, c.a, c.b) for c in listing.conflicts
        )
        updates = tuple(
            _facing(index, "update", "replaced by its own authority", None, u.reason, u.a, u.b) for u in listing.updates
        )
        return ListingView(kind="conflicts", summary=_summary(listing), conflicts=conflicts, updates=updates)
    moved = [p for p in listing.propositions if len({event.status for event in p.history}) > 1]
    return ListingView(
        kind="timeline",
        summary=_summary(listing),
        dated=tuple(_dated(index, entry) for entry in listing.timeline),
        lives=tuple(_life(index, p) for p in moved),
        settled=len(listing.propositions) - len(moved),
    )


def _summary(listing: Listing) -> str:
    reports = number(len({claim.report for claim in listing.claims}), "report")
    if listing.kind == "claims":
        parts = [
            number(len(listing.propositions), "proposition"),
            f"{number(len(listing.claims), 'claim')} in {reports}",
        ]
    elif listing.kind == "conflicts":
        parts = [number(len(listing.conflicts), "conflict"), number(len(listing.updates), "update")]
    else:
        roles = [entry.role for entry in listing.timeline]
        parts = [
            number(roles.count("event"), "dated event"),
            number(roles.count("statement"), "dated statement"),
            number(roles.count("publication"), "dated report"),
        ]
    return " · ".join(parts)


def _claimed(index: Index, listing: Listing) -> tuple[Claimed, ...]:
    of: dict[str, list[Claim]] = {}
    for claim in listing.claims:
        of.setdefault(claim.proposition, []).append(claim)
    views = []
    for p in listing.propositions:
        kinds = dict.fromkeys(c.kind for id in p.claims for c in index.conflicts[id])
        mine = of.get(p.id, [])
        views.append(
            Claimed(
                index.number[p.id], visible(p.text), *index.tally(p), tuple(kinds),
                any(id in index.updated for id in p.claims), tuple(said(index, claim) for claim in mine), len(p.claims) - len(mine),
            )
        )  # fmt: skip
    return tuple(views)


def said(index: Index, claim: Claim, marked: Sequence[Span] = ()) -> Said:
    """Return one claim; `marked` are ranges of its own words that are set off."""
    facts = [f"{t.role} {spoken(t.edtf)}" for t in claim.times if t.role != "publication"]
    facts += [words for q in claim.quantities if (words := amount(q))]
    if claim.kind not in ("statement", "non-answer"):
        facts.append(claim.kind)
    return Said(
        index.place(claim), claim.start, claim.end, index.outlet(claim.report), _pieces(claim.exact, marked),
        index.steps(claim.chain, linked=False), index.manner(claim), tuple(map(visible, dict.fromkeys(facts))),
    )  # fmt: skip


def _pieces(words: str, marked: Iterable[Span]) -> tuple[Piece, ...]:
    pieces, at = [], 0
    for span in sorted(marked):
        if span.start < at:
            continue
        pieces += [Piece("text", visible(words[at : span.start])), Piece("open", tag="mark")]
        pieces += [Piece("text", visible(words[span.start : span.end])), Piece("close", tag="mark")]
        at = span.end
    return (*pieces, Piece("text", visible(words[at:])))


def _facing(
    index: Index, kind: str, kind_words: str, weight: float | None, reason: str, one: str, other: str
) -> Facing:
    a, b = index.claims[one], index.claims[other]
    mine, theirs = _differing(kind, a, b)
    return Facing(kind, kind_words, weight, index.said(reason), said(index, a, mine), said(index, b, theirs))


def _differing(kind: ConflictKind | str, a: Claim, b: Claim) -> tuple[list[Span], list[Span]]:
    """Return the words in which two claims differ: figures or dates that only one has, else all words when they are few enough to tell something.

    Where one names the figure of the other beside its own ('47, up from 31'), its own stands against all figures of the other.
    """
    if kind in ("number", "update"):
        figures = [{(q.low, q.high, q.ratio): q.span for q in c.quantities} for c in (a, b)]
        if found := _only_one(a, b, *figures):
            return found
    if kind in ("date", "update"):
        dates = [{t.edtf: t.span for t in c.times if t.role == "event" and t.span} for c in (a, b)]
        if found := _only_one(a, b, *dates):
            return found
    gone, come = changed(a.exact, b.exact)
    few = all(
        sum(len(words[s.start : s.end].split()) for s in spans) <= _MOST_DIFFERENT * len(words.split())
        for words, spans in ((a.exact, gone), (b.exact, come))
    )
    return (gone, come) if few else ([], [])


def _only_one(
    a: Claim, b: Claim, one: Mapping[Value, Span], other: Mapping[Value, Span]
) -> tuple[list[Span], list[Span]] | None:
    def own(claim: Claim, mine: Mapping[Value, Span], theirs: Mapping[Value, Span]) -> list[Span]:
        held = {value: span for value, span in mine.items() if claim.span.contains(span)}
        alone = {span for value, span in held.items() if value not in theirs} or set(held.values())
        return [Span(span.start - claim.start, span.end - claim.start) for span in alone]

    if set(one) == set(other):
        return None
    found = own(a, one, other), own(b, other, one)
    return found if all(found) else None


def _dated(index: Index, entry: TimelineEntry) -> Dated:
    return Dated(
        spoken(entry.when), entry.when, _ROLES[entry.role], visible(entry.what), _where(index, entry.claim)
    )  # fmt: skip


def _where(index: Index, id: str) -> str:
    if id in index.claims:
        return index.place(index.claims[id])
    return index.label(id) if id in index.reports else ""


def _life(index: Index, p: Proposition) -> Life:
    steps = tuple(
        StepOfLife(
            e.order, spoken(e.when), e.status, visible(e.by), _where(index, e.claim),
            shortened(index.claims[e.claim].exact, 200) if e.claim in index.claims else "",
        )
        for e in p.history
    )  # fmt: skip
    return Life(index.number[p.id], visible(p.text), steps, all(e.order is not None for e in p.history))
