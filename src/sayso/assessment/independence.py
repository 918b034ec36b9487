"""How far two origins of one proposition are independent: judged on the lineages of their claims, on positive grounds only.

Failing to find a copy proves nothing, so 'shown' asks for two distinguishable origins whose chains are complete and who each had access of their
own, or opposed interests; where a ground is missing the answer is 'possible', where a link is shared 'none'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from sayso.assessment.origins import Voucher
from sayso.assessment.pile import Pile, words_of
from sayso.attribution.names import body_tokens, generic
from sayso.attribution.states import state_of
from sayso.model import Claim, IndependenceGrade, Pair, cover
from sayso.resources import tree

_STATE = frozenset({"government", "ministry"})
_BODY = frozenset({"government", "ministry", "armed force", "intelligence service", "company", "organisation"})
# Cosine of two claims' weighted words from which their agreement counts as visible.
_AGREE = 0.25
# The same for two who contradict each other elsewhere: what sounds alike is then mostly a dispute.
_OPPONENTS_AGREE = 0.5
_KEEPS_RECORDS = _BODY - {"government"}


def _pattern(kind: str) -> re.Pattern[str]:
    words: list[str] = tree("access")[kind]
    return re.compile(r"\b(?:" + "|".join(words) + r")\b", re.IGNORECASE)


def spoken(pile: Pile, claim: Claim) -> str:
    """Return a claim's words with those that attribute it: from the first word of its innermost attribution to the claim's end."""
    text = pile.reports[claim.report].text
    spans = [claim.span]
    for words in claim.attributions[-1:]:
        spans += [s for s in (*words.source, *words.cue) if abs(s.start - claim.start) < 300]
    whole = cover(spans)
    return whole.of(text)


def _own_act(pile: Pile, voucher: Voucher, claim: Claim) -> str | None:
    """Return the verb by which a claim tells an act of its voucher: 'we closed', 'the Road Office closed'; None when it tells another's."""
    hit = _pattern("decided").search(claim.exact)
    actor = pile.actors.get(voucher.actor or "")
    if hit is None or actor is None:
        return None
    names = {actor.name, *actor.aliases}
    if actor.speaks_for in pile.actors:
        names |= {pile.actors[actor.speaks_for].name, *pile.actors[actor.speaks_for].aliases}
    before = claim.exact[: hit.start()]
    telling = {t for name in names for t in body_tokens(name) if not generic(t)}
    if re.search(r"\b(we|our|I)\b", before) or telling & set(body_tokens(before)):
        return hit.group()
    return None


def access(pile: Pile, voucher: Voucher, claims: Sequence[Claim]) -> str | None:
    """Return the ground on which a voucher had access of its own to what it says in these claims, or None.

    It saw for itself; its words say that it saw, counted or measured; it tells its own act; it confirms in its own name; or it is a body that keeps its own
    records.
    """
    if voucher.saw:
        return f"{voucher.name} saw for itself"
    perceived, hearsay = _pattern("perceived"), _pattern("hearsay")
    actor = pile.actors.get(voucher.actor or "")
    for claim in claims:
        words = spoken(pile, claim)
        if hearsay.search(words):
            continue
        hit = perceived.search(words)
        if hit:
            return f"{voucher.name} has it at first hand (“{hit.group()}”)"
        act = _own_act(pile, voucher, claim)
        if act:
            return f"{voucher.name} tells of an act of its own (“{act}”)"
        if claim.stance == "confirm" and actor and (actor.kind in _BODY or actor.speaks_for):
            return f"{voucher.name} confirms it in its own name"
    if actor and actor.kind in _KEEPS_RECORDS:
        return f"{voucher.name} is a body with knowledge of its own"
    if actor and actor.speaks_for in pile.actors and pile.actors[actor.speaks_for].kind in _KEEPS_RECORDS:
        return f"{voucher.name} speaks for {pile.actors[actor.speaks_for].name}"
    return None


def agreeing(pile: Pile, a: Voucher, b: Voucher, least: float = _AGREE) -> list[tuple[Claim, Claim]]:
    """Return the pairs of claims in which both visibly say the same, by words weighted over the pile; different figures never do.

    A guard on top of the grouping: what is counted as corroboration must show its agreement in the words.
    """
    found = []
    for x in a.claims:
        figures = {q.low for q in x.quantities if q.low is not None}
        for y in b.claims:
            others = {q.low for q in y.quantities if q.low is not None}
            if figures and others and not figures & others:
                continue
            likeness = pile.words.similarity(words_of(x.text), words_of(y.text))
            if likeness >= (least / 2 if figures & others else least):
                found.append((x, y))
    return found


def opposed(pile: Pile, a: Voucher, b: Voucher) -> str | None:
    """Return why two vouchers are of opposed interest: elsewhere in the pile one denies what the other says. Else None."""
    for conflict in pile.comparison.conflicts:
        if conflict.kind not in ("polarity", "identity", "number"):
            continue
        first, second = pile.claims.get(conflict.a), pile.claims.get(conflict.b)
        if first is None or second is None or not first.chain or not second.chain:
            continue
        sides = {pile.root(first.chain[0].actor), pile.root(second.chain[0].actor)}
        if sides == {a.key, b.key}:
            return f"{a.name} and {b.name} contradict each other elsewhere (“{first.exact[:60]}”)"
    return None


def _links(voucher: Voucher) -> list[set[str]]:
    return [{link.actor or link.name for link in claim.chain[1:]} for claim in voucher.claims]


def _one_relays_other(pile: Pile, a: Voucher, b: Voucher) -> bool:
    """Tell whether every claim of one origin reached print through the other."""
    for x, y in ((a, b), (b, a)):
        chains = [[pile.root(link.actor) or link.name for link in c.chain] for c in x.claims]
        if chains and all(y.key in chain[1:] for chain in chains):
            return True
    return False


def _copied(pile: Pile, a: Voucher, b: Voucher) -> bool:
    """Tell whether all claims of one origin stand in passages made from the reports in which the other speaks."""
    for x, y in ((a, b), (b, a)):
        homes = {c.report for c in y.claims}
        if x.claims and all(any(edge.parent in homes for edge, _ in pile.taken(c)) for c in x.claims):
            return True
    return False


def _one_state(pile: Pile, a: Voucher, b: Voucher) -> bool:
    """Tell whether two offices of state may belong to one government: they do unless two known states are named."""
    actors = [pile.actors.get(pile.root(v.actor) or "") for v in (a, b)]
    if not all(actor and actor.kind in _STATE for actor in actors):
        return False
    states = [state_of(actor.name) for actor in actors if actor]
    return not all(states) or states[0] == states[1]


def _disputed(pile: Pile, a: Voucher, b: Voucher) -> str | None:
    """Return the reason of a conflict between two vouchers over the same proposition: who differ on it do not bear it out."""
    topic = {c.proposition for c in (*a.claims, *b.claims)}
    for conflict in pile.comparison.conflicts:
        sides = [pile.claims[i] for i in (conflict.a, conflict.b) if i in pile.claims]
        both = len(sides) == 2 and all(c.chain and c.proposition in topic for c in sides)
        if both and {pile.root(c.chain[0].actor) for c in sides} == {a.key, b.key}:
            return conflict.reason
    return None


def _unplaced(pile: Pile, a: Voucher, b: Voucher) -> Voucher | None:
    """Return the one of two who holds an office of a body that is not told, when the other is a body: it may be the same."""
    offices = set(tree("names")["offices"])
    for person, body in ((a, b), (b, a)):
        one, other = pile.actors.get(person.actor or ""), pile.actors.get(body.actor or "")
        if not one or not other or one.kind != "person" or one.speaks_for is not None or other.kind not in _BODY:
            continue
        if any(offices & set(words_of(m.exact)) for m in one.mentions):
            return person
    return None


def judge(pile: Pile, a: Voucher, b: Voucher) -> tuple[IndependenceGrade, str]:
    """Grade the independence of two origins of one proposition and say why in one sentence."""
    if _one_relays_other(pile, a, b):
        return "none", f"What {a.name} and {b.name} say reached print through one another."
    shared = [x & y for x in _links(a) for y in _links(b)]
    if shared and all(shared):
        return "none", f"{a.name} and {b.name} are both known through the same relay only."
    if not (a.saw and b.saw) and _copied(pile, a, b):
        return "none", f"The words of one of {a.name} and {b.name} stand in a passage made from a report of the other."
    if a.nameless or b.nameless:
        hidden = a if a.nameless else b
        return (
            "possible",
            f"“{hidden.name}” is not named, so it cannot be told apart from whoever stands behind the other.",
        )
    if _one_state(pile, a, b):
        return "possible", f"{a.name} and {b.name} may speak for the same government."
    unplaced = _unplaced(pile, a, b)
    if unplaced:
        return "possible", f"It is not told for whom {unplaced.name} speaks, and it may be the other."
    dispute = _disputed(pile, a, b)
    if dispute:
        return "possible", f"{a.name} and {b.name} contradict each other on this very matter: {dispute}"
    agreed = agreeing(pile, a, b)
    if not agreed:
        return "possible", f"What {a.name} and {b.name} say is worded too differently to be counted as the same."
    against = opposed(pile, a, b)
    if against and agreeing(pile, a, b, _OPPONENTS_AGREE):
        return "shown", f"{against}: neither has an interest in repeating the other."
    grounds = [access(pile, a, [x for x, _ in agreed]), access(pile, b, [y for _, y in agreed])]
    if all(grounds):
        return "shown", f"{grounds[0]}; {grounds[1]}; neither passage was made from the other."
    missing = a if grounds[0] is None else b
    return "possible", f"Nothing in the reports shows how {missing.name} knows."


def pairs_of(pile: Pile, vouchers: list[Voucher]) -> tuple[Pair, ...]:
    """Judge every pair of origins; ids are o1, o2 ... in the order of `vouchers`."""
    judged = []
    for (i, a), (j, b) in combinations(enumerate(vouchers, 1), 2):
        grade, reason = judge(pile, a, b)
        judged.append(Pair(f"o{i}", f"o{j}", grade, reason))
    return tuple(judged)


def independent_of_each_other(vouchers: list[Voucher], pairs: tuple[Pair, ...]) -> list[Voucher]:
    """Return the largest set of origins that are pairwise shown independent, the earliest where several are as large; one for one origin, empty for none.

    Exact search over subsets: a proposition has few origins; beyond 16 only the first 16 are looked at.
    """
    shown = {(p.a, p.b) for p in pairs if p.independence == "shown"}

    def grow(chosen: list[int], rest: list[int]) -> list[int]:
        best = chosen
        for i, new in enumerate(rest):
            if all((f"o{old}", f"o{new}") in shown for old in chosen):
                best = max(best, grow([*chosen, new], rest[i + 1 :]), key=len)
        return best

    return [vouchers[n - 1] for n in grow([], [*range(1, min(len(vouchers), 16) + 1)])]
