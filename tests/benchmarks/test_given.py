"""Independence on given claims, and what rewrites did, on a case of our own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.quality import drifts, given

import sayso
from sayso.dossier import to_json

REPORTS = {
    "r1": "Title: Water\nOutlet: Hill Star\nPublished: 2040-03-01\n\nThe dam may have cracked, said Ada Roe, a diver.\n",
    "r2": "Title: Water\nOutlet: Vale Echo\nPublished: 2040-03-02\n\nThe dam has cracked, the Norland Dam Inspectorate said on Friday.\n",
    "r3": "Title: Water\nOutlet: Lake Post\nPublished: 2040-03-02\n\nA crack in the dam was measured by the Norland Water Board.\n",
}


def _case(folder: Path, independent: int) -> Path:
    (folder / "reports").mkdir(parents=True)
    for name, text in REPORTS.items():
        (folder / "reports" / f"{name}.txt").write_text(text, "utf-8")
    said = {"polarity": "positive", "certainty": "certain"}
    occurrences = [
        {"report": "r2", "quote": "The dam has cracked", "chain": ["Norland Dam Inspectorate"], **said},
        {"report": "r3", "quote": "A crack in the dam was measured", "chain": ["Norland Water Board"], **said},
    ]
    gold = {
        "reports": [{"id": name} for name in REPORTS],
        "derivations": [{"child": "r2", "parent": "r1", "kind": "rewrite", "credited": False}],
        "propositions": [
            {"id": "p1", "text": "The dam has cracked.", "occurrences": occurrences, "independent_origins": independent}
        ],
        "conflicts": [
            {
                "kind": "certainty", "note": "the hedge is gone",
                "a": {"report": "r1", "quote": "The dam may have cracked"}, "b": {"report": "r2", "quote": "The dam has cracked"},
            }
        ],
    }  # fmt: skip
    (folder / "gold.json").write_text(json.dumps(gold), "utf-8")
    return folder


@pytest.mark.parametrize(("independent", "exact", "false"), [(2, 1.0, 0), (1, 0.0, 1)])
def test_given_claims_are_counted_whatever_their_words(
    tmp_path: Path, independent: int, exact: float, false: int
) -> None:
    found = given.counted(_case(tmp_path / "case", independent), lambda a, b: a == b)
    figures = found.figures()
    assert (figures["given_independence"], figures["given_false_corroboration"]) == (exact, false)
    assert len(found.misses) == 1 - exact


@pytest.mark.parametrize(("by", "f1"), [("Norland Dam Inspectorate", 1.0), ("Norland Water Board", 0.0)])
def test_the_history_of_given_claims_is_compared_by_status_and_by_whom(tmp_path: Path, by: str, f1: float) -> None:
    case = _case(tmp_path / "case", 2)
    gold = json.loads((case / "gold.json").read_text("utf-8"))
    other = {"Norland Dam Inspectorate": "Norland Water Board"}.get(by, "Vale Echo")
    gold["propositions"][0]["history"] = [
        {"when": None, "status": "reported", "by": by},
        {"when": None, "status": "confirmed", "by": other},
    ]
    (case / "gold.json").write_text(json.dumps(gold), "utf-8")
    found = given.counted(case, lambda a, b: a == b)
    assert found.figures()["given_history"] == f1
    assert bool(found.misses) == (f1 != 1.0)


def test_a_drift_is_found_where_a_conflict_joins_both_places(tmp_path: Path) -> None:
    case = _case(tmp_path / "case", 2)
    made: dict[str, Any] = json.loads(to_json(sayso.analyse([case / "reports"])))
    ids = {c["exact"].split(",")[0]: c["id"] for c in made["claims"]}
    made["conflicts"], made["drift"] = [], []
    assert drifts.drifted(case, made).figures() == {"drift_found": 0.0}
    may, has = (next(i for words, i in ids.items() if start in words) for start in ("may have cracked", "has cracked"))
    made["conflicts"] = [{"a": has, "b": may}]
    assert drifts.drifted(case, made).figures() == {"drift_found": 1.0}
    assert drifts.Drifted().figures() == {}
