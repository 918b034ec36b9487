"""The dossier as JSON, in the shape of the contract."""

from __future__ import annotations

from typing import Any, Literal, cast

import msgspec

from sayso.dossier import contract as out
from sayso.dossier.meanings import described
from sayso.model import (
    Absent,
    Actor,
    Claim,
    Cycle,
    Derivation,
    Dossier,
    Drift,
    Evidence,
    Passage,
    Proposition,
    Report,
    Span,
)


def to_json(dossier: Dossier) -> bytes:
    """Return dossier.json as indented UTF-8 with a final newline; the same dossier gives the same bytes."""
    return msgspec.json.format(msgspec.json.encode(exported(dossier)), indent=1) + b"\n"


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (Draft 2020-12) of dossier.json, generated from the types of the contract; every field has its meaning."""
    schema = msgspec.json.schema(out.DossierOut)
    # The types can only say that each part may be left out; that exactly one is there stands here.
    schema["$defs"]["EvidenceOut"] |= {"minProperties": 1, "maxProperties": 1}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "sayso.dossier/1",
        "title": "Sayso dossier",
        **schema,
        "$defs": described(schema["$defs"]),
    }


def exported(dossier: Dossier) -> out.DossierOut:
    """Return the dossier in the types of the contract."""
    texts = {report.id: report.text for report in dossier.reports}
    where = {claim.id: claim.report for claim in dossier.claims}
    return out.DossierOut(
        schema=cast(Literal["sayso.dossier/1"], dossier.schema),
        version=dossier.version,
        reports=[_report(r) for r in dossier.reports],
        claims=[_claim(c, texts[where[c.id]]) for c in dossier.claims],
        propositions=[_proposition(p) for p in dossier.propositions],
        derivations=[_derivation(d, texts) for d in dossier.derivations],
        absent=[_absent(a) for a in dossier.absent],
        cycles=[_cycle(c) for c in dossier.cycles],
        drift=[_drift(d) for d in dossier.drift],
        conflicts=[out.ConflictOut(c.kind, c.a, c.b, c.reason, c.weight) for c in dossier.conflicts],
        updates=[out.UpdateOut(u.a, u.b, u.reason) for u in dossier.updates],
        actors=[_actor(a) for a in dossier.actors],
        timeline=[out.TimelineOut(t.when, t.role, t.what, t.claim) for t in dossier.timeline],
        unread=[out.UnreadOut(u.file, u.reason, u.detail) for u in dossier.unread],
    )


def _span(span: Span, text: str) -> out.SpanOut:
    return out.SpanOut(span.start, span.end, span.of(text))


def _spans(spans: tuple[Span, ...], text: str) -> list[out.SpanOut]:
    return [_span(span, text) for span in spans]


def _passage(passage: Passage) -> out.PassageOut:
    return out.PassageOut(passage.report, passage.start, passage.end, passage.exact)


def _evidence(evidence: Evidence) -> out.EvidenceOut:
    if evidence.span:
        return out.EvidenceOut(span=_passage(evidence.span))
    if evidence.field:
        return out.EvidenceOut(field_=out.FieldOut(evidence.field.report, evidence.field.name))
    assert evidence.absence is not None  # the model allows no fourth kind
    return out.EvidenceOut(absence=out.AbsenceOut(list(evidence.absence.searched), evidence.absence.wanted))


def _all(evidence: tuple[Evidence, ...]) -> list[out.EvidenceOut]:
    return [_evidence(one) for one in evidence]


def _report(r: Report) -> out.ReportOut:
    return out.ReportOut(
        id=r.id,
        file=r.file,
        outlet=r.outlet,
        title=r.title,
        byline=r.byline,
        dateline=r.dateline,
        published=r.published,
        url=r.url,
        language=r.language,
        sha256_file=r.sha256_file,
        sha256_text=r.sha256_text,
    )


def _claim(c: Claim, text: str) -> out.ClaimOut:
    return out.ClaimOut(
        id=c.id,
        report=c.report,
        start=c.start,
        end=c.end,
        exact=c.exact,
        kind=c.kind,
        text=c.text,
        filled=_spans(c.filled, text),
        refers_to=c.refers_to,
        chain=[out.LinkOut(link.name, link.actor, link.kind, _evidence(link.evidence)) for link in c.chain],
        attributions=[
            out.AttributionOut(_spans(w.source, text), _spans(w.cue, text), _spans(w.content, text))
            for w in c.attributions
        ],
        polarity=c.polarity,
        certainty=c.certainty,
        hedges=_spans(c.hedges, text),
        times=[out.TimeOut(t.role, t.edtf, _span(t.span, text) if t.span else None) for t in c.times],
        quantities=[
            out.QuantityOut(
                span=_span(q.span, text),
                low=q.low,
                high=q.high,
                unit=q.unit,
                counted=q.counted,
                approximation=q.approximation,
                comparison=q.comparison,
                ratio=q.ratio,
                base=q.base,
            )
            for q in c.quantities
        ],
        places=list(c.places),
        proposition=c.proposition,
    )


def _proposition(p: Proposition) -> out.PropositionOut:
    grade = p.assessment
    return out.PropositionOut(
        id=p.id,
        text=p.text,
        claims=list(p.claims),
        origins=[out.OriginOut(o.id, o.name, o.actor) for o in p.origins],
        pairs=[out.PairOut(x.a, x.b, x.independence, x.reason) for x in p.pairs],
        independent_origins=p.independent_origins,
        history=[out.EventOut(e.when, e.order, e.status, e.by, e.claim) for e in p.history],
        assessment=out.AssessmentOut(grade.source_grade, grade.information_grade, list(grade.reasons)),
        leads=[out.LeadOut(lead.kind, lead.what, lead.search, lead.claim) for lead in p.leads],
        rank=out.RankOut(p.rank.weight, list(p.rank.reasons)),
    )


def _derivation(d: Derivation, texts: dict[str, str]) -> out.DerivationOut:
    return out.DerivationOut(
        child=d.child,
        parent=d.parent,
        basis=d.basis,
        kind=d.kind,
        direction_known=d.direction_known,
        credited=d.credited,
        score=d.score,
        reasons=list(d.reasons),
        passages=[
            out.AlignedOut(
                _span(a.child_span, texts[d.child]),
                _span(a.parent_span, texts[d.parent]) if a.parent_span else None,
                a.similarity,
            )
            for a in d.passages
        ],
        evidence=_all(d.evidence),
    )


def _absent(a: Absent) -> out.AbsentOut:
    return out.AbsentOut(id=a.id, is_=a.is_, evidence=_all(a.evidence))


def _cycle(c: Cycle) -> out.CycleOut:
    return out.CycleOut(reports=list(c.reports), evidence=_all(c.evidence))


def _drift(d: Drift) -> out.DriftOut:
    return out.DriftOut(
        child=d.child, parent=d.parent, kind=d.kind, before=d.before, after=d.after, evidence=_all(d.evidence)
    )


def _actor(a: Actor) -> out.ActorOut:
    return out.ActorOut(
        id=a.id,
        name=a.name,
        kind=a.kind,
        aliases=list(a.aliases),
        mentions=[_passage(m) for m in a.mentions],
        merged_because=list(a.merged_because),
    )
