"""One method on one pile, in a process of its own, so that its time and its memory are its own."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.shared import PROJECT
from benchmarks.speed.reuse import rewording
from benchmarks.speed.reuse.methods import METHODS, share_a_run
from benchmarks.speed.reuse.plant import plant


@dataclass(frozen=True, slots=True)
class Measured:
    """What a method took and found.

    `seconds` on the clock and of the processor, `peak` MiB of the process, `held` MiB of it before the method began (the documents);
    `copies` gives the share of planted copies that is found, by share of edited words; `passages` that of the planted passages.
    `others` were not planted but share a run of eight equal words; `false` pairs do not.
    """

    method: str
    reports: int
    real: int
    seconds: float
    processor: float
    peak: float
    held: float
    copies: dict[str, float]
    passages: float
    others: int
    false: int


def measure(method: str, count: int) -> Measured:
    """Plant a pile and let a method find what was planted, in this process."""
    planted = plant(count)
    held = _peak()
    processor, clock = time.process_time(), time.perf_counter()
    found = METHODS[method](planted.documents)
    seconds, used = time.perf_counter() - clock, time.process_time() - processor
    peak = _peak()
    unplanted = found - planted.pairs()
    related = sum(share_a_run(planted.documents[a], planted.documents[b]) for a, b in unplanted)
    copies = {
        f"{s:.0%}": _share(sum(pair in found for pair in pairs), len(pairs)) for s, pairs in planted.copies.items()
    }
    passages = _share(sum(pair in found for pair, _, _ in planted.passages), len(planted.passages))
    return Measured(
        method, count, planted.real, round(seconds, 2), round(used, 2), round(peak), round(held), copies, passages, related, len(unplanted) - related
    )  # fmt: skip


def apart(method: str, count: int) -> Measured:
    """Measure in a process of its own; raises RuntimeError with what it said when that fails."""
    return Measured(**_apart(method, count))


def rewording_apart(method: str, count: int) -> rewording.Measured:
    """Measure the finding of reworded sentences in the same way."""
    return rewording.Measured(**_apart(method, count))


def _apart(method: str, count: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.speed.reuse.measure", method, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{method} on {count} reports ended with {done.returncode}: {done.stderr[-1000:]}")
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _share(part: int, whole: int) -> float:
    return round(part / whole, 3) if whole else 1.0


def _peak() -> float:
    """Return the most memory, in MiB, that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    one = (rewording.measure if sys.argv[1] in rewording.METHODS else measure)(sys.argv[1], int(sys.argv[2]))
    print(json.dumps(asdict(one)))
