"""Case files: a pile that grows over weeks, judged by people, in one file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sayso import model
from sayso.api.pile import Dossier, Paths, failed, finding, natural, nothing
from sayso.config import Limits, Progress, Settings
from sayso.errors import NothingReadError
from sayso.model import Anchor, Changes, Claim, Hit, Judgement, JudgementKind, Report, Unread, Verdict

if TYPE_CHECKING:
    from sayso.casefile import Finding, Held, Seen, State, Store
    from sayso.reading import Reading


@dataclass(frozen=True, slots=True)
class Case:
    """A case file that was opened; programs and threads may use one case at the same time. Nothing stays open between calls."""

    path: Path
    _store: Store

    def __repr__(self) -> str:
        return f"<Case: {self.path}>"


@dataclass(frozen=True, slots=True)
class Added:
    """What adding to a case gave: the reports that are new to it, what was not taken and why, and the dossier of the whole case, None if it was not asked for."""

    reports: tuple[Report, ...]
    unread: tuple[Unread, ...]
    dossier: Dossier | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with what became of it."""

    judgement: Judgement
    verdict: Verdict


def new_case(path: str | os.PathLike[str]) -> Case:
    """Make a new, empty case file; by custom its name ends in .sayso.

    Raises NotACaseError when there is something at `path` already, CaseNotWrittenError when it cannot be made.
    """
    from sayso.casefile import Store

    return Case(Path(path), Store.create(Path(path)))


def open_case(path: str | os.PathLike[str], *, wait: float | None = None) -> Case:
    """Open a case file; one of an older version is brought to the present form. `wait` is how many seconds to wait for another program that writes to it (10).

    Raises NotACaseError when there is no case at `path` or a newer version made it, CaseBusyError, CaseDamagedError.
    """
    from sayso.casefile import Store

    store = Store.open(Path(path)) if wait is None else Store.open(Path(path), wait)
    return Case(Path(path), store)


def add(
    case: Case,
    paths: Paths,
    *,
    analyse: bool = True,
    workers: int | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Added:
    """Add reports to a case; `paths` are those of `sayso.analyse`, and so are the other arguments.

    First the new reports are written to the file, all of them together: from then on they are in the case, whatever happens. Then they are analysed, the
    rest of the case is taken from earlier analyses, and the whole is compared anew; `analyse=False` leaves that for later.
    A report that the case holds already is listed in `Added.unread` as read twice.

    Raises NothingReadError when no path gave a report, CaseBusyError when another program does not let go of the file, CaseNotWrittenError.
    """
    from sayso.reading import read

    settings = Settings(workers=workers, limits=limits or Limits())
    given = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    reading = read(given, limits=settings.limits, progress=progress)
    if not reading.reports:
        raise NothingReadError(nothing(reading.unread))
    new, unread = take(case, reading, settings)
    dossier = _dossier(_finding(case, case._store.state(), True, settings, progress)[0]) if analyse else None
    return Added(new, unread, dossier)


def take(case: Case, reading: Reading, settings: Settings) -> tuple[tuple[Report, ...], tuple[Unread, ...]]:
    """Write the new reports of a reading to the case, without analysing them; return those, and what was not taken."""
    ordered = sorted(reading.reports, key=lambda report: (natural(report.file), report.id))
    marks, left = case._store.add(ordered, reading.unread, settings.limits.reports)
    new = tuple(held.report for held in case._store.state().reports if held.mark in set(marks))
    return new, tuple(sorted({*reading.unread, *left}))


def case_dossier(
    case: Case, *, judged: bool = True, workers: int | None = None, progress: Progress | None = None
) -> Dossier:
    """Return the dossier of a case as it is now; what was analysed before is not analysed again.

    With `judged=False` the judgements are left aside: it is what the machine found by itself.
    """
    return _dossier(_finding(case, case._store.state(), judged, Settings(workers=workers), progress)[0])


def case_reports(case: Case) -> tuple[tuple[Report, str], ...]:
    """Return the reports of a case in the order in which they were added, each with the moment (UTC, ISO 8601)."""
    return tuple((held.report, held.added) for held in case._store.state().reports)


def anchor(
    report: Report | Claim, start: int | None = None, end: int | None = None, *, of: model.Dossier | None = None
) -> Anchor:
    """Return the anchor of a judgement: of the range `start`..`end` of a report, of the whole report when no range is given, or of a claim of the dossier `of`."""
    from sayso.casefile import anchor as made

    if isinstance(report, Claim):
        if of is None:
            raise ValueError("the anchor of a claim needs the dossier it is from, as `of`")
        home = next(each for each in of.reports if each.id == report.report)
        return made(home, report.start, report.end)
    return made(report, start, end)


def judge(
    case: Case, kind: JudgementKind, anchors: Sequence[Anchor], *, who: str, why: str = "", value: str | None = None
) -> Judgement:
    """Record what a person decided; see `JudgementKind` for what each kind means. `value` is the grade of a judgement of that kind, such as 'B2'.

    When this returns the judgement is on the disk. It is put on every analysis from now on, and never deleted: `undo` takes it back. Raises
    ValueError when the parts do not fit together, CaseBusyError or CaseNotWrittenError when it could not be written.
    """
    return case._store.judge(kind, anchors, who, why, value)


def undo(case: Case, number: int, *, who: str, why: str = "") -> Judgement:
    """Take back the judgement with this number by a record of its own; an undoing can be undone. Raises ValueError when there is none, or it is undone."""
    return case._store.undo(number, who, why)


def judgements(case: Case, *, workers: int | None = None, progress: Progress | None = None) -> tuple[Judged, ...]:
    """Return all judgements of a case in the order in which they were made, each with what became of it: in force, undone, overruled by a later one, or not
    found, when the words it speaks of stand nowhere any more."""
    from sayso.casefile import undone

    state = case._store.state()
    found, _ = _finding(case, state, True, Settings(workers=workers), progress)
    told = {verdict.number: verdict for verdict in found.verdicts}
    gone = undone(state.judgements)
    made = []
    for one in state.judgements:
        if one.number in gone:
            verdict = Verdict(one.number, "undone", f"by number {gone[one.number]}")
        else:
            verdict = told.get(one.number, Verdict(one.number, "in force", ""))
        made.append(Judged(one, verdict))
    return tuple(made)


def changes(
    case: Case, *, who: str = "", seen: bool = False, workers: int | None = None, progress: Progress | None = None
) -> Changes:
    """Return what changed in a case since the last look: new claims, counts that moved, conflicts that appeared or dissolved, and what brought each.

    `who` looks; everybody has a last look of their own. With `seen` the present state becomes the last look.
    """
    from sayso.casefile import changes

    state = case._store.state()
    before = case._store.last_look(who, state.reports)
    now = sighting(case, state, Settings(workers=workers), progress)
    if before is None:
        reports = tuple(held.report for held in state.reports)
        found = Changes(since=None, reports=reports, judgements=state.judgements, changes=())
    else:
        found = changes(before.seen, before.when, now, state.judgements)
    if seen:
        case._store.look(who, now)
    return found


def look(case: Case, *, who: str = "", workers: int | None = None, progress: Progress | None = None) -> str:
    """Mark the present state of a case as seen by `who`; return the moment (UTC, ISO 8601)."""
    return case._store.look(who, sighting(case, case._store.state(), Settings(workers=workers), progress)).when


def find(
    case: Case, words: str, *, most: int = 20, workers: int | None = None, progress: Progress | None = None
) -> tuple[Hit, ...]:
    """Return the sentences of a case in which `words` stand, then those that mean something like it; each sentence once, at most `most` of either.

    All words must stand in a report, whatever their endings; what is in double quotes is taken as a phrase. By meaning the shipped sentence
    vectors are compared. Raises ValueError when there is no word in `words`.
    """
    from sayso.api.searching import found

    return found(case, words, most, Settings(workers=workers), progress)


def sides(
    case: Case, number: int, settings: Settings, progress: Progress | None
) -> tuple[Seen, Seen, tuple[Judgement, ...]]:
    """Return the case of today with the records of judgements before `number`, then with that one too, and those records: what lies between is what it changed.

    Raises ValueError when there is no such record.
    """
    state = case._store.state()
    if all(one.number != number for one in state.judgements):
        raise ValueError(f"the case has no judgement number {number}")
    until = tuple(one for one in state.judgements if one.number <= number)
    before = sighting(case, replace(state, judgements=until[:-1]), settings, progress)
    return before, sighting(case, replace(state, judgements=until), settings, progress), until


def analysed(case: Case, settings: Settings, progress: Progress | None) -> tuple[tuple[Report, ...], dict[str, str]]:
    """Return the reports of a case that could be analysed, and the mark of each by id; after this all of their analyses are in the file."""
    state = case._store.state()
    found, _ = _finding(case, state, True, settings, progress)
    marks = {held.report.id: held.mark for held in state.reports}
    return found.dossier.reports, marks


def sighting(case: Case, state: State, settings: Settings, progress: Progress | None) -> Seen:
    """Return the finding of a state of a case with what it was made of."""
    from sayso.casefile import Seen

    found, code = _finding(case, state, True, settings, progress)
    marks = tuple(sorted(held.mark for held in state.reports))
    return Seen(found, marks, tuple(one.number for one in state.in_force), code)


def _dossier(found: Finding) -> Dossier:
    return Dossier(**{name: getattr(found.dossier, name) for name in found.dossier.__dataclass_fields__})


def _finding(
    case: Case, state: State, judged: bool, settings: Settings, progress: Progress | None
) -> tuple[Finding, str]:
    """Return the finding of a state, from the file where it is there, and the version of the code that made it."""
    from sayso.casefile import PER_REPORT, version_of

    code = version_of()
    key = state.key(code, judged)
    found = case._store.finding(key, state.reports)
    if found is None:
        found = _made(case._store, state, judged, settings, progress)
        case._store.keep_finding(key, version_of(PER_REPORT), found)
    return found, code


def _made(store: Store, state: State, judged: bool, settings: Settings, progress: Progress | None) -> Finding:
    """Analyse a state: reports that were analysed before are taken from the file, the others kept as they are done."""
    from sayso.casefile import PER_REPORT, Finding, key_of, version_of
    from sayso.engines import Local
    from sayso.pipeline import VERDICTS, judged_plan, news_plan

    in_force = tuple(one for one in state.in_force if one.kind != "note") if judged else ()
    left, verdicts = _ignored(state.reports, in_force)
    reports = [held.report for held in state.reports if held.report.id not in left]
    code = version_of(PER_REPORT)
    keys = {report.id: key_of(report, code) for report in reports}

    def keep(report: Report, values: Mapping[str, Any]) -> None:
        store.keep(keys[report.id], code, values)

    plan = judged_plan(in_force) if in_force else news_plan()
    run = Local(settings).run(plan, reports, progress, store.known(keys), keep)
    unread = tuple(sorted({*state.unread, *failed(run, reports)}))
    dossier = finding(run, unread)
    if in_force and run.reports:
        verdicts += [verdict for name in VERDICTS for verdict in run.products[name]]
    plain = model.Dossier(**{name: getattr(dossier, name) for name in dossier.__dataclass_fields__})
    return Finding(plain, tuple(sorted(verdicts, key=lambda verdict: verdict.number)))


def _ignored(held: Sequence[Held], judgements: Sequence[Judgement]) -> tuple[set[str], list[Verdict]]:
    """Return the ids of the reports that are to be ignored, and what became of the judgements that say so."""
    from sayso.casefile import Finder

    finder = Finder(each.report for each in held)
    gone, verdicts = set(), []
    for one in judgements:
        if one.kind == "ignore" and one.anchors[0].whole:
            report = finder.report(one.anchors[0])
            if report is None:
                verdicts.append(Verdict(one.number, "not found", "the report is not in the case"))
            else:
                gone.add(report.id)
                verdicts.append(Verdict(one.number, "in force", "", "a report of the pile"))
    return gone, verdicts
