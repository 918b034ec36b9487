"""Print how fast the encoder reads with all of its heads, and what it costs to load.

    python -m benchmarks.speed.encoder [--reports 100] [--threads 2]

Words a second over made reports: tags, names, ends, attributions, the tree of every sentence, and what pronouns and descriptions mean. Load time and resident memory are those of a process of its own.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.encoder import Encoder, model
from benchmarks.shared import PROJECT
from benchmarks.speed import pile

LOAD = """
import sys, time
from pathlib import Path
import sayso.language.encoder.read
def resident():
    status = Path("/proc/self/status")
    if not status.is_file():
        import resource
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    return next(int(line.split()[1]) / 1024 for line in status.read_text().splitlines() if line.startswith("VmRSS"))
before, start = resident(), time.perf_counter()
from sayso.language.encoder import load
held = load.model()
print(time.perf_counter() - start, before, resident())
"""
Text = tuple[list[str], list[int]]


@dataclass(frozen=True, slots=True)
class Loading:
    """Seconds to load the model in a fresh process, and its resident MiB before and after."""

    seconds: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Pace:
    """How many words were read, and in how many seconds."""

    words: int
    seconds: float


def texts(reports: int) -> list[Text]:
    """Return the words and gaps of made reports, cut as the tool cuts them."""
    with tempfile.TemporaryDirectory() as place:
        pile.make(Path(place), reports)
        return [cut(path.read_text("utf-8").partition("\n\n")[2]) for path in sorted(Path(place).iterdir())]


def cut(text: str) -> Text:
    """Return the words of a text, a paragraph a line, and what stands before each."""
    from sayso.language.encoder.features import GLUED, PARAGRAPH, SPACE
    from sayso.language.tokens import pieces

    forms: list[str] = []
    gaps: list[int] = []
    at = 0
    for line in text.splitlines(keepends=True):
        before = -1
        for start, end in pieces(text, at, at + len(line)):
            gaps.append(PARAGRAPH if before < 0 else GLUED if before == start else SPACE)
            forms.append(text[start:end])
            before = end
        at += len(line)
    return forms, gaps


def pace(encoder: Encoder, held: list[Text], threads: int) -> Pace:
    """Read all texts with all heads once and return how long it took; the first one is read before the clock starts."""
    _read(encoder, held[0], threads)
    start = time.perf_counter()
    for text in held:
        _read(encoder, text, threads)
    return Pace(sum(len(forms) for forms, _ in held), time.perf_counter() - start)


def loading() -> Loading:
    """Load the model in a process of its own; raises CalledProcessError when that fails."""
    done = subprocess.run([sys.executable, "-c", LOAD], check=True, capture_output=True, text=True, cwd=PROJECT)
    return Loading(*map(float, done.stdout.split()))


def side_by_side(reports: int, processes: int) -> float:
    """Return the words a second of several processes that read at once with one thread each, as the tool reads a large pile."""
    command = [sys.executable, "-m", "benchmarks.speed.encoder", "--reports", str(reports), "--threads", "1", "--bare"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT) for _ in range(processes)]
    return sum(float(one.communicate()[0]) for one in running)


def lines(reports: int, threads: int) -> list[str]:
    """Return what is to be printed."""
    one, run = loading(), pace(model(), texts(reports), threads)
    return [
        f"encoder: {run.words / run.seconds:,.0f} words a second with all heads, {threads} threads "
        f"({reports} made reports, {run.words:,} words, {run.seconds:.1f} s)",
        f"encoder: {side_by_side(reports, threads):,.0f} words a second in {threads} processes with one thread each",
        f"encoder: loaded in {one.seconds:.2f} s; {one.after:.0f} MiB resident, {one.after - one.before:.0f} of them its own",
    ]


def main(arguments: list[str] | None = None) -> int:
    """Print the figures and return 0."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed.encoder", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--reports", type=int, default=100, metavar="N", help="how many made reports are read")
    parser.add_argument("--threads", type=int, default=2, metavar="N", help="how many threads read one report")
    parser.add_argument("--bare", action="store_true", help="print the number of words a second and nothing else")
    given = parser.parse_args(arguments)
    if given.bare:
        run = pace(model(), texts(given.reports), given.threads)
        print(run.words / run.seconds)
        return 0
    print("\n".join(lines(given.reports, given.threads)))
    return 0


def _read(encoder: Encoder, text: Text, threads: int) -> None:
    """Ask for everything that the heads can say of one text, what its pronouns and descriptions mean included."""
    from sayso.language.analysis import tagged
    from sayso.language.encoder.read import sentence_ranges
    from sayso.language.references import references
    from sayso.model import Sentence, Span, Token

    forms, _ = text
    reading = encoder.read(*text, threads=threads)
    reading.name_spans()
    reading.attributions()
    bare, at = [], 0
    for form in forms:
        bare.append(Token(Span(at, at + len(form)), form.lower(), ("X",)))
        at += len(form) + 1
    ranges = sentence_ranges((reading.heard.ends > 0).tolist())
    split = [Sentence(Span(bare[a].span.start, bare[b - 1].span.end), a, b, 0) for a, b in ranges]
    references(reading, split, tagged(reading, split, bare), forms)


if __name__ == "__main__":
    sys.exit(main())
