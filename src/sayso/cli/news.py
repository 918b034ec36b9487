"""What changed in a case, in the terminal and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding

from sayso.cli.words import cut, only_ascii, say

if TYPE_CHECKING:
    from sayso.api import Change, Changes

_TITLES = {
    "new claim": "NEW CLAIMS",
    "also said by": "NOW ALSO SAID BY",
    "count moved": "COUNTS THAT MOVED",
    "merged": "CLAIMS THAT ARE ONE NOW",
    "parted": "CLAIMS THAT ARE SEVERAL NOW",
    "claim gone": "CLAIMS GONE",
    "no longer said by": "NO LONGER SAID BY",
    "conflict appeared": "NEW CONFLICTS",
    "conflict dissolved": "CONFLICTS GONE",
}
_MOST = 20


def show(found: Changes) -> None:
    """Print what changed, kind by kind, each with its reason."""
    console, plain = Console(highlight=False), only_ascii()
    if found.since is None:
        console.print(
            say(f"No look yet: all of it is new ({len(found.reports):,} reports). Mark it as seen with --seen.", plain)
        )
        return
    reports = f"{len(found.reports):,} new {'report' if len(found.reports) == 1 else 'reports'}"
    count = len(found.judgements)
    judged = f" · {count:,} {'judgement' if count == 1 else 'judgements'} made or undone" if count else ""
    console.print(say(f"SINCE {found.since[:16].replace('T', ' ')} UTC", plain, "bold"))
    console.print(say(reports + judged, plain, "dim"))
    for report in found.reports[:_MOST]:
        console.print(say(f"  + {report.file}", plain))
    if len(found.reports) > _MOST:
        console.print(say(f"  and {len(found.reports) - _MOST:,} more", plain, "dim"))
    if not found.changes:
        console.print(say("nothing that was found has changed", plain))
    for kind, title in _TITLES.items():
        of = [change for change in found.changes if change.kind == kind]
        if not of:
            continue
        console.print()
        console.print(say(title, plain, "bold"))
        for change in of[:_MOST]:
            console.print(Padding(say(_line(change), plain), (0, 0, 0, 2)))
            why = "; ".join(cause.what for cause in change.because[:3]) + (" …" if len(change.because) > 3 else "")
            console.print(Padding(say(why, plain, "dim"), (0, 0, 0, 4)))
        if len(of) > _MOST:
            console.print(say(f"  and {len(of) - _MOST:,} more (--json gives all)", plain, "dim"))


def _line(change: Change) -> str:
    words = cut(change.text, 200)
    if change.before and change.after:
        return f"{words}: {change.before} → {change.after}"
    return f"{words}: {change.after or change.before}"


def as_json(found: Changes) -> str:
    """Return what changed as JSON; ids of propositions and claims are those of the present dossier, of the earlier one for what is gone."""
    told = {
        "since": found.since,
        "reports": [{"id": report.id, "file": report.file} for report in found.reports],
        "judgements": [one.number for one in found.judgements],
        "changes": [
            {
                "kind": change.kind, "text": change.text, "proposition": change.proposition, "claims": list(change.claims),
                "from": change.before or None, "to": change.after or None,
                "because": [{"kind": cause.kind, "id": cause.id, "what": cause.what} for cause in change.because],
            }
            for change in found.changes
        ],
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"
