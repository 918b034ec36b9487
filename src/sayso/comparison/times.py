"""Whether the times two claims give for an event can both be right."""

from __future__ import annotations

import re

from sayso.model import Claim, ClaimTime

_TO_COME = re.compile(r"\b(?:will|shall|(?:is|are) (?:due |expected |set |scheduled )?to|plans? to)\b", re.IGNORECASE)
_DAY = re.compile(r"^(\d{4}|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T.*)?$")


def _parts(edtf: str) -> tuple[str, ...] | None:
    """Return year, month and day as written ('X' for unknown parts); None for an interval or a season."""
    match = _DAY.match(edtf.rstrip("?~%"))
    return tuple(part or "XX" for part in match.groups()) if match else None


def apart(a: str, b: str) -> bool:
    """Tell whether two EDTF dates cannot be the same day, month or year, as far as both tell."""
    one, two = _parts(a), _parts(b)
    if one is None or two is None:
        return False
    return any("X" not in x and "X" not in y and x != y for x, y in zip(one, two, strict=True))


def event_times(claim: Claim) -> tuple[ClaimTime, ...]:
    """Return the times of the event that a claim words itself."""
    return tuple(time for time in claim.times if time.role == "event" and time.span is not None)


def to_come(claim: Claim) -> bool:
    """Tell whether a claim says what is still to happen."""
    return _TO_COME.search(claim.exact) is not None


def times_apart(a: Claim, b: Claim) -> bool:
    """Tell whether both claims date their event and no date of one fits a date of the other."""
    one, two = event_times(a), event_times(b)
    return bool(one and two) and all(apart(x.edtf, y.edtf) for x in one for y in two)
