"""The parts of a case in the terminal and as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso import api
from sayso.cli.words import cut, only_ascii, say
from sayso.model import Dossier, Report

if TYPE_CHECKING:
    from sayso.api import Added, Hit, Judged

_FIELDS = {
    "claims": ("propositions", "claims"),
    "conflicts": ("conflicts", "updates"),
    "stemma": ("reports", "derivations", "absent", "cycles"),
    "timeline": ("timeline",),
    "actors": ("actors",),
}


def as_json(dossier: Dossier, part: str) -> str:
    """Return one part in the fields of dossier.json; of the overview the summary that `sayso analyse --json` prints."""
    if part == "overview":
        from sayso.cli.summary import as_json as summary

        return summary(dossier, (), None)
    whole = json.loads(api.as_json(dossier))
    return _printed({name: whole[name] for name in _FIELDS[part]})


def show(dossier: Dossier, part: str) -> None:
    """Print one part of a dossier to the terminal."""
    rows: list[tuple[str, ...]]
    if part == "overview":
        from sayso.cli.screen import show as screen

        screen(dossier, ())
    elif part == "stemma":
        from sayso.cli.trees import show as trees

        trees(api.view_stemma(api.stemma(dossier)))
    elif part == "claims":
        rows = [
            (str(n), p.text, str(p.independent_origins), ", ".join(o.name for o in p.origins), str(len(p.claims)))
            for n, p in enumerate(dossier.propositions, start=1)
        ]
        _table(("", "claim", "independent", "origins", "said"), rows, (None, 6, None, 4, None), "nothing is claimed")
    elif part == "conflicts":
        exact = {claim.id: claim.exact for claim in dossier.claims}
        rows = [(c.kind, c.reason, exact[c.a], exact[c.b]) for c in dossier.conflicts]
        rows += [("update", u.reason, exact[u.a], exact[u.b]) for u in dossier.updates]
        _table(("kind", "why", "one", "other"), rows, (None, 4, 4, 4), "no conflict was found")
    elif part == "timeline":
        rows = [(entry.when, entry.role, entry.what) for entry in dossier.timeline]
        _table(("when", "of the", "what"), rows, (None, None, 6), "no date was found")
    else:
        rows = [(a.name, a.kind, "; ".join(a.aliases), str(len(a.mentions))) for a in dossier.actors]
        _table(("name", "kind", "also called", "named"), rows, (4, 2, 4, None), "nobody is named")


def show_reports(held: Sequence[tuple[Report, str]], json_wanted: bool) -> None:
    """Print the reports of a case in the order in which they were added."""
    if json_wanted:
        told = [
            {
                "id": r.id, "added": when, "file": r.file, "outlet": r.outlet, "title": r.title, "published": r.published, "url": r.url,
                "sha256_text": r.sha256_text,
            }
            for r, when in held
        ]  # fmt: skip
        _write(_printed({"reports": told}))
        return
    rows = [(when[:16].replace("T", " "), r.file, r.outlet or "", r.published or "", r.title or "") for r, when in held]
    _table(("added (UTC)", "file", "outlet", "published", "title"), rows, (None, 3, 3, None, 5), "no report yet")


def show_judgements(judged: Sequence[Judged], json_wanted: bool) -> None:
    """Print all judgements with what became of each, and what the machine found beside."""
    if json_wanted:
        told = [
            {
                "number": each.judgement.number, "kind": each.judgement.kind, "value": each.judgement.value, "who": each.judgement.who,
                "when": each.judgement.when, "why": each.judgement.why, "undoes": each.judgement.undoes, "state": each.verdict.state,
                "detail": each.verdict.detail, "machine": each.verdict.machine,
                "anchors": [
                    {"report": a.report, "file": a.file, "start": a.start, "end": a.end, "exact": a.exact, "sha256_text": a.digest}
                    for a in each.judgement.anchors
                ],
            }
            for each in judged
        ]  # fmt: skip
        _write(_printed({"judgements": told}))
        return
    rows = []
    for each in judged:
        one = each.judgement
        words = "; ".join(f"{a.file}: “{cut(a.exact, 60)}”" if a.exact else a.file for a in one.anchors)
        kind = f"{one.kind} {one.value or one.undoes or ''}".strip()
        state = f"{each.verdict.state}, {each.verdict.detail}" if each.verdict.detail else each.verdict.state
        rows.append(
            (str(one.number), kind, words, f"{one.who}: {one.why}" if one.why else one.who, state, each.verdict.machine)
        )
    _table(("", "judged", "of", "by", "state", "the machine"), rows, (None, 2, 5, 3, 3, 2), "nothing was judged yet")


def show_hits(hits: Sequence[Hit]) -> None:
    """Print hits: those by their words, then those by meaning."""
    console, plain = Console(highlight=False), only_ascii()
    if not hits:
        console.print(say("nothing was found", plain, "dim"))
    for by, title in (("words", "IN THESE WORDS"), ("meaning", "OF LIKE MEANING")):
        of = [hit for hit in hits if hit.by == by]
        if not of:
            continue
        console.print(say(title, plain, "bold"))
        for hit in of:
            head = f"{hit.report.file} {hit.start}–{hit.end}" + (f" · {hit.score:.2f}" if by == "meaning" else "")
            console.print(say(head, plain, "dim"))
            text = Text()
            at = hit.start
            for mark in hit.marks:
                text.append_text(say(hit.report.text[at : mark.start], plain))
                text.append_text(say(mark.of(hit.report.text), plain, "bold underline"))
                at = mark.end
            text.append_text(say(hit.report.text[at : hit.end], plain))
            console.print(Text("  ") + text)
        console.print()


def hits_json(hits: Iterable[Hit]) -> str:
    """Return hits as JSON; ranges count code points of the report's text, the end is not included."""
    told = [
        {
            "report": hit.report.id, "file": hit.report.file, "start": hit.start, "end": hit.end, "exact": hit.exact, "by": hit.by,
            "score": hit.score, "marks": [{"start": m.start, "end": m.end} for m in hit.marks],
        }
        for hit in hits
    ]  # fmt: skip
    return _printed({"hits": told})


def added_line(added: Added, dossier: Dossier | None) -> str:
    """Return in one line what was added and what the case holds now."""
    count = len(added.reports)
    line = f"{_many(count, 'report')} added"
    if dossier is not None:
        counts = [
            _many(len(getattr(dossier, f"{part}s")), part) for part in ("report", "claim", "proposition", "conflict")
        ]
        line += "; the case holds " + ", ".join(counts)
    return line


def added_json(added: Added, dossier: Dossier | None) -> str:
    """Return what was added and what the case holds now as JSON."""
    told: dict[str, object] = {
        "added": [{"id": report.id, "file": report.file} for report in added.reports],
        "unread": [{"file": entry.file, "reason": entry.reason, "detail": entry.detail} for entry in added.unread],
    }
    if dossier is not None:
        told |= {part: len(getattr(dossier, part)) for part in ("reports", "claims", "propositions", "conflicts")}
    return _printed(told)


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun if count == 1 else noun + 's'}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], ratios: Sequence[int | None], none: str) -> None:
    console, plain = Console(highlight=False), only_ascii()
    if not rows:
        console.print(say(none, plain, "dim"))
        return
    grid = Table(box=box.ASCII2 if plain else box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for column, ratio in zip(head, ratios, strict=True):
        grid.add_column(column, ratio=ratio, overflow="fold", no_wrap=ratio is None)
    for row in rows:
        grid.add_row(*(say(" ".join(cell.split()), plain) for cell in row))
    console.print(grid)


def _printed(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _write(text: str) -> None:
    sys.stdout.write(text)
