"""What is claimed, line by line, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.words import cut, say

if TYPE_CHECKING:
    from sayso.dossier.compose import Page
    from sayso.dossier.compose.view import PropositionView, Step

_PROPOSITIONS = 8
_GROUPS = 3
_BUT = 2
_LINES = 2
_NAME = 60


def claimed(page: Page, width: int, plain: bool) -> Group:
    """Return the weightiest propositions, `width` columns wide; each is at most two lines, then come those who say it."""
    shown = page.main[:_PROPOSITIONS]
    if not shown:
        return Group(say("WHAT IS CLAIMED", plain, "bold"), say("nothing", plain, "dim"))
    number = max(len(str(line.number)) for line in shown)
    lines = Table.grid(padding=(0, 1, 0, 0))
    lines.add_column(justify="right", width=number)
    lines.add_column(width=width - number - 1)
    for line in shown:
        lines.add_row(str(line.number), Padding(_proposition(line, width - number - 1, plain), (0, 0, 1, 0)))
    parts: list[Text | Table] = [say("WHAT IS CLAIMED", plain, "bold"), lines]
    left = len(page.main) + len(page.tail) - len(shown)
    if left:
        parts.append(say(f"and {left:,} more in the dossier", plain, "dim"))
    return Group(*parts)


def in_lines(words: str, marks: Sequence[str], width: int, plain: bool, lines: int = _LINES) -> Text:
    """Return words and their marks in at most `lines` lines of `width` columns: the words are cut, the marks stay whole."""
    most = lines * width
    while True:
        units = [(unit, "") for unit in cut(words, most).split()] + [(mark, "bold") for mark in marks]
        text, count = _set(units, width, plain)
        if count <= lines or most <= width // 3:
            return text
        most -= 4


def _set(units: Sequence[tuple[str, str]], width: int, plain: bool) -> tuple[Text, int]:
    """Set units in lines that break between them only, and two spaces before what is bold; return the lines and their count."""
    text, column, count = Text(), 0, 1
    for words, style in units:
        unit = say(words, plain, style)
        unit.truncate(width, overflow="ellipsis")
        gap = 0 if not column else 2 if style else 1
        if column + gap + unit.cell_len > width:
            text.append("\n")
            gap, column, count = 0, 0, count + 1
        text.append(" " * gap)
        text.append_text(unit)
        column += gap + unit.cell_len
    return text, count


def _proposition(line: PropositionView, width: int, plain: bool) -> Group:
    signs = [
        line.glyphs,
        *(f"⚡\u00a0{conflict.label}" for conflict in line.conflicts),
        *(["↻"] if line.updated else []),
    ]
    under = [say(line.count, plain, "dim")]
    for group in line.groups[:_GROUPS]:
        where = " ".join(report.label for report in group.reports)
        voice = _chain(group.steps, plain)
        voice.append_text(say(f" › {where}" if group.steps else f"{where}, own voice", plain))
        if group.manner:
            voice.append_text(say(f" · {group.manner}", plain))
        under.append(voice)
    more = line.more_groups + max(0, len(line.groups) - _GROUPS)
    if more:
        under.append(say(f"and said in {more:,} more {'way' if more == 1 else 'ways'}", plain, "dim"))
    for counter in line.but[:_BUT]:
        against = say(f"but: {counter.words.label}  ", plain, "italic")
        against = Text.assemble(against, _chain(counter.steps, plain))
        against.append_text(say(f" › {counter.report.label}" if counter.steps else counter.report.label, plain))
        under.append(against)
    return Group(in_lines(line.text, signs, width, plain), *under)


def _chain(steps: tuple[Step, ...], plain: bool) -> Text:
    """A chain, origin first; a relay that is not in the pile is in italics, a nameless voice keeps both its quotation marks."""
    text = Text()
    for place, step in enumerate(steps):
        if place:
            text.append_text(say(" › ", plain))
        name = f"“{cut(step.name.strip('“”'), _NAME)}”" if step.kind == "nameless" else cut(step.name, _NAME)
        text.append_text(say(name, plain, "italic" if step.kind == "relay" else ""))
    return text
