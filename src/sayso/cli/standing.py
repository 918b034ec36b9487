"""What still stands when something is left out, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from sayso import api
from sayso.cli.claims import in_lines
from sayso.cli.words import cut, only_ascii, say
from sayso.model import Standing

if TYPE_CHECKING:
    from sayso.dossier.compose import Stand

_MOST = 12


def show_standing(found: Standing) -> None:
    """Print what falls, what stands on less, which conflicts dissolve and how the families of reports change."""
    console, plain, view = Console(highlight=False), only_ascii(), api.view_standing(found)
    room = console.width - 2
    console.print()
    console.print(say(f"WITHOUT {' and '.join(view.left_out)}", plain, "bold"))
    console.print(say(" · ".join(view.totals), plain, "dim"))
    sections: list[tuple[str, Sequence[Text | Group]]] = [
        ("NO CLAIM LEFT", [_line(stand, stand.before, room, plain) for stand in view.fallen]),
        ("FEWER ORIGINS", [_shrunk(stand, room, plain) for stand in view.shrunk]),
        ("CONFLICTS GONE", [say(f"⚡ {kind}: {cut(reason, 2 * room - 20)}", plain) for kind, reason in view.dissolved]),
        ("FAMILIES OF REPORTS", [say(line, plain) for line in view.families]),
    ]
    for title, lines in sections:
        if lines:
            console.print()
            console.print(say(title, plain, "bold"))
            for line in lines[:_MOST]:
                console.print(Padding(line, (0, 0, 0, 2)))
            if len(lines) > _MOST:
                console.print(say(f"  and {len(lines) - _MOST:,} more in without.json", plain, "dim"))
    if not any(lines for _, lines in sections):
        console.print(say("Everything stands: the others say it too.", plain))


def _line(stand: Stand, marks: str, room: int, plain: bool) -> Text:
    return in_lines(f"{stand.number}  {stand.text}", [marks], room, plain)


def _shrunk(stand: Stand, room: int, plain: bool) -> Group:
    change = f"{stand.count_before} → {stand.count_after}"
    marks = stand.before if stand.before == stand.after else f"{stand.before} → {stand.after}"
    return Group(_line(stand, marks, room, plain), say(f"   {cut(change, 2 * room)}", plain, "dim"))
