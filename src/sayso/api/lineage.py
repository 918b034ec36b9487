"""Which reports were made from which: the stemma by itself."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sayso import __version__, model
from sayso.api.pile import Dossier, Paths, natural, run_pile
from sayso.config import Limits, Progress, Settings
from sayso.model import Report, Unread

if TYPE_CHECKING:
    from sayso.dossier.compose import StemmaView

_ENDINGS = (".svg", ".graphml", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stemma(model.Stemma):
    """The stemma as `stemma` returns it, with its reports in the order of their files and what was not read; it draws and exports itself."""

    reports: tuple[Report, ...]
    unread: tuple[Unread, ...]

    def to_svg(self) -> str:
        """Return the picture of the dossier as an SVG file of its own, with title and description in words."""
        from sayso.dossier import to_svg

        return to_svg(view_stemma(self))

    def to_graphml(self) -> bytes:
        """Return the graph as GraphML in UTF-8; an edge runs from the parent to the child."""
        from sayso.dossier import to_graphml

        return to_graphml(_bare(self))

    def to_json(self) -> bytes:
        """Return the stemma as JSON in UTF-8, in the fields of dossier.json."""
        from sayso.dossier import stemma_json

        return stemma_json(_bare(self))


def stemma(
    pile: model.Dossier | Paths,
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Stemma:
    """Work out which reports of a pile were made from which, which they cite, and which dispatches are missing.

    `pile` is a dossier, or paths as for `analyse`; the other arguments are those of `analyse`. Claims are not looked at, so this takes less
    time than `analyse`; the edges are the same.

    Raises NothingReadError when no path gave a report, ValueError when `workers` is less than 1.

    >>> for edge in sayso.stemma("reports/").derivations:  # doctest: +SKIP
    ...     print(edge.child, edge.kind, edge.parent)
    """
    from sayso.pipeline import stemma_plan

    if isinstance(pile, model.Dossier):
        return Stemma(
            derivations=pile.derivations,
            absent=pile.absent,
            cycles=pile.cycles,
            reports=pile.reports,
            unread=pile.unread,
        )
    settings = Settings(workers=workers, limits=limits or Limits())
    run, unread = run_pile(pile, settings, progress, stemma_plan())
    found: model.Stemma = run.products["stemma"]
    reports = tuple(sorted(run.reports, key=lambda report: (natural(report.file), report.id)))
    return Stemma(
        derivations=found.derivations, absent=found.absent, cycles=found.cycles, reports=reports, unread=unread
    )


def view_stemma(found: Stemma) -> StemmaView:
    """Return the stemma as plain data, as `view` does for a dossier."""
    from sayso.dossier import compose_stemma

    return compose_stemma(_bare(found))


def write_stemma(found: Stemma, path: str | os.PathLike[str]) -> tuple[Path, ...]:
    """Write the stemma to `path`, a file that ends in .svg, .graphml or .json; any other name is a folder that gets one of each kind.

    Raises OutputError when that is not possible.
    """
    from sayso.dossier.files import write_whole

    made = {".svg": lambda: found.to_svg().encode("utf-8"), ".graphml": found.to_graphml, ".json": found.to_json}
    place = Path(path)
    ending = place.suffix.lower()
    if ending in _ENDINGS and not place.is_dir():
        return write_whole(place.parent, {place.name: made[ending]()}, "the stemma")
    return write_whole(place, {f"stemma{each}": made[each]() for each in _ENDINGS}, "the stemma")


def _bare(found: Stemma) -> Dossier:
    """Return a dossier that holds nothing but reports and the stemma: what draws the one draws the other."""
    return Dossier(
        version=__version__,
        reports=found.reports,
        attributions=(),
        claims=(),
        propositions=(),
        derivations=found.derivations,
        absent=found.absent,
        cycles=found.cycles,
        drift=(),
        conflicts=(),
        updates=(),
        actors=(),
        timeline=(),
        unread=found.unread,
    )
