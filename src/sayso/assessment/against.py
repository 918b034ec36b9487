"""Who stands against a proposition: who denies it, disputes it, or takes back what he said himself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.assessment.agreement import Agreement
from sayso.assessment.lexicon import pattern
from sayso.assessment.origins import asserting, lineage
from sayso.assessment.pile import Pile
from sayso.assessment.tellers import before, first, name_of, named, place, voice
from sayso.model import Claim, Quantity, Status, Update

_RIVAL = frozenset({"number", "date", "place", "identity"})

_AGREE = 0.25
"""Agreement from which who confirms or denies visibly speaks of the proposition."""

Step = tuple[Status, str, Claim]


def against(pile: Pile, proposition: str, agreement: Agreement) -> list[Step]:
    """Return one step for each voice against a proposition, told by its own words and not by who repeats them.

    Who asserted it on an earlier day takes it back; a flat denial denies; one that is hedged disputes, and so does who says of it that he does not recognise it, or,
    on the same matter, something that cannot be right as well. An outlet's own voice counts where nobody with a name denies it.
    """
    claims = pile.claims_of[proposition]
    asserted = [c for c in claims if asserting(c)]
    denials = [
        c
        for c in claims
        if c.polarity == "negative" and c.kind not in ("question", "non-answer") and visibly(agreement, c, asserted)
    ]
    steps: dict[str, Step] = {}
    for who, mine in _by_voice(pile, [c for c in denials if c.chain]).items():
        told = first(pile, mine)
        own = [c for c in asserted if c.chain and voice(pile, c) == who and visibly(agreement, told, [c])]
        status = _status(pile, told, own)
        if status is not None:
            steps[who] = (status, name_of(pile, told), told)
    for who, mine in _by_voice(pile, [c for c in denials if not c.chain]).items():
        told = first(pile, mine)
        report = pile.reports[told.report]
        if not report.outlet or not report.published or any(e.chain for e in lineage(pile, told)):
            continue
        earlier = [
            c for c in asserted if pile.reports[c.report].outlet == report.outlet and visibly(agreement, told, [c])
        ]
        if any(before(pile, c, told) for c in earlier):
            steps[who] = ("retracted", report.outlet, told)
        elif not steps:
            steps[who] = ("denied" if told.certainty == "certain" else "disputed", report.outlet, told)
    doubts = [
        c for c in claims if named(c) and c.polarity == "unknown" and pattern("doubts", "history").search(c.exact)
    ]
    for who, mine in _by_voice(pile, [*doubts, *_rivals(pile, claims)]).items():
        told = first(pile, mine)
        steps.setdefault(who, ("disputed", name_of(pile, told), told))
    return [steps[who] for who in sorted(steps)]


def visibly(agreement: Agreement, claim: Claim, others: Sequence[Claim]) -> bool:
    """Tell whether a claim visibly speaks of what one of the others says, whichever way and however surely; there is nothing to compare it with where there is no other."""
    return not others or any(agreement(replace(claim, certainty=c.certainty), c) >= _AGREE for c in others)


def _by_voice(pile: Pile, claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    held: dict[str, list[Claim]] = {}
    for claim in claims:
        held.setdefault(voice(pile, claim), []).append(claim)
    return held


def _status(pile: Pile, denial: Claim, own: Sequence[Claim]) -> Status | None:
    """Return what a voice does that has also asserted the proposition in `own`; None for other words of what it says itself."""
    if any(before(pile, claim, denial) for claim in own):
        return "retracted"
    # Nobody denies what he says himself in other words, unless he says that he denies it, or came round to it later.
    if own and denial.stance != "deny" and not all(before(pile, denial, claim) for claim in own):
        return None
    plain = denial.certainty in ("certain", "unknown") and denial.stance != "suggest"
    return "denied" if plain else "disputed"


def _rivals(pile: Pile, claims: Sequence[Claim]) -> list[Claim]:
    """Return what others said afterwards that cannot be right as well, under other propositions: another figure, day, place or doer."""
    own = {c.id: c for c in claims if asserting(c)}
    replaced = {(u.a, u.b) for u in pile.comparison.updates}
    found = []
    for conflict in pile.comparison.conflicts:
        for mine, theirs in ((conflict.a, conflict.b), (conflict.b, conflict.a)):
            if conflict.kind not in _RIVAL or mine not in own or theirs not in pile.claims:
                continue
            other = pile.claims[theirs]
            same = other.proposition == own[mine].proposition or voice(pile, other) in {
                voice(pile, c) for c in own.values()
            }
            if same or not named(other) or not asserting(other) or {(mine, theirs), (theirs, mine)} & replaced:
                continue
            if place(pile, first(pile, list(own.values()))) < place(pile, other):
                found.append(other)
    return found


def withdrawn(pile: Pile, proposition: str, updates: Sequence[Update]) -> list[Step]:
    """Return who replaced what he had said by something else; who only counted on, because there were more to count, took nothing back."""
    ids = {c.id for c in pile.claims_of[proposition]}
    steps: dict[str, Step] = {}
    for update in updates:
        old, new = pile.claims[update.a], pile.claims[update.b]
        if update.a not in ids or _counted_on(pile, old, new):
            continue
        if name := name_of(pile, new):
            steps.setdefault(voice(pile, new), ("retracted", name, new))
    return [steps[who] for who in sorted(steps)]


def _counted_on(pile: Pile, old: Claim, new: Claim) -> bool:
    """Tell whether the later claim gives a higher count of the same, and no word near it says that the first was wrong."""
    text = pile.reports[new.report].text
    near = text[max(0, new.start - 100) : new.end + 160]
    if new.stance == "retract" or pattern("corrected", "history").search(near):
        return False
    if pattern("grown", "history").search(new.exact):
        return True
    figures = [(x, y) for x in old.quantities for y in new.quantities if x.low is not None and y.low is not None]
    same = [(x, y) for x, y in figures if _thing(x) == _thing(y)]
    pairs = [(x.low or 0.0, y.low or 0.0) for x, y in same or figures]
    return bool(pairs) and all(x <= y for x, y in pairs)


def _thing(quantity: Quantity) -> str:
    return (quantity.unit or quantity.counted or "").rstrip("s")
