"""The steps of an analysis from which some claims are left out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from sayso.model import Claim
from sayso.pipeline.news import news_steps
from sayso.pipeline.plan import Plan, plan
from sayso.pipeline.step import Step

Place = tuple[str, int, int]
"""Where a claim stands: id of the report, start, end."""

Claims = tuple[Claim, ...]


def leave_out(places: frozenset[Place], claims: tuple[Claims, ...]) -> tuple[Claims, ...]:
    """Return the claims of each report but those that stand at `places`."""
    return tuple(tuple(c for c in own if (c.report, c.start, c.end) not in places) for own in claims)


def standing_plan(places: frozenset[Place]) -> Plan:
    """Return the plan of an analysis without the claims at `places`; it is given `report`, once a report."""
    steps = [replace(step, provides=("all claims",)) if step.provides == ("claims",) else step for step in news_steps()]
    leaving = Step(
        name="leaving out", version=1, scope="pile", requires=("all claims",), provides=("claims",), each=("claims",),
        function=partial(leave_out, places), doing="leaving claims out",
    )  # fmt: skip
    return plan([*steps, leaving], {"report": "report"})
