"""Each report in full, as published, with what was found laid over it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sayso.dossier.compose.context import paragraphs
from sayso.dossier.compose.index import Index
from sayso.dossier.compose.labels import opening
from sayso.dossier.compose.marked import Mark, marked, spans_as
from sayso.dossier.compose.plain import shortened, visible, web_address
from sayso.dossier.compose.propositions import FEW, in_tail, main_ids
from sayso.dossier.compose.stemma import edge_anchor, summary
from sayso.dossier.compose.view import Block, Note, Ref, ReportView
from sayso.dossier.compose.wording import share, spoken
from sayso.model import Claim, Derivation, Drift, Report, Span


@dataclass(frozen=True, slots=True)
class _Layers:
    """What lies over one report: skipped ranges, claims, and passages shared with a parent."""

    skipped: tuple[Span, ...]
    claims: list[Claim]
    shared: list[tuple[Span, str]]
    derived: bool


def reports(index: Index) -> tuple[ReportView, ...]:
    """Return every report; call it last, when all anchors have been asked for."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in index.dossier.claims:
        claims[claim.report].append(claim)
    made: dict[str, list[tuple[int, Derivation]]] = defaultdict(list)
    for place, d in enumerate(index.dossier.derivations, 1):
        made[d.child].append((place, d))
    drift: dict[str, list[Drift]] = defaultdict(list)
    for x in index.dossier.drift:
        drift[x.child].append(x)
    main = main_ids(index)
    notes = {c.id: _note(index, c, drift[c.id]) for c in index.dossier.claims if _noted(index, main, c, drift[c.id])}
    views = []
    for report in index.in_order:
        edges = made[report.id]
        layers = _Layers(
            skipped(report),
            sorted(claims[report.id], key=lambda c: (c.start, c.end)),
            [(a.child_span, d.parent) for _, d in edges for a in d.passages],
            any(d.basis != "citation" for _, d in edges),
        )
        views.append(_report(index, report, layers, edges, notes))
    return tuple(views)


def skipped(report: Report) -> tuple[Span, ...]:
    """Return what of the text was not analysed: before and after the body, and what is no journalism within it."""
    ranges = [(0, report.body.start), *((s.start, s.end) for s in report.skipped), (report.body.end, len(report.text))]
    return tuple(Span(start, end) for start, end in ranges if start < end)


def _noted(index: Index, main: set[str], claim: Claim, drift: list[Drift]) -> bool:
    """A plain statement of the report's own voice that stands nowhere else stays without a note: most of a text is that.

    In a large pile, so does every statement of a report's own voice that is not among the first propositions.
    """
    if claim.chain or drift or claim.observed or index.conflicts[claim.id] or claim.id in index.updated:
        return True
    held = index.propositions.get(claim.proposition)
    if held is None or in_tail(index, held):
        return False
    return held.id in main or len(index.reports) <= FEW


def _note(index: Index, claim: Claim, drift: list[Drift]) -> Note:
    held = index.propositions.get(claim.proposition)
    conflicts = index.conflicts[claim.id]
    signs, count = index.tally(held) if held else ("", "")
    return Note(
        href=index.claim_anchor(claim.id),
        hue=index.hue(claim),
        glyphs=signs,
        count=count,
        steps=index.steps(claim.chain, linked=False),
        manner=index.manner(claim),
        proposition=index.proposition_ref(held.id) if held else None,
        conflict=index.conflict_ref(conflicts[0]) if conflicts else None,
        updated=claim.id in index.updated,
        drift=tuple((x.kind, shortened(x.before, 60), shortened(x.after, 60)) for x in drift),
    )


def _report(
    index: Index, report: Report, layers: _Layers, edges: list[tuple[int, Derivation]], notes: dict[str, Note]
) -> ReportView:
    marks = spans_as("skip", layers.skipped, 0, title="not analysed")
    for claim in layers.claims:
        number = held.label if (noted := notes.get(claim.id)) and (held := noted.proposition) else ""
        cls = f"q {index.hue(claim)}".strip()
        marks.append(Mark(claim.start, claim.end, 1, "mark", cls, index.claim_anchor(claim.id), note=number))
        marks += index.voice_marks(claim)
    marks = [m for m in marks if m.anchor] + [m for m in _once(marks) if not m.anchor]
    for span in sorted(index.wanted[report.id]):
        marks.append(Mark(span.start, span.end, 2, "span", "at", index.word_anchor(report.id, span)))
    blocks: list[Block] = []
    counted = 0
    for block in paragraphs(report.text):
        inside = [m for m in marks if m.start < block.end and m.end > block.start]
        starting = [c for c in layers.claims if block.start <= c.start < block.end and c.id in notes]
        unused = any(s.contains(block) for s in layers.skipped)
        rule, words = ("", "") if unused else _rule(index, block, layers)
        blocks.append(
            Block(
                0 if block.end <= report.body.start else (counted := counted + 1),
                marked(report.text, block.start, block.end, inside),
                tuple(notes[c.id] for c in starting),
                rule,
                words,
                unused,
            )
        )
    return ReportView(
        anchor=index.report_anchor(report.id),
        label=index.label(report.id),
        title=shortened(report.title, 200) if report.title else f"“{opening(report)}”",
        fields=_fields(report),
        url=web_address(report.url),
        file=visible(report.file),
        sha256=report.sha256_text,
        edges=tuple(
            Ref(
                edge_anchor(place),
                f"{'cites' if d.basis == 'citation' else 'from'} {index.label(d.parent)}",
                summary(d),
            )
            for place, d in edges
        ),
        blocks=tuple(blocks),
    )


def _once(marks: list[Mark]) -> list[Mark]:
    """Drop marks that say the same of the same words: two claims of one sentence share source and cue."""
    return list({(m.start, m.end, m.cls): m for m in marks if not m.anchor}.values())


def _rule(index: Index, block: Span, layers: _Layers) -> tuple[str, str]:
    """The side rule of a paragraph: shared with a parent wholly or in part, or standing alone in a derived report."""
    found: dict[str, int] = defaultdict(int)
    covered: set[int] = set()
    for span, parent in layers.shared:
        common = span.shared(block)
        if common:
            found[parent] += common
            covered.update(range(max(span.start, block.start), min(span.end, block.end)))
    if not found:
        return ("own", "in no parent") if layers.derived else ("", "")
    part = min(1.0, len(covered) / len(block))
    if part < 0.1:
        return "", ""
    names = " ".join(index.label(p) for p in sorted(found, key=lambda p: (-found[p], p))[:3])
    return ("shared" if part >= 0.8 else "part"), f"{share(part)} shared with {names}"


def _fields(report: Report) -> tuple[tuple[str, str, str], ...]:
    """Name, value and id part of the metadata; what is not given says so."""
    given = [
        ("outlet", report.outlet),
        ("byline", report.byline),
        ("dateline", report.dateline),
        ("published", spoken(report.published) if report.published else None),
        ("address", report.url),
    ]
    return tuple((name, shortened(value, 300) if value else "not given", name) for name, value in given)
