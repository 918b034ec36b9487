"""How far two origins of one proposition are independent: judged on the lineages of their claims, on positive grounds only.

Failing to find a copy proves nothing, so 'shown' asks for two distinguishable origins whose chains are complete and who each had access of their
own, or opposed interests; where a ground is missing the answer is 'possible', where a link is shared 'none'.
"""

from __future__ import annotations

from itertools import combinations

from sayso.assessment.access import BODY, access, belongs
from sayso.assessment.agreement import Agreement
from sayso.assessment.origins import Voucher, asserting
from sayso.assessment.pile import Pile, words_of
from sayso.attribution.names import body_tokens
from sayso.attribution.states import state_of
from sayso.derivation import first_hand
from sayso.model import Actor, Claim, IndependenceGrade, Pair
from sayso.resources import tree

_CABINET = frozenset(
    {"ministry", "minister", "department", "cabinet", "government", "chancellery", "presidency", "treasury"}
)
NOTHING_SHOWN = "Nothing in the reports shows how {} knows."
# From here on two claims' agreement counts as visible.
_AGREE = 0.8
# The same for two who contradict each other elsewhere: what sounds alike is then mostly a dispute.
_OPPONENTS_AGREE = 0.9


def agreeing(a: Voucher, b: Voucher, agreement: Agreement, least: float = _AGREE) -> list[tuple[Claim, Claim]]:
    """Return the pairs of claims in which both visibly say the same."""
    return [(x, y) for x in a.claims for y in b.claims if agreement(x, y) >= least]


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
    """Tell whether two offices of state may belong to one government: they do unless two known states are named.

    A service with a task of its own (a coast guard, a health service, an inspectorate) knows by itself and is no voice of its government.
    """
    actors = [pile.actors.get(pile.root(v.actor) or "") for v in (a, b)]
    if not all(actor and (actor.kind == "government" or _of_cabinet(actor)) for actor in actors):
        return False
    states = [state_of(actor.name) for actor in actors if actor]
    return not all(states) or states[0] == states[1]


def _of_cabinet(actor: Actor) -> bool:
    return actor.kind == "ministry" and bool(_CABINET & set(body_tokens(actor.name)))


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
        if not one or not other or one.kind != "person" or one.speaks_for is not None or other.kind not in BODY:
            continue
        if any(offices & set(words_of(m.exact)) for m in one.mentions):
            return person
    return None


def _told_apart(pile: Pile, a: Voucher, b: Voucher) -> bool:
    """Tell whether a nameless voucher is distinguishable from a named one: told where it belongs and met by its report itself, while the other has access of its own."""
    hidden, named = (a, b) if a.nameless else (b, a)
    if named.nameless or {c.report for c in a.claims} & {c.report for c in b.claims} or not belongs(hidden):
        return False
    return any(len(claim.chain) == 1 for claim in hidden.claims) and access(pile, named, named.claims) is not None


def _made_from(pile: Pile, voucher: Voucher, claim: Claim) -> bool:
    """Tell whether the credit to a voucher may have moved: the report, or that of the outlet which relays it, shows no access of its own and was made from a report
    that has the same statement and not from this voucher.
    """
    relays = [r for link in claim.chain[1:] for r in pile.reports_by_outlet(link.actor)]
    for report in relays or [claim.report]:
        text = pile.reports[report]
        if voucher.saw or first_hand(text, text.body.of(text.text)) or any(c.observed for c in pile.claims_in[report]):
            continue
        for edge in pile.text_edges.get(report, ()):
            same = [
                c for c in pile.claims_in.get(edge.parent, ()) if c.proposition == claim.proposition and asserting(c)
            ]
            if same and not any(c.chain and pile.root(c.chain[0].actor) == voucher.key for c in same):
                return True
    return False


def judge(pile: Pile, a: Voucher, b: Voucher, agreement: Agreement) -> tuple[IndependenceGrade, str]:
    """Grade the independence of two origins of one proposition and say why in one sentence."""
    if _one_relays_other(pile, a, b):
        return "none", f"What {a.name} and {b.name} say reached print through one another."
    shared = [x & y for x in _links(a) for y in _links(b)]
    if shared and all(shared):
        return "none", f"{a.name} and {b.name} are both known through the same relay only."
    if not (a.saw and b.saw) and _copied(pile, a, b):
        return "none", f"The words of one of {a.name} and {b.name} stand in a passage made from a report of the other."
    if (a.nameless or b.nameless) and not _told_apart(pile, a, b):
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
    agreed = agreeing(a, b, agreement)
    if not agreed:
        return "possible", f"What {a.name} and {b.name} say is worded too differently to be counted as the same."
    agreed = [(x, y) for x, y in agreed if not _made_from(pile, a, x) and not _made_from(pile, b, y)]
    if not agreed:
        return (
            "possible",
            f"That {a.name} and {b.name} agree stands only in a report without access of its own, made from one that has it from somebody else.",
        )
    against = opposed(pile, a, b)
    if against and agreeing(a, b, agreement, _OPPONENTS_AGREE):
        return "shown", f"{against}: neither has an interest in repeating the other."
    grounds = [access(pile, a, [x for x, _ in agreed]), access(pile, b, [y for _, y in agreed])]
    if all(grounds):
        return "shown", f"{grounds[0]}; {grounds[1]}; neither passage was made from the other."
    missing = a if grounds[0] is None else b
    return "possible", NOTHING_SHOWN.format(missing.name)


def pairs_of(pile: Pile, vouchers: list[Voucher], agreement: Agreement) -> tuple[Pair, ...]:
    """Judge every pair of origins; ids are o1, o2 ... in the order of `vouchers`."""
    judged = []
    for (i, a), (j, b) in combinations(enumerate(vouchers, 1), 2):
        grade, reason = judge(pile, a, b, agreement)
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
