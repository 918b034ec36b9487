"""A suggested grade in the Admiralty code with its reasons, and the rank of a proposition."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from sayso.assessment.leads import OPEN_CONFLICTS
from sayso.assessment.origins import Voucher
from sayso.assessment.pile import Pile
from sayso.model import Assessment, Claim, Conflict, Proposition, Rank, Update


def grade(vouchers: Sequence[Voucher], independent: Sequence[Voucher], conflicts: Sequence[Conflict]) -> Assessment:
    """Suggest a grade (STANAG 2511); `independent` are those of the vouchers that are shown so. The source is F unless a person has said otherwise.

    1 only where two origins are shown independent and nothing contradicts; 2 where several origins agree and independence cannot be guaranteed; 3 for one
    named origin; 4 for a nameless one; 5 where it is contradicted; 6 where no origin can be named.
    """
    source = "Source F: nothing is known here of the origin's past record."
    against = [c for c in conflicts if c.kind in OPEN_CONFLICTS]
    if not vouchers:
        return Assessment("F", 6, (source, "Information 6: no origin can be named."))
    names = ", ".join(v.name for v in vouchers)
    if against and len(independent) < 2:
        return Assessment("F", 5, (source, f"Information 5: not confirmed, and contradicted ({against[0].reason})"))
    if len(independent) >= 2 and not against:
        shown = ", ".join(v.name for v in independent)
        return Assessment(
            "F", 1, (source, f"Information 1: {len(independent)} origins are shown independent ({shown}).")
        )
    if len(independent) >= 2:
        return Assessment(
            "F",
            3,
            (
                source,
                f"Information 3: {len(independent)} independent origins agree, and it is contradicted ({against[0].reason})",
            ),
        )
    if len(vouchers) > 1:
        return Assessment("F", 2, (source, f"Information 2: consistent, but the independence of {names} is not shown."))
    if vouchers[0].nameless:
        return Assessment("F", 4, (source, f"Information 4: one origin, without a name (“{names}”)."))
    return Assessment(
        "F", 3, (source, f"Information 3: one named origin ({names}), not confirmed by another, not contradicted.")
    )


def rank(pile: Pile, proposition: Proposition, conflicts: Sequence[Conflict], updates: Sequence[Update]) -> Rank:
    """Weigh how early a reader should see a proposition: open conflicts, weak origins under wide repetition, big numbers, recent change."""
    claims = pile.claims_of[proposition.id]
    reports = {c.report for c in claims}
    weight, reasons = 0.0, []
    if conflicts:
        weight += 2.0 + min(2.0, 0.5 * len(conflicts))
        reasons.append(f"{len(conflicts)} open conflict{'s' * (len(conflicts) != 1)}")
    if len(reports) > 1:
        weight += 1.0 * len(reports)
        reasons.append(f"in {len(reports)} reports")
        if proposition.independent_origins <= 1:
            weight += 1.0
            reasons.append(
                "widely repeated, one origin at most" if len(reports) > 2 else "repeated, one origin at most"
            )
    biggest = max((q.high or q.low or 0 for c in claims for q in c.quantities), default=0)
    if biggest >= 10:
        weight += min(1.0, log10(biggest) / 8)
        reasons.append("a big number")
    if any(q.ratio or q.comparison for c in claims for q in c.quantities):
        weight += 0.5
        reasons.append("a change in numbers")
    if updates or len(proposition.history) > 1:
        weight += 0.5
        reasons.append("its status changed")
    if any(c.chain for c in claims):
        weight += 0.5
    if all(c.kind in ("background", "opinion", "question", "non-answer") for c in claims):
        weight *= 0.4
        reasons.append("background, opinion or no answer only")
    elif not conflicts and _evaluates(claims):
        weight *= 0.4
        reasons.append("the reports' own words on it, with nothing in them to check")
    return Rank(round(weight, 3), tuple(reasons))


def _evaluates(claims: Sequence[Claim]) -> bool:
    """Tell whether reports evaluate in their own voice: nobody vouches, and most claims hold no name, place, date or figure."""
    if any(claim.chain or claim.observed for claim in claims):
        return False
    return 2 * sum(map(_nothing_to_check, claims)) > len(claims)


def _nothing_to_check(claim: Claim) -> bool:
    figures = any((quantity.low or quantity.high or 0) >= 10 for quantity in claim.quantities)
    named = any(word[:1].isupper() for word in claim.exact.split()[1:])
    return not (figures or named or claim.places or any(time.role == "event" for time in claim.times))
