"""Tables as CSV that a spreadsheet opens without harm."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from sayso.dossier.render.column import Cell, Column

# What a spreadsheet takes for a formula, half-width or full-width, also behind spaces and controls (OWASP, CSV injection).
_FORMULA = re.compile(r"[\s\x00-\x1f]*[=+\-@＝＋－＠]|[\t\r\n]")


def as_csv(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return rows as CSV: RFC 4180 quoting, plain line ends, unknown cells empty, `true` and `false` in letters.

    Words that a spreadsheet would run as a formula (they begin with =, +, - or @) get an apostrophe before them; numbers do not need it.
    """
    return "".join(_line(row) for row in (names, *rows))


def columns_as_csv(columns: Sequence[Column]) -> str:
    """Return the columns of a table as CSV."""
    return as_csv([column.name for column in columns], zip(*(column.cells for column in columns), strict=True))


def _line(row: Sequence[Cell]) -> str:
    buffer = io.StringIO(newline="")
    # A cell that holds a character of the line end is quoted: both kinds of line end must be known, though only one is written.
    csv.writer(buffer, lineterminator="\r\n").writerow([_written(cell) for cell in row])
    return buffer.getvalue()[:-2] + "\n"


def _written(cell: Cell) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, str):
        whole = cell.encode("utf-8", "replace").decode("utf-8").replace("\x00", "\ufffd")
        return f"'{whole}" if _FORMULA.match(whole) else whole
    return cell
