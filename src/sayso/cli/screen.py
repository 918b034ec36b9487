"""The first screen of a dossier in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from sayso import api
from sayso.cli.claims import claimed
from sayso.cli.origins import origins
from sayso.cli.standing import show_standing
from sayso.cli.words import cut, only_ascii, say
from sayso.model import Dossier, Standing

if TYPE_CHECKING:
    from sayso.dossier.compose import Page
    from sayso.dossier.compose.view import Change, DriftGroup

_SIDE_BY_SIDE = 116
_SHARES = (62, 38)
_GAP = 3
_CHANGES = 6
_UNREAD = 8


def show(dossier: Dossier, written: Iterable[Path], standing: Standing | None = None) -> None:
    """Print what was read, what is claimed, where it comes from, what changed, what still stands, and where the dossier lies."""
    console = Console(highlight=False)
    page = api.view(dossier)
    plain = only_ascii()
    width = console.width
    console.print()
    for line in _packed([words for words, _ in page.figures], width):
        console.print(say(line, plain, "bold"))
    propositions = len(dossier.propositions)
    totals = [f"{len(dossier.claims):,} {_plural('claim', len(dossier.claims))}"]
    totals.append(f"{propositions:,} {_plural('proposition', propositions)}")
    console.print(say(" · ".join(totals), plain, "dim"))
    console.print()
    if width >= _SIDE_BY_SIDE:
        left = (width - _GAP) * _SHARES[0] // sum(_SHARES)
        grid = Table.grid(padding=(0, _GAP, 0, 0))
        grid.add_column(width=left)
        grid.add_column(width=width - _GAP - left)
        right = width - _GAP - left
        grid.add_row(claimed(page, left, plain), Group(origins(page, plain), Text(), _changed(page, right, plain)))
        console.print(grid)
    else:
        console.print(claimed(page, width, plain))
        console.print()
        console.print(Group(origins(page, plain), Text(), _changed(page, width, plain)))
    unread = _unread(dossier, plain)
    if unread is not None:
        console.print()
        console.print(unread)
    if standing is not None:
        show_standing(standing)
    console.print()
    for path in written:
        console.print(say(f"written: {path}", plain, "bold" if path.suffix == ".html" else ""), soft_wrap=True)


def _plural(noun: str, count: int) -> str:
    return noun if count == 1 else f"{noun}s"


def _packed(items: Sequence[str], width: int) -> list[str]:
    """Join items by a dot into lines that break between items and not within them."""
    lines = [""]
    for item in items:
        longer = f"{lines[-1]} · {item}" if lines[-1] else item
        if lines[-1] and cell_len(longer) > width:
            lines.append(item)
        else:
            lines[-1] = longer
    return lines


def _changed(page: Page, width: int, plain: bool) -> Group:
    parts: list[Text] = [say("WHAT CHANGED", plain, "bold")]
    parts += [say(_moved(change, width), plain) for change in page.changes[:_CHANGES]]
    parts += _more(len(page.changes), plain)
    reasons = list(dict.fromkeys(cut(update.reason, 160) for update in page.updates))
    parts += [say(f"↻ {reason}", plain) for reason in reasons[:_CHANGES]]
    parts += _more(len(reasons), plain)
    drifts = [_drifted(group) for group in page.drift if group.parent is not None]
    parts += [say(drift, plain) for drift in drifts[:_CHANGES]]
    parts += _more(len(drifts), plain)
    if len(parts) == 1:
        parts.append(say("nothing that the reports show", plain, "dim"))
    return Group(*parts)


def _more(count: int, plain: bool) -> list[Text]:
    return [say(f"and {count - _CHANGES:,} more in the dossier", plain, "dim")] if count > _CHANGES else []


def _moved(change: Change, width: int) -> str:
    """Say which statuses a proposition went through; its number is that of the claims."""
    path = " › ".join(f"{moment.status} ({cut(moment.by, 40)})" for moment in change.moments[:5])
    more = " › …" if len(change.moments) > 5 else ""
    note = "" if change.ordered else " · order not known throughout"
    number = change.proposition.href.removeprefix("p")
    return f"{number}  {cut(change.proposition.label, max(30, width - 30))}: {path}{more}{note}"


def _drifted(group: DriftGroup) -> str:
    """Say what one report did to what it took, with its first change as old › new; names and descriptions stand without quotation marks."""
    parent = f" from {group.parent.label}" if group.parent is not None else ""
    first = next((item for item in group.items if item.before and item.after), None)
    diff = ""
    if first is not None and first.kind == "credit":
        diff = f" · {cut(first.before, 60)} › {cut(first.after, 60)}"
    elif first is not None:
        diff = f" · {first.kind}: “{cut(first.before, 60)}” › “{cut(first.after, 60)}”"
    return f"{group.child.label}{parent}: {group.summary}{diff}"


def _unread(dossier: Dossier, plain: bool) -> Group | None:
    if not dossier.unread:
        return None
    parts = [say("NOT READ", plain, "bold")]
    parts += [say(f"{entry.file}: {entry.reason}: {entry.detail}", plain) for entry in dossier.unread[:_UNREAD]]
    if len(dossier.unread) > _UNREAD:
        parts.append(say(f"and {len(dossier.unread) - _UNREAD:,} more in the dossier", plain, "dim"))
    return Group(*parts)
