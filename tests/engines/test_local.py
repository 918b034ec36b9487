"""The engine of one machine: the same results with any number of processes, and no pile lost to one report."""

from collections.abc import Sequence

import pytest

from sayso.config import Settings
from sayso.engines import Local, Run
from sayso.errors import PipelineError, ResourceError
from sayso.model import Report
from sayso.pipeline import plan
from tests.build import report
from tests.engines.steps import FAILS, SIZES, sums

ONE = Settings(workers=1)
TWO = Settings(workers=2)


def pile(*texts: str) -> list[Report]:
    return [report(text, f"r{number}") for number, text in enumerate(texts, start=1)]


def run(reports: Sequence[Report], settings: Settings = ONE) -> Run:
    return Local(settings).run(sums(), reports)


def test_products_are_parallel_to_the_reports_by_id() -> None:
    found = run(list(reversed(pile("a", "bb", "c"))))
    assert [each.id for each in found.reports] == ["r1", "r2", "r3"]
    assert found.products["double"] == (2, 4, 2)
    assert (found.products["total"], found.products["share"], found.products["late"]) == (8, (25, 50, 25), (25, 50, 25))


def test_the_number_of_processes_changes_nothing() -> None:
    reports = pile("a", "bb", "please raise", "ccc", "too late", "dddd")
    one, two = run(reports), run(reports, TWO)
    assert one == two
    assert [failure.report for failure in one.failures] == ["r3", "r5"]


@pytest.mark.parametrize("settings", [ONE, TWO])
def test_a_report_that_fails_is_left_out_and_told(settings: Settings) -> None:
    found = run(pile("a", "please raise", "bb", "recurse"), settings)
    assert [each.id for each in found.reports] == ["r1", "r3"]
    assert found.products["total"] == 6
    assert {(failure.report, failure.step, failure.error.split(":")[0]) for failure in found.failures} == {
        ("r2", "sizes", "KeyError"),
        ("r4", "sizes", "RecursionError"),
    }


def test_a_report_that_fails_late_is_taken_out_of_what_was_made_from_all() -> None:
    found = run(pile("a", "late", "bbb"))
    assert [each.id for each in found.reports] == ["r1", "r3"]
    assert found.products["share"] == (25, 75)


def test_a_report_that_ends_its_process_costs_only_itself() -> None:
    found = run(pile("a", "die", "bb", "cc"), TWO)
    assert [each.id for each in found.reports] == ["r1", "r3", "r4"]
    assert "ended with code" in found.failures[0].error


def test_nothing_left_is_an_empty_run() -> None:
    found = run(pile("raise"))
    assert (found.reports, found.products) == ((), {})


@pytest.mark.parametrize("settings", [ONE, TWO])
def test_a_broken_installation_is_no_fault_of_a_report(settings: Settings) -> None:
    with pytest.raises(ResourceError, match="lexicon"):
        run(pile("a", "broken lexicon"), settings)


@pytest.mark.parametrize("settings", [ONE, TWO])
def test_a_missing_library_is_no_fault_of_a_report(settings: Settings) -> None:
    with pytest.raises(ResourceError, match=r"incomplete .*barley.*install sayso again"):
        run(pile("a", "missing library"), settings)


def test_a_step_that_fails_on_the_pile_is_told() -> None:
    with pytest.raises(PipelineError, match="'fails' failed on this pile"):
        Local(ONE).run(plan([SIZES, FAILS], {"report": "report"}), pile("a"))


def test_progress_counts_reports_and_stages() -> None:
    seen: list[tuple[str, int, int]] = []
    Local(ONE).run(sums(), pile("a", "b"), lambda *now: seen.append(now))
    assert seen == [
        ("doubling", 1, 2),
        ("doubling", 2, 2),
        ("adding", 0, 1),
        ("adding", 1, 1),
        ("closing", 1, 2),
        ("closing", 2, 2),
    ]


def test_a_small_pile_starts_no_process_unless_asked_to(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(count: int) -> None:
        raise AssertionError("started")

    monkeypatch.setattr("sayso.engines.local.Workers", refuse)
    assert run(pile("a", "b"), Settings()).products["total"] == 4
    with pytest.raises(AssertionError, match="started"):
        run(pile("a", "b"), TWO)


def test_workers_must_be_at_least_one() -> None:
    with pytest.raises(ValueError, match="workers must be 1 or more"):
        Settings(workers=0)
