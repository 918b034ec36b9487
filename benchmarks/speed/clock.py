"""One timed run of the command, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import sayso


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds from process start to written dossier, of processors used, and the peak of memory in MiB: of the largest process, and of all together."""

    seconds: float
    processor: float
    largest: float
    together: float | None


def forget_files() -> None:
    """Ask the system to drop what it holds in memory of the interpreter's packages and of Sayso, so that a run reads them from disk.

    Does nothing where the system has no such call. Files that somebody else is using may stay.
    """
    if not hasattr(os, "posix_fadvise"):
        return
    for place in {Path(sys.prefix), Path(sayso.__file__).parent}:
        for file in place.rglob("*"):
            if not file.is_file() or file.is_symlink():
                continue
            try:
                handle = os.open(file, os.O_RDONLY)
            except OSError:
                continue
            try:
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(handle)


def analyse(reports: Path, *, environment: dict[str, str] | None = None) -> Run:
    """Run `sayso analyse` on a folder and time it; raises RuntimeError when it fails or leaves no dossier."""
    command = Path(sys.executable).with_name("sayso")
    with tempfile.TemporaryDirectory() as place, (Path(place) / "said").open("w+b") as said:
        out = Path(place) / "dossier"
        start = time.perf_counter()
        child = subprocess.Popen(
            [command, "analyse", reports, "-o", out, "--quiet"],
            stdout=said,
            stderr=said,
            env={**os.environ, **(environment or {})},
        )
        peak = _Peak(child.pid)
        _, status, used = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        together = peak.stop()
        if child.returncode != 0 or not (out / "dossier.json").is_file():
            said.seek(0)
            raise RuntimeError(
                f"sayso analyse ended with {child.returncode} on {reports}: {said.read().decode(errors='replace')[-2000:]}"
            )
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / unit, together)


class _Peak:
    """The most memory a process and its children held at one time, looked at twenty times a second; shared pages are counted once (PSS)."""

    def __init__(self, pid: int) -> None:
        self.pid, self.most, self.done = pid, 0.0, threading.Event()
        self.thread = threading.Thread(target=self._watch, daemon=True)
        self.thread.start()

    def _watch(self) -> None:
        while not self.done.wait(0.05):
            self.most = max(self.most, sum(map(_held, [self.pid, *_children(self.pid)])))

    def stop(self) -> float | None:
        """End the watch and return the peak in MiB, None where the system does not tell."""
        self.done.set()
        self.thread.join()
        return self.most or None


def _children(pid: int) -> list[int]:
    try:
        lists = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    found = [int(child) for text in lists for child in text.split()]
    return found + [below for child in found for below in _children(child)]


def _held(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))
