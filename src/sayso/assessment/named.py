"""Find the report or the actor that a person names."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Literal

from sayso.errors import NameNotClearError
from sayso.model import Actor, Dossier, Report

_MOST = 8


@dataclass(frozen=True, slots=True)
class Named:
    """What a name means: a report or an actor, its id, and its name as the dossier has it (a report's is its file)."""

    kind: Literal["report", "actor"]
    id: str
    name: str


def named(dossier: Dossier, name: str) -> Named:
    """Return the one report or actor that `name` means, case and a leading 'the' aside.

    A report goes by its file, the file's name with or without ending, its outlet, its title or its id; an actor by name, alias or id. `report:`
    or `actor:` before the name tells which is meant; without, the name of an outlet with one report means that report. Raises NameNotClearError
    when nothing or several fit.
    """
    kind, _, rest = name.partition(":")
    kind = kind.strip().casefold()
    if kind not in ("report", "actor"):
        kind, rest = "", name
    wanted = _plain(rest)
    reports = [r for r in dossier.reports if kind != "actor" and wanted in _names_of_report(r)]
    actors = [a for a in dossier.actors if kind != "report" and wanted in _names_of_actor(a)]
    if len(reports) == 1:
        # The outlet is an actor too; its report is what the name means.
        actors = [a for a in actors if not (reports[0].outlet and _plain(reports[0].outlet) in _names_of_actor(a))]
    found = [*map(_report, reports), *map(_actor, actors)]
    if len(found) == 1:
        return found[0]
    shown = tuple(_candidate(dossier, each) for each in found)
    if found:
        raise NameNotClearError(_listed(f"'{name}' fits several; name one of them", shown), shown)
    shown = tuple(_candidate(dossier, each) for each in _near(dossier, wanted))
    message = f"'{name}' is no {kind or 'report and no actor'} of this pile"
    raise NameNotClearError(_listed(f"{message}; the nearest are", shown), shown)


def _report(report: Report) -> Named:
    return Named("report", report.id, report.file)


def _actor(actor: Actor) -> Named:
    return Named("actor", actor.id, actor.name)


def _candidate(dossier: Dossier, each: Named) -> str:
    """How to name it without doubt, and what it is; an id only where a name will not do."""
    wanted = _plain(each.name)
    if each.kind == "report":
        report = next(r for r in dossier.reports if r.id == each.id)
        alone = sum(wanted in _names_of_report(r) for r in dossier.reports) == 1
        about = report.outlet or report.title or ""
    else:
        alone = sum(wanted in _names_of_actor(a) for a in dossier.actors) == 1
        about = "" if alone else each.name
    return f"{each.kind}:{each.name if alone else each.id}" + (f" ({about})" if about else "")


def _plain(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")


def _names_of_report(report: Report) -> set[str]:
    path = PurePosixPath(report.file.replace("\\", "/"))
    names = (report.id, report.file, path.name, path.stem, report.outlet, report.title)
    return {_plain(name) for name in names if name}


def _names_of_actor(actor: Actor) -> set[str]:
    return {_plain(name) for name in (actor.id, actor.name, *actor.aliases)}


def _near(dossier: Dossier, wanted: str) -> list[Named]:
    """What a wrong name may mean: names that hold it first, then those spelt much like it; all reports when there are none."""
    entries = [(_names_of_report(r), _report(r)) for r in dossier.reports]
    entries += [(_names_of_actor(a), _actor(a)) for a in dossier.actors]
    holding = [entry for names, entry in entries if wanted and any(wanted in name for name in names)]
    spelt = get_close_matches(wanted, sorted({name for names, _ in entries for name in names}), n=_MOST, cutoff=0.7)
    alike = [entry for like in spelt for names, entry in entries if like in names]
    found = [*holding, *alike] or [entry for _, entry in entries[: len(dossier.reports)]]
    return list(dict.fromkeys(found))[:_MOST]


def _listed(message: str, candidates: tuple[str, ...]) -> str:
    return "\n".join([f"{message}:" if candidates else message, *(f"  {each}" for each in candidates)])
