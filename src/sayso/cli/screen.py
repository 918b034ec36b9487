"""The first screen of a dossier in the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from sayso import api
from sayso.cli.families import Family, families
from sayso.cli.standing import show_standing
from sayso.cli.words import cut, only_ascii, say
from sayso.model import Dossier, Standing

if TYPE_CHECKING:
    from sayso.dossier.compose import Page
    from sayso.dossier.compose.view import DriftGroup, PropositionView, Step

_PROPOSITIONS = 8
_SIDE_BY_SIDE = 116
_CHANGES = 6
_UNREAD = 8


def show(dossier: Dossier, written: Iterable[Path], standing: Standing | None = None) -> None:
    """Print what was read, what is claimed, where it comes from, what changed, and where the dossier lies."""
    console = Console(highlight=False)
    page = api.view(dossier)
    plain = only_ascii()
    claimed, aside = _claimed(page, plain), Group(_origins(dossier, plain), Text(), _changed(page, plain))
    console.print()
    console.print(say(" · ".join(words for words, _ in page.figures), plain, "bold"))
    totals = f"{len(dossier.claims):,} claims · {len(dossier.propositions):,} propositions"
    console.print(say(totals, plain, "dim"))
    console.print()
    if console.width >= _SIDE_BY_SIDE:
        grid = Table.grid(padding=(0, 3), expand=True)
        grid.add_column(ratio=62)
        grid.add_column(ratio=38)
        grid.add_row(claimed, aside)
        console.print(grid)
    else:
        console.print(Group(claimed, Text(), aside))
    unread = _unread(dossier, plain)
    if unread is not None:
        console.print()
        console.print(unread)
    if standing is not None:
        show_standing(standing)
    console.print()
    for path in written:
        console.print(say(f"written: {path}", plain, "bold" if path.suffix == ".html" else ""), soft_wrap=True)


def _claimed(page: Page, plain: bool) -> Group:
    lines = Table.grid(padding=(0, 1))
    lines.add_column(justify="right")
    lines.add_column()
    for line in page.main[:_PROPOSITIONS]:
        lines.add_row(str(line.number), Padding(_proposition(line, plain), (0, 0, 1, 0)))
    parts: list[Text | Table] = [say("WHAT IS CLAIMED", plain, "bold"), lines]
    left = len(page.main) + len(page.tail) - len(page.main[:_PROPOSITIONS])
    if left:
        parts.append(say(f"and {left:,} more in the dossier", plain, "dim"))
    return Group(*parts)


def _proposition(line: PropositionView, plain: bool) -> Group:
    marks = (
        line.glyphs + "".join(f"  ⚡ {conflict.label}" for conflict in line.conflicts) + ("  ↻" if line.updated else "")
    )
    head = Text.assemble(say(f"{cut(line.text, 150)}  ", plain), say(marks, plain, "bold"))
    under = [say(f"{line.count}", plain, "dim")]
    for group in line.groups[:3]:
        where = " ".join(report.label for report in group.reports)
        chain = _chain(group.steps, plain)
        under.append(
            Text.assemble(
                chain, say(f" › {where}" if group.steps else f"{where}, own voice", plain), _said(group.manner, plain)
            )
        )
    if line.more_groups or len(line.groups) > 3:
        under.append(say(f"and {line.more_groups + max(0, len(line.groups) - 3)} more ways it is said", plain, "dim"))
    for counter in line.but[:2]:
        against = Text.assemble(say(f"but: {counter.words.label}  ", plain, "italic"), _chain(counter.steps, plain))
        under.append(
            Text.assemble(against, say(f" › {counter.report.label}" if counter.steps else counter.report.label, plain))
        )
    return Group(head, *under)


def _chain(steps: tuple[Step, ...], plain: bool) -> Text:
    text = Text()
    for number, step in enumerate(steps):
        if number:
            text.append_text(_arrow(plain))
        text.append_text(say(cut(step.name, 60), plain, "italic" if step.kind == "relay" else ""))
    return text


def _arrow(plain: bool) -> Text:
    return Text(" > " if plain else " › ")


def _said(manner: str, plain: bool) -> Text:
    return Text.assemble(Text(" - " if plain else " · "), say(manner, plain)) if manner else Text()


def _origins(dossier: Dossier, plain: bool) -> Group:
    absent = {entry.id: entry for entry in dossier.absent}
    label = {report.id: _label(report.file, report.outlet) for report in dossier.reports}
    label.update({key: f"[{key}] {cut(entry.is_, 60)} (not in the pile)" for key, entry in absent.items()})
    found = families(dossier)
    parts: list[Text | Tree] = [say("WHERE IT COMES FROM", plain, "bold")]
    for family in found:
        for root in family.roots:
            tree = Tree(say(label[root], plain, "italic" if root in absent else ""), guide_style="dim")
            _grow(tree, root, family, label, dossier, plain)
            parts.append(tree)
    held = {report for family in found for report in family.reports}
    alone = [label[report.id] for report in dossier.reports if report.id not in held]
    if alone:
        shown = alone[:8] + ([f"and {len(alone) - 8} more"] if len(alone) > 8 else [])
        parts.append(say(f"on their own: {'; '.join(shown)}", plain))
    for cycle in dossier.cycles:
        ring = " › ".join(label[report] for report in (*cycle.reports, cycle.reports[0]))
        parts.append(say(f"in a circle, each citing the next: {ring}", plain))
    return Group(*parts)


def _label(file: str, outlet: str | None) -> str:
    stem = Path(file).stem
    return f"{stem} {cut(outlet, 40)}" if outlet else stem


def _grow(tree: Tree, node: str, family: Family, label: dict[str, str], dossier: Dossier, plain: bool) -> None:
    edges = {edge.child: edge for edge in dossier.derivations if edge.parent == node and edge.basis != "citation"}
    for child in family.below.get(node, ()):
        edge = edges[child]
        words = (
            f"{label[child]} · {edge.kind}"
            + ("" if edge.credited else ", not credited")
            + ("" if edge.direction_known else ", direction unknown")
        )
        _grow(tree.add(say(words, plain)), child, family, label, dossier, plain)


def _changed(page: Page, plain: bool) -> Group:
    parts = [say("WHAT CHANGED", plain, "bold")]
    for change in page.changes[:_CHANGES]:
        path = " › ".join(f"{moment.status} ({cut(moment.by, 40)})" for moment in change.moments[:5])
        note = "" if change.ordered else " · order not known throughout"
        parts.append(say(f"{change.proposition.label}  {path}{note}", plain))
    reasons = dict.fromkeys(cut(update.reason, 160) for update in page.updates)
    parts += [say(f"↻ {reason}", plain) for reason in list(reasons)[:_CHANGES]]
    parts += [say(_drifted(group), plain) for group in page.drift[:_CHANGES] if group.parent is not None]
    if len(parts) == 1:
        parts.append(say("nothing that the reports show", plain, "dim"))
    return Group(*parts)


def _drifted(group: DriftGroup) -> str:
    """Say what one report did to what it took, with its first change as old › new."""
    parent = f" from {group.parent.label}" if group.parent is not None else ""
    first = next((item for item in group.items if item.before and item.after), None)
    diff = f" · {first.kind}: “{cut(first.before, 60)}” › “{cut(first.after, 60)}”" if first is not None else ""
    return f"{group.child.label}{parent}: {group.summary}{diff}"


def _unread(dossier: Dossier, plain: bool) -> Group | None:
    if not dossier.unread:
        return None
    parts = [say("NOT READ", plain, "bold")]
    parts += [say(f"{entry.file}: {entry.reason}: {entry.detail}", plain) for entry in dossier.unread[:_UNREAD]]
    if len(dossier.unread) > _UNREAD:
        parts.append(say(f"and {len(dossier.unread) - _UNREAD} more in the dossier", plain, "dim"))
    return Group(*parts)
