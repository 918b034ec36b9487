"""The piles that are timed: varied, the same for the same seed; and the clock itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.shared import PROJECT
from benchmarks.speed import clock, pile


def test_no_two_made_reports_are_the_same_and_a_seed_repeats(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert pile.make(one, 36) == pile.make(two, 36)
    texts = [path.read_text("utf-8") for path in sorted(one.iterdir())]
    assert texts == [path.read_text("utf-8") for path in sorted(two.iterdir())]
    bodies = [text.partition("\n\n")[2] for text in texts]
    assert len(set(bodies)) == 36
    house = {
        path.read_text("utf-8").partition("\n\n")[2]
        for path in (PROJECT / "examples" / "orlava-gospels" / "reports").iterdir()
    }
    assert not house & set(bodies)


def test_a_made_report_keeps_its_year_and_is_about_invented_names(tmp_path: Path) -> None:
    pile.make(tmp_path, 12)
    text = "".join(path.read_text("utf-8") for path in sorted(tmp_path.iterdir()))
    assert "2033-03-15" in text
    assert "Velmora" not in text


def test_a_run_is_timed_and_weighed(tmp_path: Path) -> None:
    (tmp_path / "r1.txt").write_text(
        "Outlet: The Thornwick Post\n\nThe bridge is shut, the engineer Ada Mellor said on Tuesday. Nobody was hurt.\n"
    )
    run = clock.analyse(tmp_path)
    assert 0 < run.seconds < 60
    assert run.largest > 10


def test_a_run_that_fails_is_no_time(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="ended with 1"):
        clock.analyse(tmp_path / "nothing")
