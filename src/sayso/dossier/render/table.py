"""The findings of a dossier as flat tables: claims, propositions, conflicts, one row each and columns of one type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.model import Claim, Conflict, Dossier, Proposition, Report

TableKind = Literal["claims", "propositions", "conflicts"]
ColumnType = Literal["text", "integer", "number", "truth"]
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the one type of its cells, and the cells; None where something is unknown."""

    name: str
    type: ColumnType
    cells: tuple[Cell, ...]


def table(dossier: Dossier, kind: TableKind = "claims") -> tuple[Column, ...]:
    """Return the columns of one kind of finding, in the order of the dossier. Raises ValueError for an unknown kind.

    Several values of one cell stand in one text, parted by '; '; a chain is written origin first, 'Ada Roe › Agency'.
    """
    makers: Mapping[str, Callable[[Dossier], tuple[Column, ...]]] = {
        "claims": _claims,
        "propositions": _propositions,
        "conflicts": _conflicts,
    }
    if kind not in makers:
        raise ValueError(f"there is no table of '{kind}'; kind is one of {', '.join(makers)}")
    return makers[kind](dossier)


def _columns(shape: Sequence[tuple[str, ColumnType]], rows: Sequence[tuple[Cell, ...]]) -> tuple[Column, ...]:
    return tuple(Column(name, type_, tuple(_whole(row[at]) for row in rows)) for at, (name, type_) in enumerate(shape))


def _whole(cell: Cell) -> Cell:
    """Return a cell that every library takes: half a character of a broken file becomes a question mark, as long as it was."""
    return cell.encode("utf-8", "replace").decode("utf-8") if isinstance(cell, str) else cell


def _status(proposition: Proposition) -> str | None:
    """Return the last status; None where the order of the steps is not known throughout."""
    steps = [(event.order, event.status) for event in proposition.history if event.order is not None]
    return max(steps)[1] if steps and len(steps) == len(proposition.history) else None


def _chain(claim: Claim) -> str:
    return " › ".join(link.name for link in claim.chain)


def _claims(dossier: Dossier) -> tuple[Column, ...]:
    shape: list[tuple[str, ColumnType]] = [
        ("claim", "text"), ("report", "text"), ("file", "text"), ("outlet", "text"), ("published", "text"), ("start", "integer"),
        ("end", "integer"), ("exact", "text"), ("text", "text"), ("kind", "text"), ("origin", "text"), ("chain", "text"),
        ("polarity", "text"), ("certainty", "text"), ("observed", "truth"), ("hedges", "text"), ("event_times", "text"),
        ("places", "text"), ("proposition", "text"),
    ]  # fmt: skip
    reports = {report.id: report for report in dossier.reports}

    def row(claim: Claim) -> tuple[Cell, ...]:
        report = reports[claim.report]
        return (
            claim.id, report.id, report.file, report.outlet, report.published, claim.start,
            claim.end, claim.exact, claim.text, claim.kind, claim.chain[0].name if claim.chain else None, _chain(claim),
            claim.polarity, claim.certainty, claim.observed, "; ".join(span.of(report.text) for span in claim.hedges),
            "; ".join(time.edtf for time in claim.times if time.role == "event"), "; ".join(claim.places), claim.proposition,
        )  # fmt: skip

    return _columns(shape, [row(claim) for claim in dossier.claims])


def _propositions(dossier: Dossier) -> tuple[Column, ...]:
    shape: list[tuple[str, ColumnType]] = [
        ("proposition", "text"), ("text", "text"), ("independent_origins", "integer"), ("origins", "integer"),
        ("origin_names", "text"), ("reports", "integer"), ("claims", "integer"), ("conflicts", "integer"), ("updates", "integer"),
        ("status", "text"), ("source_grade", "text"), ("information_grade", "integer"), ("weight", "number"),
    ]  # fmt: skip
    report_of = {claim.id: claim.report for claim in dossier.claims}

    def row(held: Proposition) -> tuple[Cell, ...]:
        own = set(held.claims)
        return (
            held.id, held.text, held.independent_origins, len(held.origins),
            "; ".join(origin.name for origin in held.origins), len({report_of[claim] for claim in held.claims}), len(held.claims),
            sum(1 for pair in dossier.conflicts if own & {pair.a, pair.b}), sum(1 for pair in dossier.updates if own & {pair.a, pair.b}),
            _status(held),
            held.assessment.source_grade, held.assessment.information_grade, held.rank.weight,
        )  # fmt: skip

    return _columns(shape, [row(proposition) for proposition in dossier.propositions])


def _conflicts(dossier: Dossier) -> tuple[Column, ...]:
    shape: list[tuple[str, ColumnType]] = [("kind", "text"), ("reason", "text"), ("weight", "number")]
    for side in ("a", "b"):
        shape += [(f"{side}{part}", "text") for part in ("", "_file", "_chain", "_text", "_proposition")]
    claims = {claim.id: claim for claim in dossier.claims}
    reports: dict[str, Report] = {report.id: report for report in dossier.reports}

    def side_of(claim: Claim) -> tuple[Cell, ...]:
        return (claim.id, reports[claim.report].file, _chain(claim), claim.text, claim.proposition)

    def row(held: Conflict) -> tuple[Cell, ...]:
        return (held.kind, held.reason, held.weight, *side_of(claims[held.a]), *side_of(claims[held.b]))

    return _columns(shape, [row(conflict) for conflict in dossier.conflicts])
