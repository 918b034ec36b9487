"""Print how well and how fast copied text is found in piles of growing size, beside other ways of finding it.

    python -m benchmarks.speed.reuse [--sizes 100,1000,10000] [--json]

Copies with 5 to 40 % of their words edited and single passages of forty words are planted into reports of 500 words: news of the corpora where they are at hand, else
made up. Each method runs in a process of its own; planting is not timed. Ends with 1 when an aim is missed: 10,000 reports in 60 s of a processor and 2 GB, and at most twelve times the time of
1,000; their reworded sentences in ten minutes. The peers come with the extra `bench` (pip install -e '.[bench]'); those that are not installed are left out and named.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from importlib.util import find_spec

from benchmarks.quality.table import grid
from benchmarks.speed.reuse import rewording
from benchmarks.speed.reuse.measure import Measured, apart, rewording_apart
from benchmarks.speed.reuse.methods import METHODS, MOST

SECONDS, MEMORY, GROWTH, REWORDED = 60.0, 2048.0, 12.0, 600.0
NEEDS = {"datasketch MinHash + LSH": "datasketch"}
PASSIM = "passim is not run: it is no package of the package index (what bears its name there is something else), and needs Spark."


def main(arguments: list[str] | None = None) -> int:
    """Measure, print a table or JSON, return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed.reuse", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--sizes", default="100,1000,10000", metavar="N,N", help="how many reports the piles have")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    given = parser.parse_args(arguments)
    try:
        sizes = [int(size) for size in given.sizes.split(",")]
    except ValueError:
        parser.error(f"--sizes takes whole numbers with commas between them, not {given.sizes!r}")
    if min(sizes) < 40:
        parser.error("--sizes: a pile of fewer than 40 reports holds no planted passage")
    absent = [name for name, package in NEEDS.items() if find_spec(package) is None]
    measured = [
        apart(method, size)
        for size in sizes
        for method in METHODS
        if method not in absent and size <= MOST.get(method, size)
    ]
    reworded = [
        rewording_apart(method, size)
        for size in sizes
        for method in rewording.METHODS
        if size <= rewording.MOST.get(method, size)
    ]
    missed = _missed([one for one in measured if one.method == "sayso"], reworded)
    if given.json:
        print(
            json.dumps(
                {
                    "measured": [asdict(one) for one in measured],
                    "reworded": [asdict(one) for one in reworded],
                    "absent": absent,
                    "missed": missed,
                }
            )
        )
        return 1 if missed else 0
    print(table(measured))
    print(
        "\nMiB: what the process grew by, and its peak with the documents. others: not planted, but with eight equal words in a row; false: without."
    )
    print("\n" + rewording_table(reworded))
    print(
        "\nothers: pairs of sentences that were not planted as rewordings, among them those of the copies, above the likeness that finds so many of the planted ones."
    )
    print("\n".join([f"{name} is not installed (extra 'bench')." for name in absent] + [PASSIM] + missed))
    return 1 if missed else 0


def table(measured: list[Measured]) -> str:
    """Return the figures, one method on one pile a row."""
    header = ["method", "reports", "news", "seconds", "processor s", "+MiB", "peak MiB", *measured[0].copies, "passages", "others", "false"]  # fmt: skip
    rows = [
        [
            one.method,
            f"{one.reports:,}",
            f"{one.real:,}",
            f"{one.seconds:.2f}",
            f"{one.processor:.2f}",
            f"{one.peak - one.held:.0f}",
            f"{one.peak:.0f}",
            *(f"{share:.2f}" for share in one.copies.values()),
            f"{one.passages:.2f}",
            f"{one.others:,}",
            f"{one.false:,}",
        ]
        for one in measured
    ]
    return grid(header, rows)


def rewording_table(measured: list[rewording.Measured]) -> str:
    """Return the figures for reworded sentences, one method on one pile a row."""
    header = ["reworded sentences", "reports", "planted", "seconds", "processor s", "peak MiB", *(f"others at {share}" for share in measured[0].others)]  # fmt: skip
    rows = [
        [
            one.method,
            f"{one.reports:,}",
            "paraphrases" if one.real else "made up",
            f"{one.seconds:.2f}",
            f"{one.processor:.2f}",
            f"{one.peak:.0f}",
            *("-" if others is None else f"{others:,}" for others in one.others.values()),
        ]
        for one in measured
    ]
    return grid(header, rows)


def _missed(ours: list[Measured], reworded: list[rewording.Measured]) -> list[str]:
    """Say which aims are missed."""
    by_size = {one.reports: one for one in ours}
    missed = []
    big, small = by_size.get(10_000), by_size.get(1_000)
    if big is not None and big.processor > SECONDS:
        missed.append(f"Aim missed: 10,000 reports took {big.processor:.0f} s of a processor, not {SECONDS:.0f}.")
    if big is not None and big.peak > MEMORY:
        missed.append(f"Aim missed: 10,000 reports took {big.peak:.0f} MiB, not {MEMORY:.0f}.")
    if big is not None and small is not None and big.processor > GROWTH * small.processor:
        missed.append(
            f"Aim missed: 10,000 reports took {big.processor / small.processor:.1f} times as much as 1,000, not {GROWTH:.0f}."
        )
    slow = [one for one in reworded if one.reports == 10_000 and one.processor > REWORDED]
    missed += [
        f"Aim missed: the reworded sentences of 10,000 reports took {one.processor:.0f} s of a processor, not {REWORDED:.0f}."
        for one in slow
    ]
    return missed


if __name__ == "__main__":
    sys.exit(main())
