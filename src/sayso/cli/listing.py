"""The commands that list findings: claims, conflicts and timeline. What they need is imported when they run."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.codes import Code
from sayso.cli.options import Paths, Quiet, WorkersOption
from sayso.cli.progress import showing
from sayso.cli.told import fail, tell_unread, told

if TYPE_CHECKING:
    from sayso.model import ListingKind

_CSV = (
    "CSV is UTF-8, quoted by RFC 4180; words that a spreadsheet would run as a formula (they begin with =, +, - or @) get an apostrophe before "
    "them, and JSON has them unchanged.\n\n"
)
CLAIMS = (
    "List what is claimed, what an analyst should see first before all: each proposition with its origins (● shown independent, ◐ possibly, ○ "
    "none that can be named), and below it every claim: where it stands (report, paragraph, range in code points), its exact words, on whose "
    "word, how surely in the report's words, its times and quantities. As CSV, a row a claim.\n\n"
    + _CSV
    + "[bold]Examples[/]\n\n"
    "  sayso claims reports/\n\n"
    "  sayso claims reports/ --top 10                      [dim]what to see first[/]\n\n"
    "  sayso claims reports/ --actor Reuters               [dim]what came through Reuters[/]\n\n"
    "  sayso claims reports/ --only-conflicting -o odd.csv [dim]a table for a spreadsheet[/]\n\n"
    "  sayso claims reports/ -f json | jq '.propositions[] | select(.independent_origins > 1) | .text'"
)
CONFLICTS = (
    "List where accounts contradict one another, the heaviest first: the kind, why in one sentence, both passages with the words in which they "
    "differ in {braces}, and who stands on each side; then the updates, in which an authority replaces its own words, as [-gone-] and {+come+}. "
    "As CSV, a row a pair with both places; the kind of an update is [bold]update[/].\n\n"
    + _CSV
    + "[bold]Examples[/]\n\n"
    "  sayso conflicts reports/\n\n"
    "  sayso conflicts reports/ --report r3.txt            [dim]what contradicts this report[/]\n\n"
    "  sayso conflicts reports/ -f csv > conflicts.csv\n\n"
    "  sayso conflicts reports/ -f json | jq '.conflicts[] | select(.kind == \"number\") | .reason'"
)
TIMELINE = (
    "List what happened, was said and was published, each under its own date and in one order, dates without a known year last; then the "
    "status of propositions over time (reported, confirmed, denied, disputed, retracted), by whom and on which words; where the order of the steps "
    "is not known, that is said. As CSV, a row a date or step; the role of a step is [bold]status[/].\n\n"
    + _CSV
    + "[bold]Examples[/]\n\n"
    "  sayso timeline reports/\n\n"
    "  sayso timeline reports/ --actor 'Ministry of Mines'\n\n"
    "  sayso timeline reports/ -o timeline.csv\n\n"
    "  sayso timeline reports/ -f json | jq '.timeline[] | select(.role == \"event\")'"
)
_ENDINGS = (".csv", ".json")


class Format(StrEnum):
    """How a listing is printed."""

    table = "table"
    csv = "csv"
    json = "json"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="How to print it.")]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write it to a file that ends in .csv or .json instead of printing it.",
        show_default=False,
    ),
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        "--report",
        metavar="REPORT",
        help="Only what stands in this report (file, outlet or title); may be repeated. Counts stay those of the whole pile.",
        show_default=False,
    ),
]
Actors = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="ACTOR",
        help="Only what has this actor, or who speaks for the same body, in its chain; may be repeated.",
        show_default=False,
    ),
]
Top = Annotated[
    int | None,
    typer.Option("--top", "-n", min=1, help="Only so many, the first ones.", show_default=False),
]
Conflicting = Annotated[bool, typer.Option("--only-conflicting", help="Only propositions that are in a conflict.")]


def claims(
    paths: Paths,
    format: FormatOption = Format.table,
    output: Output = None,
    report: Reports = None,
    actor: Actors = None,
    only_conflicting: Conflicting = False,
    top: Top = None,
    quiet: Quiet = False,
    workers: WorkersOption = None,
) -> None:
    """List what is claimed."""
    _list("claims", paths, format, output, report, actor, only_conflicting, top, quiet, workers)


def conflicts(
    paths: Paths,
    format: FormatOption = Format.table,
    output: Output = None,
    report: Reports = None,
    actor: Actors = None,
    top: Top = None,
    quiet: Quiet = False,
    workers: WorkersOption = None,
) -> None:
    """List where accounts contradict one another, and what was updated."""
    _list("conflicts", paths, format, output, report, actor, False, top, quiet, workers)


def timeline(
    paths: Paths,
    format: FormatOption = Format.table,
    output: Output = None,
    report: Reports = None,
    actor: Actors = None,
    only_conflicting: Conflicting = False,
    quiet: Quiet = False,
    workers: WorkersOption = None,
) -> None:
    """List what is dated, and the status of propositions over time."""
    _list("timeline", paths, format, output, report, actor, only_conflicting, None, quiet, workers)


def _list(
    kind: ListingKind,
    paths: list[str],
    format: Format,
    output: str | None,
    reports: list[str] | None,
    actors: list[str] | None,
    conflicting: bool,
    most: int | None,
    quiet: bool,
    workers: int | None,
) -> None:
    from sayso import api

    if output is not None and PurePath(output).suffix.lower() not in _ENDINGS:
        fail(f"'{output}' ends in no kind of file that a listing is written to; choose .csv or .json", Code.misuse)
    with told(), showing(quiet) as progress:
        found = api.listing(
            paths, kind, reports=reports or (), actors=actors or (), conflicting=conflicting, most=most,
            workers=workers, progress=progress,
        )  # fmt: skip
        written = api.write_listing(found, output) if output is not None else None
    if format is Format.csv and written is None:
        sys.stdout.write(found.to_csv())
    elif format is Format.json and written is None:
        sys.stdout.write(found.to_json().decode("utf-8"))
    elif written is None:
        from sayso.cli.listed import show

        show(api.view_listing(found))
    elif not quiet:
        typer.echo(f"written: {written}", err=True)
    tell_unread(found.dossier.unread, quiet)
