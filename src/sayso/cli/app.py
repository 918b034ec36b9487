"""The commands: analyse, claims, conflicts, timeline, sources, actors, stemma, compare, those about case files, demo, doctor. What a command needs is imported when it runs: help and version come at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from sayso import __version__
from sayso.cli import cases, lineage, listing, opening
from sayso.cli.options import Paths, Quiet, Summary, WorkersOption
from sayso.cli.pile import example
from sayso.cli.progress import showing
from sayso.cli.stopping import stop_when_asked
from sayso.cli.told import tell_unread, told

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "[bold]On whose say-so?[/] Sayso reads a pile of news reports about one affair and works out who claims what, on whose word, through "
        "which relays, which reports were made from which, and how many independent origins stand behind each claim.\n\n"
        "Everything runs on this machine; nothing is sent anywhere.\n\n"
        "[bold]Examples[/]\n\n"
        "  sayso demo                              [dim]see what it does, on a bundled pile[/]\n\n"
        "  sayso analyse reports/ -o dossier/      [dim]read a folder, write the dossier[/]\n\n"
        "  sayso claims reports/                   [dim]what is claimed, on whose word, how often and how independently[/]\n\n"
        "  sayso conflicts reports/                [dim]where the accounts contradict one another[/]\n\n"
        "  sayso timeline reports/                 [dim]what happened and was said when; what was confirmed, denied, retracted[/]\n\n"
        "  sayso sources story.txt                 [dim]who is the source of what, as a table[/]\n\n"
        "  sayso actors reports/                   [dim]who is in the pile, under which names, quoted through whom[/]\n\n"
        "  sayso stemma reports/ -o stemma.svg     [dim]which report was made from which, as a tree and a picture[/]\n\n"
        "  sayso compare a.txt b.txt               [dim]two reports side by side: what they share, what changed[/]\n\n"
        "  sayso case new affair.sayso             [dim]a pile that grows over weeks: then add, show, find, changes[/]\n\n"
        "  sayso open affair.sayso                 [dim]the case in your browser: read, judge, drop files in[/]\n\n"
        "  sayso doctor                            [dim]does the installation work?[/]\n\n"
        "  sayso --install-completion              [dim]let your shell complete what you type[/]\n\n"
        "Completion: --install-completion sets it up for bash, zsh, fish or PowerShell, after which Tab completes commands, options and their "
        "values; --show-completion prints the script, for those who keep such files by hand.\n\n"
        "Exit codes: 0 done, 1 nothing could be read or the output not written, 2 wrong use."
    ),
)


class Further(StrEnum):
    """What is written besides dossier.json, dossier.html and dossier.md."""

    pdf = "pdf"


class Format(StrEnum):
    """How the sourcing table is printed."""

    table = "table"
    csv = "csv"
    json = "json"


WhatIf = Annotated[
    bool,
    typer.Option(
        "--what-if",
        help="Work out beforehand what still stands without each report and each origin alone, so that a reader of the page can take them away; "
        "some 0.3 s each for five reports, and for piles of at most 30.",
    ),
]
FurtherOption = Annotated[
    Further | None,
    typer.Option(
        "--format", "-f", help="Also write dossier.pdf; needs an installed Chromium or Chrome.", show_default=False
    ),
]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit()


@app.callback()
def top(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Hold what all commands share."""


@app.command(
    help=(
        "Read a pile of reports and write its dossier: dossier.html to read, dossier.md, and dossier.json for other programs.\n\n"
        "A report may begin with header lines and an empty line: [bold]Title:[/], [bold]Outlet:[/], [bold]Published:[/], [bold]Byline:[/], "
        "[bold]Dateline:[/], [bold]URL:[/]. What cannot be read is listed with its reason; the rest is analysed.\n\n"
        "[bold]Examples[/]\n\n"
        "  sayso analyse reports/ -o dossier/\n\n"
        "  sayso analyse a.html b.txt 'wire/**/*.txt' -o dossier/\n\n"
        "  sayso analyse reports/ --without Reuters  [dim]what still stands if its report is left out?[/]\n\n"
        "  sayso analyse reports/ --what-if           [dim]make every report and origin of the page one that can be taken away[/]\n\n"
        "  sayso analyse reports/ --format pdf        [dim]also dossier.pdf, printed by an installed Chromium or Chrome[/]\n\n"
        "  sayso analyse reports/ -o dossier/ --json --quiet | jq .conflicts"
    )
)
def analyse(
    paths: Paths,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="Folder for the dossier; made if it is not there.")
    ] = "dossier",
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--without",
            metavar="REPORT|ACTOR",
            help="Tell what still stands without this report (file, outlet or title), or without the word of this actor and whoever speaks "
            "for the same body; may be repeated. The dossier stays that of the whole pile; the difference is printed and written to without.json. "
            "[dim]report:NAME[/] or [dim]actor:NAME[/] where a name fits both.",
            show_default=False,
        ),
    ] = None,
    what_if: WhatIf = False,
    format: FurtherOption = None,
    quiet: Quiet = False,
    workers: WorkersOption = None,
    summary: Summary = False,
) -> None:
    """Read a pile of reports and write its dossier."""
    _analyse(paths, output, quiet, workers, summary, without or [], what_if, format is not None)


@app.command(
    help=(
        "Print who is the source of what in each report: statement, type, name, title, justification.\n\n"
        "[bold]Examples[/]\n\n"
        "  sayso sources story.txt\n\n"
        "  sayso sources reports/ --format csv > sources.csv\n\n"
        "  sayso sources story.html --format json      [dim]with all attributions and their places in the text[/]"
    )
)
def sources(
    paths: Paths,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print the table.")] = Format.table,
    quiet: Quiet = False,
    workers: WorkersOption = None,
) -> None:
    """Print the sourcing table of each report."""
    from sayso import api
    from sayso.cli.tables import as_csv, as_json, as_table

    with told(), showing(quiet) as progress:
        found = api.sources(paths, workers=workers, progress=progress)
    if format is Format.csv:
        sys.stdout.write(as_csv(found))
    elif format is Format.json:
        sys.stdout.write(as_json(found))
    else:
        as_table(found)
    tell_unread(found.unread, quiet)


@app.command(
    help=(
        "List the actors of a pile: name, kind, other names, how often they speak, how often they pass on others' words, through whom they "
        "are quoted, and why names were taken for one.\n\n"
        "[bold]Examples[/]\n\n"
        "  sayso actors reports/\n\n"
        "  sayso actors reports/ --all                 [dim]also those who are only named[/]\n\n"
        "  sayso actors reports/ --format json | jq '.actors[] | select(.speaks > 2) | .name'"
    )
)
def actors(
    paths: Paths,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to print the list.")] = Format.table,
    everybody: Annotated[bool, typer.Option("--all", "-a", help="List also those who are only named.")] = False,
    quiet: Quiet = False,
    workers: WorkersOption = None,
) -> None:
    """List the actors of a pile."""
    from sayso import api
    from sayso.cli.roll import as_csv, as_json, as_table

    with told(), showing(quiet) as progress:
        found = api.actors(paths, workers=workers, progress=progress)
    if format is Format.csv:
        sys.stdout.write(as_csv(found, everybody))
    elif format is Format.json:
        sys.stdout.write(as_json(found, everybody))
    else:
        as_table(found, everybody)
    tell_unread(found.unread, quiet)


app.command(help=listing.CLAIMS)(listing.claims)
app.command(help=listing.CONFLICTS)(listing.conflicts)
app.command(help=listing.TIMELINE)(listing.timeline)
app.command(help=lineage.STEMMA)(lineage.stemma)
app.command(help=lineage.COMPARE)(lineage.compare)
app.add_typer(cases.group, name="case")
app.command(help=cases.ADD)(cases.add)
app.command(help=cases.SHOW)(cases.show)
app.command(help=cases.DOSSIER)(cases.dossier)
app.command(help=cases.FIND)(cases.find)
app.command(help=cases.CHANGES)(cases.changes)
app.command("open", help=opening.OPEN)(opening.open_case)


@app.command(
    help=(
        "Analyse the bundled example: a made-up affair whose reports copy, rewrite, cite and contradict one another.\n\n"
        "[bold]Example[/]\n\n"
        "  sayso demo -o /tmp/sayso-demo"
    )
)
def demo(
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="Folder for the dossier; made if it is not there.")
    ] = "sayso-demo",
    what_if: WhatIf = False,
    format: FurtherOption = None,
    quiet: Quiet = False,
    workers: WorkersOption = None,
    summary: Summary = False,
) -> None:
    """Analyse the bundled example pile."""
    with told():
        pile = example()
    if not quiet and not summary:
        typer.echo(f"The reports lie in {pile}", err=True)
    _analyse([str(pile)], output, quiet, workers, summary, what_if=what_if, pdf=format is not None)


@app.command(
    short_help="Check the installation: Python, libraries, lexicons, folders, terminal, a tiny analysis.",
    help=(
        "Check the installation: Python, every library, every lexicon, a temporary folder, the terminal, a tiny analysis. Optional parts that "
        "are not there are no fault.\n\n"
        "[bold]Examples[/]\n\n"
        "  sayso doctor\n\n"
        "  sayso doctor --json | jq '.checks[] | select(.state == \"failed\")'\n\n"
        "Exit codes: 0 it works, 1 something failed."
    ),
)
def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print the checks as JSON, for other programs.")] = False,
) -> None:
    """Check the installation."""
    from sayso import api
    from sayso.cli.checks import checks_as_json, show_checks

    with told():
        checks = api.doctor()
    if as_json:
        sys.stdout.write(checks_as_json(checks))
    else:
        show_checks(checks)
    if any(check.state == "failed" for check in checks):
        raise typer.Exit(1)


def _analyse(
    paths: list[str],
    output: str,
    quiet: bool,
    workers: int | None,
    summary: bool,
    without: Sequence[str] = (),
    what_if: bool = False,
    pdf: bool = False,
) -> None:
    from sayso import api

    standing = None
    with told(), showing(quiet) as progress:
        if without:
            standing = api.without(paths, without, workers=workers, progress=progress)
            dossier = standing.whole
        else:
            dossier = api.analyse(paths, workers=workers, progress=progress)
        standings = api.each_without(dossier, workers=workers, progress=progress) if what_if else ()
        progress("writing the dossier", 0, 1)
        written = api.write(standing or dossier, output, standings=standings, pdf=pdf)
        progress("writing the dossier", 1, 1)
    if summary:
        from sayso.cli.summary import as_json

        sys.stdout.write(as_json(dossier, written, standing))
    elif not quiet:
        from sayso.cli.screen import show

        show(dossier, written, standing)


def run() -> None:
    """Run the command line; what the terminal cannot show becomes a question mark, and a closed pipe is no error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    stop_when_asked()
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
