"""From paths to a finding: reading a pile, running a plan over it, putting its products together."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from sayso import __version__, model
from sayso.config import Progress, Settings
from sayso.errors import NothingReadError
from sayso.model import Report, Unread

if TYPE_CHECKING:
    from sayso.dossier import Backend, TableKind
    from sayso.engines import Run
    from sayso.pipeline import Plan

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


class Dossier(model.Dossier):
    """The finding as `analyse` returns it: the data of the model, which also shows itself in a notebook and turns into tables."""

    __slots__ = ()

    def to_dataframe(self, kind: TableKind = "claims", backend: Backend | None = None) -> Any:
        """Return one kind of finding as a data frame; see `sayso.to_dataframe`."""
        from sayso.dossier import to_dataframe

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


def natural(file: str) -> tuple[tuple[int, int, str], ...]:
    """Order files as people count: r2 before r10."""
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in re.split(r"(\d{1,18})", file))


def run_pile(paths: Paths, settings: Settings, progress: Progress | None, plan: Plan) -> tuple[Run, tuple[Unread, ...]]:
    """Read `paths` and run `plan` over the reports; what was not read comes back with its reasons.

    Raises NothingReadError when no path gave a report.
    """
    from sayso.engines import Local
    from sayso.reading import read

    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    reading = read(given, limits=settings.limits, progress=progress)
    if not reading.reports:
        raise NothingReadError(nothing(reading.unread))
    run = Local(settings).run(plan, reading.reports, progress)
    unread = tuple(sorted({*reading.unread, *failed(run, reading.reports)}))
    if not run.reports:
        raise NothingReadError(nothing(unread))
    return run, unread


def failed(run: Run, reports: Iterable[Report]) -> list[Unread]:
    """Return the reports on which a step failed, as unread."""
    files = {report.id: report.file for report in reports}
    return [
        Unread(
            files[failure.report],
            "not read",
            f"{failure.step} failed on it ({failure.error}); this is a fault of Sayso: please report it",
        )
        for failure in run.failures
    ]


def nothing(unread: Iterable[Unread]) -> str:
    """Return the words of the error for a pile of which nothing was read."""
    listed = [f"  {entry.file}: {entry.detail or entry.reason}" for entry in unread]
    more = [f"  and {len(listed) - 20} more"] if len(listed) > 20 else []
    return "\n".join(
        [
            "no report could be read; give .txt, .md, .html, .pdf, .docx, .eml or .json files, or folders of them",
            *listed[:20],
            *more,
        ]
    )


def finding(run: Run, unread: tuple[Unread, ...]) -> Dossier:
    """Put the products of the news plan together; a run without reports gives an empty dossier."""
    if not run.reports:
        parts: dict[str, Any] = {
            each.name: () for each in fields(Dossier) if each.name not in ("version", "schema", "unread")
        }
        return Dossier(version=__version__, unread=unread, **parts)
    found, stemma, comparison = run.products["findings"], run.products["stemma"], run.products["comparison"]
    attributions = dict(zip((report.id for report in run.reports), run.products["attributions"], strict=True))
    reports = sorted(run.reports, key=lambda report: (natural(report.file), report.id))
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
