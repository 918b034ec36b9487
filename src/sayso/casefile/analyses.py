"""What the pipeline made, by what it was made from: analyses of single reports, and findings of the whole case."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from sayso.casefile.codec import packed, unpacked, written
from sayso.model import Analysis, Attribution, Dossier, Judgement, Report, Span, Verdict

PRODUCTS: dict[str, Any] = {"analysis": Analysis, "attributed": tuple[Attribution, ...]}
"""What depends on one report alone and is kept, by the name it has in the pipeline."""
_KEPT: Any = tuple[Analysis, tuple[Attribution, ...]]
_FINDINGS = 6
"""Findings that are kept: enough that undoing and doing again costs nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The whole finding of one state of a case: its dossier and what became of each judgement."""

    dossier: Dossier
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of one report and their vectors: numbers of two bytes (IEEE 754 binary16, little end first), one row a sentence."""

    spans: tuple[Span, ...]
    vectors: bytes


def key_of(report: Report, code: str) -> str:
    """Return the key of what is made from one report by the code and models of version `code`."""
    return hashlib.sha256(written([code, msgspec.to_builtins(report)]).encode()).hexdigest()


def finding_key(marks: Iterable[str], judgements: Sequence[Judgement], extra: Sequence[object], code: str) -> str:
    """Return the key of the finding of a state: its reports whatever their order, the judgements in force, what else it shows."""
    told = [
        code,
        sorted(marks),
        [msgspec.to_builtins(one) for one in judgements],
        [msgspec.to_builtins(x) for x in extra],
    ]
    return hashlib.sha256(written(told).encode()).hexdigest()


def load(db: sqlite3.Connection, keys: Mapping[str, str]) -> dict[tuple[str, str], Any]:
    """Return the products of the reports that were analysed before, by name and report id; `keys` gives each id's key."""
    found: dict[tuple[str, str], Any] = {}
    for id, key in keys.items():
        row = db.execute("SELECT content FROM analysis WHERE key = ?", (key,)).fetchone()
        if row is not None:
            values: tuple[Any, ...] = unpacked(row[0], _KEPT)
            found.update({(name, id): value for name, value in zip(PRODUCTS, values, strict=True)})
    return found


def load_sentences(db: sqlite3.Connection, key: str) -> Sentences | None:
    """Return the sentences of one report with their vectors, None when they were not kept."""
    row = db.execute("SELECT content FROM analysis WHERE key = ?", (f"{key} sentences",)).fetchone()
    return None if row is None else unpacked(row[0], Sentences)


def keep_sentences(db: sqlite3.Connection, key: str, code: str, found: Sentences) -> None:
    """Keep the sentences of one report with their vectors."""
    row = (f"{key} sentences", code, packed(found))
    db.execute("INSERT OR IGNORE INTO analysis (key, code, content) VALUES (?, ?, ?)", row)


def keep(db: sqlite3.Connection, key: str, code: str, values: Mapping[str, Any]) -> None:
    """Keep all products of one report together; what is there already stays."""
    content = packed(tuple(values[name] for name in PRODUCTS))
    db.execute("INSERT OR IGNORE INTO analysis (key, code, content) VALUES (?, ?, ?)", (key, code, content))


def finding(db: sqlite3.Connection, key: str) -> Finding | None:
    """Return the finding that was kept under `key`, None when there is none."""
    row = db.execute("SELECT content FROM finding WHERE key = ?", (key,)).fetchone()
    return None if row is None else unpacked(row[0], Finding)


def keep_finding(db: sqlite3.Connection, key: str, code: str, found: Finding) -> None:
    """Keep a finding, and let go of old ones and of analyses of single reports that were not made by code of version `code`."""
    db.execute("INSERT OR REPLACE INTO finding (key, content) VALUES (?, ?)", (key, packed(found)))
    db.execute(
        "DELETE FROM finding WHERE number NOT IN (SELECT number FROM finding ORDER BY number DESC LIMIT ?)",
        (_FINDINGS,),
    )
    db.execute("DELETE FROM analysis WHERE code <> ?", (code,))
