"""From the anchors of a page to what a judgement may speak of, and from judgements and changes back to the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.api.shifts import Shift
from sayso.model import Actor, Anchor, Changes, Claim, Dossier, Judgement, Passage, Report, Verdict
from sayso.workbench import Place, Ruling, Told

if TYPE_CHECKING:
    from sayso.casefile import Finder
    from sayso.dossier import Anchors

_NAMES = 8
_WORDS = 240


class Handles:
    """The anchors of one page, looked up from either side."""

    def __init__(self, anchors: Anchors) -> None:
        self.anchors = anchors
        self.claims = {id: place for place, id in anchors.claims.items()}
        self.reports = {id: place for place, id in anchors.reports.items()}
        self.actors = {id: place for place, id in anchors.actors.items()}
        self.homes = {claim: place for place, claims in anchors.propositions.items() for claim in claims}


def handles(dossier: Dossier) -> Handles:
    """Return the anchors of the page of a dossier."""
    from sayso.dossier import anchors

    return Handles(anchors(dossier))


def places(dossier: Dossier, shown: Handles) -> tuple[tuple[Place, ...], dict[str, Anchor]]:
    """Return what may be judged on the page of a dossier, and what each place points to; a proposition stands for the claim
    whose words are its head."""
    from sayso.casefile import anchor

    reports = {report.id: report for report in dossier.reports}
    claims = {claim.id: claim for claim in dossier.claims}
    held: list[Place] = []
    anchors: dict[str, Anchor] = {}
    for place, id in shown.anchors.claims.items():
        claim = claims[id]
        home = reports[claim.report]
        anchors[place] = anchor(home, claim.start, claim.end)
        held.append(
            Place(id=place, kind="claim", words=claim.exact[:_WORDS], where=home.file, of=shown.homes.get(id, ""))
        )
    for place, id in shown.anchors.reports.items():
        anchors[place] = anchor(reports[id])
        held.append(Place(id=place, kind="report", words=(reports[id].title or "")[:_WORDS], where=reports[id].file))
    actors = {actor.id: actor for actor in dossier.actors}
    for place, id in shown.anchors.actors.items():
        for number, passage in enumerate(_names(actors[id]), 1):
            name = place if number == 1 else f"{place}.{number}"
            home = reports[passage.report]
            anchors[name] = anchor(home, passage.start, passage.end)
            held.append(Place(id=name, kind="actor", words=passage.exact[:_WORDS], where=home.file, of=place))
    for place, own in shown.anchors.propositions.items():
        if own:
            anchors[place] = anchors[shown.claims[own[0]]]
            claim = claims[own[0]]
            held.append(
                Place(id=place, kind="claim", words=claim.exact[:_WORDS], where=reports[claim.report].file, of=place)
            )
    return tuple(held), anchors


def _names(actor: Actor) -> list[Passage]:
    """Return one passage for each name by which an actor is called, its own name first."""
    firsts: dict[str, Passage] = {}
    for passage in actor.mentions:
        firsts.setdefault(passage.exact.casefold(), passage)
    return sorted(firsts.values(), key=lambda passage: passage.exact != actor.name)[:_NAMES]


def rulings(
    judgements: Sequence[Judgement],
    verdicts: Sequence[Verdict],
    dossier: Dossier,
    shown: Handles,
    held: Sequence[Report],
) -> tuple[Ruling, ...]:
    """Return the judgements of a case as they are shown, the last first, undoings left out: they stand beside what they undo."""
    from sayso.casefile import Finder, undone

    finder = Finder(held)
    states = {verdict.number: verdict for verdict in verdicts}
    gone = undone(judgements)
    found = []
    for one in reversed(judgements):
        if one.kind == "undo":
            continue
        verdict = states.get(one.number, Verdict(one.number, "in force", ""))
        if one.number in gone:
            verdict = Verdict(one.number, "undone", "")
        found.append(
            Ruling(
                number=one.number, kind=one.kind, who=one.who, when=one.when, why=one.why, value=one.value,
                words=tuple(each.exact[:_WORDS] or each.file for each in one.anchors),
                places=tuple(_place(one, each, finder, dossier, shown) for each in one.anchors),
                state=verdict.state, detail=verdict.detail, machine=verdict.machine, undone_by=gone.get(one.number),
            )
        )  # fmt: skip
    return tuple(found)


def _place(one: Judgement, where: Anchor, finder: Finder, dossier: Dossier, shown: Handles) -> str:
    if where.whole:
        home = finder.report(where)
        return shown.reports.get(home.id, "") if home else ""
    if one.kind in ("same person", "not same person"):
        words = finder.words(where)
        actor = words and next(
            (
                a
                for a in dossier.actors
                if any(m.report == words.report and m.span.overlaps(words.span) for m in a.mentions)
            ),
            None,
        )
        return shown.actors.get(actor.id, "") if actor else ""
    claim: Claim | None = finder.claim(where, dossier.claims)
    return shown.claims.get(claim.id, "") if claim else ""


def told(found: Changes, moved: Sequence[Shift], dossier: Dossier | None, shown: Handles | None) -> tuple[Told, ...]:
    """Return changes as they are shown, each with the place of `dossier`'s page where it is found."""
    there = {p.id: p for p in dossier.propositions} if dossier else {}

    def place(proposition: str) -> str:
        p = there.get(proposition)
        return shown.homes.get(p.claims[0], "") if shown and p and p.claims else ""

    return (
        *(
            Told(
                kind=change.kind, text=change.text, before=change.before, after=change.after,
                because=tuple(cause.what for cause in change.because), place=place(change.proposition),
            )
            for change in found.changes
        ),
        *(
            Told(kind=each.kind, text=each.text, before=each.before, after=each.after, because=(), place=place(each.proposition))
            for each in moved
        ),
    )  # fmt: skip
