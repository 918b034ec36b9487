"""Draw the stemma of every gold case beside its gold graph, with what differs in words.

    python -m benchmarks.quality.stemmas [--cases DIR] [-o FILE.html]

One page, no script. Nothing of the reports is in it but their names and outlets.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import Path

import sayso
from benchmarks.shared import ABSENT, shared
from sayso.model import Absent, Derivation

_STYLE = (
    "body{font:15px/1.5 system-ui;margin:2rem;background:#fffdf8;color:#1c1a17}h2{margin-top:3rem}"
    ".pair{display:grid;grid-template-columns:1fr 1fr;gap:2rem;align-items:start}figcaption{font-weight:600}svg{max-width:100%;height:auto}"
)


def ours(case: Path) -> sayso.Stemma:
    """Return the stemma of a case as the tool finds it."""
    return sayso.stemma(case / "reports")


def gold(case: Path, found: sayso.Stemma) -> sayso.Stemma:
    """Return the gold graph of a case over the reports of `found`, as a stemma that can be drawn; a follow-up cites and takes no text."""
    held = json.loads((case / "gold.json").read_text("utf-8"))
    ids = {Path(report.file).stem: report.id for report in found.reports}
    derivations = tuple(
        Derivation(
            child=ids[edge["child"]],
            parent=ids.get(edge["parent"], edge["parent"]),
            basis="citation" if edge["kind"] == "follow-up" else "both" if edge["credited"] else "text",
            kind=edge["kind"],
            direction_known=True,
            credited=edge["credited"],
            score=0.0,
            reasons=(),
        )
        for edge in held["derivations"]
    )
    absent = tuple(Absent(id=each["id"], is_=each["is"], evidence=()) for each in held.get("absent", ()))
    return replace(found, derivations=derivations, absent=absent, cycles=())


def differences(found: sayso.Stemma, wanted: sayso.Stemma) -> list[str]:
    """Return what differs, an edge a line; dispatches count as the same when they have a child in common."""
    names = {report.id: Path(report.file).stem for report in found.reports}
    names |= _matched(found, wanted)
    mine = {(names[d.child], names.get(d.parent, d.parent)): d for d in found.derivations}
    theirs = {(names[d.child], names.get(d.parent, d.parent)): d for d in wanted.derivations}
    lines = []
    for pair in sorted(mine.keys() | theirs.keys()):
        said, gold_ = mine.get(pair), theirs.get(pair)
        edge = f"{pair[0]} from {pair[1]}"
        if said is None and gold_ is not None:
            lines.append(f"{edge}: missed ({gold_.kind}, {'credited' if gold_.credited else 'not credited'})")
        elif gold_ is None and said is not None:
            lines.append(f"{edge}: not in the gold ({said.kind}, {said.basis}): {' '.join(said.reasons[:2])}")
        elif said is not None and gold_ is not None:
            if said.basis != gold_.basis:
                lines.append(f"{edge}: by {said.basis}, gold by {gold_.basis}")
            if said.kind != gold_.kind:
                lines.append(f"{edge}: called {said.kind}, gold {gold_.kind}")
    return lines


def _matched(found: sayso.Stemma, wanted: sayso.Stemma) -> dict[str, str]:
    """Return a common name for each absent dispatch of `found`: that of the gold one with which it shares most children."""
    children = {
        x.id: {d.child for d in stemma.derivations if d.parent == x.id} for stemma in (wanted,) for x in stemma.absent
    }
    named: dict[str, str] = {}
    free = dict(children)
    for x in found.absent:
        own = {d.child for d in found.derivations if d.parent == x.id}
        best = max(free, key=lambda g: (len(free[g] & own), g), default=None)
        if best is not None and free[best] & own:
            named[x.id] = best
            del free[best]
        else:
            named[x.id] = f"{x.id} ({x.is_})"
    return named


def page(cases: list[Path], said: Callable[[str], None] = lambda line: None) -> str:
    """Return the page; `said` is given each difference as a line."""
    parts = [
        "<!doctype html><meta charset=utf-8><title>Stemmas beside the gold</title>",
        f"<style>{_STYLE}</style><h1>Stemmas beside the gold</h1>",
    ]
    for case in cases:
        found = ours(case)
        wanted = gold(case, found)
        faults = differences(found, wanted)
        for line in faults:
            said(f"{case.name}: {line}")
        listed = "".join(f"<li>{escape(line)}</li>" for line in faults) or "<li>nothing differs</li>"
        parts.append(
            f"<h2>{escape(case.name)}</h2><div class=pair><figure><figcaption>Sayso</figcaption>{_svg(found)}</figure>"
            f"<figure><figcaption>Gold</figcaption>{_svg(wanted)}</figure></div><ul>{listed}</ul>"
        )
    return "\n".join(parts)


def _svg(stemma: sayso.Stemma) -> str:
    return stemma.to_svg().partition("?>")[2] if stemma.to_svg().startswith("<?xml") else stemma.to_svg()


def main(arguments: list[str] | None = None) -> int:
    """Write the page and print the differences; 0 also when the gold cases are not here."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality.stemmas", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--cases", type=Path, metavar="DIR", help="other cases than the gold ones")
    parser.add_argument("-o", "--output", type=Path, default=Path("out/stemmas.html"), metavar="FILE")
    given = parser.parse_args(arguments)
    home = shared()
    if home is None and given.cases is None:
        print(f"skipped: {ABSENT}")
        return 0
    folder = given.cases or (home / "cases" if home is not None else Path())
    cases = sorted(entry.parent for entry in folder.glob("*/gold.json"))
    given.output.parent.mkdir(parents=True, exist_ok=True)
    given.output.write_text(page(cases, print), "utf-8")
    print(f"written: {given.output}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
