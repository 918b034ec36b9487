"""Print how good Sayso is, beside the floors and what trivial answers score.

    python -m benchmarks.quality [--cases DIR] [--json] [--update-floors [--lower NAME ... --because "..."]]

Ends with 1 when a figure is below its floor, 0 otherwise, also when the gold cases are not here (it says so).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.quality import (
    attribution,
    cases,
    ends,
    factuality,
    floors,
    incidents,
    names,
    reader,
    references,
    sourcing,
    syntax,
    table,
    times,
    wholes,
)
from benchmarks.quality.floors import Figures
from benchmarks.quality.planted import curves as planted
from benchmarks.shared import ABSENT, corpus, shared

Measure = Callable[[Path], Figures]
CORPORA: tuple[tuple[str, Measure], ...] = (
    ("sourcing", sourcing.measure),
    ("polnear", attribution.measure),
    ("polnear", wholes.measure),
    ("polnear", reader.measure),
    ("ewt", syntax.measure),
    ("ewt", ends.web),
    ("ecbplus", ends.news),
    ("ewt", names.measure),
    ("factuality", factuality.measure),
    ("gum", references.measure),
    ("timex", times.measure),
    ("incidents", incidents.measure),
)
PEOPLE: tuple[tuple[str, Measure], ...] = (("polnear", attribution.agreement), ("polnear", wholes.agreement))
"""How far people agree by the same measures: a reference, never a floor."""


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and look after the floors; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--cases",
        type=Path,
        metavar="DIR",
        help="other cases than the gold ones; the floors are not theirs and are left out",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument(
        "--update-floors", action="store_true", help="raise the floors to what is measured, less the margin"
    )
    parser.add_argument(
        "--lower", action="append", default=[], metavar="NAME", help="let this floor be lowered; needs --because"
    )
    parser.add_argument("--because", default="", metavar="WHY", help="why a floor is lowered; kept in floors.json")
    given = parser.parse_args(arguments)
    home = shared()
    if home is None:
        print(f"skipped: {ABSENT}")
        return 0
    scores = cases.score(given.cases)
    figures = scores.figures()
    people: Figures = {}
    if given.cases is None:
        figures |= measured(CORPORA) | planted.figures(planted.curves())
        people = measured(PEOPLE)
    held = floors.read() if given.cases is None else floors.Floors()
    if given.json:
        content = {
            "cases": scores.cases,
            "pooled": scores.pooled,
            "house": scores.house,
            "figures": figures,
            "people": people,
        }
        print(json.dumps(content, indent=2))
    else:
        commonest = {"the commonest polarity and certainty, every time": shown(scores.commonest)}
        print(table.of_cases(scores, held, cases.trivial(home) | commonest))
        print(table.of_corpora(figures, held, people))
    if given.update_floors and given.cases is None:
        try:
            floors.write(floors.raised(figures, held, tuple(given.lower), given.because))
        except floors.LoweringError as refused:
            print(f"refused: {refused}", file=sys.stderr)
            return 1
        print("floors.json holds what was reached, less the margin", file=sys.stderr)
        return 0
    worse = floors.fallen(figures, held)
    for sentence in worse:
        print(sentence, file=sys.stderr)
    return 1 if worse else 0


def measured(measures: tuple[tuple[str, Measure], ...]) -> Figures:
    """Return the figures of all measures whose corpus is here."""
    figures: Figures = {}
    for name, measure in measures:
        folder = corpus(name)
        if folder is not None:
            figures |= measure(folder)
    return figures


def shown(figures: Figures) -> dict[str, str]:
    """Return figures as the README of the gold cases writes them: .23."""
    return {name: f"{value:.2f}".removeprefix("0") for name, value in figures.items()}


if __name__ == "__main__":
    sys.exit(main())
