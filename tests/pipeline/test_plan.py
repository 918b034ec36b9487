"""Plans: what is required must be provided, in an order that works."""

from typing import Any

import pytest

from sayso.errors import PipelineError
from sayso.pipeline import Scope, Step, news_plan, plan, source_plan


def step(name: str, requires: str, provides: str, scope: Scope = "report", each: str = "") -> Step:
    def function(*values: Any) -> Any:
        return values

    return Step(
        name=name, version=1, scope=scope, requires=tuple(requires.split()), provides=tuple(provides.split()),
        function=function, doing=name, each=tuple(each.split()),
    )  # fmt: skip


GIVEN: dict[str, Scope] = {"report": "report"}


def test_steps_are_put_in_order() -> None:
    made = plan([step("c", "b", "c", "pile"), step("b", "a", "b"), step("a", "report", "a")], GIVEN)
    assert [each.name for each in made.steps] == ["a", "b", "c"]
    assert made.shapes == {"report": "report", "a": "report", "b": "report", "c": "pile"}


def test_report_steps_that_follow_one_another_make_one_stage() -> None:
    made = plan(
        [step("a", "report", "a"), step("b", "a", "b"), step("p", "b", "p q", "pile", each="q"), step("d", "q", "d")],
        GIVEN,
    )
    assert [[each.name for each in stage] for stage in made.stages] == [["a", "b"], ["p"], ["d"]]


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ([step("a", "nothing", "a")], "requires 'nothing', which no step provides"),
        (
            [step("a", "report", "x"), step("b", "report", "x")],
            "the step 'b' provides 'x', which the step 'a' provides already",
        ),
        ([step("a", "report", "report")], "which the input provides already"),
        ([step("a", "b", "a"), step("b", "a", "b")], "wait for one another"),
        ([step("a", "report", "a", "pile"), step("b", "a", "b")], "requires 'a' of the whole pile"),
        ([step("a", "report", "")], "provides nothing"),
        ([step("a", "report", "a", "pile", each="z")], "gives 'z' for each report but does not provide it"),
    ],
)
def test_steps_that_do_not_fit_are_refused(steps: list[Step], words: str) -> None:
    with pytest.raises(PipelineError, match=words):
        plan(steps, GIVEN)


def test_the_plans_of_the_house_fit_together() -> None:
    assert [each.name for each in news_plan().steps][-1] == "assessment"
    assert [each.name for each in source_plan().steps] == ["language", "attribution", "actors"]
    assert all(each.version >= 1 for each in news_plan().steps)
