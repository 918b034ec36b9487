"""Builders that make a case one line long."""

from __future__ import annotations

import hashlib

from sayso.model import Report, Span


def report(text: str, id: str = "r1", **fields: object) -> Report:
    """A report whose whole text is its body."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    given = {"file": f"{id}.txt", "body": Span(0, len(text)), "sha256_file": digest, "sha256_text": digest, **fields}
    return Report(id=id, text=text, **given)  # type: ignore[arg-type]


def span(text: str, words: str) -> Span:
    """The range of the first occurrence of `words` in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))
