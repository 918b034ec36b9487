"""The steps from reports to findings. Each floor is imported when its step runs, so that starting costs little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.model import Actor, Analysis, Attribution, Claim, Comparison, Report, Stemma
from sayso.pipeline.plan import Plan, plan
from sayso.pipeline.step import Step

if TYPE_CHECKING:
    from sayso.assessment import Findings
    from sayso.comparison import Meanings

Attributions = tuple[Attribution, ...]


def analyse_language(report: Report) -> Analysis:
    """Find sentences, tokens, quotations, names, times and quantities of one report."""
    from sayso.language import analyse

    return analyse(report)


def attribute_report(report: Report, analysis: Analysis) -> Attributions:
    """Find who says what in one report."""
    from sayso.attribution import attribute

    return attribute(report, analysis)


def identify_actors(
    reports: tuple[Report, ...], analyses: tuple[Analysis, ...], attributed: tuple[Attributions, ...]
) -> tuple[tuple[Actor, ...], tuple[Attributions, ...]]:
    """Make one actor of all mentions of somebody, and name the links of all attributions after them."""
    from sayso.attribution import identify

    actors, linked = identify(reports, analyses, attributed)
    return tuple(actors), tuple(linked)


def claim_report(report: Report, analysis: Analysis, attributions: Attributions) -> tuple[Claim, ...]:
    """Cut one report into claims."""
    from sayso.claims import claims_of

    return claims_of(report, analysis, attributions)


def read_meanings(report: Report, claims: tuple[Claim, ...]) -> Meanings:
    """Read what the claims of one report mean."""
    from sayso.comparison import meanings

    return meanings(report, claims)


def derive_reports(
    reports: tuple[Report, ...], analyses: tuple[Analysis, ...], attributions: tuple[Attributions, ...]
) -> Stemma:
    """Find which reports were made from which."""
    from sayso.derivation import derive

    return derive(reports, analyses, attributions)


def compare_claims(
    reports: tuple[Report, ...],
    analyses: tuple[Analysis, ...],
    claims: tuple[tuple[Claim, ...], ...],
    actors: tuple[Actor, ...],
    meanings: tuple[Meanings, ...],
) -> Comparison:
    """Group claims that say the same, and find those that contradict or replace one another."""
    from sayso.comparison import compare

    return compare(reports, analyses, [claim for of_report in claims for claim in of_report], actors, meanings)


def assess_pile(
    reports: tuple[Report, ...],
    analyses: tuple[Analysis, ...],
    actors: tuple[Actor, ...],
    comparison: Comparison,
    stemma: Stemma,
) -> Findings:
    """Count origins, judge independence, drift and history."""
    from sayso.assessment import assess

    return assess(reports, analyses, actors, comparison, stemma)


def source_steps() -> tuple[Step, ...]:
    """Return the steps up to who says what, as the sourcing table needs them."""
    return (
        Step(
            name="language", version=1, scope="report", requires=("report",), provides=("analysis",),
            function=analyse_language, doing="reading sentences",
        ),
        Step(
            name="attribution", version=1, scope="report", requires=("report", "analysis"), provides=("attributed",),
            function=attribute_report, doing="finding who says what",
        ),
        Step(
            name="actors", version=1, scope="pile", requires=("report", "analysis", "attributed"),
            provides=("actors", "attributions"), each=("attributions",), function=identify_actors, doing="telling who is who",
        ),
    )  # fmt: skip


def news_steps() -> tuple[Step, ...]:
    """Return all steps from reports to findings."""
    return (
        *source_steps(),
        Step(
            name="claims", version=1, scope="report", requires=("report", "analysis", "attributions"), provides=("claims",),
            function=claim_report, doing="finding what is claimed",
        ),
        Step(
            name="meaning", version=1, scope="report", requires=("report", "claims"), provides=("meanings",),
            function=read_meanings, doing="reading what claims mean",
        ),
        Step(
            name="derivation", version=1, scope="pile", requires=("report", "analysis", "attributions"), provides=("stemma",),
            function=derive_reports, doing="finding what was made from what",
        ),
        Step(
            name="comparison", version=2, scope="pile", requires=("report", "analysis", "claims", "actors", "meanings"),
            provides=("comparison",), function=compare_claims, doing="comparing claims",
        ),
        Step(
            name="assessment", version=1, scope="pile", requires=("report", "analysis", "actors", "comparison", "stemma"),
            provides=("findings",), function=assess_pile, doing="counting origins",
        ),
    )  # fmt: skip


def news_plan() -> Plan:
    """Return the plan of a whole analysis; it is given `report`, once a report."""
    return plan(news_steps(), {"report": "report"})


def source_plan() -> Plan:
    """Return the plan of the sourcing table; it is given `report`, once a report."""
    return plan(source_steps(), {"report": "report"})


def stemma_plan() -> Plan:
    """Return the plan of the stemma alone, without claims; it is given `report`, once a report."""
    return plan(
        (step for step in news_steps() if step in source_steps() or "stemma" in step.provides), {"report": "report"}
    )
