"""Stopped or without room, the program leaves nothing half-written and nothing running."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SAYSO = [sys.executable, "-c", "from sayso.cli import main; main()"]
PILE = Path(__file__).parents[2] / "examples" / "orlava-gospels" / "reports"


def children(pid: int) -> list[int]:
    """The processes below one."""
    try:
        lists = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    found = [int(child) for text in lists for child in text.split()]
    return found + [below for child in found for below in children(child)]


def alive(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    for number in range(60):
        for path in PILE.glob("*.txt"):
            (folder / f"{number}-{path.name}").write_text(
                path.read_text("utf-8") + f"\n\nIt was call {number} of the day.\n", "utf-8"
            )
    return folder


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not list processes this way")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)])
def test_a_run_that_is_stopped_leaves_nothing(pile: Path, tmp_path: Path, number: int, code: int) -> None:
    out = tmp_path / "out"
    run = subprocess.Popen([*SAYSO, "analyse", str(pile), "-o", str(out), "-w", "2"], stderr=subprocess.PIPE)
    workers: list[int] = []
    deadline = time.monotonic() + 60
    while len(workers) < 2 and time.monotonic() < deadline and run.poll() is None:
        time.sleep(0.05)
        workers = children(run.pid)
    time.sleep(0.5)
    assert len(workers) >= 2
    run.send_signal(number)
    said = run.communicate(timeout=30)[1].decode()
    assert run.returncode == code
    assert not out.exists()
    deadline = time.monotonic() + 20
    while any(map(alive, workers)) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(alive, workers))
    if code > 0:
        assert "stopped; nothing was written" in said
        assert "Traceback" not in said


def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    run = subprocess.run(
        [*SAYSO, "analyse", str(PILE), "-o", str(out), "--quiet"],
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert run.returncode == 1
    assert "cannot be written" in run.stderr and "Traceback" not in run.stderr
    assert not (tmp_path / "deep").exists()
