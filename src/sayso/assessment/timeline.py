"""One line of time: when things happened, were said, were published; nothing without a date the text or a field gives."""

from __future__ import annotations

from sayso.assessment.pile import Pile
from sayso.model import TimelineEntry


def timeline_of(pile: Pile) -> tuple[TimelineEntry, ...]:
    """Return every dated event and statement of the claims, and each report's publication once, in the order of their dates.

    Times whose year is unknown come last.
    """
    entries: dict[tuple[str, str, str], TimelineEntry] = {}
    for report in sorted(pile.reports):
        for claim in pile.claims_in.get(report, ()):
            for time in claim.times:
                if time.role == "publication":
                    key = (time.edtf, "publication", report)
                    what = f"{pile.reports[report].outlet or pile.reports[report].file}: {pile.reports[report].title or 'published'}"
                else:
                    key = (time.edtf, time.role, claim.id)
                    what = claim.text
                entries.setdefault(key, TimelineEntry(time.edtf, time.role, what, claim.id))
    return tuple(
        sorted(
            entries.values(), key=lambda e: (e.when.lstrip("[").startswith("X"), e.when.lstrip("["), e.role, e.claim)
        )
    )
