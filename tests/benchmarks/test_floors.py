"""Floors rise by themselves and are lowered only with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.quality import floors
from benchmarks.quality.floors import Floors, LoweringError

HELD = Floors({"cases.found": 0.80, "times.f1": 0.70}, {"cases.false_corroboration": 2})


def test_a_better_figure_raises_its_floor_less_the_margin() -> None:
    new = floors.raised({"cases.found": 0.90, "times.f1": 0.71}, HELD)
    assert new.floors == {"cases.found": 0.88, "times.f1": 0.70}


def test_a_figure_within_the_margin_lowers_nothing() -> None:
    assert floors.raised({"cases.found": 0.81}, HELD).floors == HELD.floors


def test_a_new_measure_gets_a_floor_and_fewer_faults_a_lower_ceiling() -> None:
    new = floors.raised({"cases.chain": 0.5, "cases.false_corroboration": 1}, HELD)
    assert (new.floors["cases.chain"], new.ceilings) == (0.48, {"cases.false_corroboration": 1})


def test_lowering_is_refused_without_its_name() -> None:
    with pytest.raises(LoweringError, match=r"cases\.found is 0\.500, below its floor 0\.800"):
        floors.raised({"cases.found": 0.5}, HELD)


def test_more_faults_are_refused_too() -> None:
    with pytest.raises(LoweringError, match="above its ceiling 2"):
        floors.raised({"cases.false_corroboration": 3}, HELD)


@pytest.mark.parametrize("because", ["", "  "])
def test_lowering_is_refused_without_a_reason(because: str) -> None:
    with pytest.raises(LoweringError, match="reason"):
        floors.raised({"cases.found": 0.5}, HELD, ("cases.found",), because)


def test_naming_one_floor_does_not_excuse_another() -> None:
    with pytest.raises(LoweringError, match=r"times\.f1"):
        floors.raised({"cases.found": 0.5, "times.f1": 0.5}, HELD, ("cases.found",), "the gold was wrong")


def test_what_needs_no_lowering_is_not_lowered() -> None:
    with pytest.raises(LoweringError, match="nothing to lower"):
        floors.raised({"cases.found": 0.9}, HELD, ("cases.found",), "to be safe")


def test_a_lowered_floor_is_recorded_with_its_reason(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    new = floors.raised(
        {"cases.found": 0.5, "cases.false_corroboration": 4},
        HELD,
        ("cases.found", "cases.false_corroboration"),
        "the gold was wrong",
    )
    floors.write(new, file)
    back = floors.read(file)
    assert back == new
    assert back.floors["cases.found"] == 0.48
    assert back.ceilings["cases.false_corroboration"] == 4
    assert [(e.name, e.before, e.after, e.because) for e in back.lowered] == [
        ("cases.found", 0.8, 0.48, "the gold was wrong"),
        ("cases.false_corroboration", 2, 4, "the gold was wrong"),
    ]


def test_a_measure_that_was_not_taken_counts_as_fallen_and_keeps_its_floor() -> None:
    assert floors.fallen({"cases.found": 0.9, "cases.false_corroboration": 0}, HELD) == [
        "times.f1 has the floor 0.700 and was not measured"
    ]
    assert floors.raised({"cases.found": 0.9}, HELD).floors["times.f1"] == 0.70


def test_no_file_means_no_floors(tmp_path: Path) -> None:
    assert floors.read(tmp_path / "none.json") == Floors()
