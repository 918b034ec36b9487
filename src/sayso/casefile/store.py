"""One case: everything that is asked of its file, each question and each change in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sayso.casefile import analyses, judgements, looks, reports, revision, search
from sayso.casefile.analyses import Finding, Sentences
from sayso.casefile.database import WAIT, Database
from sayso.casefile.looks import Look, Seen
from sayso.casefile.reports import Held
from sayso.model import Anchor, Dossier, Judgement, JudgementKind, Report, Unread


@dataclass(frozen=True, slots=True)
class State:
    """What a case holds at one moment: its reports, its judgements, and what was given and not read."""

    reports: tuple[Held, ...]
    judgements: tuple[Judgement, ...]
    unread: tuple[Unread, ...]

    @property
    def in_force(self) -> tuple[Judgement, ...]:
        """The judgements that hold."""
        return judgements.in_force(self.judgements)

    def key(self, code: str, judged: bool = True) -> str:
        """Return the key of the finding of this state; notes change no finding."""
        told = [one for one in self.in_force if one.kind != "note"] if judged else []
        return analyses.finding_key((held.mark for held in self.reports), told, self.unread, code)


class Store:
    """The file of a case, opened for questions and changes; it may be used by several threads and several programs at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def create(cls, path: Path, wait: float = WAIT) -> Store:
        """Make a new case file; see `Database.create`."""
        return cls(Database.create(path, wait))

    @classmethod
    def open(cls, path: Path, wait: float = WAIT) -> Store:
        """Open a case file; see `Database.open`."""
        return cls(Database.open(path, wait))

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self._database.path

    def state(self) -> State:
        """Return what the case holds now."""
        with self._database.reading() as db:
            return State(reports.held(db), judgements.all_of(db), reports.unread(db))

    def revision(self) -> str:
        """Return the revision of the case: it changes with every report, judgement and file that was not read."""
        with self._database.reading() as db:
            return revision.revision(db)

    def add(
        self, given: Sequence[Report], unread: Iterable[Unread], most: int
    ) -> tuple[tuple[str, ...], tuple[Unread, ...]]:
        """Add reports; return the marks of those that are new and what was not taken. When this returns they are on the disk."""
        with self._database.writing() as db:
            return reports.insert(db, given, unread, most)

    def known(self, keys: Mapping[str, str]) -> dict[tuple[str, str], Any]:
        """Return what was made before of the reports with these ids and keys, by product and id."""
        with self._database.reading() as db:
            return analyses.load(db, keys)

    def keep(self, key: str, code: str, values: Mapping[str, Any]) -> None:
        """Keep what was made of one report."""
        with self._database.writing() as db:
            analyses.keep(db, key, code, values)

    def sentences(self, key: str) -> Sentences | None:
        """Return the sentences of the report with this key, None when they were not kept."""
        with self._database.reading() as db:
            return analyses.load_sentences(db, key)

    def keep_sentences(self, key: str, code: str, found: Sentences) -> None:
        """Keep the sentences of one report with their vectors."""
        with self._database.writing() as db:
            analyses.keep_sentences(db, key, code, found)

    def finding(self, key: str, held: Sequence[Held]) -> Finding | None:
        """Return a finding that was made before, the texts of its reports filled in; None when there is none."""
        with self._database.reading() as db:
            found = analyses.finding(db, key)
        return None if found is None else replace(found, dossier=_full(found.dossier, held))

    def keep_finding(self, key: str, code: str, found: Finding) -> None:
        """Keep a finding; the texts of its reports stand in the case already. Analyses not made by code of version `code` go."""
        with self._database.writing() as db:
            analyses.keep_finding(db, key, code, replace(found, dossier=_bare(found.dossier)))

    def judge(
        self,
        kind: JudgementKind,
        anchors: Sequence[Anchor],
        who: str,
        why: str,
        value: str | None = None,
        expected: str | None = None,
    ) -> Judgement:
        """Add a judgement. When this returns it is on the disk.

        Raises ValueError when its parts do not fit together, CaseMovedError when the case is not at revision `expected`.
        """
        with self._database.writing() as db:
            revision.expect(db, expected)
            return judgements.insert(db, kind, anchors, who, why, value)

    def undo(self, number: int, who: str, why: str, expected: str | None = None) -> Judgement:
        """Take a judgement back by a record of its own. Raises ValueError when there is none, or it is undone already, CaseMovedError when the case is not at revision `expected`."""
        with self._database.writing() as db:
            revision.expect(db, expected)
            return judgements.undo(db, number, who, why)

    def last_look(self, who: str, held: Sequence[Held]) -> Look | None:
        """Return the last look of a person, None before the first."""
        with self._database.reading() as db:
            found = looks.last(db, who)
        if found is None:
            return None
        finding = replace(found.seen.finding, dossier=_full(found.seen.finding.dossier, held))
        return replace(found, seen=replace(found.seen, finding=finding))

    def look(self, who: str, seen: Seen) -> Look:
        """Mark a state as seen."""
        with self._database.writing() as db:
            bare = replace(seen.finding, dossier=_bare(seen.finding.dossier))
            return looks.insert(db, who, replace(seen, finding=bare))

    def texts(self, words: str, most: int) -> tuple[search.Match, ...]:
        """Return where the words of a query stand, report by report, the best first."""
        with self._database.reading() as db:
            return search.matches(db, words, most)


def _bare(dossier: Dossier) -> Dossier:
    return replace(dossier, reports=tuple(replace(report, text="") for report in dossier.reports))


def _full(dossier: Dossier, held: Sequence[Held]) -> Dossier:
    texts = {one.report.id: one.report.text for one in held}

    def text(id: str) -> str:
        # An id that another report began to share has grown since.
        return texts[id] if id in texts else next(held for longer, held in texts.items() if longer.startswith(id))

    return replace(dossier, reports=tuple(replace(report, text=text(report.id)) for report in dossier.reports))
