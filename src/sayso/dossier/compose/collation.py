"""Two reports side by side: the summary in a sentence, credits, and the rows with what changed marked by its type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.assessment import spine
from sayso.dossier.compose.collated import credits_of, summary
from sayso.dossier.compose.difference import changed
from sayso.dossier.compose.facing import Facing, body_paragraphs, facing
from sayso.dossier.compose.index import Index
from sayso.dossier.compose.marked import Mark, marked
from sayso.dossier.compose.plain import shortened, visible
from sayso.dossier.compose.view.collation import CollationView, Column, Paragraph, Row, RowKind, Typed
from sayso.dossier.compose.wording import share, spoken
from sayso.model import Claim, Collation, Drift, Report, Span

# Below this share of equal words a passage is a rewording, in which single words are not set against each other.
_REWORDED = 0.5
_SHORT = 160


def compose_collation(found: Collation) -> CollationView:
    """Return two reports side by side as they are shown."""
    index = Index(found.dossier)
    left, right = body_paragraphs(found.left), body_paragraphs(found.right)
    marks = (_marks(index, found, found.left), _marks(index, found, found.right))
    rows, places = [], []
    pairs = (
        facing(left, right, found.passages, (found.left.text, found.right.text))
        if found.passages
        else [Facing(range(len(left)), range(len(right)))]
    )
    for number, pair in enumerate(pairs, 1):
        row, typed = _row(index, found, f"row-{number}", pair, (left, right), marks)
        rows.append(row)
        places += typed
    return CollationView(
        title=f"{index.label(found.left.id)} and {index.label(found.right.id)} side by side",
        version=visible(found.dossier.version),
        summary=summary(index, found, left, right),
        left=_column(index, found, found.left),
        right=_column(index, found, found.right),
        reasons=tuple(f"{reason}." for edge in found.edges for reason in index.reasons(edge.reasons)),
        changes=tuple(places),
        additions=tuple(shortened(claim.exact, _SHORT) for claim in found.additions),
        rows=tuple(rows),
    )


def _column(index: Index, found: Collation, report: Report) -> Column:
    fields = [
        ("outlet", report.outlet),
        ("published", spoken(report.published) if report.published else "not dated"),
        ("byline", report.byline),
        ("file", report.file),
    ]
    return Column(
        index.label(report.id),
        visible(report.title or ""),
        tuple((name, visible(value)) for name, value in fields if value),
        credits_of(index, found, report),
    )


def _row(
    index: Index,
    found: Collation,
    anchor: str,
    pair: Facing,
    paragraphs: tuple[Sequence[Span], Sequence[Span]],
    marks: tuple[Sequence[Mark], Sequence[Mark]],
) -> tuple[Row, list[Typed]]:
    cells = [
        tuple(Paragraph(n + 1, marked(report.text, spans[n].start, spans[n].end, held)) for n in numbers)
        for report, spans, numbers, held in zip(
            (found.left, found.right), paragraphs, (pair.left, pair.right), marks, strict=True
        )
    ]
    here = [paragraphs[1][n] for n in pair.right]
    there = [paragraphs[0][n] for n in pair.left]
    typed = [
        Typed(change.kind, visible(change.before), visible(change.after), anchor, f"¶{number + 1}")
        for change in _turned(index, found)
        for number in pair.right
        if _begins(index, found, change, paragraphs[1][number])
    ]
    if not found.passages:
        return Row(anchor, "apart", "nothing shared", cells[0], cells[1], ()), []
    if pair.left and pair.right:
        kind = _kind(found, here, there)
        return Row(anchor, kind, kind, cells[0], cells[1], tuple(typed)), typed
    side = 1 if pair.right else 0
    apart = [
        p
        for p in found.passages
        if p.parent_span and any((p.parent_span, p.child_span)[side].overlaps(s) for s in (there, here)[side])
    ]
    if not apart:
        label = index.label((found.left, found.right)[side].id)
        return Row(anchor, "right" if side else "left", f"only in {label}", cells[0], cells[1], tuple(typed)), typed
    places = sorted(
        {
            n
            for p in apart
            if p.parent_span
            for n in _paragraphs_of(paragraphs[1 - side], (p.child_span, p.parent_span)[side])
        }
    )
    words = (
        f"in another place there: ¶{', ¶'.join(map(str, places))}"
        if places
        else "shared with words outside the paragraphs there"
    )
    if side:
        # What was taken from elsewhere is shown again beside it, so that every passage faces its like.
        again = tuple(
            Paragraph(
                _paragraphs_of(paragraphs[0], p.parent_span)[0],
                marked(found.left.text, p.parent_span.start, p.parent_span.end, marks[0]),
            )
            for p in apart
            if p.parent_span and _paragraphs_of(paragraphs[0], p.parent_span)
        )
        return Row(anchor, "moved", words, again, cells[1], tuple(typed)), typed
    return Row(anchor, "left", words, cells[0], cells[1], tuple(typed)), typed


def _paragraphs_of(paragraphs: Sequence[Span], span: Span) -> list[int]:
    """Return the numbers of the paragraphs that a span stands in, from 1."""
    return [n for n, paragraph in enumerate(paragraphs, 1) if paragraph.overlaps(span)]


def _kind(found: Collation, here: Sequence[Span], there: Sequence[Span]) -> RowKind:
    """Tell whether what faces each other is the same but for white space, changed word by word, or reworded."""
    mine = [word for span in here for word in span.of(found.right.text).split()]
    if mine == [word for span in there for word in span.of(found.left.text).split()]:
        return "same"
    held = [p for p in found.passages if p.parent_span and any(p.child_span.overlaps(s) for s in here)]
    return "reworded" if held and all(p.similarity < _REWORDED for p in held) else "changed"


def _marks(index: Index, found: Collation, report: Report) -> list[Mark]:
    """Return the marks of one side: passages, words that stand on this side alone, and changes of a known kind."""
    right = report is found.right
    other = index.label((found.left if right else found.right).id)
    held, marks = set(spine(found.passages)), []
    for number, passage in enumerate(found.passages):
        if passage.parent_span is None:
            continue
        mine, theirs = (passage.child_span, passage.parent_span) if right else (passage.parent_span, passage.child_span)
        moved = "" if number in held else ", in another place there"
        title = f"shared with {other}: {share(passage.similarity)} of the words agree{moved}"
        marks.append(Mark(mine.start, mine.end, 0, "mark", "moved" if moved else "shared", title=title))
        if passage.similarity >= _REWORDED:
            texts = (report.text, (found.left if right else found.right).text)
            alone, _ = changed(mine.of(texts[0]), theirs.of(texts[1]))
            tag = "ins" if right else "del"
            marks += [Mark(mine.start + s.start, mine.start + s.end, 1, tag, "") for s in alone]
    for change in _turned(index, found):
        marks += [
            Mark(s.start, s.end, 2, "b", "typed", title=f"{change.kind}: {change.before} › {change.after}")
            for s in _spans(index, change, report)
        ]
    return list(dict.fromkeys(marks))


def _turned(index: Index, found: Collation) -> Iterator[Drift]:
    """Yield the drift between the two with the left one's words first, whichever was made from the other."""
    for drift in found.drift:
        parent = index.claims[drift.parent or drift.child]
        if parent.report == found.left.id:
            yield drift
        else:
            yield replace(drift, child=parent.id, parent=drift.child, before=drift.after, after=drift.before)


def _claims(index: Index, drift: Drift) -> list[Claim]:
    return [index.claims[id] for id in (drift.child, drift.parent) if id]


def _begins(index: Index, found: Collation, drift: Drift, paragraph: Span) -> bool:
    """Tell whether the claim of a change begins in a paragraph of the right report."""
    claim = next((c for c in _claims(index, drift) if c.report == found.right.id), None)
    return claim is not None and paragraph.start <= claim.start < paragraph.end


def _spans(index: Index, drift: Drift, report: Report) -> Iterator[Span]:
    """Yield the words of a change in one report: hedges, numbers, dates, sources, or the quotation itself."""
    for claim in _claims(index, drift):
        if claim.report != report.id:
            continue
        words = {drift.before, drift.after}
        if drift.kind == "hedge":
            yield from claim.hedges
        elif drift.kind == "number":
            yield from (q.span for q in claim.quantities if q.span.of(report.text) in words)
        elif drift.kind == "date":
            yield from (t.span for t in claim.times if t.span and t.edtf in words)
        elif drift.kind == "credit":
            yield from (s for each in claim.attributions for s in each.source)
    if drift.kind == "quotation":
        yield from (e.span.span for e in drift.evidence if e.span and e.span.report == report.id)
