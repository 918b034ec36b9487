"""The gold cases, judged by their own scorer on dossiers made by the tool as a user runs it."""

from __future__ import annotations

import json
import re
import sys
import tempfile
from dataclasses import dataclass, field
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.encoder import model
from benchmarks.quality import drifts, given, merges, sides
from benchmarks.quality.content import ByEncoder
from benchmarks.quality.floors import Figures
from benchmarks.shared import PROJECT, shared

UNPINNED = ("conflict_kind",)  # a share of the conflicts met: finding more of them may lower it, which is no loss


@dataclass(frozen=True, slots=True)
class Scores:
    """The figures of each case, in order, of all pooled, and of the pile of the house, which is not in the pool. A measure without anything to measure is None.

    `commonest` is what one scores who gives the commonest polarity and certainty every time.
    """

    cases: dict[str, dict[str, float | None]]
    pooled: dict[str, float | None]
    house: dict[str, float | None]
    commonest: Figures = field(default_factory=dict)

    def figures(self) -> Figures:
        """Return the pooled figures that exist and can be pinned, named `cases.<measure>`."""
        return {
            f"cases.{name}": value for name, value in self.pooled.items() if value is not None and name not in UNPINNED
        }


def scorer(home: Path) -> ModuleType:
    """Load the scorer from where it lies; it is not part of the project."""
    spec = spec_from_file_location("sayso_gold_scorer", home / "cases" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = written
    return module


def dossier(reports: Path) -> dict[str, Any]:
    """Return the dossier of a folder of reports, as a reader of dossier.json gets it."""
    import sayso
    from sayso.dossier import to_json

    held: dict[str, Any] = json.loads(to_json(sayso.analyse([reports])))
    return held


def score(folder: Path | None = None) -> Scores:
    """Score every case under `folder` (the gold cases when None), and the pile of the house.

    Raises FileNotFoundError when the scorer or the cases are not here.
    """
    home = shared()
    if home is None:
        raise FileNotFoundError("no scorer")
    judge = scorer(home)
    rows: dict[str, dict[str, float | None]] = {}
    total = None
    judged = sides.Judged()
    merged, drifted, counts = merges.Merged(), drifts.Drifted(), given.Counted()
    read = ByEncoder(model())
    for case in sorted(entry.parent for entry in (folder or home / "cases").glob("*/gold.json")):
        made = dossier(case / "reports")
        counted, own, pairs = judge.tally(case, made), sides.judged(case, made, read), merges.merged(case, made)
        changed, independent = drifts.drifted(case, made), given.counted(case, judge.same_name)
        judged.add(own)
        merged.add(pairs)
        drifted.add(changed)
        counts.add(independent)
        total = counted if total is None else {name: judge.add(total[name], counted[name]) for name in counted}
        rows[case.name] = (
            judge.figures(counted) | own.figures() | pairs.figures() | changed.figures() | independent.figures()
        )
    if total is None:
        raise FileNotFoundError(f"no case under {folder}")
    own_measures = judged.figures() | merged.figures() | drifted.figures() | counts.figures()
    return Scores(rows, judge.figures(total) | own_measures, _house(judge), judged.commonest())


def _house(judge: ModuleType) -> dict[str, float | None]:
    """Score the pile of the house: its pages are laid out as the texts that were read from them, which is what the scorer takes."""
    import sayso

    pile = PROJECT / "examples" / "orlava-gospels"
    made = dossier(pile / "reports")
    with tempfile.TemporaryDirectory() as place:
        case = Path(place) / pile.name
        (case / "reports").mkdir(parents=True)
        (case / "gold.json").write_bytes((pile / "expected.json").read_bytes())
        for table in sayso.sources([pile / "reports"]).tables:
            (case / "reports" / f"{Path(table.report.file).stem}.txt").write_text(table.report.text, "utf-8")
        figures: dict[str, float | None] = judge.figures(judge.tally(case, made)) | sides.judged(case, made).figures()
    return figures


def trivial(home: Path) -> dict[str, dict[str, str]]:
    """Return what trivial answers score, by answer and measure, as the README of the gold cases states it; empty when it states nothing."""
    readme = home / "cases" / "README.md"
    text = readme.read_text("utf-8") if readme.is_file() else ""
    part = text.partition("What trivial answers score")[2]
    answers: dict[str, dict[str, str]] = {}
    for answer, scores in re.findall(r"^\|\s*([^|]+?)\s*\|\s*([^|]+?)\s*\|$", part, re.MULTILINE):
        found = re.findall(r"([a-z_]+) (-|\d*\.\d+|\d+)(?=[,;\s]|$)", scores)
        if found and answer != "answer":
            answers[answer] = dict(found)
    return answers
