"""Run `sayso analyse` on every bad input beside one sound report, watch time and memory, print the table of docs/limits.md."""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from benchmarks.hostile.inputs import BAD, fill
from benchmarks.hostile.texts import LONG

MOST_SECONDS, MOST_MEMORY = 60.0, 2_500.0


@dataclass(frozen=True, slots=True)
class Seen:
    """What an input gave, in how many seconds of a processor, and the most MiB a process of the run held."""

    gives: str
    seconds: float
    memory: float
    sound: bool


def main(arguments: list[str] | None = None) -> int:
    """Print one row an input; the exit code is 1 when the sound report was lost or a bound was passed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.hostile", description=__doc__)
    parser.add_argument("inputs", nargs="*", metavar="WORDS", help="only the inputs whose names hold these words")
    given = parser.parse_args(arguments)
    print("| input | what it gives | processor seconds | MiB |\n|---|---|--:|--:|")
    passed = True
    for name in BAD:
        if given.inputs and not any(words in name for words in given.inputs):
            continue
        seen = watch(name)
        print(f"| {name} | {seen.gives} | {seen.seconds:.1f} | {seen.memory:.0f} |", flush=True)
        passed &= seen.sound and seen.seconds <= MOST_SECONDS and seen.memory <= MOST_MEMORY
    return 0 if passed else 1


def watch(name: str) -> Seen:
    """Run the command on the input and a sound report in a folder of its own."""
    with tempfile.TemporaryDirectory() as place:
        pile, out = Path(place, "pile"), Path(place, "out")
        pile.mkdir()
        # In a process of its own: the memory of the one that starts a command counts as the command's.
        maker = multiprocessing.get_context("spawn").Process(target=fill, args=(name, pile))
        maker.start()
        maker.join()
        (pile / "sound.txt").write_text(f"Outlet: The Monitor\n\n{LONG} It rained.", "utf-8")
        command = [
            str(Path(sys.executable).with_name("sayso")),
            "analyse",
            str(pile),
            "-o",
            str(out),
            "--quiet",
            "--json",
        ]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        late = threading.Timer(4 * MOST_SECONDS, child.kill)
        late.start()
        assert child.stdout is not None
        said = child.stdout.read().decode("utf-8", "replace")
        _, status, used = os.wait4(child.pid, 0)
        late.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds = used.ru_utime + used.ru_stime
        gives, sound = _gives(child.returncode, said, out)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Seen(gives, seconds, used.ru_maxrss / unit, sound)


def _gives(code: int, said: str, out: Path) -> tuple[str, bool]:
    """Say in words what came of a run, and whether the sound report was analysed."""
    try:
        summary = json.loads(said)
        reports = {
            report["file"]: report for report in json.loads((out / "dossier.json").read_text("utf-8"))["reports"]
        }
    except (ValueError, OSError):
        return f"exit code {code}: {said.strip()[-200:]}", False
    others = len(reports) - ("sound.txt" in reports)
    told = [f"{others:,} analysed"] if others else []
    listed = summary["unread"]
    if listed:
        told.append(f"{listed[0]['reason']}: {listed[0]['detail'].split(';')[0]}")
    if len(listed) > 1:
        told.append(f"{len(listed) - 1:,} more listed")
    sound = reports["sound.txt"]["id"] if "sound.txt" in reports else ""
    if any(len(set(family) - {sound}) > 1 for family in summary["families"]):
        told.append("one family")
    return "; ".join(told).replace("|", "/"), "sound.txt" in reports or others >= 1_999


if __name__ == "__main__":
    sys.exit(main())
