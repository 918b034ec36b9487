"""The facade: what programs and the command line call."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso import __version__, model
from sayso.config import Limits, Progress, Settings
from sayso.errors import NothingReadError
from sayso.model import Attribution, Report, Standing, Unread, Voice

if TYPE_CHECKING:
    from sayso.attribution import SourcingRow
    from sayso.dossier import Backend, TableKind
    from sayso.dossier.compose import Page, StandingView
    from sayso.engines import Run
    from sayso.installation import Check
    from sayso.pipeline import Plan

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
FILES = ("dossier.json", "dossier.html", "dossier.md")
WITHOUT = "without.json"


class Dossier(model.Dossier):
    """The finding as `analyse` returns it: the data of the model, which also shows itself in a notebook and turns into tables."""

    __slots__ = ()

    def to_dataframe(self, kind: TableKind = "claims", backend: Backend | None = None) -> Any:
        """Return the claims, propositions or conflicts as a data frame; see `sayso.to_dataframe`."""
        return to_dataframe(self, kind, backend)

    def __repr__(self) -> str:
        counts = (
            f"{len(getattr(self, part))} {part}"
            for part in ("reports", "claims", "propositions", "conflicts", "updates", "unread")
        )
        return f"<Dossier: {', '.join(counts)}>"

    def _repr_html_(self) -> str:
        from sayso.dossier import to_notebook

        return to_notebook(self)


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
    run, unread = _run(paths, settings, progress, news_plan())
    return _dossier(run, unread)


def without(
    pile: model.Dossier | Paths,
    names: str | Iterable[str],
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Standing:
    """Tell what still stands when reports, or the claims that rest on actors, are left out.

    `pile` is a dossier, or paths as for `analyse`. A name is that of a report (file, file without ending, outlet, title) or of an actor (name,
    alias), whatever its case; `report:` or `actor:` before it tells which is meant. With an actor goes whoever speaks for the same body. The
    pile is analysed whole, then again without what is left out; `Standing.whole` and `Standing.remaining` are the two dossiers.

    Raises NameNotClearError when a name fits nothing or several, NothingReadError when no path gave a report, ValueError when `names` is empty.

    >>> sayso.without(dossier, "Reuters").fallen  # doctest: +SKIP
    """
    from sayso.assessment import named, resting_on, standing
    from sayso.engines import Local
    from sayso.pipeline import news_plan, source_plan, standing_plan

    wanted = [names] if isinstance(names, str) else list(names)
    if not wanted:
        raise ValueError("name at least one report or actor to leave out")
    settings = Settings(workers=workers, limits=limits or Limits())
    if isinstance(pile, model.Dossier):
        whole, unread = pile, pile.unread
        run = Local(settings).run(source_plan(), pile.reports, progress)
    else:
        run, unread = _run(pile, settings, progress, news_plan())
        whole = _dossier(run, unread)
    found = list(dict.fromkeys(named(whole, name) for name in wanted))
    going = {
        each.id: resting_on(whole, run.products["analysis"], each.id)
        if each.kind == "actor"
        else tuple(claim for claim in whole.claims if claim.report == each.id)
        for each in found
    }
    left = [report for report in run.reports if report.id not in going]
    places = frozenset((claim.report, claim.start, claim.end) for claims in going.values() for claim in claims)
    rest = Local(settings).run(standing_plan(places), left, progress, run.alone("analysis", "attributed"))
    left_out = tuple(model.LeftOut(each.kind, each.id, each.name, len(going[each.id])) for each in found)
    return standing(whole, _dossier(rest, (*unread, *_failed(rest, whole.reports))), left_out)


def sources(
    paths: Paths, *, workers: int | None = None, progress: Progress | None = None, limits: Limits | None = None
) -> Sources:
    """Read a pile and return, for each report, its sourcing table and all of its attributions.

    The arguments are those of `analyse`. Raises NothingReadError when no path gave a report, ValueError when `workers` is less than 1.
    """
    from sayso.attribution import sourcing_table
    from sayso.pipeline import source_plan

    settings = Settings(workers=workers, limits=limits or Limits())
    run, unread = _run(paths, settings, progress, source_plan())
    tables = [
        Sourcing(report, sourcing_table(report, analysis, attributions), attributions)
        for report, analysis, attributions in zip(
            run.reports, run.products["analysis"], run.products["attributions"], strict=True
        )
    ]
    return Sources(tuple(sorted(tables, key=lambda table: (_natural(table.report.file), table.report.id))), unread)


def actors(
    paths: Paths, *, workers: int | None = None, progress: Progress | None = None, limits: Limits | None = None
) -> Actors:
    """Read a pile and return its actors: names, kinds, aliases with the reason for each merge, how often they speak, through whom they are quoted.

    The arguments are those of `analyse`. Raises NothingReadError when no path gave a report, ValueError when `workers` is less than 1.
    """
    from sayso.attribution import roll
    from sayso.pipeline import source_plan

    settings = Settings(workers=workers, limits=limits or Limits())
    run, unread = _run(paths, settings, progress, source_plan())
    return Actors(roll(run.reports, run.products["actors"], run.products["attributions"]), unread)


def to_dataframe(dossier: model.Dossier, kind: TableKind = "claims", backend: Backend | None = None) -> Any:
    """Return the claims, propositions or conflicts of a dossier as a data frame of pandas or polars, one row each.

    `kind` is "claims", "propositions" or "conflicts". `backend` is "pandas" or "polars"; None takes pandas, or polars where pandas is not
    installed. A column has the same type in every dossier, an empty one included; what is unknown is missing.

    Raises MissingLibraryError when the library is not installed, ValueError for an unknown kind or backend.

    >>> sayso.to_dataframe(dossier, "propositions").head()  # doctest: +SKIP
    """
    from sayso.dossier import to_dataframe as frame

    return frame(dossier, kind, backend)


def doctor() -> tuple[Check, ...]:
    """Check the installation part by part: Python, libraries, lexicons, a temporary folder, the terminal, a tiny analysis, optional parts."""
    from sayso.installation import checks

    return checks()


def families(dossier: model.Dossier) -> list[list[str]]:
    """Return the ids of the reports that share text, family by family, the largest first; a report that stands alone is in none."""
    from sayso.derivation import families as found

    absent = [each.id for each in dossier.absent]
    grouped = found(dossier.derivations, [report.id for report in dossier.reports], absent)
    return [family.reports for family in grouped if len(family.reports) > 1]


def view(dossier: model.Dossier) -> Page:
    """Return everything a reader is shown, as plain data: the lines of the first screen, the families of reports, what changed."""
    from sayso.dossier.compose import compose

    return compose(dossier)


def view_standing(found: Standing) -> StandingView:
    """Return what leaving something out changes as plain data, as `view` does for a dossier."""
    from sayso.dossier import compose_standing

    return compose_standing(found)


def write(dossier: model.Dossier | Standing, directory: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write dossier.json, dossier.html and dossier.md into `directory`, which is made if it is not there; return their paths.

    Of a `Standing` the dossier of the whole pile is written, and without.json beside it. Each file is complete or not there: it is written
    under another name first. Raises OutputError when that is not possible.
    """
    from sayso.dossier import to_html, to_json, to_markdown, without_json
    from sayso.dossier.files import write_whole

    whole = dossier.whole if isinstance(dossier, Standing) else dossier
    page = view(whole)
    contents = [to_json(whole), to_html(whole, page).encode("utf-8"), to_markdown(whole, page).encode("utf-8")]
    names = list(FILES)
    if isinstance(dossier, Standing):
        contents.append(without_json(dossier, contents[0]))
        names.append(WITHOUT)
    return write_whole(Path(directory), dict(zip(names, contents, strict=True)))


def _natural(file: str) -> tuple[tuple[int, int, str], ...]:
    """Order files as people count: r2 before r10."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d{1,18})", file))


def _run(paths: Paths, settings: Settings, progress: Progress | None, plan: Plan) -> tuple[Run, tuple[Unread, ...]]:
    from sayso.engines import Local
    from sayso.reading import read

    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    reading = read(given, limits=settings.limits, progress=progress)
    if not reading.reports:
        raise NothingReadError(_nothing(reading.unread))
    run = Local(settings).run(plan, reading.reports, progress)
    unread = tuple(sorted({*reading.unread, *_failed(run, reading.reports)}))
    if not run.reports:
        raise NothingReadError(_nothing(unread))
    return run, unread


def _failed(run: Run, reports: Iterable[Report]) -> list[Unread]:
    files = {report.id: report.file for report in reports}
    return [
        Unread(
            files[failure.report],
            "not read",
            f"{failure.step} failed on it ({failure.error}); this is a fault of Sayso: please report it",
        )
        for failure in run.failures
    ]


def _nothing(unread: Iterable[Unread]) -> str:
    listed = [f"  {entry.file}: {entry.detail or entry.reason}" for entry in unread]
    more = [f"  and {len(listed) - 20} more"] if len(listed) > 20 else []
    return "\n".join(
        [
            "no report could be read; give .txt, .md, .html, .pdf, .docx, .eml or .json files, or folders of them",
            *listed[:20],
            *more,
        ]
    )


def _dossier(run: Run, unread: tuple[Unread, ...]) -> Dossier:
    """Put the products of the news plan together; a run without reports gives an empty dossier."""
    if not run.reports:
        parts: dict[str, Any] = {
            each.name: () for each in fields(Dossier) if each.name not in ("version", "schema", "unread")
        }
        return Dossier(version=__version__, unread=unread, **parts)
    found, stemma, comparison = run.products["findings"], run.products["stemma"], run.products["comparison"]
    attributions = dict(zip((report.id for report in run.reports), run.products["attributions"], strict=True))
    reports = sorted(run.reports, key=lambda report: (_natural(report.file), report.id))
    return Dossier(
        version=__version__,
        reports=tuple(reports),
        attributions=tuple(attribution for report in reports for attribution in attributions[report.id]),
        claims=comparison.claims,
        propositions=found.propositions,
        derivations=stemma.derivations,
        absent=stemma.absent,
        cycles=stemma.cycles,
        drift=found.drift,
        conflicts=found.conflicts,
        updates=found.updates,
        actors=run.products["actors"],
        timeline=found.timeline,
        unread=unread,
    )
