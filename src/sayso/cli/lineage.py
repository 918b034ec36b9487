"""The commands about who took from whom: stemma and compare. What they need is imported when they run."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import PurePath
from typing import Annotated

import typer

from sayso.cli.codes import Code
from sayso.cli.options import Paths, Quiet, WorkersOption
from sayso.cli.progress import showing
from sayso.cli.told import fail, tell_unread, told

STEMMA = (
    "Print which reports of a pile were made from which, as trees: absent dispatches, each report under the one that it owes most, every edge "
    "with its kind, the share of the child, and whether credit was given; what only cites, and circles of citation, stand apart.\n\n"
    "[bold]Examples[/]\n\n"
    "  sayso stemma reports/\n\n"
    "  sayso stemma reports/ -o stemma.svg         [dim]the picture too[/]\n\n"
    "  sayso stemma reports/ -o stemma.graphml     [dim]the graph, for yEd, Gephi or networkx[/]\n\n"
    "  sayso stemma reports/ -f json | jq '.derivations[] | select(.credited | not)'"
)
COMPARE = (
    "Set two reports side by side: the passages they share, facing each other, gaps left open; words that stand on one side alone as "
    "[-gone-] and {+come+}; changed numbers, dates, hedges, quotations and credits by their kind; who credits whom; what one of them adds.\n\n"
    "Where it is known which was made from the other, that one stands on the right.\n\n"
    "[bold]Examples[/]\n\n"
    "  sayso compare wire.txt paper.html\n\n"
    "  sayso compare wire.txt paper.html -o beside.html    [dim]as a page, to read or print[/]\n\n"
    "  sayso compare wire.txt paper.html --pile reports/   [dim]weighed within the pile they belong to[/]\n\n"
    "  sayso compare wire.txt paper.html --json | jq '.changes[] | select(.kind == \"hedge\")'"
)
_ENDINGS = ("", ".svg", ".graphml", ".json")


OneReport = Annotated[str, typer.Argument(metavar="A", help="One report.", show_default=False)]
Other = Annotated[str, typer.Argument(metavar="B", help="The report to set beside it.", show_default=False)]


class StemmaFormat(StrEnum):
    """How the stemma is printed."""

    tree = "tree"
    svg = "svg"
    graphml = "graphml"
    json = "json"


def stemma(
    paths: Paths,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|DIR",
            help="Write it too: to a file that ends in .svg, .graphml or .json, or one of each kind into a folder.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[StemmaFormat, typer.Option("--format", "-f", help="How to print it.")] = StemmaFormat.tree,
    quiet: Quiet = False,
    workers: WorkersOption = None,
) -> None:
    """Print the stemma of a pile."""
    from sayso import api
    from sayso.cli.trees import show

    if output is not None and PurePath(output).suffix.lower() not in _ENDINGS:
        fail(
            f"'{output}' ends in no kind of file that a stemma is written to; choose .svg, .graphml, .json or a folder",
            Code.misuse,
        )
    with told(), showing(quiet) as progress:
        found = api.stemma(paths, workers=workers, progress=progress)
        written = api.write_stemma(found, output) if output is not None else ()
    if format is StemmaFormat.svg:
        sys.stdout.write(found.to_svg())
    elif format is StemmaFormat.graphml:
        sys.stdout.write(found.to_graphml().decode("utf-8"))
    elif format is StemmaFormat.json:
        sys.stdout.write(found.to_json().decode("utf-8"))
    elif not quiet or not written:
        show(api.view_stemma(found))
    if not quiet:
        for path in written:
            typer.echo(f"written: {path}", err=True)
    tell_unread(found.unread, quiet)


def compare(
    a: OneReport,
    b: Other,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write it too: a page (.html), or .json.", show_default=False
        ),
    ] = None,
    pile: Annotated[
        list[str] | None,
        typer.Option(
            "--pile",
            metavar="PATH",
            help="Weigh the two within these reports: a third one, or an absent dispatch, may explain what both have. May be repeated.",
            show_default=False,
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the comparison as JSON, for other programs.")] = False,
    quiet: Quiet = False,
    workers: WorkersOption = None,
) -> None:
    """Set two reports side by side."""
    from sayso import api
    from sayso.cli.beside import show

    if output is not None and PurePath(output).suffix.lower() not in (".html", ".htm", ".json"):
        fail(f"'{output}' ends in no kind of file that a comparison is written to; choose .html or .json", Code.misuse)
    with told(), showing(quiet) as progress:
        found = api.compare(a, b, pile=pile or None, workers=workers, progress=progress)
        written = api.write_collation(found, output) if output is not None else None
    if as_json:
        sys.stdout.write(found.to_json().decode("utf-8"))
    elif not quiet or written is None:
        show(api.view_collation(found))
    if written is not None and not quiet:
        typer.echo(f"written: {written}", err=True)
    tell_unread(found.dossier.unread, quiet)
