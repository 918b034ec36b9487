"""The steps of an analysis on which the judgements of a person are put, each where it belongs; what became of each comes as a product too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sayso.model import (
    Actor,
    Analysis,
    Assessment,
    Attribution,
    Claim,
    Comparison,
    Judgement,
    Proposition,
    Report,
    Stemma,
    Verdict,
)
from sayso.pipeline.news import derive_reports, identify_actors, news_steps
from sayso.pipeline.plan import Plan, plan
from sayso.pipeline.step import Step

if TYPE_CHECKING:
    from sayso.assessment import Findings
    from sayso.casefile import Finder
    from sayso.comparison import Meanings

Judgements = tuple[Judgement, ...]
Verdicts = tuple[Verdict, ...]
Attributions = tuple[Attribution, ...]
Pairs = frozenset[tuple[str, str]]
VERDICTS = ("actor verdicts", "claim verdicts", "stemma verdicts", "comparison verdicts", "grade verdicts")
"""The products that tell what became of the judgements."""


def told(one: Judgement) -> str:
    """Return a judgement as a reason in words."""
    day = one.when[:10]
    return f"judged by {one.who} on {day}" + (f": {one.why}" if one.why else "")


def identify_judged(
    judgements: Judgements,
    reports: tuple[Report, ...],
    analyses: tuple[Analysis, ...],
    attributed: tuple[Attributions, ...],
) -> tuple[tuple[Actor, ...], tuple[Attributions, ...], Verdicts]:
    """Find the actors, then merge and part them as was judged."""
    from sayso.attribution import Meant, decided

    actors, linked = identify_actors(reports, analyses, attributed)
    finder = _finder(reports)
    said, whose, verdicts = [], [], []
    for one in _of(judgements, "same person", "not same person"):
        a, b = (finder.words(anchor) for anchor in one.anchors)
        if a is None or b is None:
            verdicts.append(_lost(one))
        else:
            said.append(Meant(a, b, one.kind == "same person", told(one)))
            whose.append(one)
    actors, linked, settled = decided(actors, linked, said)
    for one, came in zip(whose, settled, strict=True):
        if not came.there:
            verdicts.append(_lost(one, "no actor is named there any more"))
        else:
            verdicts.append(_holds(one, "one actor" if came.were_one else "two actors"))
    return actors, linked, tuple(verdicts)


def ignore_claims(
    judgements: Judgements, reports: tuple[Report, ...], claims: tuple[tuple[Claim, ...], ...]
) -> tuple[tuple[tuple[Claim, ...], ...], Verdicts]:
    """Leave out the claims that are to be ignored."""
    finder = _finder(reports)
    everything = [claim for own in claims for claim in own]
    gone, verdicts = set(), []
    for one in _of(judgements, "ignore"):
        if one.anchors[0].whole:
            continue
        claim = finder.claim(one.anchors[0], everything)
        if claim is None:
            verdicts.append(_lost(one, "no claim stands there any more"))
        else:
            gone.add(claim.id)
            verdicts.append(_holds(one, "a claim"))
    return tuple(tuple(claim for claim in own if claim.id not in gone) for own in claims), tuple(verdicts)


def derive_judged(
    judgements: Judgements,
    reports: tuple[Report, ...],
    analyses: tuple[Analysis, ...],
    attributions: tuple[Attributions, ...],
) -> tuple[Stemma, Verdicts]:
    """Find the stemma, then put the judged edges over it."""
    from sayso.derivation import Decision, decided

    found = derive_reports(reports, analyses, attributions)
    finder = _finder(reports)
    said, whose, verdicts = [], [], []
    for one in _of(judgements, "derives", "does not derive"):
        child, parent = (finder.report(anchor) for anchor in one.anchors)
        if child is None or parent is None or child.id == parent.id:
            verdicts.append(_lost(one))
        else:
            said.append(Decision(child.id, parent.id, one.kind == "derives", told(one)))
            whose.append(one)
    stemma, overruled = decided(reports, found, said)
    edges = {(edge.child, edge.parent): edge for edge in found.derivations}
    for number, (one, decision) in enumerate(zip(whose, said, strict=True)):
        there = edges.get((decision.child, decision.parent))
        back = edges.get((decision.parent, decision.child))
        machine = (
            f"{there.kind}, {there.score:.0%} of the words"
            if there
            else "made the other way round"
            if back
            else "no such edge"
        )
        verdicts.append(_overruled(one, machine) if number in overruled else _holds(one, machine))
    return stemma, tuple(verdicts)


def compare_judged(
    judgements: Judgements,
    reports: tuple[Report, ...],
    analyses: tuple[Analysis, ...],
    claims: tuple[tuple[Claim, ...], ...],
    actors: tuple[Actor, ...],
    meanings: tuple[Meanings, ...],
) -> tuple[Comparison, Pairs, Verdicts]:
    """Compare the claims, those that were judged the same or not the same as was judged; also the pairs that are the same by that."""
    from sayso.comparison import Decided, compare_decided

    finder = _finder(reports)
    everything = [claim for own in claims for claim in own]
    said, whose, verdicts = [], [], []
    for one in _of(judgements, "same claim", "not same claim"):
        a, b = (finder.claim(anchor, everything) for anchor in one.anchors)
        if a is None or b is None:
            verdicts.append(_lost(one, "no claim stands there any more"))
        elif a.id == b.id:
            verdicts.append(_lost(one, "both places are one claim now"))
        else:
            said.append((a.id, b.id, one.kind == "same claim"))
            whose.append(one)
    decided, overruled = Decided.of(said)
    comparison, alone = compare_decided(reports, analyses, everything, actors, meanings, decided)
    for number, (one, (x, y, _)) in enumerate(zip(whose, said, strict=True)):
        machine = "the same" if alone[x] == alone[y] else "not the same"
        verdicts.append(_overruled(one, machine) if number in overruled else _holds(one, machine))
    return comparison, decided.same, tuple(verdicts)


def assess_judged(
    judgements: Judgements,
    reports: tuple[Report, ...],
    analyses: tuple[Analysis, ...],
    actors: tuple[Actor, ...],
    comparison: Comparison,
    stemma: Stemma,
    same: Pairs,
) -> tuple[Findings, Verdicts]:
    """Assess the pile, and put the judged grades in the place of those suggested; the suggestion stays among the reasons."""
    from sayso.assessment import assess

    findings = assess(reports, analyses, actors, comparison, stemma, same=same)
    finder = _finder(reports)
    graded: dict[str, tuple[Judgement, Proposition]] = {}
    verdicts = []
    propositions = {p.id: p for p in findings.propositions}
    for one in _of(judgements, "grade"):
        claim = finder.claim(one.anchors[0], comparison.claims)
        if claim is None:
            verdicts.append(_lost(one, "no claim stands there any more"))
            continue
        p = propositions[claim.proposition]
        if p.id in graded:
            verdicts.append(_overruled(graded[p.id][0], _grade(p)))
        graded[p.id] = one, p
    verdicts += [_holds(one, _grade(p)) for one, p in graded.values()]
    judged = tuple(_graded(p, graded[p.id][0]) if p.id in graded else p for p in findings.propositions)
    return replace(findings, propositions=judged), tuple(verdicts)


def _grade(p: Proposition) -> str:
    return f"{p.assessment.source_grade}{p.assessment.information_grade}"


def _graded(p: Proposition, one: Judgement) -> Proposition:
    value = one.value or _grade(p)
    reasons = (told(one), f"suggested was {_grade(p)}", *p.assessment.reasons)
    return replace(p, assessment=Assessment(value[0], int(value[1]), reasons))  # type: ignore[arg-type]


def _finder(reports: Sequence[Report]) -> Finder:
    from sayso.casefile import Finder

    return Finder(reports)


def _of(judgements: Sequence[Judgement], *kinds: str) -> list[Judgement]:
    return [one for one in judgements if one.kind in kinds]


def _lost(one: Judgement, detail: str = "the words it speaks of stand in no report of the case") -> Verdict:
    return Verdict(one.number, "not found", detail)


def _holds(one: Judgement, machine: str) -> Verdict:
    return Verdict(one.number, "in force", "", machine)


def _overruled(one: Judgement, machine: str) -> Verdict:
    return Verdict(one.number, "overruled", "a later judgement contradicts it", machine)


def judged_plan(judgements: Judgements) -> Plan:
    """Return the plan of an analysis on which `judgements`, those in force and the oldest first, are put; it is given `report`, once a report."""
    if not judgements:
        raise ValueError("without judgements, news_plan is the plan")
    steps = []
    for step in news_steps():
        if step.name == "actors":
            provides = (*step.provides, "actor verdicts")
            steps.append(replace(step, provides=provides, function=partial(identify_judged, judgements)))
        elif step.name == "claims":
            steps.append(replace(step, provides=("all claims",)))
            steps.append(
                Step(
                    name="ignoring", version=1, scope="pile", requires=("report", "all claims"), provides=("claims", "claim verdicts"),
                    each=("claims",), function=partial(ignore_claims, judgements), doing="leaving claims out",
                )
            )  # fmt: skip
        elif step.name == "derivation":
            provides = (*step.provides, "stemma verdicts")
            steps.append(replace(step, provides=provides, function=partial(derive_judged, judgements)))
        elif step.name == "comparison":
            provides = (*step.provides, "said the same", "comparison verdicts")
            steps.append(replace(step, provides=provides, function=partial(compare_judged, judgements)))
        elif step.name == "assessment":
            requires, provides = (*step.requires, "said the same"), (*step.provides, "grade verdicts")
            steps.append(
                replace(step, requires=requires, provides=provides, function=partial(assess_judged, judgements))
            )
        else:
            steps.append(step)
    return plan(steps, {"report": "report"})
