"""Put steps in order, and refuse those that do not fit together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.errors import PipelineError
from sayso.pipeline.step import Scope, Step


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in an order in which all that is required has been provided; neighbours of one stage are run together.

    `shapes` tells of every product whether it exists once a report or once a pile. A stage is either several steps of scope `report` or one of
    scope `pile`.
    """

    stages: tuple[tuple[Step, ...], ...]
    shapes: Mapping[str, Scope]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps in their order."""
        return tuple(step for stage in self.stages for step in stage)


def plan(steps: Iterable[Step], given: Mapping[str, Scope]) -> Plan:
    """Order `steps`; `given` are the products that are there from the start. Ties keep the order in which the steps were listed.

    Raises PipelineError when a product is provided twice or by nobody, when steps wait for one another in a circle, or when a step of scope
    `report` asks for a product of the whole pile.
    """
    waiting = list(steps)
    shapes = dict(given)
    provider = dict.fromkeys(given, "the input")
    for step in waiting:
        for product in step.provides:
            if product in provider:
                raise PipelineError(
                    f"the step '{step.name}' provides '{product}', which {provider[product]} provides already"
                )
            provider[product] = f"the step '{step.name}'"
            shapes[product] = step.shape(product)
    for step in waiting:
        _check(step, provider, shapes)
    ordered: list[Step] = []
    there = set(given)
    while waiting:
        ready = [step for step in waiting if there.issuperset(step.requires)]
        if not ready:
            names = ", ".join(f"'{step.name}'" for step in waiting)
            raise PipelineError(f"the steps {names} wait for one another in a circle; take one requirement out")
        chosen = next((step for step in ready if step.scope == "report"), ready[0])
        ordered.append(chosen)
        there.update(chosen.provides)
        waiting.remove(chosen)
    return Plan(_stages(ordered), shapes)


def _check(step: Step, provider: Mapping[str, str], shapes: Mapping[str, Scope]) -> None:
    if not step.provides:
        raise PipelineError(f"the step '{step.name}' provides nothing; name its product")
    unknown = [name for name in step.each if name not in step.provides]
    if unknown:
        raise PipelineError(f"the step '{step.name}' gives '{unknown[0]}' for each report but does not provide it")
    for product in step.requires:
        if product not in provider:
            raise PipelineError(f"the step '{step.name}' requires '{product}', which no step provides")
        if step.scope == "report" and shapes[product] == "pile":
            raise PipelineError(
                f"the step '{step.name}' works on one report but requires '{product}' of the whole pile"
            )


def _stages(ordered: list[Step]) -> tuple[tuple[Step, ...], ...]:
    stages: list[list[Step]] = []
    for step in ordered:
        if step.scope == "report" and stages and stages[-1][0].scope == "report":
            stages[-1].append(step)
        else:
            stages.append([step])
    return tuple(tuple(stage) for stage in stages)
