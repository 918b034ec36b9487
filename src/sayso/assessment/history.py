"""The status of a proposition over time: reported, confirmed, denied, disputed, retracted; by whom, when, on which claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.assessment.access import access, spoken
from sayso.assessment.against import Step, against, visibly, withdrawn
from sayso.assessment.agreement import Agreement
from sayso.assessment.lexicon import pattern
from sayso.assessment.origins import Voucher, asserting
from sayso.assessment.pile import Pile
from sayso.assessment.sequence import in_order
from sayso.assessment.tellers import before, carried, day, first, name_of, named, place, voice, when_of
from sayso.model import Claim, Event, Pair, Status, Update

_RANK: dict[Status, int] = {"reported": 0, "confirmed": 1, "denied": 2, "disputed": 3, "retracted": 4}

_SURE = ("certain", "probable")
_NOT = re.compile(r"(?:\b(?:never|not|nor|neither|nobody|no one)|n['’]t)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)


def history_of(
    pile: Pile,
    proposition: str,
    vouchers: Sequence[Voucher],
    pairs: Sequence[Pair],
    updates: Sequence[Update],
    agreement: Agreement,
) -> tuple[Event, ...]:
    """Tell the life of one proposition.

    `pairs` tells which vouchers are shown independent of one another (o1, o2 ... in the order of `vouchers`), `agreement` how plainly two claims
    say the same: who confirms or denies must visibly speak of it. The first voucher reports. A later one confirms that says so, that is shown
    independent, or that has a name and access of its own where the first has no name; so does one who denied it before and now says it. A denial
    is a step for each voice; who asserted it before, or replaces it, retracts. Steps are numbered where their order is known.
    """
    steps = _told(pile, proposition, vouchers, pairs, agreement)
    taken_back = withdrawn(pile, proposition, updates)
    gone = {voice(pile, claim) for _, _, claim in taken_back}
    steps += taken_back
    # Who corrects his own figure does not deny it.
    steps += [step for step in against(pile, proposition, agreement) if voice(pile, step[2]) not in gone]
    dated = [(when_of(pile, claim), status, by, claim) for status, by, claim in steps]
    dated.sort(key=lambda x: (x[0] is None, day(x[0]), _RANK[x[1]], x[2]))
    ordered = in_order(pile, [(status, claim) for _, status, _, claim in dated])
    if ordered is not None:
        dated = [dated[n] for n in ordered]
    return tuple(
        Event(when, n if ordered is not None else None, status, by, claim.id)
        for n, (when, status, by, claim) in enumerate(dated, 1)
    )


def _told(
    pile: Pile, proposition: str, vouchers: Sequence[Voucher], pairs: Sequence[Pair], agreement: Agreement
) -> list[Step]:
    """Return who reported it first and who confirmed it."""
    claims = pile.claims_of[proposition]
    if claims and not any(map(asserting, claims)):
        return []  # whoever stands behind it denies something
    if not vouchers:
        own = [c for c in claims if c.polarity == "positive" and pile.reports[c.report].outlet]
        if len({c.report for c in own}) > 1:
            told = first(pile, own)
            return [("reported", pile.reports[told.report].outlet or "", told)]
        return []
    begun = {v.key: first(pile, v.claims) for v in vouchers}
    order = sorted(vouchers, key=lambda v: _precedence(pile, v, begun[v.key]))
    start = begun[order[0].key]
    steps: list[Step] = [("reported", _name(pile, order[0], start), start)]
    opener = voice(pile, start)
    shown = _independent_of(order[0], vouchers, pairs)
    denied = {voice(pile, c): c for c in claims if c.polarity == "negative" and c.chain}
    for voucher in order[1:]:
        heard = [
            c
            for c in voucher.claims
            if named(c)
            and not carried(c)
            and voice(pile, c) != opener
            and visibly(agreement, c, [x for x in claims if asserting(x) and voice(pile, x) != voice(pile, c)])
        ]
        confirming = [
            c for c in heard if c.stance == "confirm" or (c.certainty in _SURE and _bears_out(spoken(pile, c)))
        ]
        came_round = [c for c in heard if voucher.key in denied and before(pile, denied[voucher.key], c)]
        later = [c for c in heard if c.certainty == "certain" and before(pile, start, c)]
        lifts = not named(start) and not order[0].saw and later and access(pile, voucher, later)
        if confirming or came_round or voucher.key in shown or lifts:
            told = first(pile, confirming or came_round or voucher.claims)
            steps.append(("confirmed", _name(pile, voucher, told), told))
    return steps


def _bears_out(words: str) -> bool:
    """Tell whether words bear something out, and not that nobody did: 'never officially acknowledged'."""
    return any(not _NOT.search(words[: found.start()]) for found in pattern("bears_out", "history").finditer(words))


def _independent_of(one: Voucher, vouchers: Sequence[Voucher], pairs: Sequence[Pair]) -> set[str]:
    """Return the keys of the vouchers that are shown independent of one of them."""
    keys = {f"o{n}": v.key for n, v in enumerate(vouchers, 1)}
    ends = [{keys[p.a], keys[p.b]} for p in pairs if p.independence == "shown"]
    return {key for end in ends if one.key in end for key in end - {one.key}}


def _precedence(pile: Pile, voucher: Voucher, claim: Claim) -> tuple[bool, str, bool, bool, tuple[bool, str, str, int]]:
    """Return what vouchers are sorted by: the day, those with a name first, a paper after the person who shows it, then report and text."""
    when = when_of(pile, claim)
    paper = bool(claim.chain) and claim.chain[0].kind == "document"
    return (when is None, day(when), not named(claim) and not voucher.saw, paper, place(pile, claim))


def _name(pile: Pile, voucher: Voucher, claim: Claim) -> str:
    return voucher.name if voucher.saw else name_of(pile, claim) or voucher.name
