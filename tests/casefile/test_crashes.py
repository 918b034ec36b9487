"""Programs killed at any moment, full disks, several at once: a short version of `python -m benchmarks.casefile`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from benchmarks.casefile.crash import filled, killed, lost, together

from sayso.casefile import Store

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with signals and limits the size of files")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    Store.create(tmp_path / "x.sayso")
    return tmp_path / "x.sayso"


def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(case: Path) -> None:
    tally = killed(case, rounds=6, seed=11)
    assert tally.lost == []
    assert tally.kills == 6 and tally.acknowledged >= 6


def test_nothing_is_lost_when_two_are_killed_at_once(case: Path) -> None:
    tally = killed(case, rounds=2, seed=12, at_once=2)
    assert tally.lost == []
    assert tally.kills == 4


def test_two_programs_that_add_at_once_both_get_all_of_it_in(case: Path) -> None:
    tally = together(case, programs=2, count=10)
    assert tally.lost == []
    assert tally.acknowledged == 64


def test_a_full_disk_loses_nothing_and_more_can_be_added_later(case: Path) -> None:
    tally = filled(case, 120_000)
    assert tally.lost == []
    assert tally.acknowledged > 0


def test_a_loss_would_be_seen(case: Path) -> None:
    assert lost(case, ["judgement 3 p 0"]) == ["judgement 3 p 0"]
    assert lost(case, ["report abc p 0"]) == ["report abc p 0"]
