"""Who speaks, and when: the actors, and the timeline."""

from __future__ import annotations

from collections import Counter, defaultdict

from sayso.dossier.compose.index import Index
from sayso.dossier.compose.plain import shortened, visible
from sayso.dossier.compose.view import Day, Entry, Ref, Voice
from sayso.dossier.compose.wording import spoken
from sayso.model import Actor, Passage, TimelineEntry

_MENTIONS = 12
_MOST_DAYS = 120


def voices(index: Index) -> tuple[Voice, ...]:
    """Return the actors that stand in a chain, those with most claims first."""
    origin: Counter[str] = Counter()
    relay: Counter[str] = Counter()
    through: dict[str, Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], str] = {}
    for claim in index.dossier.claims:
        for place, link in enumerate(claim.chain):
            if link.actor:
                (relay if place else origin)[link.actor] += 1
                path = [visible(x.name) for x in claim.chain[place + 1 :]] + [index.label(claim.report)]
                through[link.actor][" › ".join(path)] += 1
                first.setdefault((link.actor, " › ".join(path)), claim.id)
    spoken_for = [a for a in index.dossier.actors if origin[a.id] or relay[a.id]]
    spoken_for.sort(key=lambda a: (-origin[a.id], -relay[a.id], a.name, a.id))
    return tuple(
        _voice(
            index,
            a,
            origin[a.id] + relay[a.id],
            [
                index.claim_ref(first[a.id, path], path)
                for path in sorted(through[a.id], key=lambda path: (-through[a.id][path], path))
            ],
        )
        for a in spoken_for
    )


def _voice(index: Index, actor: Actor, claims: int, paths: list[Ref]) -> Voice:
    firsts: dict[str, Passage] = {}
    often = Counter(m.report for m in actor.mentions)
    for m in sorted(actor.mentions, key=lambda m: (index.order(m.report), m.start)):
        firsts.setdefault(m.report, m)
    named = tuple(
        Ref(
            index.point(r, m.span),
            index.label(r) + (f" ×{often[r]}" if often[r] > 1 else ""),
            shortened(m.exact, 80),
        )
        for r, m in firsts.items()
    )
    body = index.actors.get(actor.speaks_for or "")
    return Voice(
        f"actor-{actor.id}",
        shortened(actor.name, 90),
        actor.kind,
        index.hue_of(actor.id),
        tuple(shortened(alias, 60) for alias in actor.aliases if alias != actor.name)[:8],
        shortened(body.name, 60) if body else "",
        claims,
        tuple(paths[:6]) + ((Ref("", f"and {len(paths) - 6} more"),) if len(paths) > 6 else ()),
        named[:_MENTIONS],
        max(0, len(named) - _MENTIONS),
        tuple(map(index.said, actor.merged_because[:4])),
    )


def days(index: Index) -> tuple[Day, ...]:
    """Return the timeline by date, in the order of the dossier; events, statements and publications apart."""
    held: dict[str, list[TimelineEntry]] = {}
    for entry in index.dossier.timeline:
        held.setdefault(entry.when, []).append(entry)
    views = []
    for when, entries in list(held.items())[:_MOST_DAYS]:
        parts: dict[str, tuple[Entry, ...]] = {
            role: tuple(Entry(shortened(e.what, 180), _words(index, e.claim)) for e in entries if e.role == role)
            for role in ("event", "statement", "publication")
        }
        views.append(Day(spoken(when), when, parts["event"], parts["statement"], parts["publication"]))
    return tuple(views)


def _words(index: Index, id: str) -> Ref:
    """A link to what a timeline entry rests on: a claim, or a report whose publication it is."""
    if id in index.claims:
        return index.claim_ref(id)
    return index.report_ref(id) if id in index.reports else Ref("", "")
