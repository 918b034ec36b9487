"""Claims, conflicts, or the timeline by themselves in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.claims import in_lines
from sayso.cli.words import only_ascii, say

if TYPE_CHECKING:
    from sayso.dossier.compose import ListingView
    from sayso.dossier.compose.view import Piece
    from sayso.dossier.compose.view.listing import Claimed, Facing, Life, Said

_CLAIM = (("where", 3), ("words", 8), ("on whose word", 5), ("how, when, how much", 5))
_PLACE = 11  # columns of a range in code points
_BRACES = ("{", "}")
_OLD_NEW = (("[-", "-]"), ("{+", "+}"))


def show(view: ListingView) -> None:
    """Print a listing; every meaning stands in words or signs, none in colour alone."""
    console, plain = Console(highlight=False), only_ascii()
    console.print(say(view.summary, plain, "bold"))
    if view.kind == "claims":
        for n, claimed in enumerate(view.claimed):
            console.print()
            _claimed(console, claimed, plain, head=n == 0)
    elif view.kind == "conflicts":
        _pairs(console, "WHAT CONTRADICTS", view.conflicts, plain)
        _pairs(console, "WHAT WAS UPDATED", view.updates, plain)
    else:
        _timeline(console, view, plain)


def _claimed(console: Console, line: Claimed, plain: bool, *, head: bool) -> None:
    number = f"{line.number}  "
    marks = [line.glyphs, *(f"⚡\u00a0{kind}" for kind in line.conflicts), *(["↻"] if line.updated else [])]
    heading = Table.grid()
    heading.add_column(width=len(number))
    heading.add_column(width=console.width - len(number))
    room = console.width - len(number)
    heading.add_row(say(number, plain, "bold"), in_lines(line.text, marks, room, plain, lines=4))
    heading.add_row("", say(line.count, plain, "dim"))
    console.print(heading)
    grid = _grid(_CLAIM, plain, head=head)
    for said in line.said:
        where = Text("\n").join([say(said.place, plain), say(f"{said.start}–{said.end}", plain, "dim")])
        how = Text("\n").join(say(words, plain) for words in (said.manner, *said.facts) if words)
        grid.add_row(where, _marked(said.pieces, plain), _voice(said, plain), how)
    console.print(Padding(grid, (0, 0, 0, 2)))
    if line.elsewhere:
        more = f"and {line.elsewhere:,} more {'claim' if line.elsewhere == 1 else 'claims'} that were not asked for"
        console.print(say(f"  {more}", plain, "dim"))


def _pairs(console: Console, title: str, pairs: Sequence[Facing], plain: bool) -> None:
    console.print()
    console.print(say(title, plain, "bold"))
    if not pairs:
        console.print(say("nothing that was found", plain, "dim"))
    for pair in pairs:
        update = pair.weight is None
        console.print()
        console.print(say(f"{'↻' if update else '⚡'} {pair.kind}: {pair.reason}", plain, "bold"))
        if not update:
            console.print(say(f"{pair.kind_words} · weight {pair.weight:.2f}", plain, "dim"))
        grid = _grid((("", 1), ("", 1)), plain, head=False)
        signs = _OLD_NEW if update else (_BRACES, _BRACES)
        grid.add_row(_side(pair.a, signs[0], plain), _side(pair.b, signs[1], plain))
        console.print(Padding(grid, (0, 0, 0, 2)))


def _side(said: Said, signs: tuple[str, str], plain: bool) -> Text:
    where = say(f"{said.place}, {said.start}–{said.end}", plain, "dim")
    voice = Text.assemble(_voice(said, plain), say(f": {said.manner}" if said.manner else "", plain))
    return Text("\n").join([where, voice, _marked(said.pieces, plain, signs)])


def _timeline(console: Console, view: ListingView, plain: bool) -> None:
    if view.dated:
        console.print()
        grid = _grid((("when", 4), ("", None), ("what", 10), ("where", 2)), plain, head=True)
        for dated in view.dated:
            grid.add_row(*(say(words, plain) for words in (dated.when, dated.role, dated.what, dated.place)))
        console.print(grid)
    console.print()
    console.print(say("STATUS OVER TIME", plain, "bold"))
    for life in view.lives:
        console.print()
        _life(console, life, plain)
    if view.settled:
        console.print()
        word = "proposition" if view.settled == 1 else "propositions"
        more = "more " if view.lives else ""
        console.print(say(f"{view.settled:,} {more}{word}: reported, and nothing else", plain, "dim"))
    elif not view.lives:
        console.print(say("nothing that the reports show", plain, "dim"))


def _life(console: Console, life: Life, plain: bool) -> None:
    number = f"{life.number}  "
    heading = Table.grid()
    heading.add_column(width=len(number))
    heading.add_column(width=console.width - len(number))
    heading.add_row(say(number, plain, "bold"), say(life.text, plain))
    if not life.ordered:
        heading.add_row("", say("order unknown", plain, "italic"))
    console.print(heading)
    grid = _grid((("", None), ("when", 4), ("status", None), ("by", 5), ("where", 3), ("words", 8)), plain, head=False)
    for step in life.steps:
        order = "?" if step.order is None else str(step.order)
        cells = (order, step.when, step.status, step.by, step.place, step.words)
        grid.add_row(*(say(words, plain) for words in cells))
    console.print(Padding(grid, (0, 0, 0, 2)))


def _grid(columns: Iterable[tuple[str, int | None]], plain: bool, *, head: bool) -> Table:
    grid = Table(
        box=(box.ASCII2 if plain else box.SIMPLE_HEAD) if head else None,
        show_header=head,
        pad_edge=False,
        show_edge=False,
        expand=True,
        padding=(0, 1, 0, 0),
    )
    for name, ratio in columns:
        room = _PLACE if name == "where" else None
        grid.add_column(say(name, plain), ratio=ratio, min_width=room, overflow="fold", no_wrap=ratio is None)
    return grid


def _voice(said: Said, plain: bool) -> Text:
    """Return the chain, origin first; a relay that is not in the pile is in italics."""
    if not said.steps:
        return say(f"{said.outlet}, own voice" if said.outlet else "own voice", plain)
    text = Text()
    for place, step in enumerate(said.steps):
        text.append_text(say(" › " if place else "", plain))
        text.append_text(say(step.name, plain, "italic" if step.kind == "relay" else ""))
    return text


def _marked(pieces: Iterable[Piece], plain: bool, signs: tuple[str, str] = _BRACES) -> Text:
    """Return words with signs around what is marked."""
    whole, bold = Text(), ""
    for piece in pieces:
        if piece.kind == "text":
            whole.append_text(say(piece.text, plain, bold))
        else:
            bold = "bold" if piece.kind == "open" else ""
            whole.append(signs[0] if bold else signs[1])
    return whole
