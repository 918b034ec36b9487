"""Words of others in the terminal: never read as markup, cut to the room there is, in letters where signs cannot be shown."""

from __future__ import annotations

import sys

from rich.cells import cell_len
from rich.text import Text

_PLAIN = str.maketrans(
    {
        "●": "*", "◐": "+", "○": "o", "⚡": "!", "↻": "~", "›": ">", "→": ">", "·": "-", "…": ".", "×": "x",
        "–": "-", "“": '"', "”": '"', "’": "'", "‘": "'", "✓": "+", "¶": "#", "≈": "~", "✗": "x",
    }
)  # fmt: skip


def only_ascii() -> bool:
    """Tell whether the standard output cannot show the signs of a dossier."""
    try:
        "●◐○⚡↻›→├✓".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return True
    return False


def say(words: str, plain: bool, style: str = "") -> Text:
    """Return words as they are, never read as markup; what cannot be shown is marked."""
    safe = "".join(char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in words)
    return Text(safe.translate(_PLAIN) if plain else safe, style=style)


def cut(words: str, most: int) -> str:
    """Return words in one line of at most `most` columns, cut at a word with an ellipsis."""
    line = " ".join(words.split())
    if cell_len(line) <= most:
        return line
    while line and cell_len(line) > most - 1:
        line = line[: max(0, min(len(line) - 1, most - 1))]
    at_word = line.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > len(line) // 2 else line).rstrip(" ,;:-–—") + "…"
