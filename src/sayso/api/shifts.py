"""What a judgement moves beside claims, counts and conflicts: grades, edges of the stemma, who is one with whom."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.model import Dossier, Proposition


@dataclass(frozen=True, slots=True)
class Shift:
    """One thing that moved: its kind and whom it concerns in words, before and after, and the proposition it is about, if it is about one."""

    kind: str
    text: str
    before: str
    after: str
    proposition: str = ""


def shifts(before: Dossier, after: Dossier) -> tuple[Shift, ...]:
    """Return what moved from one dossier of a case to a later one."""
    return (*_grades(before, after), *_edges(before, after), *_people(before, after))


def _grades(before: Dossier, after: Dossier) -> Iterator[Shift]:
    from sayso.assessment import successors

    old = {p.id: p for p in before.propositions}
    came = {new: was for was, new in reversed(list(successors(before, after).items()))}
    for p in after.propositions:
        was = old.get(came.get(p.id, ""))
        if was is not None and _grade(was) != _grade(p):
            yield Shift("grade moved", p.text, _grade(was), _grade(p), p.id)


def _grade(p: Proposition) -> str:
    return f"{p.assessment.source_grade}{p.assessment.information_grade}"


def _edges(before: Dossier, after: Dossier) -> Iterator[Shift]:
    old, new = _made_from(before), _made_from(after)
    for edge in sorted(set(old) | set(new)):
        was, now = old.get(edge, ""), new.get(edge, "")
        if was != now:
            yield Shift(
                "edge moved" if was and now else "edge came" if now else "edge went", " from ".join(edge), was, now
            )


def _made_from(dossier: Dossier) -> dict[tuple[str, str], str]:
    names = {report.id: report.file for report in dossier.reports}
    names |= {each.id: each.actor_name or each.is_ for each in dossier.absent}
    return {(names[d.child], names[d.parent]): d.kind for d in dossier.derivations}


def _people(before: Dossier, after: Dossier) -> Iterator[Shift]:
    for name, parts in _joined(before, after):
        yield Shift("one person or body now", name, parts, name)
    for name, parts in _joined(after, before):
        yield Shift("two people or bodies now", name, name, parts)


def _joined(parted: Dossier, whole: Dossier) -> Iterator[tuple[str, str]]:
    """Return the actors of `whole` in which several of the other dossier meet, with the names of those."""
    home = {(m.report, m.start): actor.id for actor in whole.actors for m in actor.mentions}
    names = {actor.id: actor.name for actor in whole.actors}
    kept = set(whole.actors)
    met: dict[str, list[str]] = defaultdict(list)
    for actor in parted.actors:
        goals = Counter(home[m.report, m.start] for m in actor.mentions if (m.report, m.start) in home)
        if goals and actor not in kept:  # several may be found in the same words
            met[min(goals, key=lambda id: (-goals[id], id))].append(actor.name)
    for id, parts in sorted(met.items()):
        if len(parts) > 1:
            yield names[id], " and ".join(sorted(parts, key=str.casefold))
