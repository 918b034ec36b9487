"""Columns of one type, made from rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["text", "integer", "number", "truth"]
Cell = str | int | float | bool | None
Shape = Sequence[tuple[str, ColumnType]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the one type of its cells, and the cells; None where something is unknown."""

    name: str
    type: ColumnType
    cells: tuple[Cell, ...]


def columns_of(shape: Shape, rows: Sequence[tuple[Cell, ...]]) -> tuple[Column, ...]:
    """Return the columns of rows, each as long as `shape`."""
    return tuple(Column(name, type_, tuple(_whole(row[at]) for row in rows)) for at, (name, type_) in enumerate(shape))


def _whole(cell: Cell) -> Cell:
    """Return a cell that every library takes: half a character of a broken file becomes a question mark, as long as it was."""
    return cell.encode("utf-8", "replace").decode("utf-8") if isinstance(cell, str) else cell
