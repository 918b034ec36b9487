"""Independence and history judged on claims and propositions that are given: those of the gold cases, so that nothing but the judging is measured.

What the tool makes of the reports stays: their actors, who was made from whom, what the words of a claim show (that somebody saw it, that it is no answer). Where a claim stands,
who vouches for it, how surely, and which claims say the same are the gold's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from benchmarks.quality.counts import Count
from benchmarks.quality.floors import Figures
from benchmarks.quality.sides import located
from sayso.model import Actor, ActorKind, Analysis, Claim, Comparison, Event, Evidence, Link, Proposition, Report, Span

SameName = Callable[[str, str], bool]
_PLURAL = ("sources", "officials", "people", "bankers", "traders", "doctors", "families", "experts", "analysts")


@dataclass(slots=True)
class Counted:
    """Propositions by their count of independent origins: exact of all, rightly told to have several, told, having, and told several where one stands."""

    exact: int = 0
    all: int = 0
    right: int = 0
    said: int = 0
    wanted: int = 0
    false: int = 0
    steps: Count = field(default_factory=Count)
    misses: list[str] = field(default_factory=list)

    def add(self, other: Counted) -> None:
        """Add the propositions of another case."""
        for name in ("exact", "all", "right", "said", "wanted", "false"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.steps.add(other.steps.hit, other.steps.said, other.steps.wanted)
        self.misses += other.misses

    def figures(self) -> Figures:
        """Return the share that is exact, F1 of telling those with two or more, and the false corroborations."""
        if not self.all:
            return {}
        return {
            "given_independence": self.exact / self.all,
            "given_multi": Count(self.right, self.said, self.wanted).f1,
            "given_false_corroboration": self.false,
            **({"given_history": self.steps.f1} if self.steps.wanted else {}),
        }


def counted(case: Path, same_name: SameName) -> Counted:
    """Judge the propositions of one gold case; `same_name` is the scorer's."""
    from sayso.assessment import assess, given

    gold = json.loads((case / "gold.json").read_text("utf-8"))
    pile = _Pile.of(case / "reports", same_name)
    claims = tuple(pile.claims(gold))
    made = tuple(
        Proposition(id=p["id"], text=p["text"], claims=tuple(c.id for c in claims if c.proposition == p["id"]))
        for p in gold["propositions"]
    )
    compared = pile.compared(claims, made)
    found = assess(pile.reports, pile.analyses, tuple(pile.actors), compared, pile.stemma, given)
    counts = {p.id: p for p in found.propositions}
    tally = Counted()
    for wanted in gold["propositions"]:
        told, real = counts[wanted["id"]], wanted["independent_origins"]
        number = told.independent_origins
        tally.all += 1
        tally.exact += number == real
        tally.right += number > 1 and real > 1
        tally.said += number > 1
        tally.wanted += real > 1
        tally.false += number > max(1, real)
        if number != real:
            pairs = "; ".join(f"{p.a}-{p.b} {p.independence}: {p.reason}" for p in told.pairs)
            names = ", ".join(o.name for o in told.origins)
            tally.misses.append(f"{case.name} {wanted['id']} wants {real} got {number} of [{names}] {pairs}")
        _compare_steps(tally, case.name, wanted, told.history, same_name)
    return tally


def _compare_steps(
    tally: Counted, case: str, wanted: Mapping[str, Any], told: Sequence[Event], same_name: SameName
) -> None:
    """Count the steps of a history that are the gold's, by status and by whom, as the scorer does: only where the gold tells a history."""
    if not wanted.get("history"):
        return
    rest, missed = list(told), []
    for step in wanted["history"]:
        found = next((e for e in rest if e.status == step["status"] and same_name(e.by, step["by"])), None)
        if found is None:
            missed.append(f"{step['status']} {step['by']}")
        else:
            rest.remove(found)
    wants = len(wanted["history"])
    tally.steps.add(wants - len(missed), len(told), wants)
    if missed or rest:
        others = "; ".join(f"{e.status} {e.by}" for e in rest)
        tally.misses.append(f"{case} {wanted['id']} history lacks [{'; '.join(missed)}] has also [{others}]")


@dataclass(slots=True)
class _Pile:
    """The reports of a case as the tool reads them, with the tool's own claims by report."""

    reports: tuple[Report, ...]
    analyses: tuple[Analysis, ...]
    actors: list[Actor]
    own: Mapping[str, Sequence[Claim]]
    stemma: Any
    same_name: SameName

    @classmethod
    def of(cls, folder: Path, same_name: SameName) -> _Pile:
        from sayso.config import Settings
        from sayso.engines import Local
        from sayso.pipeline import news_plan
        from sayso.reading import read

        run = Local(Settings()).run(news_plan(), read([folder]).reports)
        own = {report.id: claims for report, claims in zip(run.reports, run.products["claims"], strict=True)}
        actors = list(run.products["actors"])
        return cls(tuple(run.reports), run.products["analysis"], actors, own, run.products["stemma"], same_name)

    def claims(self, gold: Mapping[str, Any]) -> Iterator[Claim]:
        """Yield a claim for each gold occurrence, in the order of the gold."""
        by_stem = {Path(report.file).stem: report for report in self.reports}
        for proposition in gold["propositions"]:
            for number, occurrence in enumerate(proposition["occurrences"]):
                report = by_stem[occurrence["report"]]
                place = located(report.text, occurrence["quote"])
                if place is None:
                    raise ValueError(f"a quotation does not stand in {occurrence['report']}: {occurrence['quote']!r}")
                yield self._claim(report, Span(*place), occurrence, f"{proposition['id']}.{number}", proposition["id"])

    def _claim(self, report: Report, span: Span, occurrence: Mapping[str, Any], id: str, proposition: str) -> Claim:
        near = max(self.own[report.id], key=lambda claim: (claim.span.shared(span), -claim.start))
        exact = span.of(report.text)
        told = [link for claim in self.own[report.id] if claim.span.overlaps(span) for link in claim.chain]
        unsure = occurrence["polarity"] == "unknown" and near.kind == "non-answer"
        return replace(
            near,
            id=id,
            start=span.start,
            end=span.end,
            exact=exact,
            text=exact,
            kind="non-answer" if unsure else "statement",
            chain=tuple(self._link(report, span, name, told) for name in occurrence["chain"]),
            polarity=occurrence["polarity"],
            certainty=occurrence["certainty"],
            quantities=tuple(
                q for a in self.analyses if a.report == report.id for q in a.quantities if span.contains(q.span)
            ),
            proposition=proposition,
            observed=not occurrence["chain"] and any(c.observed for c in self.own[report.id] if c.span.overlaps(span)),
        )

    def _link(self, report: Report, span: Span, name: str, told: Sequence[Link]) -> Link:
        evidence = Evidence.words(report.id, span, report.text)
        actor = self._actor(name, report.id, told)
        return Link(name=name, kind=actor.kind, evidence=evidence, actor=actor.id)

    def _actor(self, name: str, report: str, told: Sequence[Link]) -> Actor:
        """Return the actor of a name: whoever is called exactly so, else whom the report's own chain means there, else a like one, else a new one."""
        nameless = name[:1].islower()
        called = [a for a in self.actors if name.casefold() in {n.casefold() for n in (a.name, *a.aliases)}]
        here = {link.actor for link in told}
        reach = [a for a in called if not nameless or a.id in here or any(m.report == report for m in a.mentions)]
        like = [a for a in self.actors if a.id in here and self.same_name(a.name, name)]
        wide = [] if nameless else [a for a in self.actors if self.same_name(a.name, name)]
        found = [*reach, *like, *wide]
        if found:
            return found[0]
        made = Actor(id=f"given{len(self.actors)}", name=name, kind=_kind(name), aliases=(name,), mentions=())
        self.actors.append(made)
        return made

    def compared(self, claims: Sequence[Claim], made: Sequence[Proposition]) -> Comparison:
        """Return the given claims and propositions with the conflicts and updates that the tool finds among them."""
        from sayso.comparison import meanings
        from sayso.comparison.conflicts import conflicts_and_updates
        from sayso.comparison.nearness import near
        from sayso.comparison.profile import profiles
        from sayso.comparison.same import likeness

        given = profiles(self.reports, self.analyses, claims, self.actors)
        numbers = {p.id: n for n, p in enumerate(made, 1)}
        label = tuple(numbers[profile.claim.proposition] for profile in given)
        told = [meanings(report, [c for c in claims if c.report == report.id]) for report in self.reports]
        alike = likeness(given, near(given, told))
        conflicts, updates = conflicts_and_updates(given, alike, label, self.actors)
        return Comparison(tuple(p.claim for p in given), tuple(made), conflicts, updates)


def _kind(name: str) -> ActorKind:
    """Guess what a voucher is that the tool met nowhere: by its last word, else a person or body with a name."""
    if not name[:1].islower():
        return "organisation"
    if any(word in name.split() for word in ("sheet", "report", "statement", "document", "briefings")):
        return "document"
    return "nameless group" if any(word in name.split() for word in _PLURAL) else "nameless person"


def main() -> None:
    """Print the figures of all gold cases and what was counted wrong."""
    from benchmarks.quality.cases import scorer
    from benchmarks.shared import shared

    home = shared()
    if home is None:
        return
    judge = scorer(home)
    total = Counted()
    for case in sorted(entry.parent for entry in (home / "cases").glob("*/gold.json")):
        total.add(counted(case, judge.same_name))
    for line in total.misses:
        print(line)
    print(total.figures())


if __name__ == "__main__":
    main()
