"""From anchors back to the words they speak of, and to the claims that stand there now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model import Anchor, Claim, Passage, Report

_LEAST = 0.5
"""Share of the shorter of two ranges that must be common for a claim to be the one that was meant."""


def anchor(report: Report, start: int | None = None, end: int | None = None) -> Anchor:
    """Return the anchor of a range of a report, of the whole of it when no range is given; raises ValueError for a range outside of the text."""
    if start is None and end is None:
        return Anchor(report.sha256_text, report.id, report.file)
    if start is None or end is None or not 0 <= start < end <= len(report.text):
        raise ValueError(f"the text of {report.file} has no range {start}..{end}; it has {len(report.text)} characters")
    return Anchor(report.sha256_text, report.id, report.file, start, end, report.text[start:end])


class Finder:
    """Finds anchors in the reports of a case."""

    def __init__(self, reports: Iterable[Report]) -> None:
        self._reports = sorted(reports, key=lambda report: report.id)

    def report(self, wanted: Anchor) -> Report | None:
        """Return the report an anchor speaks of: by id, else by the text's digest and the file, else by digest alone, else by file and exact words."""
        same = [r for r in self._reports if r.sha256_text == wanted.digest]
        for fits in (
            [r for r in same if r.id == wanted.report],
            [r for r in same if r.file == wanted.file],
            same,
            [r for r in self._reports if r.file == wanted.file and (wanted.whole or wanted.exact in r.text)],
            [r for r in self._reports if not wanted.whole and wanted.exact in r.text],
        ):
            if fits:
                return fits[0]
        return None

    def words(self, wanted: Anchor) -> Passage | None:
        """Return the words an anchor speaks of: at its offsets, else where the exact words stand nearest to them; None when they stand nowhere."""
        home = self.report(wanted)
        if home is None or wanted.whole:
            return None
        if home.text[wanted.start : wanted.end] == wanted.exact:
            return Passage(home.id, wanted.start, wanted.end, wanted.exact)
        places = []
        at = home.text.find(wanted.exact)
        while at >= 0:
            places.append(at)
            at = home.text.find(wanted.exact, at + 1)
        if not places:
            return None
        start = min(places, key=lambda place: (abs(place - wanted.start), place))
        return Passage(home.id, start, start + len(wanted.exact), wanted.exact)

    def claim(self, wanted: Anchor, claims: Sequence[Claim]) -> Claim | None:
        """Return the claim that stands at an anchor's words now, the one that shares most with them; None when none shares half."""
        words = self.words(wanted)
        if words is None:
            return None
        near = [c for c in claims if c.report == words.report and c.span.overlaps(words.span)]
        fits = [c for c in near if c.span.shared(words.span) >= _LEAST * min(len(c.span), len(words.span))]

        def likeness(claim: Claim) -> tuple[float, int]:
            shared = claim.span.shared(words.span)
            return shared / (len(claim.span) + len(words.span) - shared), -claim.start

        return max(fits, key=likeness, default=None)
