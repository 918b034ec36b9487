"""What changed between two states of a case, and what brought each change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sayso.casefile.anchors import Finder
from sayso.casefile.looks import Seen
from sayso.model import (
    Cause,
    Change,
    ChangeKind,
    Changes,
    Claim,
    Conflict,
    Dossier,
    Judgement,
    Passage,
    Proposition,
    Report,
    Shrunk,
)


def changes(before: Seen, since: str, after: Seen, judgements: Sequence[Judgement]) -> Changes:
    """Return what changed from one state to a later one; `judgements` are all of the case.

    Propositions and conflicts are matched as by `assessment.standing`. Of the present dossier, what is new comes first, by weight.
    """
    from sayso.assessment import standing, successors

    old, new = before.finding.dossier, after.finding.dossier
    there = {report.sha256_text + report.id for report in old.reports}
    came = tuple(report for report in new.reports if report.sha256_text + report.id not in there)
    turned = set(before.judged) ^ set(after.judged)
    made = tuple(one for one in judgements if one.number in turned and one.kind != "note")
    why = _Why(came, made, set(after.judged), before.code != after.code, (*new.reports, *old.reports))
    ahead, back = standing(old, new, ()), standing(new, old, ())
    found = [_of(why, "new claim", p, new, "", _count(p)) for p in back.fallen]
    fresh = {p.id for p in back.fallen}
    reports = {report.id for report in came}
    for p in new.propositions:
        joined = [c for c in _claims(p, new) if c.report in reports]
        if joined and p.id not in fresh:
            names = ", ".join(dict.fromkeys(_label(new, c.report) for c in joined))
            found.append(_of(why, "also said by", p, new, "", names, joined))
    found += [_moved(why, x.after, x.before, new) for x in back.shrunk]
    found += [_moved(why, x.before, x.after, new) for x in _only(ahead.shrunk, back.shrunk)]
    found += [
        _of(why, "merged", p, new, f"{len(parts)} apart", "one", [c for part in parts for c in _claims(part, old)])
        for p, parts in _joined(new, old, successors(old, new))
    ]
    found += [
        _of(why, "parted", p, old, "one", f"{len(parts)} apart", [c for part in parts for c in _claims(part, new)])
        for p, parts in _joined(old, new, successors(new, old))
    ]
    found += [_of(why, "claim gone", p, old, _count(p), "") for p in ahead.fallen]
    fallen = {p.id for p in ahead.fallen}
    for p in old.propositions:
        left = _left(_claims(p, old), new)
        if left and p.id not in fallen:
            names = ", ".join(dict.fromkeys(_label(old, c.report) for c in left))
            found.append(_of(why, "no longer said by", p, old, names, "", left))
    found += [_conflict(why, "conflict appeared", c, new) for c in back.dissolved]
    found += [_conflict(why, "conflict dissolved", c, old) for c in ahead.dissolved]
    return Changes(since=since, reports=came, judgements=made, changes=tuple(found))


def _joined(
    whole: Dossier, other: Dossier, successor: Mapping[str, str]
) -> list[tuple[Proposition, list[Proposition]]]:
    """Return the propositions of `whole` that several of `other` lead to, with those."""
    came: dict[str, list[Proposition]] = {}
    for p in other.propositions:
        if p.id in successor:
            came.setdefault(successor[p.id], []).append(p)
    return [(p, came[p.id]) for p in whole.propositions if len(came.get(p.id, ())) > 1]


class _Why:
    """Finds what brought a change to some claims."""

    def __init__(
        self, came: Sequence[Report], made: Sequence[Judgement], now: set[int], newer: bool, reports: Iterable[Report]
    ) -> None:
        self._came = {report.id: Cause("report", report.id, f"{report.file} was added") for report in came}
        finder = Finder({report.id: report for report in reports}.values())
        self._judged = [(_told(one, now), [_place(finder, one, at) for at in range(len(one.anchors))]) for one in made]
        self._newer = newer

    def __call__(self, claims: Iterable[Claim]) -> tuple[Cause, ...]:
        held = list(claims)
        homes = {claim.report for claim in held}
        found = [cause for report, cause in self._came.items() if report in homes]
        for cause, places in self._judged:
            if any(_touches(place, claim) for place in places for claim in held):
                found.append(cause)
        if found:
            return tuple(found)
        if self._newer:
            return (Cause("version", "", "the reports were analysed anew by another version of Sayso"),)
        brought = [*self._came.values(), *(cause for cause, _ in self._judged)]
        if brought:
            words = "; ".join(cause.what for cause in brought[:3]) + (" ..." if len(brought) > 3 else "")
            return (Cause("pile", "", f"weighed anew within the pile ({words})"),)
        return (Cause("pile", "", "weighed anew within the pile"),)


def _told(one: Judgement, now: set[int]) -> Cause:
    words = (
        f"{one.who} judged '{one.kind}'" + (f" {one.value}" if one.value else "") + (f": {one.why}" if one.why else "")
    )
    if one.number in now:
        return Cause("judgement", str(one.number), words)
    return Cause("undoing", str(one.number), f"undone: {words}")


def _place(finder: Finder, one: Judgement, at: int) -> str | Passage | None:
    """Return the words that a judgement of claims speaks of, the report that any other speaks of."""
    anchor = one.anchors[at]
    if one.kind in ("same claim", "not same claim", "grade") or (one.kind == "ignore" and not anchor.whole):
        return finder.words(anchor)
    home = finder.report(anchor)
    return home.id if home else None


def _touches(place: str | Passage | None, claim: Claim) -> bool:
    if isinstance(place, Passage):
        return claim.report == place.report and claim.span.overlaps(place.span)
    return claim.report == place


def _claims(proposition: Proposition, dossier: Dossier) -> list[Claim]:
    wanted = set(proposition.claims)
    return [claim for claim in dossier.claims if claim.id in wanted]


def _left(claims: Sequence[Claim], new: Dossier) -> list[Claim]:
    """Return the claims in whose words no claim of the later dossier stands."""
    return [one for one in claims if not any(c.report == one.report and c.span.overlaps(one.span) for c in new.claims)]


def _label(dossier: Dossier, report: str) -> str:
    return next(one.label for one in dossier.reports if one.id == report)


def _count(p: Proposition) -> str:
    return f"{p.independent_origins} independent of {len(p.origins)} {'origin' if len(p.origins) == 1 else 'origins'}"


def _of(
    why: _Why,
    kind: ChangeKind,
    p: Proposition,
    dossier: Dossier,
    before: str,
    after: str,
    claims: Sequence[Claim] | None = None,
) -> Change:
    held = _claims(p, dossier) if claims is None else claims
    return Change(
        kind=kind,
        text=p.text,
        proposition=p.id,
        claims=tuple(c.id for c in held),
        before=before,
        after=after,
        because=why(held),
    )


def _moved(why: _Why, before: Proposition, after: Proposition, new: Dossier) -> Change:
    return _of(why, "count moved", after, new, _count(before), _count(after))


def _only(shrunk: Sequence[Shrunk], grown: Sequence[Shrunk]) -> list[Shrunk]:
    """Leave out what is told as grown already: of a parted proposition both directions may be found."""
    told = {(x.after.id, x.before.id) for x in grown}
    return [x for x in shrunk if (x.before.id, x.after.id) not in told]


def _conflict(why: _Why, kind: ChangeKind, conflict: Conflict, dossier: Dossier) -> Change:
    by_id: Mapping[str, Claim] = {claim.id: claim for claim in dossier.claims}
    sides = [by_id[conflict.a], by_id[conflict.b]]
    gone = kind == "conflict dissolved"
    return Change(
        kind=kind,
        text=conflict.reason,
        proposition=sides[0].proposition,
        claims=(conflict.a, conflict.b),
        before=conflict.kind if gone else "",
        after="" if gone else conflict.kind,
        because=why(sides),
    )
