"""Fuzz every target for its share of the time, print how many inputs each tried and what was found."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from fuzz.seeds import seeds

TARGETS = ("text", "html", "pdf", "docx", "mail", "json", "whole", "pile")


def main() -> int:
    """Run all targets one after the other; the exit code is 1 when one of them found something."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=600, help="for all targets together")
    parser.add_argument(
        "--keep", type=Path, default=Path("out/fuzz"), help="folder for the inputs that broke something"
    )
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    given = parser.parse_args()
    chosen = given.targets or TARGETS
    given.keep.mkdir(parents=True, exist_ok=True)
    broke = False
    for target in chosen:
        inputs, found, tail = run(target, max(5, given.seconds // len(chosen)), given.keep)
        print(f"{target:6} {inputs:>9,} inputs, {len(found)} found {' '.join(map(str, found))}", flush=True)
        if tail:
            print(tail)
        broke |= bool(tail)
    return int(broke)


def run(target: str, seconds: int, keep: Path) -> tuple[int, list[Path], str]:
    """Fuzz one target; return how many inputs were tried, the files that broke it, and the end of what was said."""
    prefix = f"{keep}/{target}-"
    before = set(keep.iterdir())
    with tempfile.TemporaryDirectory() as place:
        corpus = Path(place)
        for number, seed in enumerate(seeds(target)):
            (corpus / f"seed{number}").write_bytes(seed)
        options = [
            f"-max_total_time={seconds}",
            "-timeout=20",
            "-report_slow_units=20",
            "-rss_limit_mb=3000",
            "-max_len=20000",
            f"-artifact_prefix={prefix}",
            "-print_final_stats=1",
            "-verbosity=1",
        ]
        ran = subprocess.run(
            [sys.executable, "-m", "fuzz.harness", target, *options, str(corpus)],
            capture_output=True,
            text=True,
            errors="replace",
        )
    said = ran.stdout + ran.stderr
    counts = re.findall(r"number_of_executed_units:\s*(\d+)", said) or re.findall(r"^#(\d+)\s", said, re.MULTILINE)
    found = sorted(set(keep.iterdir()) - before)
    return int(counts[-1]) if counts else 0, found, said[-3_000:] if found or ran.returncode else ""


if __name__ == "__main__":
    sys.exit(main())
