"""The status of a proposition over time: reported, confirmed, denied, disputed, retracted; by whom, when, on which claim."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.assessment.origins import Voucher, lineage, origin_link
from sayso.assessment.pile import Pile
from sayso.model import Claim, Event, Status, Update

_MEDIA = frozenset({"news agency", "outlet"})


def when_of(pile: Pile, claim: Claim) -> str | None:
    """Return when a statement was made: its own time if told, else its report's publication date, else None."""
    for time in claim.times:
        if time.role == "statement" and not time.edtf.startswith("X"):
            return time.edtf
    return pile.reports[claim.report].published


def _day(when: str) -> str:
    return when.lstrip("[").split("/")[0].split("T")[0].split(",")[0].rstrip("]?~%")


def _first(pile: Pile, claims: Sequence[Claim]) -> Claim:
    """Return the earliest claim; undated ones come after dated ones, then the order of reports and text."""
    return min(
        claims,
        key=lambda c: (when_of(pile, c) is None, _day(when_of(pile, c) or ""), pile.reports[c.report].file, c.start),
    )


def _against(pile: Pile, claims: Sequence[Claim]) -> list[tuple[Status, str, Claim]]:
    """Return who denies or disputes: one step for each voice, told by its own words and not by who repeats them."""
    steps: dict[str, tuple[Status, str, Claim]] = {}
    for claim in claims:
        link = origin_link(claim)
        denies = claim.polarity == "negative" and claim.kind not in ("question", "non-answer")
        if not denies:
            continue
        if link is None:
            ends = [e for e in lineage(pile, claim) if e.chain]
            outlet = pile.reports[claim.report].outlet
            if ends or outlet is None or not pile.reports[claim.report].published:
                continue
            key, name = f"outlet {outlet}", outlet
        else:
            key, name = pile.root(link.actor) or link.name, link.name
        plain = link is not None and claim.certainty in ("certain", "unknown") and claim.stance != "suggest"
        status: Status = "denied" if plain else "disputed"
        old = steps.get(key)
        steps[key] = (status, name, claim) if old is None else (old[0], old[1], _first(pile, [old[2], claim]))
    return [steps[k] for k in sorted(steps)]


def history_of(
    pile: Pile, proposition: str, vouchers: Sequence[Voucher], shown: frozenset[str], updates: Sequence[Update]
) -> tuple[Event, ...]:
    """Tell the life of one proposition.

    `shown` holds the keys of vouchers that are shown independent of the first. The first voucher reports; one who says 'confirmed', or an independent one, confirms;
    a denial is a step for each voice; an update by the same authority retracts. Steps are numbered where all dates are known.
    """
    claims = pile.claims_of[proposition]
    ids = {c.id for c in claims}
    steps: list[tuple[Status, str, Claim]] = []
    if vouchers:
        begun = {v.key: _first(pile, v.claims) for v in vouchers}
        order = sorted(
            vouchers,
            key=lambda v: (
                when_of(pile, begun[v.key]) is None,
                _day(when_of(pile, begun[v.key]) or ""),
                v.nameless,
                pile.reports[begun[v.key].report].file,
                begun[v.key].start,
            ),
        )
        steps.append(("reported", order[0].name, begun[order[0].key]))
        for voucher in order[1:]:
            confirming = [c for c in voucher.claims if c.stance == "confirm" and not voucher.nameless]
            if confirming or voucher.key in shown:
                steps.append(("confirmed", voucher.name, _first(pile, confirming or voucher.claims)))
    else:
        own = [c for c in claims if c.polarity == "positive" and pile.reports[c.report].outlet]
        if own and len({c.report for c in own}) > 1:
            first = _first(pile, own)
            steps.append(("reported", pile.reports[first.report].outlet or "", first))
    against = _against(pile, claims)
    withdrawn = set()
    for update in updates:
        if update.a in ids:
            later = pile.claims[update.b]
            link = origin_link(later)
            name = link.name if link else pile.reports[later.report].outlet
            if name and not any(status == "retracted" and by == name for status, by, _ in steps):
                steps.append(("retracted", name, later))
                withdrawn |= {pile.root(link.actor) if link else None, later.id}
    # Who corrects his own figure does not deny it.
    asserted = {v.key for v in vouchers}
    for status, by, claim in against:
        key = pile.root(claim.chain[0].actor) if claim.chain else None
        # Nobody denies what he says himself in other words, unless he says that he denies it.
        himself = key in asserted and claim.stance != "deny"
        if claim.id not in withdrawn and (key is None or key not in withdrawn) and not himself:
            steps.append((status, by, claim))
    dated = [(when_of(pile, claim), status, by, claim) for status, by, claim in steps]
    rank: dict[Status, int] = {"reported": 0, "confirmed": 1, "denied": 2, "disputed": 3, "retracted": 4}
    dated.sort(key=lambda x: (x[0] is None, _day(x[0] or ""), rank[x[1]], x[2]))
    known = all(when is not None for when, *_ in dated)
    return tuple(
        Event(when, n if known else None, status, by, claim.id) for n, (when, status, by, claim) in enumerate(dated, 1)
    )
