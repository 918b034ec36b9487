"""Print what a case file survives.

    python -m benchmarks.casefile [--rounds 200] [--programs 20]

Programs that write are killed (`kill -9`) after a random moment, one and two at a time; the disk is full; four programs write at once; and `sayso add`
itself is killed while it works, after which the case must show what a fresh analysis shows. A power failure is not tried: it cannot be, from a program.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import sayso
from benchmarks.casefile.crash import Tally, filled, killed, together
from sayso.casefile import Store
from sayso.dossier import to_json

_PILE = Path(__file__).parents[2] / "examples" / "orlava-gospels" / "reports"


def adding(case: Path, programs: int, seed: int = 1) -> Tally:
    """Kill `sayso add` of single reports after a moment, again and again; what it told as added must be there, and the finding be that of a fresh analysis."""
    sayso.new_case(case)
    chance = random.Random(seed)
    pile = sorted(_PILE.iterdir())
    said: set[str] = set()
    tally = Tally()
    for _ in range(programs):
        path = chance.choice(pile)
        command = [str(Path(sys.executable).with_name("sayso")), "add", str(case), str(path)]
        program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        time.sleep(chance.uniform(0.2, 4.0))
        program.kill()
        out = program.communicate()[0]
        tally.kills += program.returncode < 0
        said |= {line.removeprefix("added: ").strip() for line in out.splitlines() if line.startswith("added: ")}
        there = {report.file for report, _ in sayso.case_reports(sayso.open_case(case))}
        tally.lost += sorted(said - there)
    tally.acknowledged = len(said)
    held = sayso.open_case(case)
    files = [_PILE / report.file for report, _ in sayso.case_reports(held)]
    if files and to_json(sayso.case_dossier(held)) != to_json(sayso.analyse(files)):
        tally.lost.append("the case shows another finding than a fresh analysis")
    return tally


def main() -> None:
    """Run all and print a table; the exit code is 1 when anything was lost."""
    parser = argparse.ArgumentParser(description="Print what a case file survives.")
    parser.add_argument("--rounds", type=int, default=200, help="how often programs are killed")
    parser.add_argument("--programs", type=int, default=20, help="how often `sayso add` is killed")
    asked = parser.parse_args()
    bad = 0
    print(f"{'what':34} {'kills':>6} {'in a transaction':>17} {'acknowledged':>13} {'lost':>5}")
    with tempfile.TemporaryDirectory() as folder:

        def case(name: str) -> Path:
            path = Path(folder, f"{name}.sayso")
            Store.create(path)
            return path

        rows = {
            "killed while writing": lambda: killed(case("one"), asked.rounds),
            "two at once, killed": lambda: killed(case("two"), asked.rounds // 4, seed=2, at_once=2),
            "four at once, left alone": lambda: together(case("four"), 4, 25),
            "full disk (files of 300 kB at most)": lambda: filled(case("full"), 300_000),
            "sayso add, killed": lambda: adding(Path(folder, "add.sayso"), asked.programs),
        }
        for name, run in rows.items():
            tally = run()
            bad += len(tally.lost)
            print(f"{name:34} {tally.kills:6} {tally.journals:17} {tally.acknowledged:13} {len(tally.lost):5}")
            for line in tally.lost[:5]:
                print(f"    {line}")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
