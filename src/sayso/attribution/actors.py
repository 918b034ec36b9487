"""One actor over the whole pile: who is who under several spellings, short forms, acronyms and descriptions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.attribution.affiliation import speaks_for
from sayso.attribution.described import lead_descriptions
from sayso.attribution.merging import BODIES, NAMELESS, Key, Node, joined
from sayso.attribution.names import generic, is_title, plain, tells_which
from sayso.attribution.offices import offices
from sayso.model import Actor, ActorKind, Analysis, Attribution, Passage, Report

_NUMBER = re.compile(r" (?P<number>\d{1,3})\b(?![.,:]?\d)")  # of a name: 'Channel 9'


def _settle(kind: ActorKind, name: str, settled: dict[str, ActorKind]) -> ActorKind:
    """Return the kind a name has over the whole pile; a person's name made of body words is a body's."""
    if kind in NAMELESS:
        return kind
    kind = settled.get(plain(name), kind)
    tokens = plain(name).split()
    return "organisation" if kind == "person" and tokens and generic(tokens[-1]) else kind


def _scope(kind: str, report: str, name: str) -> str:
    """Return where a name means one and the same: among all people, among all bodies, or in its report only."""
    if kind == "person":
        return "person"
    if tells_which(name) and (kind in BODIES or (kind == "unknown" and name[:1].isupper())):
        return "body"
    return report


def _kind_class(kind: str) -> ActorKind | None:
    """Return the kind of actor a mention may be; None for places and adjectives."""
    known: dict[str, ActorKind] = {k: k for k in (*BODIES, "person")}
    return known.get(kind)


def _settled_kinds(
    reports: Sequence[Report], analyses: Sequence[Analysis], attributions: Sequence[Sequence[Attribution]]
) -> dict[str, ActorKind]:
    """Return the kind of every name that is used as both a person and a body: what publishes is an outlet, else the links decide."""
    votes: dict[str, dict[ActorKind, int]] = defaultdict(lambda: defaultdict(int))
    for report, analysis, attributed in zip(reports, analyses, attributions, strict=True):
        if report.outlet:
            votes[plain(report.outlet)]["outlet"] += 1000
        for mention in analysis.mentions:
            kind = _kind_class(mention.kind)
            if kind is not None:
                votes[plain(mention.name)][kind] += 1
        for link in (link for a in attributed for link in a.links if link.kind in (*BODIES, "person")):
            votes[plain(link.name)][link.kind] += 3
    return {
        name: min(kinds, key=lambda k: (-kinds[k], k))
        for name, kinds in votes.items()
        if "person" in kinds and len(kinds) > 1
    }


def _collect(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    attributions: Sequence[Sequence[Attribution]],
    settled: dict[str, ActorKind],
) -> dict[Key, Node]:
    nodes: dict[Key, Node] = {}

    def node(kind: ActorKind, report: str, name: str) -> Node:
        kind = _settle(kind, name, settled)
        key = (_scope(kind, report, name), plain(name) or name)
        found = nodes.setdefault(key, Node(key, name))
        found.name = min(found.name, name, key=lambda n: (n.islower(), n.isupper() and len(n) > 6, n))
        found.reports.add(report)
        found.kinds[kind] += 1
        return found

    for report, analysis, attributed in zip(reports, analyses, attributions, strict=True):
        if report.outlet:
            node("outlet", report.id, report.outlet)
        for mention in analysis.mentions:
            kind = _kind_class(mention.kind)
            if kind is None or not mention.name.strip():
                continue
            found = node(kind, report.id, mention.name)
            found.mentions.add(Passage(report.id, mention.span.start, mention.span.end, mention.span.of(report.text)))
            found.behind.add(_number_behind(report.text, mention.head.end))
            if mention.title:
                found.titles.add(mention.title)
        for mention, office in offices(report, analysis):
            node("person", report.id, mention.name).titles.add(office)
        for attribution in attributed:
            for link in attribution.links:
                found = node(link.kind, report.id, link.name)
                if link.evidence.span is not None:
                    found.mentions.add(link.evidence.span)
                    at = report.text.find(link.name, link.evidence.span.start, link.evidence.span.end)
                    found.behind.add(_number_behind(report.text, at + len(link.name)) if at >= 0 else "")
                if attribution.title and link.kind in ("person", "nameless person"):
                    found.titles.add(attribution.title)
    return nodes


def _number_behind(text: str, at: int) -> str:
    found = _NUMBER.match(text, at)
    return found["number"] if found else ""


def _kind(members: list[Node]) -> ActorKind:
    votes: dict[ActorKind, int] = defaultdict(int)
    for member in members:
        for kind, n in member.kinds.items():
            votes[kind] += n
    order: list[ActorKind] = [
        "news agency",
        "intelligence service",
        "armed force",
        "ministry",
        "person",
        "government",
        "company",
        "outlet",
    ]
    return min(votes, key=lambda k: (-votes[k], order.index(k) if k in order else len(order), k))


def _best_name(members: list[Node]) -> str:
    """Return the fullest name in use without its title, Latin letters first, then the one in most reports; a description only where there is no name."""
    best = min(
        [m for m in members if m.key[0] in ("person", "body") and not m.name.islower()] or members,
        key=lambda m: (
            not m.name.isascii() and not anyone_latin(m.name),
            -len(_untitled(m)[1].split()),
            -len(m.reports),
            -len(m.name),
            m.name,
        ),
    )
    return _untitled(best)[1]


def _untitled(node: Node) -> tuple[str, str]:
    """Part a person's written name into the title before it and the name alone ('', name) where there is none."""
    words = node.name.split()
    if node.key[0] == "person":
        for cut in range(len(words) - 1, 0, -1):
            if is_title(words[cut - 1]):
                return " ".join(words[:cut]), " ".join(words[cut:])
    return "", node.name


def anyone_latin(name: str) -> bool:
    """Tell whether a name is written in Latin letters, accents allowed."""
    return all(ord(c) < 0x250 for c in name if c.isalpha())


def _of_one_voice(made: Sequence[Attribution], actors: Mapping[str, Actor]) -> tuple[Attribution, ...]:
    """Let who speaks for a body vouch for what he says that it says: 'The bank had denied it, its spokeswoman said' is one voice."""
    found = []
    for one in made:
        outer = made[one.parent].links[:1] if one.parent is not None and one.parent < len(made) else ()
        body = actors[outer[0].actor].speaks_for if outer and outer[0].actor else None
        same = body is not None and len(one.links) == 1 and one.links[0].actor == body
        found.append(replace(one, links=outer) if same else one)
    return tuple(found)


def identify(
    reports: Sequence[Report], analyses: Sequence[Analysis], attributions: Sequence[Sequence[Attribution]]
) -> tuple[tuple[Actor, ...], tuple[tuple[Attribution, ...], ...]]:
    """Find the actors of a pile and lead every link of every attribution to its actor.

    The three sequences are parallel, one entry a report. Returns the actors, sorted by name, with ids a1, a2 ..., and the
    attributions with `Link.actor` filled in and `Link.name` uniform for whoever has a name.
    """
    settled = _settled_kinds(reports, analyses, attributions)
    nodes = _collect(reports, analyses, attributions, settled)
    groups = joined(nodes)
    lead_descriptions(nodes, groups)
    members: dict[Key, list[Node]] = defaultdict(list)
    for key in sorted(nodes):
        members[groups.top(key)].append(nodes[key])
    reasons: dict[Key, list[str]] = defaultdict(list)
    for key, reason in groups.reasons:
        reasons[groups.top(key)].append(reason)
    tops = sorted(members, key=lambda top: (plain(_best_name(members[top])), top))
    ids = {top: f"a{n}" for n, top in enumerate(tops, 1)}
    actors = []
    for top in tops:
        name = _best_name(members[top])
        aliases = sorted({m.name for m in members[top]} - {name})
        seen = sorted({p for m in members[top] for p in m.mentions})
        actors.append(
            Actor(
                id=ids[top],
                name=name,
                kind=_kind(members[top]),
                aliases=tuple(aliases),
                mentions=tuple(seen),
                merged_because=tuple(sorted(set(reasons[top]))),
            )
        )
    titles = {ids[top]: sorted({t for m in members[top] for t in (*m.titles, _untitled(m)[0]) if t}) for top in tops}
    homes = {ids[top]: sorted({r for m in members[top] for r in m.reports}) for top in tops}
    bound = speaks_for(actors, titles, homes)
    actors = [replace(actor, speaks_for=bound.get(actor.id)) for actor in actors]
    by_id = {actor.id: actor for actor in actors}

    def relink(report: str, attribution: Attribution) -> Attribution:
        links = []
        for link in attribution.links:
            actor = by_id[
                ids[
                    groups.top(
                        (
                            _scope(_settle(link.kind, link.name, settled), report, link.name),
                            plain(link.name) or link.name,
                        )
                    )
                ]
            ]
            if link.kind not in NAMELESS or actor.kind not in NAMELESS:
                link = replace(link, name=actor.name, kind=link.kind if link.kind not in NAMELESS else actor.kind)
            links.append(replace(link, actor=actor.id))
        return replace(attribution, links=tuple(links))

    relinked = tuple(
        _of_one_voice([relink(report.id, a) for a in each], by_id)
        for report, each in zip(reports, attributions, strict=True)
    )
    return tuple(actors), relinked
