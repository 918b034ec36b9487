"""The gold graph of a case beside ours, on a case of our own."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.quality import stemmas

TEXT = "The wall of the upper dam moved by a hand's breadth on Friday night, said Ada Roe, a diver who had gone down to see. "
REPORTS = {
    "r1": f"Title: Water\nOutlet: Hill Star\nPublished: 2040-03-01\n\n{TEXT}Nobody slept below it.\n",
    "r2": f"Title: Water\nOutlet: Vale Echo\nPublished: 2040-03-02\n\n{TEXT}Nobody slept below it.\n",
}


def test_what_differs_from_the_gold_is_said_and_both_are_drawn(tmp_path: Path) -> None:
    case = tmp_path / "dam"
    (case / "reports").mkdir(parents=True)
    for name, text in REPORTS.items():
        (case / "reports" / f"{name}.txt").write_text(text, "utf-8")
    edge = {"child": "r2", "parent": "x1", "kind": "rewrite", "credited": True}
    (case / "gold.json").write_text(
        json.dumps({"derivations": [edge], "absent": [{"id": "x1", "is": "a dispatch"}]}), "utf-8"
    )
    found = stemmas.ours(case)
    lines = stemmas.differences(found, stemmas.gold(case, found))
    assert lines == [
        next(line for line in lines if line.startswith("r2 from r1: not in the gold")),
        "r2 from x1: missed (rewrite, credited)",
    ]
    assert stemmas.differences(found, found) == []
    page = stemmas.page([case])
    assert page.count("<svg") == 2
    assert TEXT[:30] not in page
