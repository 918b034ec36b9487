"""A case file at the workbench: the desk that reads, judges and draws it."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.api.cases import Case, sides, sighting, take
from sayso.api.places import handles, places, rulings, told
from sayso.api.shifts import shifts
from sayso.config import Progress, Settings
from sayso.model import Anchor, JudgementKind
from sayso.workbench import Drawn, Given, Told

if TYPE_CHECKING:
    from sayso.casefile import Seen


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no name is known to the system
        return "somebody"


class CaseDesk:
    """See `sayso.workbench.Desk`."""

    def __init__(self, case: Case, who: str | None, settings: Settings) -> None:
        self._case = case
        self._settings = settings
        self._seen: dict[str, Seen] = {}
        self.name = case.path.name
        self.who = who or _login()

    def revision(self) -> str:
        return self._case._store.revision()

    def draw(self, last: Drawn | None, progress: Progress) -> Drawn:
        from sayso.casefile import changes
        from sayso.dossier import to_html

        revision = self.revision()  # asked first: what comes in between is drawn under a newer one
        state = self._case._store.state()
        seen = sighting(self._case, state, self._settings, progress)
        dossier = seen.finding.dossier
        shown = handles(dossier)
        changed = None
        before = self._seen.get(last.revision) if last is not None else None
        if before is not None:
            moved = shifts(before.finding.dossier, dossier)
            changed = told(changes(before, "", seen, state.judgements), moved, dossier, shown)
        progress("drawing the page", 0, 1)
        html = to_html(dossier)
        held, anchors = places(dossier, shown)
        self._seen = {revision: seen}
        return Drawn(
            revision=revision, html=html, places=held, anchors=anchors, changed=changed,
            rulings=rulings(state.judgements, seen.finding.verdicts, dossier, shown, [each.report for each in state.reports]),
        )  # fmt: skip

    def judge(
        self, kind: JudgementKind, places: Sequence[Anchor], who: str, why: str, value: str | None, expected: str
    ) -> str:
        from sayso.casefile import after

        return after(expected, self._case._store.judge(kind, places, who, why, value, expected).number)

    def undo(self, number: int, who: str, why: str, expected: str) -> str:
        from sayso.casefile import after

        return after(expected, self._case._store.undo(number, who, why, expected).number)

    def changed_by(self, number: int, drawn: Drawn, progress: Progress) -> tuple[Told, ...]:
        from sayso.casefile import changes

        before, after, until = sides(self._case, number, self._settings, progress)
        seen = self._seen.get(drawn.revision)
        there = seen.finding.dossier if seen else None
        moved = shifts(before.finding.dossier, after.finding.dossier)
        return told(changes(before, "", after, until), moved, there, handles(there) if there else None)

    def add(self, path: Path, progress: Progress) -> Given:
        from sayso.reading import read

        reading = read([path], limits=self._settings.limits, progress=progress)
        if not reading.reports:
            return Given((), tuple(each.detail or each.reason for each in reading.unread))
        new, left = take(self._case, reading, self._settings)
        return Given(tuple(each.file for each in new), tuple(each.detail or each.reason for each in left))
