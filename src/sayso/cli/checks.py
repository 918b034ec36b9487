"""The checks of the installation as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso import __version__

if TYPE_CHECKING:
    from sayso.installation import Check

_MARKS = {"fine": ("✓", "green"), "not there": ("·", "dim"), "failed": ("✗", "bold red")}


def checks_as_json(checks: Sequence[Check]) -> str:
    """Return the checks as JSON: `works`, `version`, and for each `part`, `state`, `found`, `advice`."""
    listed = [{"part": c.part, "state": c.state, "found": c.found, "advice": c.advice} for c in checks]
    works = all(c.state != "failed" for c in checks)
    return json.dumps({"works": works, "version": __version__, "checks": listed}, ensure_ascii=False, indent=2) + "\n"


def show_checks(checks: Sequence[Check]) -> None:
    """Print one line a check, and what to do about those that failed."""
    from rich.console import Console
    from rich.table import Table

    from sayso.cli.words import only_ascii, say

    console, plain = Console(highlight=False), only_ascii()
    table = Table.grid(padding=(0, 2))
    for check in checks:
        mark, style = _MARKS[check.state]
        table.add_row(say(mark, plain, style), say(check.part, plain), say(check.state, plain), say(check.found, plain))
    console.print(table)
    console.print()
    failed = [check for check in checks if check.state == "failed"]
    for check in failed:
        console.print(say(f"{check.part}: {check.advice}", plain, "bold"))
    console.print(
        say(f"{len(failed)} of {len(checks)} checks failed" if failed else f"sayso {__version__} works", plain)
    )
