"""Two reports side by side as JSON: spans, edges and changes, for other programs."""

from __future__ import annotations

from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from sayso.dossier import contract as out
from sayso.dossier.compose import CollationView
from sayso.dossier.meanings import described
from sayso.dossier.render.json import exported
from sayso.model import Claim, Collation, Drift, DriftKind, PassageOrder, Report, Span

COMPARE_SCHEMA: Literal["sayso.compare/1"] = "sayso.compare/1"


class _Part(Struct, forbid_unknown_fields=True):
    """What all parts of the contract share: a field that is not named here is a mistake."""


class SharedOut(_Part):
    """A passage of both reports."""

    left: out.SpanOut
    right: out.SpanOut
    similarity: float


class ChangeOut(_Part):
    """A change of a known kind in a claim that both have."""

    kind: DriftKind
    before: str = field(name="from")
    after: str = field(name="to")
    left: out.SpanOut
    right: out.SpanOut


class CompareOut(_Part):
    """Two reports side by side; where it is known which was made from the other, that one is `right`."""

    schema: Literal["sayso.compare/1"]
    version: str
    summary: str
    left: out.ReportOut
    right: out.ReportOut
    edges: list[out.DerivationOut]
    passages: list[SharedOut]
    order: PassageOrder | None
    changes: list[ChangeOut]
    additions: list[out.SpanOut]


def compare_json(found: Collation, view: CollationView) -> bytes:
    """Return the comparison as indented UTF-8 with a final newline."""
    whole = exported(found.dossier)
    reports = {report.id: report for report in whole.reports}
    pair = {found.left.id, found.right.id}
    claims = {claim.id: claim for claim in found.dossier.claims}
    made = CompareOut(
        schema=COMPARE_SCHEMA,
        version=whole.version,
        summary=view.summary,
        left=reports[found.left.id],
        right=reports[found.right.id],
        edges=[edge for edge in whole.derivations if {edge.child, edge.parent} == pair],
        passages=[
            SharedOut(_span(found.left, p.parent_span), _span(found.right, p.child_span), p.similarity)
            for p in found.passages
            if p.parent_span is not None
        ],
        order=found.order,
        changes=[_change(found, d, claims[d.child], claims[d.parent]) for d in found.drift if d.parent],
        additions=[_span(found.right, claim.span) for claim in found.additions],
    )
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def compare_schema() -> dict[str, Any]:
    """Return the JSON Schema (Draft 2020-12) of the comparison, generated from the types; every field has its meaning."""
    schema = msgspec.json.schema(CompareOut)
    schema["$defs"]["EvidenceOut"] |= {"minProperties": 1, "maxProperties": 1}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": COMPARE_SCHEMA, "title": "Sayso compare"}
    return {**head, **schema, "$defs": described(schema["$defs"])}


def _span(report: Report, span: Span) -> out.SpanOut:
    return out.SpanOut(span.start, span.end, span.of(report.text))


def _change(found: Collation, drift: Drift, child: Claim, parent: Claim) -> ChangeOut:
    """Return a change with the left one's words first, whichever was made from the other."""
    if child.report == found.left.id:
        return ChangeOut(
            drift.kind, drift.after, drift.before, _span(found.left, child.span), _span(found.right, parent.span)
        )
    return ChangeOut(
        drift.kind, drift.before, drift.after, _span(found.left, parent.span), _span(found.right, child.span)
    )
