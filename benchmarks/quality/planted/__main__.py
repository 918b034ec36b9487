"""Plant derived reports among honest ones and print how much of the truth is found, as curves.

    python -m benchmarks.quality.planted [--json]

Needs nothing but the project: the reports are its own fiction.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from benchmarks.quality.planted.curves import Curves, curves, figures
from benchmarks.quality.planted.measure import Found
from benchmarks.quality.table import grid


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality.planted", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--json", action="store_true", help="print the counts and figures as JSON")
    given = parser.parse_args(arguments)
    made = curves()
    if given.json:
        print(json.dumps({"figures": figures(made), "counts": asdict(made)}, indent=2))
    else:
        print(shown(made))
    return 0


def shown(made: Curves) -> str:
    """Return the curves as tables, one line a strength or kind of evidence."""
    parts = [
        _table("words changed, dates hidden", {f"{share:.0%}": found for share, found in made.words.items()}),
        _table("sentences said anew, dates hidden", {f"{share:.0%}": found for share, found in made.sentences.items()}),
        _table("shapes, up to 40 % of words changed", made.shapes, pairs_only=True),
        _table("what tells the direction, 20 % of words changed", made.evidence),
        _table("desks: shapes, words, sentences and habits by chance; parents have several children", made.desks),
        f"pairs called derived among the honest reports alone, dates hidden and shown: {made.honest}",
        grid(["figure", "reached"], [[name, f"{value:.3f}"] for name, value in figures(made).items()]),
    ]
    return "\n\n".join(parts)


def _table(title: str, rows: dict[str, Found], pairs_only: bool = False) -> str:
    header = [title, "pairs", "recall", "precision", "direction", "known", "right when known"]
    return grid(
        header,
        [
            [name, str(one.planted), f"{one.recall:.2f}", "" if pairs_only else f"{one.precision:.2f}", f"{one.direction:.2f}", f"{one.knows:.2f}", f"{one.trust:.2f}"]
            for name, one in rows.items()
        ],
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
