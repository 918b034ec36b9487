"""Joining the written names of people and bodies, each join with its reason.

Rules in the manner of entity resolution by pairwise comparison (nomenklatura): full names are compared with each other, short forms
are led to the only full name that fits, first in their own report and then in the pile. What fits two stays apart. Two
people who share a surname are never joined, nor are two full forms that one report uses side by side.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from sayso.attribution.names import (
    body_tokens,
    generic,
    is_acronym,
    person_tokens,
    plain,
    related,
    same_body,
    same_person,
)
from sayso.attribution.states import stands_for_state, state_of
from sayso.model import ActorKind, Passage

NAMELESS: frozenset[ActorKind] = frozenset({"nameless person", "nameless group", "document", "unknown"})
BODIES: frozenset[ActorKind] = frozenset(
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
Key = tuple[str, str]  # (scope, name): the scope is 'person', 'body', or the report's id for who has no name


@dataclass(slots=True)
class Node:
    """All that is known under one written name; `behind` are the numbers right behind it in the texts, empty where there is none."""

    key: Key
    name: str
    kinds: dict[ActorKind, int] = field(default_factory=lambda: defaultdict(int))
    reports: set[str] = field(default_factory=set)
    mentions: set[Passage] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    behind: set[str] = field(default_factory=set)


class Groups:
    """Union-find over names that remembers why."""

    def __init__(self) -> None:
        self._parent: dict[Key, Key] = {}
        self.reasons: list[tuple[Key, str]] = []

    def top(self, key: Key) -> Key:
        while self._parent.setdefault(key, key) != key:
            key = self._parent[key]
        return key

    def join(self, a: Key, b: Key, reason: str) -> None:
        x, y = sorted((self.top(a), self.top(b)))
        if x != y:
            self._parent[y] = x
            self.reasons.append((x, reason))


def _merge_people(nodes: dict[Key, Node], groups: Groups) -> None:
    people = sorted(key for key in nodes if key[0] == "person")
    full = [k for k in people if len(person_tokens(nodes[k].name)) >= 2]
    by_letter: dict[str, list[Key]] = defaultdict(list)
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


def _merge_bodies(nodes: dict[Key, Node], groups: Groups) -> None:
    bodies = sorted(key for key in nodes if key[0] == "body")
    tokens = {k: body_tokens(nodes[k].name) for k in bodies}
    index: dict[str, list[Key]] = defaultdict(list)
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
        if nodes[key].kinds.get("government") and (len(held) == 1 or stands_for_state(nodes[key].name)):
            continue  # a country is no short form of the bodies named after it
        longer = [
            k
            for k in bodies
            if len(tokens[k]) > len(held)
            and not part_of_body(nodes[k].name)
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


def _merge_states(nodes: dict[Key, Node], groups: Groups) -> None:
    """Join the names of one government: the country, its capital, 'the ... government'."""
    by_state: dict[str, list[Key]] = defaultdict(list)
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


def part_of_body(name: str) -> bool:
    """Tell whether a name means a part of a body and not the body ('branches of the bank')."""
    first, *rest = name.split()
    return first.islower() and rest[:1] == ["of"] and plain(first) != "government"


def _same_sort(a: Node, b: Node) -> bool:
    """Tell whether two bodies may be of one sort: an agency and an outlet may, a ministry and a newspaper not."""
    media = {"outlet", "news agency"}
    x, y = set(a.kinds), set(b.kinds)
    return bool(x & media) == bool(y & media)


def _merge_generic(nodes: dict[Key, Node], groups: Groups) -> None:
    """Lead 'the ministry' to the only body of its report whose name holds the word."""
    bodies = sorted(key for key in nodes if key[0] == "body")
    for key in sorted(nodes):
        if key[0] in ("person", "body") or not any(k in BODIES for k in nodes[key].kinds):
            continue
        held = set(body_tokens(nodes[key].name))
        fitting = [b for b in bodies if key[0] in nodes[b].reports and held <= set(body_tokens(nodes[b].name))]
        if len({groups.top(b) for b in fitting}) == 1:
            groups.join(key, min(fitting), f"“{nodes[key].name}”: the only {nodes[min(fitting)].name} in its report")


def _merge_numbered(nodes: dict[Key, Node], groups: Groups) -> None:
    """Lead a name that was cut off its number to the outlet that has it: 'Channel' to 'Channel 9', if nobody writes it without."""
    outlets = {plain(node.name): key for key, node in sorted(nodes.items()) if "outlet" in node.kinds}
    for key, node in sorted(nodes.items()):
        (number, *more) = sorted(node.behind) or [""]
        goal = outlets.get(plain(f"{node.name} {number}")) if number and not more else None
        if goal is not None and goal != key:
            groups.join(key, goal, f"“{node.name}”: written “{nodes[goal].name}”")


def joined(nodes: dict[Key, Node]) -> Groups:
    """Return the names of a pile in groups that mean one and the same each."""
    groups = Groups()
    _merge_people(nodes, groups)
    _merge_bodies(nodes, groups)
    _merge_states(nodes, groups)
    _merge_generic(nodes, groups)
    _merge_numbered(nodes, groups)
    return groups
