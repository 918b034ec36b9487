"""The facade: what programs and the command line call."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso import model
from sayso.api.cases import (
    Added,
    Case,
    Judged,
    add,
    anchor,
    case_dossier,
    case_reports,
    changes,
    find,
    judge,
    judgements,
    look,
    new_case,
    open_case,
    undo,
)
from sayso.api.chosen import Listing, listing, view_listing, write_listing
from sayso.api.lineage import Stemma, stemma, view_stemma, write_stemma
from sayso.api.pairs import Collation, OnePath, compare, view_collation, write_collation
from sayso.api.pile import Dossier, Paths, finding, natural, run_pile
from sayso.api.standing import each_without, without
from sayso.config import Limits, Progress, Settings
from sayso.model import Attribution, Change, Changes, Hit, Report, Standing, Unread, Voice

if TYPE_CHECKING:
    from sayso.attribution import SourcingRow
    from sayso.dossier import Backend, TableKind
    from sayso.dossier.compose import Page, StandingView
    from sayso.installation import Check
    from sayso.workbench import Workbench

__all__ = [
    "FILES", "WITHOUT", "Actors", "Added", "Case", "Change", "Changes", "Collation", "Dossier", "Hit", "Judged", "Listing", "OnePath", "Paths",
    "Sources", "Sourcing", "Stemma", "actors", "add", "analyse", "anchor", "as_csv", "as_json", "case_dossier", "case_reports", "changes", "compare",
    "doctor", "each_without", "families", "find", "judge", "judgements", "listing", "look", "new_case", "open_case", "open_workbench", "sources",
    "stemma", "to_dataframe", "undo", "view", "view_collation", "view_listing", "view_standing", "view_stemma", "without", "write", "write_collation",
    "write_listing", "write_stemma",
]  # fmt: skip
FILES = ("dossier.json", "dossier.html", "dossier.md")
WITHOUT = "without.json"


@dataclass(frozen=True, slots=True)
class Sourcing:
    """Who is the source of what in one report: the rows of its sourcing table, and all of its attributions."""

    report: Report
    rows: tuple[SourcingRow, ...]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """The sourcing tables of a pile, in the order of the reports' files, and what was not read."""

    tables: tuple[Sourcing, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class Actors:
    """The actors of a pile, those who speak most first, and what was not read."""

    voices: tuple[Voice, ...]
    unread: tuple[Unread, ...]


def analyse(
    paths: Paths, *, workers: int | None = None, progress: Progress | None = None, limits: Limits | None = None
) -> Dossier:
    """Read a pile of reports and work out who claims what, on whose word, and how independently.

    `paths` are files, folders (searched to the bottom) and patterns of .txt, .md, .html, .pdf, .docx, .eml, .json and .jsonl; one path may stand alone. `workers` is the
    number of processes; when None, a big pile gets one a processor. It changes nothing in the result, nor does the order of `paths`.
    `progress` is called as `progress(stage, done, total)`. What cannot be read is listed in `Dossier.unread`, and the rest goes on.

    Raises NothingReadError when no path gave a report, ValueError when `workers` is less than 1.

    >>> dossier = sayso.analyse(["reports/"])  # doctest: +SKIP
    >>> dossier.propositions[0].independent_origins  # doctest: +SKIP
    2
    """
    from sayso.pipeline import news_plan

    settings = Settings(workers=workers, limits=limits or Limits())
    run, unread = run_pile(paths, settings, progress, news_plan())
    return finding(run, unread)


def sources(
    paths: Paths, *, workers: int | None = None, progress: Progress | None = None, limits: Limits | None = None
) -> Sources:
    """Read a pile and return, for each report, its sourcing table and all of its attributions.

    The arguments are those of `analyse`. Raises NothingReadError when no path gave a report, ValueError when `workers` is less than 1.
    """
    from sayso.attribution import sourcing_table
    from sayso.pipeline import source_plan

    settings = Settings(workers=workers, limits=limits or Limits())
    run, unread = run_pile(paths, settings, progress, source_plan())
    tables = [
        Sourcing(report, sourcing_table(report, analysis, attributions), attributions)
        for report, analysis, attributions in zip(
            run.reports, run.products["analysis"], run.products["attributions"], strict=True
        )
    ]
    return Sources(tuple(sorted(tables, key=lambda table: (natural(table.report.file), table.report.id))), unread)


def actors(
    paths: Paths, *, workers: int | None = None, progress: Progress | None = None, limits: Limits | None = None
) -> Actors:
    """Read a pile and return its actors: names, kinds, aliases with the reason for each merge, how often they speak, through whom they are quoted.

    The arguments are those of `analyse`. Raises NothingReadError when no path gave a report, ValueError when `workers` is less than 1.
    """
    from sayso.attribution import roll
    from sayso.pipeline import source_plan

    settings = Settings(workers=workers, limits=limits or Limits())
    run, unread = run_pile(paths, settings, progress, source_plan())
    return Actors(roll(run.reports, run.products["actors"], run.products["attributions"]), unread)


def to_dataframe(dossier: model.Dossier, kind: TableKind = "claims", backend: Backend | None = None) -> Any:
    """Return one kind of finding of a dossier as a data frame of pandas or polars, one row each.

    `kind` is "claims", "propositions", "conflicts", "updates", "timeline" or "history" (the steps in the life of the propositions). `backend` is "pandas" or "polars"; None takes pandas, or polars where pandas is not
    installed. A column has the same type in every dossier, an empty one included; what is unknown is missing.

    Raises MissingLibraryError when the library is not installed, ValueError for an unknown kind or backend.

    >>> sayso.to_dataframe(dossier, "propositions").head()  # doctest: +SKIP
    """
    from sayso.dossier import to_dataframe as frame

    return frame(dossier, kind, backend)


def as_csv(names: Sequence[str], rows: Iterable[Sequence[str | int | float | bool | None]]) -> str:
    """Return rows as CSV with the names of the columns first; words that a spreadsheet would run as a formula get an apostrophe before them."""
    from sayso.dossier import as_csv as written

    return written(names, rows)


def doctor() -> tuple[Check, ...]:
    """Check the installation part by part: Python, libraries, lexicons, a temporary folder, the terminal, a tiny analysis, optional parts."""
    from sayso.installation import checks

    return checks()


def open_workbench(
    case: Case, *, port: int = 0, who: str | None = None, workers: int | None = None, limits: Limits | None = None
) -> Workbench:
    """Serve a case to browsers of this machine, on 127.0.0.1 alone; `port` is any free one when 0, `who` judges, by default whoever is logged in.

    It is at work from now on; `Workbench.serve` answers until it is stopped, `Workbench.close` lets go of everything. Raises OutputError when the
    port is taken.
    """
    from sayso.api.bench import CaseDesk
    from sayso.workbench import Bounds, Workbench

    settings = Settings(workers=workers, limits=limits or Limits())
    return Workbench(CaseDesk(case, who, settings), port, Bounds(file_bytes=settings.limits.file_bytes))


def families(dossier: model.Dossier) -> list[list[str]]:
    """Return the ids of the reports that share text, family by family, the largest first; a report that stands alone is in none."""
    from sayso.derivation import families as found

    absent = [each.id for each in dossier.absent]
    grouped = found(dossier.derivations, [report.id for report in dossier.reports], absent)
    return [family.reports for family in grouped if len(family.reports) > 1]


def view(dossier: model.Dossier, standings: Sequence[Standing] = ()) -> Page:
    """Return everything a reader is shown, as plain data: the lines of the first screen, the families of reports, what changed.

    `standings`, of `each_without`, are what a reader can take away.
    """
    from sayso.dossier.compose import compose

    return compose(dossier, standings)


def view_standing(found: Standing) -> StandingView:
    """Return what leaving something out changes as plain data, as `view` does for a dossier."""
    from sayso.dossier import compose_standing

    return compose_standing(found)


def as_json(dossier: model.Dossier) -> bytes:
    """Return dossier.json of a dossier."""
    from sayso.dossier import to_json

    return to_json(dossier)


def write(
    dossier: model.Dossier | Standing,
    directory: str | os.PathLike[str],
    *,
    standings: Sequence[Standing] = (),
    pdf: bool = False,
) -> tuple[Path, ...]:
    """Write dossier.json, dossier.html and dossier.md into `directory`, which is made if it is not there; return their paths.

    Of a `Standing` the dossier of the whole pile is written, and without.json beside it. `standings`, what is left without one report or origin each, let a
    reader of the page take them away. With `pdf`, dossier.pdf is printed by an installed browser. Each file is complete or not there: it is
    written under another name first. Raises OutputError when that is not possible, MissingLibraryError when there is no browser to print with.
    """
    from sayso.dossier import to_html, to_json, to_markdown, to_pdf, without_json
    from sayso.dossier.files import write_whole

    whole = dossier.whole if isinstance(dossier, Standing) else dossier
    page = view(whole, standings)
    html = to_html(whole, page)
    contents = [to_json(whole), html.encode("utf-8"), to_markdown(whole, page).encode("utf-8")]
    names = list(FILES)
    if isinstance(dossier, Standing):
        contents.append(without_json(dossier, contents[0]))
        names.append(WITHOUT)
    if pdf:
        contents.append(to_pdf(html))
        names.append("dossier.pdf")
    return write_whole(Path(directory), dict(zip(names, contents, strict=True)))
