"""What every engine gives back, and what it must be able to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sayso.config import Progress
from sayso.model import Report
from sayso.pipeline import Plan


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """A report on which a step failed unexpectedly: which report (its id), which step, and the error in words."""

    report: str
    step: str
    error: str


@dataclass(frozen=True, slots=True)
class Run:
    """The products of a plan: one value each, or a tuple over `reports` for those that exist once a report."""

    reports: tuple[Report, ...]
    products: dict[str, Any]
    failures: tuple[Failure, ...]

    def alone(self, *names: str) -> dict[tuple[str, str], Any]:
        """Return products that exist once a report, by name and report id, to start another run from."""
        return {
            (name, report.id): value
            for name in names
            for report, value in zip(self.reports, self.products[name], strict=True)
        }


class Engine(Protocol):
    """Runs a plan over the reports of a pile."""

    def run(
        self,
        plan: Plan,
        reports: Sequence[Report],
        progress: Progress | None = None,
        known: Mapping[tuple[str, str], Any] | None = None,
        keep: Callable[[Report, Mapping[str, Any]], None] | None = None,
    ) -> Run:
        """Run all steps; reports on which one fails are left out of all products and told in `failures`.

        What is `known` (`Run.alone`) need not be made again; `keep` is given what is made of one report alone, as it comes.
        """
        ...
