"""Full text: where the words of a query stand in the reports (SQLite FTS5, Porter stems, accents aside)."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from sayso.model import Span

_OPEN, _CLOSE = "\x02", "\x03"  # stand in no text: reading takes control characters for a sign of binary data
_PART = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Match:
    """A report (its mark) in which all words of a query stand, and where: spans of its text. `score` is BM25, higher is better."""

    mark: str
    spans: tuple[Span, ...]
    score: float


def query_of(words: str) -> str:
    """Return a query that asks for all words, and for what stands in double quotes as a phrase; nothing in `words` is read as an operator."""
    parts = (quoted or plain for quoted, plain in _PART.findall(words.replace("\x00", " ")))
    return " ".join('"' + part.replace('"', "") + '"' for part in parts if any(char.isalnum() for char in part))


def matches(db: sqlite3.Connection, words: str, most: int) -> tuple[Match, ...]:
    """Return the best reports in which all words stand, at most `most`; none for a query without a word."""
    query = query_of(words)
    if not query:
        return ()
    rows = db.execute(
        "SELECT report.mark, report.text, highlight(words, 0, ?, ?), bm25(words) FROM words JOIN report ON report.number = words.rowid "
        "WHERE words MATCH ? ORDER BY bm25(words), report.mark LIMIT ?",
        (_OPEN, _CLOSE, query, most),
    )
    return tuple(Match(mark, _spans(text, marked), -score) for mark, text, marked, score in rows)


def _spans(text: str, marked: str) -> tuple[Span, ...]:
    """Read the places of the marks back; a text that holds such marks itself is searched without them."""
    if _OPEN in text or _CLOSE in text:
        return ()
    found = []
    at = start = 0
    for char in marked:
        if char == _OPEN:
            start = at
        elif char == _CLOSE:
            found.append(Span(start, at))
        else:
            at += 1
    return tuple(found)
