"""The findings of a dossier as flat tables: one row each and columns of one type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from sayso.dossier.render import rows
from sayso.dossier.render.column import Cell, Column, ColumnType, columns_of
from sayso.dossier.render.rows import Rows
from sayso.model import Dossier, Listing

__all__ = ["Cell", "Column", "ColumnType", "TableKind", "listed", "table"]

TableKind = Literal["claims", "propositions", "conflicts", "updates", "timeline", "history"]


def table(dossier: Dossier, kind: TableKind = "claims") -> tuple[Column, ...]:
    """Return the columns of one kind of finding, in the order of the dossier. Raises ValueError for an unknown kind.

    Several values of one cell stand in one text, parted by '; '; a chain is written origin first, 'Ada Roe › Agency'.
    """
    made = Rows(dossier)
    makers: Mapping[str, Callable[[], tuple[Column, ...]]] = {
        "claims": lambda: columns_of(rows.CLAIMS, [made.claim(c) for c in dossier.claims]),
        "propositions": lambda: columns_of(rows.PROPOSITIONS, [made.proposition(p) for p in dossier.propositions]),
        "conflicts": lambda: columns_of(rows.CONFLICTS, [made.conflict(c) for c in dossier.conflicts]),
        "updates": lambda: columns_of(rows.UPDATES, [made.update(u) for u in dossier.updates]),
        "timeline": lambda: columns_of(rows.TIMELINE, [made.entry(e) for e in dossier.timeline]),
        "history": lambda: columns_of(rows.HISTORY, [row for p in dossier.propositions for row in made.steps(p)]),
    }
    if kind not in makers:
        raise ValueError(f"there is no table of '{kind}'; kind is one of {', '.join(makers)}")
    return makers[kind]()


def listed(listing: Listing) -> tuple[Column, ...]:
    """Return the columns of a listing: a row for each claim, for each conflict and then each update, or for each entry of the timeline and then each step.

    The columns are those of `table` of the same kind.
    """
    made = Rows(listing.dossier)
    if listing.kind == "claims":
        return columns_of(rows.CLAIMS, [made.claim(c) for c in listing.claims])
    if listing.kind == "conflicts":
        pairs = [made.conflict(c) for c in listing.conflicts] + [made.update(u) for u in listing.updates]
        return columns_of(rows.CONFLICTS, pairs)
    steps = [row for p in listing.propositions for row in made.steps(p)]
    return columns_of(rows.TIMELINE, [made.entry(e) for e in listing.timeline] + steps)
