"""Two reports side by side."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso import model
from sayso.api.pile import Paths, failed, finding, nothing
from sayso.config import Limits, Progress, Settings
from sayso.errors import NothingReadError, NotTwoReportsError
from sayso.model import Report, Unread

if TYPE_CHECKING:
    from sayso.dossier.compose import CollationView

OnePath = str | os.PathLike[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation(model.Collation):
    """A comparison as `compare` returns it: the data of the model, which also turns into a page and into JSON."""

    def to_html(self) -> str:
        """Return a page that sets the two side by side: one file, without a script, that opens offline and prints well."""
        from sayso.dossier import compare_html

        return compare_html(view_collation(self))

    def to_json(self) -> bytes:
        """Return the comparison as JSON in UTF-8."""
        from sayso.dossier import compare_json

        return compare_json(self, view_collation(self))


def compare(
    a: OnePath,
    b: OnePath,
    *,
    pile: Paths | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Collation:
    """Set two reports side by side: the passages they share, what changed in them, who credits whom, what one of them adds.

    `a` and `b` are paths of one report each. `pile` are paths of further reports, as for `analyse`, in which the two are weighed: rare words
    are seen to be rare, a third report or an absent dispatch may explain what both have. The other arguments are those of `analyse`.

    Raises NothingReadError when one of the two cannot be read, NotTwoReportsError when both are the same report or a path gives several,
    ValueError when `workers` is less than 1.

    >>> sayso.compare("wire.txt", "paper.txt").passages[0].similarity  # doctest: +SKIP
    1.0
    """
    from sayso.assessment import collate
    from sayso.engines import Local
    from sayso.pipeline import news_plan
    from sayso.reading import read

    settings = Settings(workers=workers, limits=limits or Limits())
    pair = [_one(path, settings.limits) for path in (a, b)]
    if pair[0].id == pair[1].id:
        raise NotTwoReportsError(
            f"'{os.fspath(a)}' and '{os.fspath(b)}' are one report: the same text, outlet and date; give two"
        )
    further: list[Report] = []
    unread: tuple[Unread, ...] = ()
    if pile is not None:
        given = [pile] if isinstance(pile, str | os.PathLike) else list(pile)
        reading = read(given, limits=settings.limits, progress=progress)
        known = {(report.sha256_file, report.outlet) for report in pair} | {(report.id, None) for report in pair}
        further = [r for r in reading.reports if (r.sha256_file, r.outlet) not in known and (r.id, None) not in known]
        unread = reading.unread
    reports = [*pair, *further]
    run = Local(settings).run(news_plan(), reports, progress)
    fault = failed(run, reports)
    if any(report.id not in {held.id for held in run.reports} for report in pair):
        raise NothingReadError(nothing(fault))
    dossier = finding(run, tuple(sorted({*unread, *fault})))
    found = collate(
        dossier, run.reports, run.products["analysis"], run.products["attributions"], pair[0].id, pair[1].id
    )
    return Collation(**{name: getattr(found, name) for name in model.Collation.__slots__})


def view_collation(found: model.Collation) -> CollationView:
    """Return two reports side by side as plain data, as `view` does for a dossier."""
    from sayso.dossier import compose_collation

    return compose_collation(found)


def write_collation(found: Collation, path: str | os.PathLike[str]) -> Path:
    """Write the page of two reports side by side to `path`, or its JSON where `path` ends in .json. Raises OutputError when that is not possible."""
    from sayso.dossier.files import write_whole

    place = Path(path)
    content = found.to_json() if place.suffix.lower() == ".json" else found.to_html().encode("utf-8")
    (written,) = write_whole(place.parent, {place.name: content}, "the comparison")
    return written


def _one(path: OnePath, limits: Limits) -> Report:
    """Read the one report of a path."""
    from sayso.reading import read

    reading = read([path], limits=limits)
    if len(reading.reports) > 1:
        raise NotTwoReportsError(
            f"'{os.fspath(path)}' gives {len(reading.reports)} reports; give a file that holds one report"
        )
    if not reading.reports:
        told = "; ".join(f"{entry.file}: {entry.detail or entry.reason}" for entry in reading.unread[:3])
        raise NothingReadError(f"'{os.fspath(path)}' gave no report to compare: {told or 'there is nothing in it'}")
    return reading.reports[0]
