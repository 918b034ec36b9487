"""The command that opens a case in the browser."""

from __future__ import annotations

import sys
import webbrowser
from typing import Annotated

import typer

from sayso.cli.cases import File
from sayso.cli.options import Quiet, WorkersOption
from sayso.cli.told import told

OPEN = (
    "Open a case in the browser: the whole dossier, live. Drop files in and watch them being read; judge (the same or not, made from it or not, one "
    "person or two, a grade, leave it out), note, undo, and see what each judgement changed. It is served to this machine alone, and nothing "
    "is sent anywhere; Ctrl-C ends it.\n\n"
    "[bold]Examples[/]\n\n"
    "  sayso open affair.sayso\n\n"
    "  sayso open affair.sayso --who Ana           [dim]the name under which you judge[/]\n\n"
    "  sayso open affair.sayso --no-browser        [dim]only print the address[/]"
)


def open_case(
    file: File,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port to listen on; 0 takes a free one.")
    ] = 0,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open the address in the browser.")] = True,
    who: Annotated[
        str | None,
        typer.Option("--who", metavar="NAME", help="Who judges; the login name if not given.", show_default=False),
    ] = None,
    quiet: Quiet = False,
    workers: WorkersOption = None,
) -> None:
    """Open a case in the browser."""
    from sayso import api

    with told("closed; what was judged and added is in the case file"):
        case = api.open_case(file)
        bench = api.open_workbench(case, port=port, who=who, workers=workers)
        try:
            # The address is told even when all else shall be quiet: without it nobody gets in.
            typer.echo(bench.url)
            if not quiet:
                typer.echo(
                    "The address holds a key: whoever on this machine knows it may read and judge the case. Ctrl-C ends it.",
                    err=True,
                )
            sys.stdout.flush()
            if browser and not webbrowser.open(bench.url) and not quiet:
                typer.echo("no browser could be opened; open the address yourself", err=True)
            bench.serve()
        except KeyboardInterrupt:
            if not quiet:
                typer.echo("closed; what was judged and added is in the case file", err=True)
        finally:
            bench.close()
