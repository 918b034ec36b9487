"""Progress: a bar on a terminal, next to nothing in a log, nothing when quiet."""

from __future__ import annotations

import time

import pytest

from sayso.cli.progress import showing


def test_a_short_run_writes_nothing_to_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    with showing(quiet=False) as progress:
        for stage in ("reading", "comparing claims"):
            progress(stage, 1, 3)
    assert capsys.readouterr().err == ""


def test_a_long_run_says_now_and_then_where_it_stands(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 9.0, 11.0, 12.0, 40.0, 45.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    with showing(quiet=False) as progress:
        for done in range(1, 4):
            progress("reading", done, 1200)
        progress("comparing claims", 0, 1)
        progress("comparing claims", 0, 1)
    assert capsys.readouterr().err == "reading, 2 of 1,200 (11 s)\ncomparing claims (45 s)\n"


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 1000, 100))
    monkeypatch.setattr(time, "monotonic", lambda: float(next(clock)))
    with showing(quiet=True) as progress:
        progress("reading", 1, 2)
        progress("reading", 2, 2)
    assert capsys.readouterr().err == ""


def test_a_terminal_gets_a_bar_with_a_count_where_there_is_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("COLUMNS", "100")
    with showing(quiet=False) as progress:
        progress("reading", 3, 12)
        time.sleep(0.25)
        progress("comparing claims", 0, 1)
        time.sleep(0.25)
    shown = capsys.readouterr().err
    assert "3/12" in shown
    assert "comparing claims" in shown
    assert "0/1" not in shown
