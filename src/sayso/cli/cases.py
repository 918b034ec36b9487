"""The commands about case files: case new, add, show, dossier, find, changes. What they need is imported when they run."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.codes import Code
from sayso.cli.options import Paths, Quiet, Summary, WorkersOption
from sayso.cli.progress import showing
from sayso.cli.told import fail, tell_unread, told

if TYPE_CHECKING:
    pass

ADD = (
    "Add reports to a case file. They are written to it first, all together, and told as added; then they are analysed, and the whole case "
    "is compared anew. What was analysed before is taken from the file. Stopped at any moment, the file holds all that was told as added.\n\n"
    "[bold]Examples[/]\n\n"
    "  sayso add affair.sayso monday/\n\n"
    "  sayso add affair.sayso 'wire/*.html' && sayso changes affair.sayso\n\n"
    "  sayso add affair.sayso monday/ --later      [dim]analyse when it is first shown[/]"
)
SHOW = (
    "Show what a case file holds: by itself the first screen, or one part of it: [bold]claims[/], [bold]conflicts[/], [bold]stemma[/], "
    "[bold]timeline[/], [bold]actors[/], [bold]reports[/], [bold]judgements[/].\n\n"
    "[bold]Examples[/]\n\n"
    "  sayso show affair.sayso\n\n"
    "  sayso show affair.sayso conflicts\n\n"
    "  sayso show affair.sayso claims --json | jq '.propositions[] | select(.independent_origins > 1) | .text'\n\n"
    "  sayso show affair.sayso --unjudged          [dim]what the machine found by itself[/]"
)
DOSSIER = (
    "Write the dossier of a case file, as `sayso analyse` does for a folder: dossier.html, dossier.md, dossier.json.\n\n"
    "[bold]Example[/]\n\n"
    "  sayso dossier affair.sayso -o dossier/"
)
FIND = (
    "Find words in the reports of a case: sentences in which they stand, whatever their endings, then sentences that mean something like them. "
    "Each hit comes with its report, its range (code points of the text) and its words; what is in double quotes is looked for as a phrase.\n\n"
    "[bold]Examples[/]\n\n"
    "  sayso find affair.sayso 'bridge closed'\n\n"
    "  sayso find affair.sayso '\"without warning\"'\n\n"
    "  sayso find affair.sayso 'who ordered it' --json | jq '.hits[] | select(.by == \"meaning\")'"
)
CHANGES = (
    "Tell what changed in a case since the last look: new claims, counts that moved, conflicts that appeared or dissolved, and which report or "
    "judgement brought each. With --seen the present state becomes the last look.\n\n"
    "[bold]Examples[/]\n\n"
    "  sayso changes affair.sayso\n\n"
    "  sayso changes affair.sayso --seen\n\n"
    "  sayso changes affair.sayso --who ana --seen [dim]everybody may have a last look of their own[/]"
)
NEW = (
    "Make a new, empty case file.\n\n"
    "[bold]Example[/]\n\n"
    "  sayso case new affair.sayso"
)  # fmt: skip

group = typer.Typer(
    no_args_is_help=True,
    help="Case files: a pile that grows over weeks, with its analyses and judgements, in one file.",
    context_settings={"help_option_names": ["-h", "--help"]},
)

File = Annotated[str, typer.Argument(metavar="CASE", help="The case file, such as affair.sayso.", show_default=False)]
Unjudged = Annotated[
    bool, typer.Option("--unjudged", help="Leave the judgements aside: what the machine found by itself.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON, for other programs.")]
_IN_PART = "stopped; what was told as added is in the case file, and the analysis goes on at the next look"


class Part(StrEnum):
    """What of a case is shown."""

    overview = "overview"
    claims = "claims"
    conflicts = "conflicts"
    stemma = "stemma"
    timeline = "timeline"
    actors = "actors"
    reports = "reports"
    judgements = "judgements"


@group.callback()
def top() -> None:
    """Hold the commands about a file as a whole."""


@group.command(help=NEW)
def new(
    file: Annotated[
        str,
        typer.Argument(metavar="CASE", help="The file to make; by custom its name ends in .sayso.", show_default=False),
    ],
    quiet: Quiet = False,
) -> None:
    """Make a new case file."""
    from sayso import api

    with told():
        made = api.new_case(file)
    if not quiet:
        typer.echo(f"made: {made.path}")


def add(
    file: File,
    paths: Paths,
    later: Annotated[bool, typer.Option("--later", help="Analyse them when the case is first shown.")] = False,
    quiet: Quiet = False,
    workers: WorkersOption = None,
    summary: Summary = False,
) -> None:
    """Add reports to a case."""
    from sayso import api
    from sayso.cli.parts import added_json, added_line

    with told(), showing(quiet) as progress:
        case = api.open_case(file)
        added = api.add(case, paths, analyse=False, workers=workers, progress=progress)
    if not quiet and not summary:
        for report in added.reports:
            typer.echo(f"added: {report.file}")
    if not summary:
        tell_unread(added.unread, quiet)
    dossier = None
    if not later:
        with told(_IN_PART), showing(quiet) as progress:
            dossier = api.case_dossier(case, workers=workers, progress=progress)
    if summary:
        sys.stdout.write(added_json(added, dossier))
    elif not quiet:
        typer.echo(added_line(added, dossier))


def show(
    file: File,
    part: Annotated[Part, typer.Argument(metavar="PART", help=f"What to show: {', '.join(Part)}.")] = Part.overview,
    unjudged: Unjudged = False,
    as_json: AsJson = False,
    quiet: Quiet = False,
    workers: WorkersOption = None,
) -> None:
    """Show what a case holds."""
    from sayso import api
    from sayso.cli import parts

    if part is Part.reports or part is Part.judgements:
        with told(), showing(quiet) as progress:
            case = api.open_case(file)
            held = api.case_reports(case) if part is Part.reports else ()
            judged = api.judgements(case, workers=workers, progress=progress) if part is Part.judgements else ()
        if part is Part.reports:
            parts.show_reports(held, as_json)
        else:
            parts.show_judgements(judged, as_json)
        return
    with told(), showing(quiet) as progress:
        dossier = api.case_dossier(api.open_case(file), judged=not unjudged, workers=workers, progress=progress)
    if as_json:
        sys.stdout.write(parts.as_json(dossier, part.value))
    else:
        parts.show(dossier, part.value)


def dossier(
    file: File,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="DIR", help="Folder for the dossier; made if it is not there.")
    ] = "dossier",
    unjudged: Unjudged = False,
    quiet: Quiet = False,
    workers: WorkersOption = None,
    summary: Summary = False,
) -> None:
    """Write the dossier of a case."""
    from sayso import api

    with told(), showing(quiet) as progress:
        made = api.case_dossier(api.open_case(file), judged=not unjudged, workers=workers, progress=progress)
        progress("writing the dossier", 0, 1)
        written = api.write(made, output)
        progress("writing the dossier", 1, 1)
    if summary:
        from sayso.cli.summary import as_json

        sys.stdout.write(as_json(made, written, None))
    elif not quiet:
        from sayso.cli.screen import show

        show(made, written)


def find(
    file: File,
    words: Annotated[str, typer.Argument(metavar="WORDS", help="What to look for.", show_default=False)],
    most: Annotated[int, typer.Option("--most", "-n", min=1, max=1000, help="Hits of either sort, at most.")] = 10,
    as_json: AsJson = False,
    quiet: Quiet = False,
    workers: WorkersOption = None,
) -> None:
    """Find words in a case."""
    from sayso import api
    from sayso.cli.parts import hits_json, show_hits

    if not any(char.isalnum() for char in words):
        fail("there is no word to look for; give some", Code.misuse)
    with told(), showing(quiet) as progress:
        hits = api.find(api.open_case(file), words, most=most, workers=workers, progress=progress)
    if as_json:
        sys.stdout.write(hits_json(hits))
    else:
        show_hits(hits)


def changes(
    file: File,
    seen: Annotated[bool, typer.Option("--seen", help="Make the present state the last look.")] = False,
    who: Annotated[
        str, typer.Option("--who", metavar="NAME", help="Whose look; everybody may have one.", show_default=False)
    ] = "",
    as_json: AsJson = False,
    quiet: Quiet = False,
    workers: WorkersOption = None,
) -> None:
    """Tell what changed in a case since the last look."""
    from sayso import api
    from sayso.cli.news import as_json as printed
    from sayso.cli.news import show as show_news

    with told(), showing(quiet) as progress:
        found = api.changes(api.open_case(file), who=who, seen=seen, workers=workers, progress=progress)
    if as_json:
        sys.stdout.write(printed(found))
    else:
        show_news(found)
