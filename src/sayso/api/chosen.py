"""Claims, conflicts, or the timeline by themselves: all of a pile, or what concerns some reports or actors."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from sayso import model
from sayso.api.pile import Paths, finding, run_pile
from sayso.config import Limits, Progress, Settings
from sayso.model import ListingKind

if TYPE_CHECKING:
    from sayso.dossier.compose import ListingView

_KINDS = ("claims", "conflicts", "timeline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing(model.Listing):
    """A listing as `listing` returns it: the data of the model, which also turns into CSV and into JSON."""

    def to_csv(self) -> str:
        """Return the listing as CSV: a row for each claim, or conflict and update, or dated entry and step in the life of a proposition.

        The columns are those of `to_dataframe`. Words that a spreadsheet would run as a formula get an apostrophe before them.
        """
        from sayso.dossier import listing_csv

        return listing_csv(self)

    def to_json(self) -> bytes:
        """Return the listing as JSON in UTF-8, in the fields of dossier.json."""
        from sayso.dossier import listing_json

        return listing_json(self)


def listing(
    pile: model.Dossier | Paths,
    kind: ListingKind = "claims",
    *,
    reports: str | Iterable[str] = (),
    actors: str | Iterable[str] = (),
    conflicting: bool = False,
    most: int | None = None,
    workers: int | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Listing:
    """List the claims of a pile under their propositions, its conflicts and updates, or its timeline with the status of propositions over time.

    `pile` is a dossier, or paths as for `analyse`; `kind` is "claims", "conflicts" or "timeline". `reports` (file, file without ending, outlet
    or title) and `actors` (name or alias) leave only what stands in one of the reports, and has one of the actors, or who speaks for the same
    body, in its chain. `conflicting` leaves only propositions in a conflict; `most` is how many propositions, or conflicts, are listed. Counts
    of reports and origins stay those of the whole pile. The other arguments are those of `analyse`.

    Raises NameNotClearError when a name fits nothing or several, NothingReadError when no path gave a report, ValueError for an unknown kind,
    or when `most` or `workers` is less than 1.

    >>> print(sayso.listing("reports/", "conflicts").to_csv())  # doctest: +SKIP
    """
    from sayso.assessment import chosen, named
    from sayso.pipeline import news_plan

    if kind not in _KINDS:
        raise ValueError(f"there is no listing of '{kind}'; kind is one of {', '.join(_KINDS)}")
    if most is not None and most < 1:
        raise ValueError(f"most is {most}; list at least 1")
    dossier = pile if isinstance(pile, model.Dossier) else None
    if dossier is None:
        assert not isinstance(pile, model.Dossier)
        settings = Settings(workers=workers, limits=limits or Limits())
        dossier = finding(*run_pile(pile, settings, progress, news_plan()))

    def ids(names: str | Iterable[str], what: str) -> frozenset[str]:
        given = [names] if isinstance(names, str) else names
        return frozenset(named(dossier, f"{what}:{name}").id for name in given)

    found = chosen(dossier, kind, ids(reports, "report"), ids(actors, "actor"), conflicting=conflicting, most=most)
    return Listing(**{each.name: getattr(found, each.name) for each in fields(model.Listing)})


def view_listing(found: model.Listing) -> ListingView:
    """Return a listing as plain data, as `view` does for a dossier."""
    from sayso.dossier import compose_listing

    return compose_listing(found)


def write_listing(found: Listing, path: str | os.PathLike[str]) -> Path:
    """Write a listing to `path` as CSV in UTF-8, or as JSON where `path` ends in .json. Raises OutputError when that is not possible."""
    from sayso.dossier.files import write_whole

    place = Path(path)
    content = found.to_json() if place.suffix.lower() == ".json" else found.to_csv().encode("utf-8")
    (written,) = write_whole(place.parent, {place.name: content}, f"the listing of {found.kind}")
    return written
