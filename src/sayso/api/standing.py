"""What still stands when something is left out: of a pile, one thing or several, or each thing in turn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sayso import model
from sayso.api.pile import Paths, failed, finding, run_pile
from sayso.config import Limits, Progress, Settings
from sayso.model import Standing

if TYPE_CHECKING:
    from sayso.assessment import Named
    from sayso.engines import Run


def without(
    pile: model.Dossier | Paths,
    names: str | Iterable[str],
    *,
    workers: int | None = None,
    progress: Progress | None = None,
    limits: Limits | None = None,
) -> Standing:
    """Tell what still stands when reports, or the claims that rest on actors, are left out.

    `pile` is a dossier, or paths as for `analyse`. A name is that of a report (file, file without ending, outlet, title) or of an actor (name,
    alias), whatever its case; `report:` or `actor:` before it tells which is meant. With an actor goes whoever speaks for the same body. The
    pile is analysed whole, then again without what is left out; `Standing.whole` and `Standing.remaining` are the two dossiers.

    Raises NameNotClearError when a name fits nothing or several, NothingReadError when no path gave a report, ValueError when `names` is empty.

    >>> sayso.without(dossier, "Reuters").fallen  # doctest: +SKIP
    """
    from sayso.assessment import named
    from sayso.engines import Local
    from sayso.pipeline import news_plan, source_plan

    wanted = [names] if isinstance(names, str) else list(names)
    if not wanted:
        raise ValueError("name at least one report or actor to leave out")
    settings = Settings(workers=workers, limits=limits or Limits())
    if isinstance(pile, model.Dossier):
        whole, unread = pile, pile.unread
        run = Local(settings).run(source_plan(), pile.reports, progress)
    else:
        run, unread = run_pile(pile, settings, progress, news_plan())
        whole = finding(run, unread)
    found = list(dict.fromkeys(named(whole, name) for name in wanted))
    return _standing(whole, unread, run, found, settings, progress)


def each_without(
    dossier: model.Dossier, *, most: int = 30, progress: Progress | None = None, workers: int | None = None
) -> tuple[Standing, ...]:
    """Tell what still stands without each report, and without each origin, one at a time: what a page needs to take them away.

    Each is the same as `without` gives for it alone. Reports come first, in the order of their files, then the origins with an actor, in the order of the
    propositions they stand behind, of those who speak for one body the first; the last report of a pile is not taken away. It takes some
    0.3 seconds each for five reports: a pile of more than `most` reports gives nothing, and origins past `most` are left to `without`.

    >>> len(sayso.each_without(dossier))  # doctest: +SKIP
    12
    """
    from sayso.engines import Local
    from sayso.pipeline import source_plan

    found = _each(dossier, most) if len(dossier.reports) <= most else []
    if not found:
        return ()
    settings = Settings(workers=workers)
    run = Local(settings).run(source_plan(), dossier.reports)
    held = []
    for place, each in enumerate(found):
        if progress is not None:
            progress("taking away", place, len(found))
        held.append(_standing(dossier, dossier.unread, run, [each], settings, None))
    if progress is not None:
        progress("taking away", len(found), len(found))
    return tuple(held)


def _each(dossier: model.Dossier, most: int) -> list[Named]:
    from sayso.assessment import Named

    reports = [Named("report", report.id, report.file) for report in dossier.reports if len(dossier.reports) > 1]
    actors = {actor.id: actor for actor in dossier.actors}
    bodies: dict[str, Named] = {}
    ranked = sorted(dossier.propositions, key=lambda p: (-p.rank.weight, p.id))
    for origin in (origin for proposition in ranked for origin in proposition.origins):
        actor = actors.get(origin.actor or "")
        if actor is not None:
            bodies.setdefault(actor.speaks_for or actor.id, Named("actor", actor.id, actor.name))
    return [*reports, *list(bodies.values())[:most]]


def _standing(
    whole: model.Dossier,
    unread: tuple[model.Unread, ...],
    run: Run,
    found: Sequence[Named],
    settings: Settings,
    progress: Progress | None,
) -> Standing:
    from sayso.assessment import resting_on, standing
    from sayso.engines import Local
    from sayso.pipeline import standing_plan

    going = {
        each.id: resting_on(whole, run.products["analysis"], each.id)
        if each.kind == "actor"
        else tuple(claim for claim in whole.claims if claim.report == each.id)
        for each in found
    }
    left = [report for report in run.reports if report.id not in going]
    places = frozenset((claim.report, claim.start, claim.end) for claims in going.values() for claim in claims)
    rest = Local(settings).run(standing_plan(places), left, progress, run.alone("analysis", "attributed"))
    left_out = tuple(model.LeftOut(each.kind, each.id, each.name, len(going[each.id])) for each in found)
    return standing(whole, finding(rest, (*unread, *failed(rest, whole.reports))), left_out)
