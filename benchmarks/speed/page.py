"""Print how fluent the dossier is in a headless Chromium: first paint, until it answers, a filter, a jump, for small and big piles.

    python -m benchmarks.speed.page [--reports 5 50 300] [--repeat 5]

Milliseconds by the clock, the middle of several; beside them what the page's main thread itself worked, which other work on the machine does not touch. From
the event to the next frame drawn, and "whole" until what stands far below has followed too. Ends with 1 when an aim is missed (first paint 1 s, filter 100 ms
of the main thread), 2 without a browser.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks.quality.table import grid
from benchmarks.speed.pile import make

PAINT_AIM, FILTER_AIM = 1000.0, 100.0
WORDS = ("barley", "police said", "library", "the key", "")
DRAWN = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
PAINT = "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"
READY = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
TYPED = """word => { const field = document.getElementById('filter'); field.value = word;
  field.dispatchEvent(new Event('input', {bubbles: true})); }"""


def main(arguments: list[str] | None = None) -> int:
    """Make the piles, open their dossiers, print a table, return the exit code."""
    import sayso
    from sayso.dossier.render.pdf import chromium

    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed.page", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--reports", type=int, nargs="+", default=[5, 50, 300], metavar="N")
    parser.add_argument("--repeat", type=int, default=5, metavar="N", help="how often each page is opened")
    given = parser.parse_args(arguments)
    browser = chromium()
    if browser is None:
        print("no Chromium is installed: the page cannot be opened here", file=sys.stderr)
        return 2
    from playwright.sync_api import sync_playwright

    rows, missed = [], False
    with tempfile.TemporaryDirectory() as place, sync_playwright() as play:
        held = play.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for count in given.reports:
            pile, out = Path(place) / f"pile-{count}", Path(place) / f"dossier-{count}"
            pile.mkdir()
            make(pile, count)
            sayso.write(sayso.analyse([pile]), out)
            file = out / "dossier.html"
            seen = [_visit(held, file) for _ in range(max(1, given.repeat))]
            middle = {name: statistics.median(one[name] for one in seen) for name in seen[0]}
            rows.append(
                [f"{count} reports", f"{file.stat().st_size / 1e6:.1f}", *(f"{middle[name]:,.0f}" for name in COLUMNS)]
            )
            missed |= middle["first paint"] > PAINT_AIM or middle["filter, thread"] > FILTER_AIM
        held.close()
    print(grid(["pile", "MB", *COLUMNS], rows))
    print("\nMilliseconds, but for the elements; the slowest of the words typed, the middle of the visits.")
    return 1 if missed else 0


COLUMNS = (
    "elements",
    "first paint",
    "answers",
    "filter",
    "filter, thread",
    "filter, whole",
    "narrow",
    "narrow, thread",
    "narrow, whole",
    "jump",
    "jump, thread",
)


def _visit(browser: Any, file: Path) -> dict[str, float]:
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    watch = page.context.new_cdp_session(page)
    watch.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(file.as_uri())
    page.wait_for_timeout(1500)

    def worked() -> float:
        held = {m["name"]: m["value"] for m in watch.send("Performance.getMetrics")["metrics"]}
        return 1000 * float(held["TaskDuration"])

    def timed(script: str, given: object) -> tuple[float, float, float]:
        before, start = worked(), time.perf_counter()
        page.evaluate(script, given)
        page.evaluate(DRAWN)
        clock, thread = 1000 * (time.perf_counter() - start), worked() - before
        page.wait_for_timeout(400)
        return clock, thread, worked() - before

    found: dict[str, float] = {
        "elements": page.evaluate("document.getElementsByTagName('*').length"),
        "first paint": page.evaluate(PAINT),
        "answers": page.evaluate(READY),
    }
    typed = [max(all_words) for all_words in zip(*(timed(TYPED, word) for word in WORDS), strict=True)]
    narrowed = (timed("n => sayso.filterBy('report', n)", n) for n in ("2", "4", ""))
    chosen = [max(all_reports) for all_reports in zip(*narrowed, strict=True)]
    last = page.evaluate("Object.keys(sayso.data.claims).at(-1)")
    jumped = timed("id => { location.hash = id; }", last)
    for name, (clock, thread, whole) in (("filter", typed), ("narrow", chosen), ("jump", jumped)):
        found[name], found[f"{name}, thread"], found[f"{name}, whole"] = clock, thread, whole
    page.close()
    return found


if __name__ == "__main__":
    sys.exit(main())
