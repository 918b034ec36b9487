"""Descriptions led over the pile to the one they fit: 'the governor' to the only person titled so, 'the company' to the only one its report names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.attribution.figures import role_kinds
from sayso.attribution.lexicon import wordlist
from sayso.attribution.merging import BODIES, Groups, Key, Node
from sayso.attribution.names import body_tokens, plain, related
from sayso.model import ActorKind
from sayso.resources import tree

OPEN = frozenset(["a", "an", "one", "another", "some", "two", "three", "several", "many"])
"""A description that opens with one of these brings somebody new."""
LED: frozenset[ActorKind] = frozenset({"ministry", "outlet", "news agency", "company"})


def lead_descriptions(nodes: Mapping[Key, Node], groups: Groups) -> None:
    """Join each description that holds within its report with the named actor of the pile that it alone fits; `groups` is changed in place."""
    members: dict[Key, list[Node]] = defaultdict(list)
    for key in sorted(nodes):
        if key[0] in ("person", "body") and not nodes[key].name.islower():
            members[groups.top(key)].append(nodes[key])
    for key in sorted(nodes):
        node = nodes[key]
        words = plain(node.name).split()
        if not words or words[0] in OPEN or groups.top(key) in members:
            continue
        kinds = set(node.kinds)
        if kinds == {"nameless person"}:
            found = _person(node, words, members) or _thing(node, words, members)
        elif kinds & LED and not kinds - LED:
            found = _body(node, words, members) if node.name.islower() else _short(node, words, members)
        else:
            continue
        if found is not None:
            top, reason = found
            groups.join(top, key, f"“{node.name}”: {reason}")


def _person(node: Node, words: list[str], members: Mapping[Key, list[Node]]) -> tuple[Key, str] | None:
    """Return the only person whose titles hold the office of a description and whatever else it tells."""
    if words[0] not in ("the", "its", "his", "her", "their") or len(words) < 2:
        return None
    end = next((i for i, w in enumerate(words) if i > 1 and w in wordlist("adpositions")), len(words))
    head, told = words[end - 1], {w for w in words[1:] if w not in wordlist("adpositions") and w != "the"}
    if head not in wordlist("offices") and head not in tree("names")["offices"]:
        return None
    fitting: dict[Key, list[Node]] = {}
    for top, held in members.items():
        titles = {w for one in held for title in one.titles for w in body_tokens(title)}
        if top[0] == "person" and head in titles and all(any(t == w or related(t, w) for w in titles) for t in told):
            fitting[top] = held
    return _only(node, fitting, f"the only {head}")


def _body(node: Node, words: list[str], members: Mapping[Key, list[Node]]) -> tuple[Key, str] | None:
    """Return the only body of the kind that a description asks for, and whose name answers whatever else it tells."""
    noun, rest = words[-1], [w for w in words[:-1] if w not in wordlist("determiners")]
    kind = role_kinds().get(noun) or next(iter(sorted(node.kinds)))
    if len(words) - len(rest) > 2 or kind not in LED:
        return None
    fitting = {}
    for top, held in members.items():
        names = {t for one in held for t in body_tokens(one.name)}
        told = rest if noun in wordlist("stand_ins") else (*rest, noun)
        if _votes(held) == kind and all(any(_alike(w, t) for t in names) for w in told):
            fitting[top] = held
    return _only(node, fitting, f"the only {noun}", pile=bool(rest))


def _short(node: Node, words: list[str], members: Mapping[Key, list[Node]]) -> tuple[Key, str] | None:
    """Return the only outlet whose longer name holds a short one that many outlets share: 'the Gazette' for the Tarn Gazette."""
    if len(words) != 1 or set(node.kinds) != {"outlet"}:
        return None
    fitting = {
        top: held
        for top, held in members.items()
        if _votes(held) == "outlet" and any(words[0] in plain(one.name).split()[1:] for one in held)
    }
    return _only(node, fitting, f"the only {node.name}")


def _thing(node: Node, words: list[str], members: Mapping[Key, list[Node]]) -> tuple[Key, str] | None:
    """Return the only body named after a thing that speaks: 'the harbour' for the Tarn Harbour Authority."""
    if len(words) != 1 or role_kinds().get(words[0]) is not None:
        return None
    fitting = {
        top: held
        for top, held in members.items()
        if top[0] == "body" and any(words[0] in plain(one.name).split() for one in held)
    }
    return _only(node, fitting, f"the only {words[0]}")


def _alike(word: str, token: str) -> bool:
    return (
        word == token
        or related(word, token)
        or word == token.removesuffix("ies") + "y"
        or word == token.removesuffix("s")
    )


def _votes(held: Iterable[Node]) -> ActorKind:
    """Return the kind that most places give to an actor."""
    votes: dict[ActorKind, int] = defaultdict(int)
    for one in held:
        for kind, count in one.kinds.items():
            votes[kind] += count
    best = min(votes, key=lambda k: (-votes[k], k))
    return best if best in BODIES else "unknown"


def _only(node: Node, fitting: Mapping[Key, list[Node]], what: str, *, pile: bool = True) -> tuple[Key, str] | None:
    """Return the one that fits in the description's own report, else in the pile when `pile`; with the words that tell why."""
    here = {top: held for top, held in fitting.items() if any(one.reports & node.reports for one in held)}
    for found, where in ((here, "that its report names"), (fitting if pile else {}, "in the pile")):
        if len(found) == 1:
            return next(iter(found)), f"{what} {where}"
        if found:
            return None
    return None
