"""The figures as tables of plain text, one measure a row."""

from __future__ import annotations

from benchmarks.quality.cases import Scores
from benchmarks.quality.floors import Figures, Floors


def _cell(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.2f}" if isinstance(value, float) else str(value)


def grid(header: list[str], rows: list[list[str]]) -> str:
    """Return rows under a header, the first column to the left, the others to the right."""
    widths = [max(len(line[i]) for line in [header, *rows]) for i in range(len(header))]
    lines = [
        "  ".join(
            cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(line, widths, strict=True))
        )
        for line in [header, ["-" * w for w in widths], *rows]
    ]
    return "\n".join(line.rstrip() for line in lines)


def of_cases(scores: Scores, floors: Floors, trivial: dict[str, dict[str, str]]) -> str:
    """Return the table of the gold cases: each case, pooled, the floor, the pile of the house, and what trivial answers score (key below)."""
    letters = {answer: f"({chr(ord('a') + i)})" for i, answer in enumerate(trivial)}
    header = ["measure", *scores.cases, "pooled", "floor", "house", *letters.values()]
    rows = []
    for measure, pooled in scores.pooled.items():
        limit = floors.limit(f"cases.{measure}")
        rows.append(
            [measure, *(_cell(row.get(measure)) for row in scores.cases.values()), _cell(pooled), _cell(limit), _cell(scores.house.get(measure))]
            + [trivial[answer].get(measure, "") for answer in letters]
        )  # fmt: skip
    key = "\n".join(f"{letter} {answer}" for answer, letter in letters.items())
    return (
        f"{grid(header, rows)}\n\nTrivial answers, as the README of the gold cases has them or counted here:\n{key}\n"
        if key
        else grid(header, rows) + "\n"
    )


def of_corpora(figures: Figures, floors: Floors, people: Figures | None = None) -> str:
    """Return the table of the measures on corpora; `people` holds how far people agree with each other by the same measure, where it is known."""
    known = people or {}
    rows = [
        [name, _cell(value), _cell(floors.limit(name)), _cell(known[name]) if name in known else ""]
        for name, value in figures.items()
        if not name.startswith("cases.")
    ]
    return grid(["corpus measure", "reached", "floor", "people"], rows) if rows else ""
