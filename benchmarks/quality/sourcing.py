"""The sourcing stories: which sourced statements are found, and whether type, name, title and justification of their source are right.

Matching is the public benchmark's (Vincent et al., arXiv 2501.00164): a statement is found when the best fuzzy ratio between its comma-level pieces
and those of a predicted statement exceeds 70; the whole ratio must be at least 30, unless one contains the other. Precision, which the benchmark
does not report, is the share of predicted statements that so match one of the truth.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from pathlib import Path

from benchmarks.quality.floors import Figures

COLUMNS = {
    "type": "Type of Source",
    "name": "Name of Source",
    "title": "Title of Source",
    "justification": "Source Justification",
}
NAMES_ALIKE = 70
Row = Mapping[str, str]


def measure(folder: Path) -> Figures:
    """Return precision, recall and F1 of statements, and the share with the right type, name, title, justification among the found."""
    import sayso

    stories = sorted((folder / "stories").glob("*.txt"), key=lambda p: int(p.stem))
    said = {Path(t.report.file).stem: t.rows for t in sayso.sources(stories).tables}
    wanted_all = found_all = predicted_all = matched_all = 0
    right = dict.fromkeys(COLUMNS, 0)
    for story in stories:
        with (folder / "truth" / f"{story.stem}.csv").open(encoding="utf-8", newline="") as file:
            truth = [row for row in csv.DictReader(file) if row["Sourced Statements"].strip()]
        rows: list[Row] = [
            {"statement": r.statement, "type": r.type, "name": r.name or "", "title": r.title or "", "justification": r.justification or ""}
            for r in said.get(story.stem, ())
        ]  # fmt: skip
        statements = [folded(row["Sourced Statements"]) for row in truth]
        predicted = [folded(row["statement"]) for row in rows]
        matches = [[likeness(wanted, given) for given in predicted] for wanted in statements]
        wanted_all += len(truth)
        predicted_all += len(rows)
        matched_all += sum(any(line[i] > 0 for line in matches) for i in range(len(rows)))
        for gold, line in zip(truth, matches, strict=True):
            if not line or max(line) <= 0:
                continue
            found_all += 1
            best = [rows[i] for i in range(len(rows)) if line[i] > 0]
            # one statement may be credited to several sources: the one whose name fits best is meant
            answer = max(best, key=lambda row: (same(gold[COLUMNS["name"]], row["name"]), line[rows.index(row)]))
            for column, header in COLUMNS.items():
                right[column] += (
                    _kind(gold[header]) == _kind(answer["type"])
                    if column == "type"
                    else same(gold[header], answer[column])
                )
    precision = matched_all / predicted_all if predicted_all else 0.0
    recall = found_all / wanted_all if wanted_all else 0.0
    figures = {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
    }
    figures |= {column: right[column] / found_all if found_all else 0.0 for column in COLUMNS}
    return {f"sourcing.{name}": value for name, value in figures.items()}


def folded(text: str) -> str:
    """Return the text with plain quotation marks, single spaces, in lower case."""
    plain = text.translate(str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "\u00a0": " "}))
    return re.sub(r"\s+", " ", plain).strip().lower()


def likeness(wanted: str, given: str) -> float:
    """Return how well two folded statements match by the benchmark's rule, 0 when they do not."""
    from rapidfuzz import fuzz, process

    pieces = [[p.strip() for p in text.split(",") if len(p.strip()) > 3] or [text] for text in (wanted, given)]
    best = float(process.cdist(pieces[0], pieces[1], scorer=fuzz.ratio).max())
    whole = fuzz.ratio(wanted, given)
    if best <= 70 or (whole < 30 and wanted not in given and given not in wanted):
        return 0.0
    return best + whole


def _kind(label: str) -> str:
    """Fold the spellings of a type of source."""
    low = folded(label).replace("unamed", "unnamed")
    for start, kind in (
        ("anon", "anonymous"),
        ("unnamed g", "group"),
        ("unnamed", "unnamed person"),
        ("named o", "organization"),
        ("named", "person"),
        ("doc", "document"),
    ):
        if low.startswith(start):
            return kind
    return low


def same(wanted: str, given: str) -> bool:
    """Tell whether two cells say the same: both empty, alike by fuzzy ratio, or one within the other."""
    from rapidfuzz import fuzz

    a, b = folded(wanted), folded(given)
    if a in ("", "none", "n/a") or b == "":
        return a in ("", "none", "n/a") and b == ""
    return fuzz.ratio(a, b) > NAMES_ALIKE or a in b or b in a
