"""A step of the analysis: what it needs, what it gives, and the function that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

Scope = Literal["report", "pile"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One pure function of the analysis, with what it requires and provides, by name.

    A step of scope `report` is called once for each report with that report's values; one of scope `pile` once, and gets a tuple over all reports,
    in the order of their ids, for every product that exists once a report. Several products come back as a tuple in the order of
    `provides`. `each` names those products of a pile step that are sequences with one value a report. `version` rises whenever the step's
    results change. `doing` says in plain words what goes on. The function must be importable by name: it may run in another process.
    """

    name: str
    version: int
    scope: Scope
    requires: tuple[str, ...]
    provides: tuple[str, ...]
    function: Callable[..., Any]
    doing: str
    each: tuple[str, ...] = ()

    def shape(self, product: str) -> Scope:
        """Return whether `product` of this step exists once a report or once a pile."""
        return "report" if self.scope == "report" or product in self.each else "pile"
