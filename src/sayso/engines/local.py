"""Run a plan on this machine: report by report in several processes when the pile is big enough to pay, the rest here.

The results are put together in the order of the reports, so the number of processes changes nothing but the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from typing import Any

from sayso.config import Progress, Settings
from sayso.engines.run import Failure, Run
from sayso.engines.task import Outcome, Task, perform
from sayso.engines.workers import Workers
from sayso.errors import PipelineError, ResourceError, SaysoError
from sayso.model import Report
from sayso.pipeline import Plan, Step

Keep = Callable[[Report, Mapping[str, Any]], None]
"""Takes a report and what a stage made of it alone, by name."""


class Local:
    """The engine of one machine."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()

    def run(
        self,
        plan: Plan,
        reports: Sequence[Report],
        progress: Progress | None = None,
        known: Mapping[tuple[str, str], Any] | None = None,
        keep: Keep | None = None,
    ) -> Run:
        """Run all steps of `plan` over `reports`. Raises PipelineError when a step over the whole pile fails.

        A report on which a step fails unexpectedly is left out, and what was made from all reports is made again without it. `known` are
        products that depend on one report alone and are there already, by name and report id (`Run.alone`): they are not made again.
        `keep` is called with each report and such products of it as soon as they are made.
        """
        held = tuple(sorted(reports, key=lambda report: report.id))
        failures: list[Failure] = []
        made: dict[tuple[str, str], Any] = dict(known or {})
        with ExitStack() as stack:
            workers = self._workers(held, stack)
            while held:
                products, failed = _pass(plan, held, made, workers, progress, keep)
                if not failed:
                    return Run(held, products, tuple(sorted(failures)))
                failures += failed
                lost = {failure.report for failure in failed}
                held = tuple(report for report in held if report.id not in lost)
        return Run((), {}, tuple(sorted(failures)))

    def _workers(self, reports: Sequence[Report], stack: ExitStack) -> Workers | None:
        count = min(self.settings.processes(), len(reports))
        small = sum(len(report.text) for report in reports) < self.settings.pool_from
        if count < 2 or (small and self.settings.workers is None):
            return None
        return stack.enter_context(Workers(count))


def _pass(
    plan: Plan,
    reports: tuple[Report, ...],
    made: dict[tuple[str, str], Any],
    workers: Workers | None,
    progress: Progress | None,
    keep: Keep | None = None,
) -> tuple[dict[str, Any], list[Failure]]:
    """Go through the plan once; stop at the first stage in which a report fails. `made` keeps what depends on one report alone."""
    products: dict[str, Any] = {"report": reports}
    piled: set[str] = set()
    for stage in plan.stages:
        step = stage[0]
        if step.scope == "pile":
            if progress is not None:
                progress(step.doing, 0, 1)
            products.update(_over_pile(step, products, len(reports)))
            piled.update(step.provides)
            if progress is not None:
                progress(step.doing, 1, 1)
            continue
        alone = not any(name in piled for each in stage for name in each.requires)
        known, kept = (made, keep) if alone else ({}, None)
        failed = _over_reports(stage, reports, products, known, workers, progress, kept)
        if failed:
            return {}, failed
        if not alone:
            piled.update(name for each in stage for name in each.provides)
    return products, []


def _over_pile(step: Step, products: dict[str, Any], reports: int) -> dict[str, Any]:
    try:
        result = step.function(*(products[name] for name in step.requires))
    except SaysoError:
        raise
    except (ImportError, SyntaxError) as error:
        raise ResourceError(f"the installation is incomplete ({error}); install sayso again") from error
    except Exception as error:
        message = f"the step '{step.name}' failed on this pile ({type(error).__name__}: {error}); this is a fault of Sayso: please report it"
        raise PipelineError(message) from error
    values = (result,) if len(step.provides) == 1 else tuple(result)
    if len(values) != len(step.provides):
        raise PipelineError(f"the step '{step.name}' promises {len(step.provides)} products and gave {len(values)}")
    for name, value in zip(step.provides, values, strict=True):
        if name in step.each and len(value) != reports:
            raise PipelineError(f"the step '{step.name}' gave '{name}' for {len(value)} reports of {reports}")
    return dict(zip(step.provides, values, strict=True))


def _over_reports(
    stage: tuple[Step, ...],
    reports: tuple[Report, ...],
    products: dict[str, Any],
    made: dict[tuple[str, str], Any],
    workers: Workers | None,
    progress: Progress | None,
    keep: Keep | None,
) -> list[Failure]:
    """Run the steps of one stage over all reports and add their products; return the failures instead if there are any."""
    names = [name for step in stage for name in step.provides]
    outer = sorted({name for step in stage for name in step.requires} - set(names))
    todo = [n for n, report in enumerate(reports) if any((name, report.id) not in made for name in names)]
    tasks = [Task(number, stage, {name: products[name][number] for name in outer}) for number in todo]
    failed: list[Failure] = []
    done = len(reports) - len(todo)
    for outcome in _outcomes(tasks, workers):
        report = reports[outcome.number]
        done += 1
        if outcome.failed_step is None:
            made.update({(name, report.id): value for name, value in outcome.values.items()})
            if keep is not None:
                keep(report, outcome.values)
        else:
            failed.append(Failure(report.id, outcome.failed_step, outcome.error))
        if progress is not None:
            progress(stage[-1].doing, done, len(reports))
    if not failed:
        products.update({name: tuple(made[name, report.id] for report in reports) for name in names})
    return failed


def _outcomes(tasks: Sequence[Task], workers: Workers | None) -> Iterator[Outcome] | Iterable[Outcome]:
    return workers.outcomes(tasks) if workers is not None else map(perform, tasks)
