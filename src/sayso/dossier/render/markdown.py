"""The dossier as Markdown, to read in an editor or to paste into notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.dossier.compose import Page, compose
from sayso.dossier.compose.view import DriftGroup, DriftView, Group, Moment, Piece, PropositionView, Side, Step
from sayso.model import Dossier

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
# A line that begins like a list, a quotation or a rule would change what follows; an address would become a link.
_OPENING = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def to_markdown(dossier: Dossier, page: Page | None = None) -> str:
    """Return the dossier as CommonMark; words of reports are escaped, so that none of them is read as a mark or as HTML.

    `page` is what `compose` made of this dossier, where that is at hand.
    """
    return "\n".join(_lines(page or compose(dossier))).rstrip() + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield f"# {_safe(page.title)}"
    yield ""
    yield " · ".join(_safe(words) for words, _ in page.figures)
    yield ""
    yield "● an origin shown independent of the others, ◐ only possibly so, ○ none can be named, ⚡ conflict, ↻ update"
    yield from _claims(page)
    yield from _stemma(page)
    yield from _changes(page)
    yield from _conflicts(page)
    yield from _timeline(page)
    yield from _voices(page)
    yield from _section(
        "Drift: what rewrites did",
        [_drift(g, d) for g in page.drift for d in g.items],
        "No rewrite was found to have changed what it took.",
    )
    yield from _section("Reports", [_report_line(page, n) for n in range(len(page.reports))], "No report.")
    unread = [f"**{_safe(u.file)}**: {u.reason}{f', {_safe(u.detail)}' if u.detail else ''}" for u in page.unread]
    yield from _section("What was not read", unread, "Everything that was given was read.")
    yield from _section("Method and limits", [_safe(words) for words in page.limits], "")
    yield ""
    yield f"Made by Sayso {_safe(page.version)}."


def _safe(text: str) -> str:
    """Return `text` in one line that Markdown shows letter by letter."""
    line = " ".join(text.split())
    line = _SPECIAL.sub(r"\\\1", line).replace("://", ":&#8203;//").replace("www.", "www&#46;")
    return _OPENING.sub(r"\1\\\2" if not re.match(r"\s*\d", line) else r"\1\2", line) if _OPENING.match(line) else line


def _section(title: str, items: Iterable[str], empty: str) -> Iterator[str]:
    held = list(items)
    yield ""
    yield f"## {title}"
    yield ""
    yield from (f"- {item}" for item in held)
    if not held:
        yield empty


def _chain(steps: tuple[Step, ...]) -> str:
    names = [f"*{_safe(s.name)}*" if s.kind == "relay" else _safe(s.name) for s in steps]
    return " › ".join(names) or "own voice"


def _group(g: Group) -> str:
    return f"{_chain(g.steps)} › {' '.join(_safe(r.label) for r in g.reports)} · {_safe(g.manner)}"


def _words(pieces: tuple[Piece, ...]) -> str:
    """A marked sentence with its claim in bold."""
    parts: list[str] = []
    bold = False
    for piece in pieces:
        if piece.kind == "text":
            body = _SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", piece.text))
            parts.append(f"**{body.strip()}**" if bold and body.strip() else body)
        elif piece.tag == "mark":
            bold = piece.kind == "open"
    joined = "".join(parts).replace("****", " ").replace("://", ":&#8203;//").replace("www.", "www&#46;")
    return " ".join(joined.split())


def _moments(items: tuple[Moment, ...]) -> str:
    return " → ".join(f"{m.status} by {_safe(m.by)} ({_safe(m.when)}, {_safe(m.words.label)})" for m in items)


def _claims(page: Page) -> Iterator[str]:
    yield ""
    yield "## What is claimed"
    for p in page.main:
        yield from _proposition(p)
    if page.tail:
        yield ""
        yield f"### {len(page.tail)} more"
        yield ""
        for p in page.tail:
            yield f"- {p.number}\\. {_safe(p.text)} ({'; '.join(_group(g) for g in p.groups)})"


def _proposition(p: PropositionView) -> Iterator[str]:
    flags = [f"⚡ {c.label}" for c in p.conflicts] + (["↻ updated"] if p.updated else [])
    yield ""
    yield f"### {p.number}. {_safe(p.text)}"
    yield ""
    yield " · ".join([f"{p.glyphs} {_safe(p.count)}", *flags, f"suggested grade {p.grade}"])
    yield ""
    for o in p.occurrences:
        yield f"- {_chain(o.steps)} › **{_safe(o.report.label)}** · {_safe(o.manner)}: {_words(o.sentence)}"
    if p.further:
        yield f"- the same in {' '.join(_safe(r.label) for r in p.further)}"
    for b in p.but:
        yield f"- but: {_safe(b.words.label)}, {_chain(b.steps)} › {_safe(b.report.label)}"
    yield f"- origins: {_safe(' '.join(p.why_count))}"
    for a, b_, grade, reason in p.pairs:
        yield f"  - {_safe(a)} and {_safe(b_)}: {grade}: {_safe(reason)}"
    reasons = f" ({_safe('; '.join(p.grade_reasons))})" if p.grade_reasons else ""
    yield f"- grade {p.grade}: {p.grade_words}{reasons}"
    if p.history:
        yield f"- history: {_moments(p.history)}"
    for lead in p.leads:
        yield f"- lead: {_safe(lead.what)}{f' (search: {_safe(lead.search)})' if lead.search else ''}"


def _stemma(page: Page) -> Iterator[str]:
    lines = [f"**{_safe(a.label)}**, not in the pile: {_safe(a.what)}" for a in page.absent]
    for e in page.edges:
        why = f" ({_safe('; '.join(e.reasons))})" if e.reasons else ""
        lines.append(f"{_safe(e.child.label)} ← {_safe(e.parent.label)}: {_safe(e.summary)}{why}")
    lines += [f"a circle of citations: {_safe(c.words)}" for c in page.cycles]
    yield from _section(
        "Where it comes from", lines, "No report was found to be made from another, and none cites another."
    )


def _changes(page: Page) -> Iterator[str]:
    lines = [
        f"{_safe(c.proposition.label)}: {_moments(c.moments)}{'' if c.ordered else ' (order unknown)'}"
        for c in page.changes
    ]
    lines += [f"↻ {_safe(u.reason)}: {_side(u.old)} → {_side(u.new)}" for u in page.updates]
    yield from _section("What changed", lines, "No status changed and no authority replaced its own words.")


def _side(s: Side) -> str:
    return f"{_chain(s.steps)} › {_safe(s.report.label)}: {_words(s.sentence)}"


def _conflicts(page: Page) -> Iterator[str]:
    lines = [f"⚡ **{c.kind}**: {_safe(c.reason)}\n  - {_side(c.a)}\n  - {_side(c.b)}" for c in page.conflicts]
    yield from _section("Conflicts", lines, "No two claims were found that cannot both be right.")


def _timeline(page: Page) -> Iterator[str]:
    yield ""
    yield "## Timeline"
    yield ""
    if not page.days:
        yield "Nothing in the pile is dated well enough to stand on a line of time."
        return
    yield "| when | happened | said | published |"
    yield "|---|---|---|---|"
    for d in page.days:
        cells = [
            "; ".join(f"{_safe(e.what)} ({_safe(e.words.label)})" for e in part)
            for part in (d.event, d.statement, d.publication)
        ]
        yield f"| {_safe(d.when)} | {' | '.join(cells)} |"


def _voices(page: Page) -> Iterator[str]:
    yield ""
    yield "## Who speaks"
    yield ""
    if not page.voices:
        yield "Nobody is credited with a statement."
        return
    yield "| who | also | kind | claims | through whom |"
    yield "|---|---|---|---|---|"
    for v in page.voices:
        through = "; ".join(_safe(t.label) for t in v.through)
        yield f"| {_safe(v.name)} | {_safe(', '.join(v.aliases))} | {v.kind} | {v.claims} | {through} |"


def _drift(g: DriftGroup, d: DriftView) -> str:
    way = " › ".join(_safe(r.label) for r in (g.parent, g.child) if r)
    return (
        f"{way}: {d.kind}: {_safe(d.before) or 'nothing'} › {_safe(d.after) or 'nothing'} (in {_safe(d.child.label)})"
    )


def _report_line(page: Page, place: int) -> str:
    r = page.reports[place]
    fields = ", ".join(f"{name} {_safe(value)}" for name, value, _ in r.fields)
    return f"**{_safe(r.label)}** {_safe(r.title)}: {fields}, file {_safe(r.file)}"
