"""View data for the page, computed first: templates only print."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.dossier.compose import relations, stemma, voices
from sayso.dossier.compose.collation import compose_collation
from sayso.dossier.compose.data import page_data
from sayso.dossier.compose.families import alone, families_in_words, trees
from sayso.dossier.compose.index import Index
from sayso.dossier.compose.limits import limits
from sayso.dossier.compose.listing import compose_listing
from sayso.dossier.compose.pedigree import compose_stemma
from sayso.dossier.compose.picture import picture
from sayso.dossier.compose.plain import visible
from sayso.dossier.compose.propositions import propositions
from sayso.dossier.compose.reports import reports
from sayso.dossier.compose.standing import compose_standing
from sayso.dossier.compose.view import Page, UnreadView
from sayso.dossier.compose.view.collation import CollationView
from sayso.dossier.compose.view.listing import ListingView
from sayso.dossier.compose.view.standing import Stand, StandingView
from sayso.dossier.compose.view.tree import Kin, StemmaView
from sayso.dossier.compose.wording import number
from sayso.model import Dossier, Standing

__all__ = [
    "CollationView",
    "Kin",
    "ListingView",
    "Page",
    "Stand",
    "StandingView",
    "StemmaView",
    "compose",
    "compose_collation",
    "compose_listing",
    "compose_standing",
    "compose_stemma",
]


def compose(dossier: Dossier, standings: Sequence[Standing] = ()) -> Page:
    """Return everything the page shows, as plain data; the reports come last, when it is known which words are linked to.

    `standings` are what is left without one report or origin each (`sayso.api.each_without`), for those that a reader can take away.
    """
    index = Index(dossier)
    main, tail = propositions(index)
    parts = {
        "picture": picture(index),
        "families": trees(index),
        "alone": alone(index),
        "edges": stemma.edges(index),
        "absent": stemma.absent(index),
        "cycles": stemma.cycles(index),
        "updates": relations.updates(index),
        "changes": relations.changes(index),
        "status": relations.status(index, main),
        "leads": relations.leads(main),
        "conflicts": relations.conflicts(index),
        "days": voices.days(index),
        "voices": voices.voices(index),
        "drift": relations.drift(index),
    }
    return Page(
        title=f"Dossier of {number(len(dossier.reports), 'report')}",
        version=visible(dossier.version),
        schema=visible(dossier.schema),
        figures=_figures(index),
        main=main,
        tail=tail,
        reports=reports(index),
        unread=tuple(UnreadView(visible(u.file), u.reason, visible(u.detail)) for u in dossier.unread),
        limits=limits(dossier),
        hues=index.hues,
        data=page_data(index, standings),
        **parts,  # type: ignore[arg-type]
    )


def _figures(index: Index) -> tuple[tuple[str, str], ...]:
    """The head line: each figure in words, with the section it leads to."""
    dossier = index.dossier
    undated = [index.label(r.id) for r in index.in_order if not r.published]
    if not dossier.reports:
        dated = "no report"
    elif len(undated) == len(dossier.reports):
        dated = "no report is dated"
    elif undated:
        dated = f"not dated: {', '.join(undated[:4])}{' …' if len(undated) > 4 else ''}"
    else:
        dated = "every report is dated"
    return (
        (number(len(dossier.reports), "report"), "reports"),
        (number(index.origins, "origin"), "voices"),
        (families_in_words(index), "stemma"),
        (number(len(dossier.conflicts), "conflict"), "conflicts"),
        (number(len(dossier.updates), "update"), "changes"),
        (dated, "timeline"),
        (f"{len(dossier.unread)} not read" if dossier.unread else "nothing unread", "unread"),
    )
