"""The roll of a pile: who is in it, under which names, how often they speak, and through whom they are quoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sayso.attribution.chains import chain_of
from sayso.model import Actor, Attribution, Report, Voice


def roll(
    reports: Sequence[Report], actors: Sequence[Actor], attributions: Sequence[Sequence[Attribution]]
) -> tuple[Voice, ...]:
    """Return the actors of a pile, those who speak most first; `attributions` are the identified ones, one sequence a report, parallel to `reports`."""
    speaks: Counter[str] = Counter()
    relays: Counter[str] = Counter()
    through: dict[str, Counter[str]] = {}
    files = {report.id: report.file for report in reports}
    places: dict[str, set[str]] = {actor.id: {files[m.report] for m in actor.mentions} for actor in actors}
    names = {actor.id: actor.name for actor in actors}
    for report, attributed in zip(reports, attributions, strict=True):
        for number, one in enumerate(attributed):
            chain = (
                []
                if one.aside or one.stance == "non-answer"
                else [link.actor for link in chain_of(attributed, number) if link.actor]
            )
            for place, actor in enumerate(chain):
                places[actor].add(report.file)
                if place:
                    relays[actor] += 1
                else:
                    speaks[actor] += 1
                    through.setdefault(actor, Counter()).update(dict.fromkeys(chain[1:], 1))
    voices = [
        Voice(
            actor,
            speaks[actor.id],
            relays[actor.id],
            tuple(
                (names[other], count)
                for other, count in sorted(through.get(actor.id, Counter()).items(), key=lambda p: (-p[1], names[p[0]]))
            ),
            tuple(sorted(places[actor.id])),
            names.get(actor.speaks_for or ""),
        )
        for actor in actors
    ]
    return tuple(sorted(voices, key=lambda v: (-v.speaks, -v.relays, v.actor.name.casefold(), v.actor.id)))
