"""A tiny pile of two made-up reports, one a copy of the other, analysed from file to dossier."""

from __future__ import annotations

import tempfile
from pathlib import Path

from sayso.config import Settings
from sayso.model import Comparison, Stemma

_STORY = (
    "Outlet: {outlet}\nPublished: 2033-03-0{day}\n\nThe old mill at Quillmark burned down on Thursday night, the fire chief, Ana Brelt, said.\n\n"
    "“Twelve people were taken to hospital with smoke in their lungs,” Brelt said.\n"
)
_OUTLETS = ("The Osk Courier", "The Quillmark Monitor")


def trial() -> tuple[str, str]:
    """Analyse the pile; return what is wrong with the result (empty when nothing is), and what was found."""
    from sayso.assessment import Findings
    from sayso.engines import Local
    from sayso.pipeline import news_plan
    from sayso.reading import read

    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        for day, outlet in enumerate(_OUTLETS, 4):
            (Path(folder) / f"{day}.txt").write_text(_STORY.format(outlet=outlet, day=day), encoding="utf-8")
        reading = read([folder])
    run = Local(Settings(workers=1)).run(news_plan(), reading.reports)
    findings: Findings = run.products["findings"]
    comparison: Comparison = run.products["comparison"]
    stemma: Stemma = run.products["stemma"]
    where = {claim.id: claim.report for claim in comparison.claims}
    shared = [p for p in findings.propositions if len({where[claim] for claim in p.claims}) == 2]
    if len(run.reports) != 2:
        return f"{len(run.reports)} reports of 2 were read", ""
    if not stemma.derivations:
        return "a copy was not seen to be one", ""
    if not any([o.name for o in p.origins] == ["Ana Brelt"] and p.independent_origins == 1 for p in shared):
        return "one voice in two reports was not counted as one origin", ""
    return "", "2 reports, a copy seen, one voice in both counted once"
