"""Print how long Sayso takes from process start to written dossier, and its peak memory.

    python -m benchmarks.speed [--reports 200] [--repeat 3]

Cold: the interpreter's packages are dropped from the system's file cache before. First: without compiled bytecode too, as right after installing.
Warm: run again, the fastest of several. Ends with 1 when an aim is missed (five reports 3 s cold, 200 reports 60 s).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.quality.table import grid
from benchmarks.shared import PROJECT, shared
from benchmarks.speed import clock, encoder, pile

FEW_AIM, MANY_AIM = 3.0, 60.0
ENCODED = 100


def main(arguments: list[str] | None = None) -> int:
    """Time the small and the big pile, print a table, return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, default=200, metavar="N", help="how many reports the big piles have")
    parser.add_argument("--repeat", type=int, default=3, metavar="N", help="how many warm runs of the small pile")
    given = parser.parse_args(arguments)
    rows: list[list[str]] = []

    def row(what: str, words: int, how: str, run: clock.Run, aim: float | None) -> bool:
        missed = aim is not None and run.seconds > aim
        together = "-" if run.together is None else f"{run.together:.0f}"
        rows.append(
            [
                what,
                f"{words:,}",
                how,
                f"{run.seconds:.2f}",
                "-" if aim is None else f"{aim:.0f}",
                f"{run.processor:.2f}",
                f"{run.largest:.0f}",
                together,
            ]
        )
        return missed

    home = shared()
    few = (
        home / "cases" / "koreans-in-kursk" / "reports" if home else PROJECT / "examples" / "orlava-gospels" / "reports"
    )
    name = f"{few.parent.name}, {len(list(few.iterdir()))} reports"
    words = sum(len(path.read_text("utf-8").split()) for path in few.iterdir())
    clock.analyse(few)  # compiles what is not compiled yet
    clock.forget_files()
    missed = row(name, words, "cold", clock.analyse(few), FEW_AIM)
    with tempfile.TemporaryDirectory() as empty:
        row(name, words, "first", clock.analyse(few, environment={"PYTHONPYCACHEPREFIX": empty}), None)
    row(
        name,
        words,
        "warm",
        min((clock.analyse(few) for _ in range(max(1, given.repeat))), key=lambda run: run.seconds),
        None,
    )
    with tempfile.TemporaryDirectory() as place:
        made = Path(place)
        words = pile.make(made, given.reports)
        missed |= row(f"made, {given.reports} reports", words, "warm", clock.analyse(made), MANY_AIM)
    with tempfile.TemporaryDirectory() as place:
        texts = Path(place)
        held = pile.real(texts, given.reports)
        if held is not None:
            missed |= row(f"real, {len(list(texts.iterdir()))} reports", held, "warm", clock.analyse(texts), MANY_AIM)
    print(grid(["pile", "words", "start", "seconds", "aim", "processor s", "largest MiB", "together MiB"], rows))
    print(
        f"\n{os.cpu_count()} processors; seconds from process start to written dossier. Other work on the machine counts in."
    )
    print("\n".join(encoder.lines(ENCODED, os.cpu_count() or 1)))
    if home is None:
        print("The five real reports and the real texts are not here: the pile of the house stands in.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
