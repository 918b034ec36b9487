"""Steps that other processes can import."""

from __future__ import annotations

import os
import sys

from sayso.errors import ResourceError
from sayso.model import Report
from sayso.pipeline import Plan, Step, plan


def length(report: Report) -> int:
    """Count characters; fail on what the text asks for."""
    if "raise" in report.text:
        raise KeyError("asked to fail")
    if "die" in report.text:
        os._exit(7)
    if "recurse" in report.text:
        return length(report)
    if "broken lexicon" in report.text:
        raise ResourceError("the lexicon is missing")
    if "missing library" in report.text:
        raise ModuleNotFoundError("No module named 'barley'")
    sys.stdout.write("noise of a library\n")
    return len(report.text)


def double(size: int) -> int:
    """Double a number."""
    return 2 * size


def total(sizes: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    """Return the sum, and for each report its share of it in whole per cent."""
    return sum(sizes), tuple(round(100 * size / sum(sizes)) for size in sizes)


def late(report: Report, share: int) -> int:
    """Fail in a stage after the pile has been looked at."""
    if "late" in report.text:
        raise ValueError("asked to fail late")
    return share


def fails(sizes: tuple[int, ...]) -> int:
    """Fail on any pile."""
    raise ZeroDivisionError("pile")


SIZES = Step(
    name="sizes",
    version=1,
    scope="report",
    requires=("report",),
    provides=("size",),
    function=length,
    doing="measuring",
)
DOUBLES = Step(
    name="doubles",
    version=1,
    scope="report",
    requires=("size",),
    provides=("double",),
    function=double,
    doing="doubling",
)
TOTAL = Step(
    name="total",
    version=1,
    scope="pile",
    requires=("double",),
    provides=("total", "share"),
    each=("share",),
    function=total,
    doing="adding",
)
LATE = Step(
    name="late",
    version=1,
    scope="report",
    requires=("report", "share"),
    provides=("late",),
    function=late,
    doing="closing",
)
FAILS = Step(
    name="fails", version=1, scope="pile", requires=("size",), provides=("never",), function=fails, doing="failing"
)


def sums() -> Plan:
    """A plan with two stages of reports around one of the pile."""
    return plan([SIZES, DOUBLES, TOTAL, LATE], {"report": "report"})
