"""Who stands before the public with a claim, and when: the one whom a history names for a step."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.assessment.origins import origin_link
from sayso.assessment.pile import Pile
from sayso.model import Claim, Link

_MEDIA = frozenset({"news agency", "outlet"})
_NAMELESS = frozenset({"nameless person", "nameless group", "unknown", "document"})


def when_of(pile: Pile, claim: Claim) -> str | None:
    """Return when a statement was made: its own time if told, else its report's publication date, else None."""
    for time in claim.times:
        if time.role == "statement" and not time.edtf.startswith("X"):
            return time.edtf
    return pile.reports[claim.report].published


def day(when: str | None) -> str:
    """Return the first day (or month, or year) of an EDTF value, to sort by; empty for None."""
    return (when or "").lstrip("[").split("/")[0].split("T")[0].split(",")[0].rstrip("]?~%")


def place(pile: Pile, claim: Claim) -> tuple[bool, str, str, int]:
    """Return what claims are sorted by: the day they were made, undated ones last, then report and text."""
    when = when_of(pile, claim)
    return (when is None, day(when), pile.reports[claim.report].file, claim.start)


def first(pile: Pile, claims: Sequence[Claim]) -> Claim:
    """Return the earliest claim; undated ones come after dated ones, then the order of reports and text."""
    return min(claims, key=lambda claim: place(pile, claim))


def before(pile: Pile, a: Claim, b: Claim) -> bool:
    """Tell whether `a` was made on an earlier day than `b`, both dated."""
    one, other = day(when_of(pile, a)), day(when_of(pile, b))
    return bool(one and other) and one < other[: len(one)]


def teller(claim: Claim) -> Link | None:
    """Return who stands for a claim before the public: its origin, or, where that has no name, the first relay with one that is no medium.

    None in the report's own voice.
    """
    link = origin_link(claim)
    if link is None or link.kind not in _NAMELESS:
        return link
    return next((each for each in claim.chain[1:] if each.kind not in _NAMELESS | _MEDIA), link)


def carried(claim: Claim) -> bool:
    """Tell whether a medium tells it that need not have more than it read."""
    link = teller(claim)
    return link is not None and link.kind in _MEDIA


def named(claim: Claim) -> bool:
    """Tell whether the teller of a claim has a name."""
    link = teller(claim)
    return link is not None and link.kind not in _NAMELESS


def voice(pile: Pile, claim: Claim) -> str:
    """Return what identifies the one who tells: the body it speaks for, else its actor or name; the outlet in a report's own voice."""
    link = teller(claim)
    if link is not None:
        return pile.root(link.actor) or link.name
    return pile.root(pile.outlet_of.get(claim.report)) or f"outlet {pile.reports[claim.report].label}"


def name_of(pile: Pile, claim: Claim) -> str:
    """Return the name of the one who tells; the outlet in a report's own voice, empty where that is unknown."""
    link = teller(claim)
    return link.name if link is not None else pile.reports[claim.report].outlet or ""
