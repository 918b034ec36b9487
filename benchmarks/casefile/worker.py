"""A program that writes to a case as fast as it can, and tells on its standard output what is acknowledged; it is there to be killed.

    python -m benchmarks.casefile.worker CASE NAME [COUNT]

Each round adds a report, keeps its analysis, judges it, and marks a look. It ends after COUNT rounds, or with code 3 when the file cannot be written.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from sayso.casefile import Finding, Seen, Store, anchor, key_of
from sayso.casefile.reports import mark_of
from sayso.errors import CaseNotWrittenError
from sayso.model import Analysis, Dossier, Report, Span, Token

CODE = "the code of the crash test"
_WORDS = [
    "the",
    "harbour",
    "lamp",
    "of",
    "Quillmark",
    "went",
    "dark",
    "before",
    "the",
    "ferry",
    "bell",
    "rang",
    "and",
    "nobody",
    "on",
    "the",
    "quay",
    "could",
    "say",
    "why",
]


def report_of(name: str, number: int) -> Report:
    """Return the n-th report of a program: invented words, another length each."""
    words = [_WORDS[(number * 7 + at * 3) % len(_WORDS)] for at in range(60 + number % 400)]
    text = f"{name} {number}: {' '.join(words)}.\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Report(
        id="r", file=f"{name}-{number}.txt", text=text, body=Span(0, len(text)), sha256_file=digest, sha256_text=digest
    )


def analysis_of(report: Report) -> Analysis:
    """Return what stands in for the analysis of a report: one token a word."""
    tokens = []
    at = 0
    for word in report.text.split():
        start = report.text.index(word, at)
        at = start + len(word)
        tokens.append(Token(Span(start, at), word.lower(), ("NOUN", "X"), len(tokens), "root"))
    return Analysis(
        report=report.file, paragraphs=(report.body,), sentences=(), tokens=tuple(tokens), quotes=(), mentions=(), times=(), quantities=()
    )  # fmt: skip


def nothing() -> Dossier:
    """Return an empty dossier."""
    return Dossier(
        version="", reports=(), attributions=(), claims=(), propositions=(), derivations=(), absent=(), cycles=(), drift=(), conflicts=(),
        updates=(), actors=(), timeline=(), unread=(),
    )  # fmt: skip


def write(path: Path, name: str, count: int | None = None) -> None:
    """Write round after round, and tell what is acknowledged."""
    store = Store.open(path)
    number = 0
    while count is None or number < count:
        report = report_of(name, number)
        store.add([report], (), 1_000_000)
        print("report", mark_of(report), name, number, flush=True)
        store.keep(key_of(report, CODE), CODE, {"analysis": analysis_of(report), "attributed": ()})
        print("analysis", key_of(report, CODE), name, number, flush=True)
        made = store.judge("note", [anchor(report, 0, 5)], name, "as it stands")
        print("judgement", made.number, name, number, flush=True)
        if number % 5 == 0:
            seen = Seen(Finding(nothing(), ()), (mark_of(report),), (made.number,), CODE)
            store.look(name, seen)
            print("look", mark_of(report), name, number, flush=True)
        number += 1


if __name__ == "__main__":
    try:
        write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None)
    except CaseNotWrittenError as error:
        print(error, file=sys.stderr)
        sys.exit(3)
