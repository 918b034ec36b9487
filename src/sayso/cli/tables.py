"""The sourcing table as a table, as CSV and as JSON."""

from __future__ import annotations

import json

from sayso import api
from sayso.api import Sources
from sayso.model import Span

COLUMNS = ("statement", "type", "name", "title", "justification")


def _cells(row: object) -> list[str]:
    return [str(getattr(row, column) or "") for column in COLUMNS]


def as_csv(found: Sources) -> str:
    """Return the table as CSV (see `api.as_csv`), with a first column `report` when there are several reports."""
    several = len(found.tables) > 1
    rows = [
        [table.report.file, *_cells(row)] if several else _cells(row) for table in found.tables for row in table.rows
    ]
    return api.as_csv(["report", *COLUMNS] if several else COLUMNS, rows)


def as_json(found: Sources) -> str:
    """Return table and attributions as JSON; `chain` and `links` name the origin first, `parent` is the number of the attribution around one; a span is `start`, `end` (code points of the text) and `exact`."""

    def spans(text: str, given: tuple[Span, ...]) -> list[dict[str, object]]:
        return [{"start": span.start, "end": span.end, "exact": span.of(text)} for span in given]

    reports = [
        {
            "file": table.report.file,
            "rows": [{**dict(zip(COLUMNS, _cells(row), strict=True)), "chain": list(row.chain)} for row in table.rows],
            "attributions": [
                {
                    "source": spans(table.report.text, each.source),
                    "cue": spans(table.report.text, each.cue),
                    "content": spans(table.report.text, each.content),
                    "stance": each.stance,
                    "carried": each.carried,
                    "sourced": each.sourced,
                    "parent": each.parent,
                    "links": [
                        {
                            "name": link.name,
                            "kind": link.kind,
                            **({} if link.evidence.span is None else {"exact": link.evidence.span.exact}),
                        }
                        for link in each.links
                    ],
                }
                for each in table.attributions
            ],
        }
        for table in found.tables
    ]
    return json.dumps({"reports": reports}, ensure_ascii=False, indent=2) + "\n"


def as_table(found: Sources) -> None:
    """Print one table a report to the terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    for number, table in enumerate(found.tables):
        if number:
            console.print()
        title = table.report.title or ""
        console.print(Text(shown(f"{table.report.file}  {title}"), style="bold"))
        if not table.rows:
            console.print(Text("no sourced statement", style="dim"))
            continue
        passed = any(len(row.chain) > 1 for row in table.rows)
        grid = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=False, expand=True)
        for column, ratio in zip((*COLUMNS, *(["chain"] if passed else [])), (5, 2, 2, 2, 3, 2), strict=False):
            grid.add_column(column, ratio=ratio, overflow="fold")
        for row in table.rows:
            chain = [" › ".join(row.chain) if len(row.chain) > 1 else ""] if passed else []
            grid.add_row(*(Text(shown(cell)) for cell in (*_cells(row), *chain)))
        console.print(grid)


def shown(words: str) -> str:
    """Return words on one line, what cannot be printed replaced."""
    return " ".join("".join(char if char.isprintable() or char.isspace() else "\ufffd" for char in words).split())
