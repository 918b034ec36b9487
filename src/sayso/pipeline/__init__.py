"""The steps of an analysis, and the order they run in; `engines` run them."""

from sayso.pipeline.judged import VERDICTS, judged_plan
from sayso.pipeline.news import news_plan, source_plan, stemma_plan
from sayso.pipeline.plan import Plan, plan
from sayso.pipeline.step import Scope, Step
from sayso.pipeline.without import Place, standing_plan

__all__ = [
    "VERDICTS",
    "Place",
    "Plan",
    "Scope",
    "Step",
    "judged_plan",
    "news_plan",
    "plan",
    "source_plan",
    "standing_plan",
    "stemma_plan",
]
