"""What stands in one row of each table, and the names and types of its cells."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.dossier.compose.wording import amount
from sayso.dossier.render.column import Cell, Shape
from sayso.model import Claim, Conflict, Dossier, Proposition, Span, TimelineEntry, Update

Row = tuple[Cell, ...]

CLAIMS: Shape = [
    ("proposition", "text"), ("proposition_text", "text"), ("reports", "integer"), ("origins", "integer"), ("independent_origins", "integer"),
    ("claim", "text"), ("report", "text"), ("file", "text"), ("outlet", "text"), ("published", "text"), ("start", "integer"),
    ("end", "integer"), ("exact", "text"), ("text", "text"), ("kind", "text"), ("origin", "text"), ("chain", "text"),
    ("polarity", "text"), ("certainty", "text"), ("cues", "text"), ("hedges", "text"), ("observed", "truth"), ("event_times", "text"),
    ("statement_times", "text"), ("quantities", "text"), ("places", "text"),
]  # fmt: skip
PROPOSITIONS: Shape = [
    ("proposition", "text"), ("text", "text"), ("independent_origins", "integer"), ("origins", "integer"),
    ("origin_names", "text"), ("reports", "integer"), ("claims", "integer"), ("conflicts", "integer"), ("updates", "integer"),
    ("status", "text"), ("source_grade", "text"), ("information_grade", "integer"), ("weight", "number"),
]  # fmt: skip
_END: Shape = [
    ("", "text"), ("_file", "text"), ("_outlet", "text"), ("_start", "integer"), ("_end", "integer"), ("_exact", "text"),
    ("_chain", "text"), ("_text", "text"), ("_proposition", "text"),
]  # fmt: skip
CONFLICTS: Shape = [
    ("kind", "text"), ("reason", "text"), ("weight", "number"),
    *((f"{side}{part}", type_) for side in ("a", "b") for part, type_ in _END),
]  # fmt: skip
UPDATES: Shape = CONFLICTS
TIMELINE: Shape = [
    ("when", "text"), ("role", "text"), ("order", "integer"), ("status", "text"), ("by", "text"), ("what", "text"), ("proposition", "text"),
    ("claim", "text"), ("file", "text"), ("outlet", "text"), ("start", "integer"), ("end", "integer"), ("exact", "text"),
]  # fmt: skip
HISTORY = TIMELINE


class Rows:
    """The rows of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._reports = {report.id: report for report in dossier.reports}
        self._claims = {claim.id: claim for claim in dossier.claims}
        self._propositions = {p.id: p for p in dossier.propositions}

    def claim(self, claim: Claim) -> Row:
        """Return a claim with the proposition that it carries."""
        report, p = self._reports[claim.report], self._propositions.get(claim.proposition)
        standing: Row = (None, None, None) if p is None else (self._spread(p), len(p.origins), p.independent_origins)

        def words(spans: Iterable[Span]) -> str:
            return "; ".join(" ".join(span.of(report.text).split()) for span in spans)

        def times(role: str) -> str:
            return "; ".join(time.edtf for time in claim.times if time.role == role)

        return (
            claim.proposition, None if p is None else p.text, *standing,
            claim.id, report.id, report.file, report.outlet, report.published, claim.start,
            claim.end, claim.exact, claim.text, claim.kind, claim.chain[0].name if claim.chain else None, _chain(claim),
            claim.polarity, claim.certainty, words(cue for a in claim.attributions for cue in a.cue), words(claim.hedges), claim.observed,
            times("event"), times("statement"), "; ".join(filter(None, map(amount, claim.quantities))), "; ".join(claim.places),
        )  # fmt: skip

    def proposition(self, held: Proposition) -> Row:
        """Return a proposition with what it rests on and how much concerns it."""
        own = set(held.claims)
        return (
            held.id, held.text, held.independent_origins, len(held.origins),
            "; ".join(origin.name for origin in held.origins), self._spread(held), len(held.claims),
            sum(1 for pair in self._dossier.conflicts if own & {pair.a, pair.b}),
            sum(1 for pair in self._dossier.updates if own & {pair.a, pair.b}),
            _status(held), held.assessment.source_grade, held.assessment.information_grade, held.rank.weight,
        )  # fmt: skip

    def conflict(self, held: Conflict) -> Row:
        """Return a conflict with both of its ends."""
        return (held.kind, held.reason, held.weight, *self._end(held.a), *self._end(held.b))

    def update(self, held: Update) -> Row:
        """Return an update with its ends, what was replaced first; it has no weight."""
        return ("update", held.reason, None, *self._end(held.a), *self._end(held.b))

    def entry(self, held: TimelineEntry) -> Row:
        """Return an entry of the timeline, which is no step in the life of a proposition."""
        claim = None if held.role == "publication" else self._claims.get(held.claim)
        proposition = claim.proposition if claim else None
        return (held.when, held.role, None, None, None, held.what, proposition, *self._place(held.claim))

    def steps(self, held: Proposition) -> list[Row]:
        """Return the steps in the life of a proposition; `order` is missing where it is unknown."""
        return [
            (e.when, "status", e.order, e.status, e.by, held.text, held.id, *self._place(e.claim)) for e in held.history
        ]

    def _spread(self, held: Proposition) -> int:
        return len({self._claims[claim].report for claim in held.claims})

    def _end(self, id: str) -> Row:
        claim = self._claims[id]
        report = self._reports[claim.report]
        return (
            claim.id, report.file, report.outlet, claim.start, claim.end, claim.exact, _chain(claim), claim.text, claim.proposition,
        )  # fmt: skip

    def _place(self, id: str) -> Row:
        claim = self._claims.get(id)
        if claim is None:  # a publication may rest on its report
            report = self._reports.get(id)
            return (None, report.file if report else None, report.outlet if report else None, None, None, None)
        report = self._reports[claim.report]
        return (claim.id, report.file, report.outlet, claim.start, claim.end, claim.exact)


def _status(proposition: Proposition) -> str | None:
    """Return the last status; None where the order of the steps is not known throughout."""
    steps = [(event.order, event.status) for event in proposition.history if event.order is not None]
    return max(steps)[1] if steps and len(steps) == len(proposition.history) else None


def _chain(claim: Claim) -> str:
    return " › ".join(link.name for link in claim.chain)
