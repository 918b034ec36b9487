"""The actors of a pile as a table, as CSV and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso import api
from sayso.cli.tables import shown

if TYPE_CHECKING:
    from sayso.api import Actors
    from sayso.model import Voice

COLUMNS = ("name", "kind", "also called", "speaks", "relays", "quoted through", "reports")


def _cells(voice: Voice) -> list[str]:
    actor = voice.actor
    through = [name if count == 1 else f"{name} ({count})" for name, count in voice.through]
    return [
        actor.name,
        actor.kind,
        "; ".join(actor.aliases),
        str(voice.speaks),
        str(voice.relays),
        "; ".join(through),
        str(len(voice.reports)),
    ]


def heard(found: Actors, everybody: bool) -> Iterator[Voice]:
    """Yield those who speak or pass something on; `everybody` also those who are only named."""
    return (voice for voice in found.voices if everybody or voice.speaks or voice.relays)


def as_csv(found: Actors, everybody: bool) -> str:
    """Return the actors as CSV (see `api.as_csv`)."""
    return api.as_csv(COLUMNS, map(_cells, heard(found, everybody)))


def as_json(found: Actors, everybody: bool) -> str:
    """Return the actors as JSON, each with its mentions (report, start, end, exact) and the reasons why its names were merged."""
    actors = [
        {
            "name": voice.actor.name,
            "kind": voice.actor.kind,
            "aliases": list(voice.actor.aliases),
            "merged_because": list(voice.actor.merged_because),
            "speaks_for": voice.speaks_for,
            "speaks": voice.speaks,
            "relays": voice.relays,
            "through": [{"name": name, "times": count} for name, count in voice.through],
            "reports": list(voice.reports),
            "mentions": [
                {"report": m.report, "start": m.start, "end": m.end, "exact": m.exact} for m in voice.actor.mentions
            ],
        }
        for voice in heard(found, everybody)
    ]
    return json.dumps({"actors": actors}, ensure_ascii=False, indent=2) + "\n"


def as_table(found: Actors, everybody: bool) -> None:
    """Print the actors to the terminal, with the reasons for merges under them."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    voices = list(heard(found, everybody))
    if not voices:
        console.print(Text("nobody speaks", style="dim"))
        return
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for column, ratio in zip(COLUMNS, (4, 3, 4, None, None, 4, None), strict=True):
        numbers = ratio is None
        grid.add_column(column, ratio=ratio, overflow="fold", no_wrap=numbers, justify="right" if numbers else "left")
    for voice in voices:
        grid.add_row(*(Text(shown(cell)) for cell in _cells(voice)))
    console.print(grid)
    reasons = [reason for voice in voices for reason in voice.actor.merged_because]
    if reasons:
        console.print(Text("Why names were taken for one", style="bold"))
        for reason in reasons:
            console.print(Text(f"  {shown(reason)}"))
