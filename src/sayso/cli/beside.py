"""Two reports side by side in the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.cli.words import cut, only_ascii, say

if TYPE_CHECKING:
    from sayso.dossier.compose import CollationView
    from sayso.dossier.compose.view import Piece
    from sayso.dossier.compose.view.collation import Column, Paragraph, Row, Typed

# The signs of wdiff: what they mean does not hang on colour.
_SIGNS = {"ins": ("{+", "+}"), "del": ("[-", "-]")}
_STYLES = {"ins": "bold", "del": "dim", "b": "bold", "mark": "underline"}
_NO_WORDS = ("nothing", "certain", "probable", "possible", "unknown")
_RELATION = 9
_ADDITIONS = 12


def show(view: CollationView) -> None:
    """Print the summary, the credits, what changed, and the texts facing each other."""
    console, plain = Console(highlight=False), only_ascii()
    console.print(say(view.summary, plain, "bold"))
    for column in (view.left, view.right):
        console.print()
        console.print(_head(column, plain))
    if view.changes:
        console.print()
        console.print(say("WHAT CHANGED", plain, "bold"))
        for line in dict.fromkeys(map(_typed, view.changes)):
            console.print(say(line, plain))
    if view.additions:
        console.print()
        console.print(say(f"IN {view.right.label}, NOT FOUND IN {view.left.label}", plain, "bold"))
        for words in view.additions[:_ADDITIONS]:
            console.print(say(f"“{words}”", plain))
        if len(view.additions) > _ADDITIONS:
            console.print(say(f"and {len(view.additions) - _ADDITIONS:,} more in the page", plain, "dim"))
    if all(row.kind == "apart" for row in view.rows):
        return
    console.print()
    console.print(say("SIDE BY SIDE", plain, "bold"))
    grid = Table(box=box.ASCII2 if plain else box.SIMPLE_HEAD, pad_edge=False, show_lines=plain, expand=True)
    grid.add_column(say(view.left.label, plain), ratio=1, overflow="fold")
    grid.add_column("", width=_RELATION, overflow="fold")
    grid.add_column(say(view.right.label, plain), ratio=1, overflow="fold")
    for row in view.rows:
        grid.add_row(_cell(row.left, plain), _relation(row, plain), _cell(row.right, plain))
        grid.add_section()
    console.print(grid)


def _head(column: Column, plain: bool) -> Text:
    fields = dict(column.fields)
    what = ", ".join(words for words in (fields.get("outlet"), fields["published"], fields["file"]) if words)
    lines = [say(f"{column.label}  {what}", plain, "bold")]
    if column.title:
        lines.append(say(f"  {column.title}", plain))
    lines += [say(f"  {line}", plain) for line in column.credits]
    return Text("\n").join(lines)


def _typed(change: Typed) -> str:
    """Return a change as old › new; names and degrees of certainty are no words of the report, and stand without quotation marks."""
    sides = [cut(words, 80) or "nothing" for words in (change.before, change.after)]
    if change.kind != "credit":
        sides = [words if words in _NO_WORDS else f"“{words}”" for words in sides]
    return f"{change.kind}: {' › '.join(sides)}"


def _relation(row: Row, plain: bool) -> Text:
    signs = {"same": "=", "changed": "≈", "reworded": "~", "moved": "^", "left": "<", "right": ">", "apart": " "}
    kinds = "".join(f"\n{kind}" for kind in dict.fromkeys(change.kind for change in row.typed))
    return Text("\n").join(
        [say(f"{signs[row.kind]} {row.words}", plain, "dim"), *(say(k, plain, "bold") for k in kinds.split())]
    )


def _cell(parts: Iterable[Paragraph], plain: bool) -> Text:
    return Text("\n\n").join(say(f"¶{part.number} ", plain, "dim") + _marked(part.pieces, plain) for part in parts)


def _marked(pieces: Iterable[Piece], plain: bool) -> Text:
    """Return marked text with the signs of wdiff around what stands on one side alone."""
    whole, held, alone = Text(), list[str](), ""
    for piece in pieces:
        if piece.kind == "open":
            held.append(piece.tag)
        elif piece.kind == "close":
            held.pop()
        else:
            now = next((tag for tag in held if tag in _SIGNS), "")
            if now != alone:
                whole.append(_SIGNS[alone][1] if alone else "").append(_SIGNS[now][0] if now else "")
                alone = now
            words = say(piece.text, plain)
            for tag in held:
                words.stylize(_STYLES.get(tag, ""))
            whole.append_text(words)
    return whole.append(_SIGNS[alone][1] if alone else "")
