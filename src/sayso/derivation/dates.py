"""Which of two reports is the earlier one, as far as their publication dates tell."""

from __future__ import annotations

import re

from sayso.model import Report

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T[\d:]+)?)?)?")


def order(a: Report, b: Report) -> int | None:
    """Return -1 when `a` was published before `b`, 1 when after, 0 on the same day, None when the dates do not tell.

    Dates are EDTF; a month is compared with a day only when they cannot meet.
    """
    one, two = (_DATE.match(report.published or "") for report in (a, b))
    if one is None or two is None:
        return None
    x, y = one.group(), two.group()
    shared = min(len(x), len(y))
    if x[:shared] != y[:shared]:
        return -1 if x[:shared] < y[:shared] else 1
    return 0 if shared >= 10 and len(x) == len(y) else None
