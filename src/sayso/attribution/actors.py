"""One actor over the whole pile: who is who under several spellings, short forms, acronyms and descriptions.

Rules with reasons, in the manner of entity resolution by pairwise comparison (nomenklatura): full names are compared with each other, short forms
are led to the only full name that fits, first in their own report and then in the pile. What fits two stays apart. Two
people who share a surname are never merged, nor are two full forms that one report uses side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sayso.attribution.affiliation import speaks_for
from sayso.attribution.names import (
    body_tokens,
    generic,
    is_acronym,
    is_title,
    person_tokens,
    plain,
    related,
    same_body,
    same_person,
)
from sayso.attribution.offices import offices
from sayso.attribution.states import stands_for_state, state_of
from sayso.model import Actor, ActorKind, Analysis, Attribution, Passage, Report

_NAMELESS: frozenset[ActorKind] = frozenset({"nameless person", "nameless group", "document", "unknown"})
_BODIES: frozenset[ActorKind] = frozenset(
    {
        "government",
        "ministry",
        "armed force",
        "intelligence service",
        "news agency",
        "outlet",
        "company",
        "organisation",
    }
)
_Key = tuple[str, str]  # (scope, name): the scope is 'person', 'body', or the report's id for who has no name


@dataclass(slots=True)
class _Node:
    """All that is known under one written name."""

    key: _Key
    name: str
    kinds: dict[ActorKind, int] = field(default_factory=lambda: defaultdict(int))
    reports: set[str] = field(default_factory=set)
    mentions: set[Passage] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)


class _Groups:
    """Union-find over names that remembers why."""

    def __init__(self) -> None:
        self._parent: dict[_Key, _Key] = {}
        self.reasons: list[tuple[_Key, str]] = []

    def top(self, key: _Key) -> _Key:
        while self._parent.setdefault(key, key) != key:
            key = self._parent[key]
        return key

    def join(self, a: _Key, b: _Key, reason: str) -> None:
        x, y = sorted((self.top(a), self.top(b)))
        if x != y:
            self._parent[y] = x
            self.reasons.append((x, reason))


def _settle(kind: ActorKind, name: str, settled: dict[str, ActorKind]) -> ActorKind:
    """Return the kind a name has over the whole pile; a person's name made of body words is a body's."""
    if kind in _NAMELESS:
        return kind
    kind = settled.get(plain(name), kind)
    tokens = plain(name).split()
    return "organisation" if kind == "person" and tokens and generic(tokens[-1]) else kind


def _scope(kind: str, report: str, name: str) -> str:
    """Return where a name means one and the same: among all people, among all bodies, or in its report only."""
    if kind == "person":
        return "person"
    tokens = body_tokens(name)
    told = not all(map(generic, tokens)) or (len(tokens) > 2 and name.istitle())
    if told and (kind in _BODIES or (kind == "unknown" and name[:1].isupper())):
        return "body"
    return report


def _kind_class(kind: str) -> ActorKind | None:
    """Return the kind of actor a mention may be; None for places and adjectives."""
    known: dict[str, ActorKind] = {k: k for k in (*_BODIES, "person")}
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
        for link in (link for a in attributed for link in a.links if link.kind in (*_BODIES, "person")):
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
) -> dict[_Key, _Node]:
    nodes: dict[_Key, _Node] = {}

    def node(kind: ActorKind, report: str, name: str) -> _Node:
        kind = _settle(kind, name, settled)
        key = (_scope(kind, report, name), plain(name) or name)
        found = nodes.setdefault(key, _Node(key, name))
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
            if mention.title:
                found.titles.add(mention.title)
        for mention, office in offices(report, analysis):
            node("person", report.id, mention.name).titles.add(office)
        for attribution in attributed:
            for link in attribution.links:
                found = node(link.kind, report.id, link.name)
                if link.evidence.span is not None:
                    found.mentions.add(link.evidence.span)
                if attribution.title and link is attribution.links[-1]:
                    found.titles.add(attribution.title)
    return nodes


def _merge_people(nodes: dict[_Key, _Node], groups: _Groups) -> None:
    people = sorted(key for key in nodes if key[0] == "person")
    full = [k for k in people if len(person_tokens(nodes[k].name)) >= 2]
    by_letter: dict[str, list[_Key]] = defaultdict(list)
    for key in full:
        for letter in {token[0] for token in person_tokens(nodes[key].name)}:
            by_letter[letter].append(key)
    for key in full:
        near = {other for token in person_tokens(nodes[key].name) for other in by_letter[token[0]] if other > key}
        for other in sorted(near):
            reason = same_person(nodes[key].name, nodes[other].name)
            apart = nodes[key].reports & nodes[other].reports and "spelling" in (reason or "")
            if reason and not apart:
                groups.join(key, other, f"“{nodes[key].name}” and “{nodes[other].name}”: {reason}")
    for key in people:
        tokens = person_tokens(nodes[key].name)
        if len(tokens) != 1:
            continue
        fitting = [k for k in full if tokens[0] in person_tokens(nodes[k].name)]
        here = [k for k in fitting if nodes[k].reports & nodes[key].reports]
        for found, where in ((here, "in the same report"), (fitting, "in the pile")):
            tops = {groups.top(k) for k in found}
            if len(tops) == 1:
                full_name = nodes[min(found)].name
                groups.join(key, min(found), f"“{nodes[key].name}”: the only {full_name} {where}")
                break
            if tops:
                break


def _merge_bodies(nodes: dict[_Key, _Node], groups: _Groups) -> None:
    bodies = sorted(key for key in nodes if key[0] == "body")
    tokens = {k: body_tokens(nodes[k].name) for k in bodies}
    index: dict[str, list[_Key]] = defaultdict(list)
    for key in bodies:
        for token in tokens[key]:
            index[token[:4]].append(key)
        if nodes[key].name.isupper():
            index[tokens[key][0][:1] + "*"].append(key)
    acronyms = [k for k in bodies if nodes[k].name.replace(".", "").isupper()]
    for key in bodies:
        near = {other for token in tokens[key] for other in index[token[:4]] if other > key}
        near |= {k for k in acronyms if k != key and is_acronym(nodes[k].name, nodes[key].name)}
        for other in sorted(near):
            reason = same_body(nodes[key].name, nodes[other].name)
            if reason:
                groups.join(key, other, f"“{nodes[key].name}” and “{nodes[other].name}”: {reason}")
    for key in bodies:
        held = set(tokens[key])
        if len(held) == 1 and nodes[key].kinds.get("government"):
            continue  # a country is no short form of the bodies named after it
        longer = [
            k
            for k in bodies
            if len(tokens[k]) > len(held)
            and not _part_of_body(nodes[k].name)
            and all(any(t == u or related(t, u) for u in tokens[k]) for t in held)
            and _same_sort(nodes[k], nodes[key])
        ]
        for found in ([k for k in longer if nodes[k].reports & nodes[key].reports], longer):
            tops = {groups.top(k) for k in found}
            if len(tops) == 1 and tops != {groups.top(key)}:
                groups.join(
                    key,
                    min(found),
                    f"“{nodes[key].name}”: short for “{nodes[min(found)].name}”, the only one that fits",
                )
                break
            if tops:
                break


def _merge_states(nodes: dict[_Key, _Node], groups: _Groups) -> None:
    """Join the names of one government: the country, its capital, 'the ... government'."""
    by_state: dict[str, list[_Key]] = defaultdict(list)
    for key in sorted(nodes):
        node = nodes[key]
        state = state_of(node.name)
        telling = [t for t in body_tokens(node.name) if not generic(t)]
        if key[0] == "body" and state and stands_for_state(node.name) and node.kinds.get("government") and telling:
            by_state[state].append(key)
    for state, keys in by_state.items():
        for key in keys[1:]:
            groups.join(
                keys[0],
                key,
                f"“{nodes[keys[0]].name}” and “{nodes[key].name}”: both stand for the government of {state}",
            )


def _part_of_body(name: str) -> bool:
    """Tell whether a name means a part of a body and not the body ('branches of the bank')."""
    first, *rest = name.split()
    return first.islower() and rest[:1] == ["of"] and plain(first) != "government"


def _same_sort(a: _Node, b: _Node) -> bool:
    """Tell whether two bodies may be of one sort: an agency and an outlet may, a ministry and a newspaper not."""
    media = {"outlet", "news agency"}
    x, y = set(a.kinds), set(b.kinds)
    return bool(x & media) == bool(y & media)


def _merge_generic(nodes: dict[_Key, _Node], groups: _Groups) -> None:
    """Lead 'the ministry' to the only body of its report whose name holds the word."""
    bodies = sorted(key for key in nodes if key[0] == "body")
    for key in sorted(nodes):
        if key[0] in ("person", "body") or not any(k in _BODIES for k in nodes[key].kinds):
            continue
        held = set(body_tokens(nodes[key].name))
        fitting = [b for b in bodies if key[0] in nodes[b].reports and held <= set(body_tokens(nodes[b].name))]
        if len({groups.top(b) for b in fitting}) == 1:
            groups.join(key, min(fitting), f"“{nodes[key].name}”: the only {nodes[min(fitting)].name} in its report")


def _kind(members: list[_Node]) -> ActorKind:
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


def _best_name(members: list[_Node]) -> str:
    """Return the fullest name in use without its title, Latin letters first, then the one in most reports."""
    best = min(
        members,
        key=lambda m: (
            not m.name.isascii() and not anyone_latin(m.name),
            -len(_untitled(m)[1].split()),
            -len(m.reports),
            -len(m.name),
            m.name,
        ),
    )
    return _untitled(best)[1]


def _untitled(node: _Node) -> tuple[str, str]:
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


def identify(
    reports: Sequence[Report], analyses: Sequence[Analysis], attributions: Sequence[Sequence[Attribution]]
) -> tuple[tuple[Actor, ...], tuple[tuple[Attribution, ...], ...]]:
    """Find the actors of a pile and lead every link of every attribution to its actor.

    The three sequences are parallel, one entry a report. Returns the actors, sorted by name, with ids a1, a2 ..., and the
    attributions with `Link.actor` filled in and `Link.name` uniform for whoever has a name.
    """
    settled = _settled_kinds(reports, analyses, attributions)
    nodes = _collect(reports, analyses, attributions, settled)
    groups = _Groups()
    _merge_people(nodes, groups)
    _merge_bodies(nodes, groups)
    _merge_states(nodes, groups)
    _merge_generic(nodes, groups)
    members: dict[_Key, list[_Node]] = defaultdict(list)
    for key in sorted(nodes):
        members[groups.top(key)].append(nodes[key])
    reasons: dict[_Key, list[str]] = defaultdict(list)
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
            name = link.name if link.kind in _NAMELESS else actor.name
            links.append(replace(link, actor=actor.id, name=name))
        return replace(attribution, links=tuple(links))

    relinked = tuple(
        tuple(relink(report.id, a) for a in each) for report, each in zip(reports, attributions, strict=True)
    )
    return tuple(actors), relinked
