"""The measures themselves, and that the gold cases stay above their floors where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.quality import attribution, cases, floors, sourcing, table, times
from benchmarks.quality.__main__ import main
from benchmarks.shared import ABSENT, shared

needs_gold = pytest.mark.skipif(shared() is None, reason=ABSENT)


@needs_gold
def test_no_pooled_figure_of_the_gold_cases_is_below_its_floor() -> None:
    held = floors.read()
    limits = floors.Floors(
        {name: value for name, value in held.floors.items() if name.startswith("cases.")},
        {name: value for name, value in held.ceilings.items() if name.startswith("cases.")},
    )
    assert limits.floors, "floors.json holds no floor for the gold cases"
    assert floors.fallen(cases.score().figures(), limits) == []


def test_without_the_gold_cases_it_says_so_and_ends_well(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SAYSO_SHARED", str(tmp_path))
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("skipped: the gold cases and corpora are not here")


def test_trivial_answers_are_read_from_the_readme(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "README.md").write_text(
        "# What trivial answers score\n\n| answer | score |\n|---|---|\n| nothing at all | found .12, grouping 0 |\n"
    )
    assert cases.trivial(tmp_path) == {"nothing at all": {"found": ".12", "grouping": "0"}}


def test_a_measure_is_a_row_with_its_floor() -> None:
    scores = cases.Scores({"one": {"found": 0.5}}, {"found": 0.5}, {"found": None})
    lines = table.of_cases(scores, floors.Floors({"cases.found": 0.4}), {"nothing": {"found": ".1"}}).splitlines()
    assert lines[2].split() == ["found", "0.50", "0.50", "0.40", "-", ".1"]


@pytest.mark.parametrize(
    ("wanted", "given", "found"),
    [
        ("The dam holds, the engineer said.", "the dam holds", True),
        ("The dam holds, the engineer said.", "“The dam holds”, the engineer said, and went", True),
        ("The dam holds, the engineer said.", "Nobody was hurt in the storm", False),
        (
            "Rain fell",
            "Rain fell, " + "and a long tale of quite another matter follows it for a good many words " * 3,
            True,
        ),
        (
            "Rain felt, cold",
            "Rain fell, " + "and a long tale of quite another matter follows it for a good many words " * 3,
            False,
        ),
    ],
)
def test_statements_match_by_their_pieces(wanted: str, given: str, found: bool) -> None:
    assert (sourcing.likeness(sourcing.folded(wanted), sourcing.folded(given)) > 0) is found


@pytest.mark.parametrize(
    ("wanted", "given", "right"),
    [
        ("", "", True),
        ("Ada Mellor", "", False),
        ("", "Ada Mellor", False),
        ("Ada Mellor", "Mellor", True),
        ("Ada Mellor", "Bo Tarn", False),
    ],
)
def test_cells_agree_when_both_are_empty_or_alike(wanted: str, given: str, right: bool) -> None:
    assert sourcing.same(wanted, given) is right


@pytest.mark.parametrize(
    ("edtf", "value", "right"),
    [
        ("2031-05-02", "2031-05-02", True),
        ("2031-05-02T19:40:00", "2031-05-02T19:40", True),
        ("2031-05-02", "2031-05-02TEV", True),
        ("2031-33", "2031-Q1", True),
        ("2031-05-05/2031-05-11", "2031-W19", True),
        ("199X", "199", True),
        ("2031-05/..", "2031-05", True),
        ("2031-05", "2031-06", False),
        ("XXXX-05-02", "2031-05-02", False),
    ],
)
def test_values_of_both_notations_are_compared(edtf: str, value: str, right: bool) -> None:
    assert times.agrees(edtf, value) is right


def test_broken_spans_cover_each_of_their_pieces(tmp_path: Path) -> None:
    file = tmp_path / "a.ann"
    file.write_text("T1\tContent 0 2;5 6\tab c\nT2\tAttribution 0 9\tx\nE1\tAttribution:T2 Content:T1\n#1\tnote\n")
    assert attribution.annotated(file)["Content"] == {0, 1, 5}
