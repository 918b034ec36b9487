"""What a person decided about who is who, put over the actors that were found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sayso.model import Actor, Attribution, Link, Passage

Linked = tuple[tuple[Attribution, ...], ...]


@dataclass(frozen=True, slots=True)
class Meant:
    """Two places that name one (`same`) or two, with who says so and why in words."""

    a: Passage
    b: Passage
    same: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Settled:
    """What came of a decision: whether actors stand at both places, and whether the analysis had them as one."""

    there: bool
    were_one: bool


def actor_at(actors: Sequence[Actor], place: Passage) -> Actor | None:
    """Return the actor whose mention shares most characters with a place, None when no mention meets it."""
    near = [
        (m.span.shared(place.span), -len(m.span), -n, actor)
        for n, actor in enumerate(actors)
        for m in actor.mentions
        if m.report == place.report and m.span.overlaps(place.span)
    ]
    return max(near, key=lambda each: each[:3])[3] if near else None


def decided(
    actors: tuple[Actor, ...], linked: Linked, said: Sequence[Meant]
) -> tuple[tuple[Actor, ...], Linked, tuple[Settled, ...]]:
    """Return actors and attributions with the decisions put over them, oldest first, and what came of each: the later one wins."""
    found = []
    for one in said:
        a, b = actor_at(actors, one.a), actor_at(actors, one.b)
        found.append(Settled(a is not None and b is not None, a is not None and a is b))
        if a is None or b is None:
            continue
        if one.same and a is not b:
            actors, linked = _merged(actors, linked, a, b, one.reason)
        elif not one.same and a is b:
            actors, linked = _parted(actors, linked, a, one)
    return actors, linked, tuple(found)


def _merged(
    actors: tuple[Actor, ...], linked: Linked, a: Actor, b: Actor, reason: str
) -> tuple[tuple[Actor, ...], Linked]:
    """Make one actor of two; a name goes before a description, else the longer name."""
    described = ("nameless person", "nameless group", "unknown")
    keep, go = sorted((a, b), key=lambda one: (one.kind in described, -len(one.name.split()), one.name, one.id))
    one = replace(
        keep,
        aliases=tuple(sorted({*keep.aliases, go.name, *go.aliases} - {keep.name})),
        mentions=tuple(sorted({*keep.mentions, *go.mentions})),
        merged_because=(*keep.merged_because, *go.merged_because, reason),
        speaks_for=keep.speaks_for if keep.speaks_for not in (None, go.id) else go.speaks_for,
    )
    if one.speaks_for == keep.id:
        one = replace(one, speaks_for=None)

    def relinked(link: Link) -> Link:
        return replace(link, actor=keep.id, name=one.name, kind=one.kind) if link.actor == go.id else link

    left = tuple(
        one if x is keep else replace(x, speaks_for=keep.id) if x.speaks_for == go.id else x
        for x in actors
        if x is not go
    )
    return left, _each(linked, lambda report, link: relinked(link))


def _parted(actors: tuple[Actor, ...], linked: Linked, whole: Actor, said: Meant) -> tuple[tuple[Actor, ...], Linked]:
    """Make two actors of one. What is worded like one of the two places goes with it; what is worded like both or neither goes by its report."""
    wordings = said.a.exact.casefold(), said.b.exact.casefold()

    def second(mention: Passage) -> bool:
        if mention.report == said.b.report and mention.span.overlaps(said.b.span):
            return True
        if mention.report == said.a.report and mention.span.overlaps(said.a.span):
            return False
        words = mention.exact.casefold()
        if wordings[0] != wordings[1] and words in wordings:
            return words == wordings[1]
        return said.a.report != said.b.report and mention.report == said.b.report

    gone = tuple(m for m in whole.mentions if second(m))
    stay = tuple(m for m in whole.mentions if not second(m))
    if not gone or not stay:
        return actors, linked
    names = {m.exact for m in gone}, {m.exact for m in stay}
    called = [name for name in (whole.name, *whole.aliases) if any(name in words for words in names[0])]
    number = max((int(x.id[1:]) for x in actors if x.id[1:].isdecimal()), default=0) + 1
    name = max(called, key=lambda x: (x != whole.name, len(x), x)) if called else said.b.exact
    new = Actor(
        id=f"a{number}",
        name=name,
        kind=whole.kind,
        aliases=tuple(x for x in called if x != name),
        mentions=gone,
        merged_because=(said.reason,),
    )
    kept = replace(
        whole,
        mentions=stay,
        aliases=tuple(x for x in whole.aliases if x not in called or any(x in words for words in names[1])),
        merged_because=(*whole.merged_because, said.reason),
    )
    homes = {m.report for m in gone} - {m.report for m in stay}

    def relinked(report: str, link: Link) -> Link:
        if link.actor != whole.id:
            return link
        span = link.evidence.span
        theirs = any(m.report == span.report and m.span.overlaps(span.span) for m in gone) if span else report in homes
        return replace(link, actor=new.id, name=new.name) if theirs else link

    return (*(kept if x is whole else x for x in actors), new), _each(linked, relinked)


def _each(linked: Linked, change: Callable[[str, Link], Link]) -> Linked:
    return tuple(
        tuple(replace(one, links=tuple(change(one.report, link) for link in one.links)) for one in own)
        for own in linked
    )
