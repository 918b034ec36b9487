"""One report's share of a stage: it can be done here or sent to another process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sayso.errors import PipelineError, ResourceError
from sayso.pipeline import Step


@dataclass(frozen=True, slots=True)
class Task:
    """The steps of a stage and, by name, the values of one report that they start from; `number` is the report's place in the pile."""

    number: int
    stage: tuple[Step, ...]
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: the products, or the step that failed and its error in words."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    failed_step: str | None = None
    error: str = ""


def perform(task: Task) -> Outcome:
    """Run the steps of a task one after the other. Errors of the installation or of the plan are raised; all others are told in the outcome."""
    values = dict(task.values)
    made: dict[str, Any] = {}
    for step in task.stage:
        try:
            result = step.function(*(values[name] for name in step.requires))
        except (ResourceError, PipelineError):
            raise
        except (ImportError, SyntaxError) as error:
            raise ResourceError(f"the installation is incomplete ({error}); install sayso again") from error
        except Exception as error:  # one report must never cost the pile, whatever is wrong with it
            return Outcome(task.number, {}, step.name, f"{type(error).__name__}: {error}"[:300])
        results = (result,) if len(step.provides) == 1 else tuple(result)
        made.update(zip(step.provides, results, strict=True))
        values.update(made)
    return Outcome(task.number, made)
