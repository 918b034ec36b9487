"""The pile of the house: what it says it holds stands in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PILE = Path(__file__).parents[2] / "examples" / "orlava-gospels"
TEXTS = {p.stem: p.read_text("utf-8") for p in sorted((PILE / "reports").iterdir())}
EXPECTED: dict[str, Any] = json.loads((PILE / "expected.json").read_text("utf-8"))


def quotes() -> Iterator[tuple[str, str]]:
    """All quotations of the expected findings, with the report they should stand in."""
    for proposition in EXPECTED["propositions"]:
        for occurrence in proposition["occurrences"]:
            yield occurrence["report"], occurrence["quote"]
    for pair in EXPECTED["conflicts"] + EXPECTED["updates"]:
        for side in ("a", "b"):
            yield pair[side]["report"], pair[side]["quote"]


def test_every_quotation_stands_once_in_its_report() -> None:
    assert [(report, quote) for report, quote in quotes() if TEXTS[report].count(quote) != 1] == []


def test_every_report_is_listed_and_of_a_length_that_news_has() -> None:
    assert [r["id"] for r in EXPECTED["reports"]] == list(TEXTS)
    assert {name: len(text.split()) for name, text in TEXTS.items() if not 150 <= len(text.split()) <= 400} == {}


def test_the_copy_is_verbatim_and_the_rewrite_is_not() -> None:
    def body(name: str) -> list[str]:
        return TEXTS[name].partition("\n\n")[2].split()

    assert body("r01")[: len(body("r02"))] == body("r02")
    shared = set(zip(*(body("r01")[i:] for i in range(4)), strict=False)) & set(
        zip(*(body("r03")[i:] for i in range(4)), strict=False)
    )
    assert 0 < len(shared) < len(body("r03")) / 2


def test_edges_and_circles_name_known_reports() -> None:
    known = set(TEXTS) | {a["id"] for a in EXPECTED["absent"]}
    assert {end for d in EXPECTED["derivations"] for end in (d["child"], d["parent"])} <= known
    assert {r for circle in EXPECTED["cycles"] for r in circle} <= set(TEXTS)


def test_only_one_report_is_undated() -> None:
    assert [r["id"] for r in EXPECTED["reports"] if r["published"] is None] == ["r05"]
    assert [name for name, text in TEXTS.items() if "2033-03" not in text] == ["r05"]
