"""Piles of invented claims, one line a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.comparison import compare, meanings
from sayso.model import (
    Actor,
    Analysis,
    Certainty,
    Claim,
    ClaimKind,
    ClaimTime,
    Comparison,
    Evidence,
    Link,
    Polarity,
    Quantity,
    Report,
    Span,
)
from tests.build import report


@dataclass(frozen=True)
class Said:
    """One claim before it has a place: its words, who vouches, the numbers and dates that stand in it."""

    words: str
    by: str | None = None
    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    kind: ClaimKind = "statement"
    numbers: dict[str, tuple[float, str | None]] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    stance: str | None = None
    unit: str | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pile:
    """Reports, analyses and claims, ready to compare."""

    reports: tuple[Report, ...]
    analyses: tuple[Analysis, ...]
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...] = ()

    def compare(self) -> Comparison:
        told = [meanings(one, [c for c in self.claims if c.report == one.id]) for one in self.reports]
        return compare(self.reports, self.analyses, self.claims, self.actors, told)

    def words(self, claim: str) -> str:
        return next(c.exact for c in self.claims if c.id == claim)


def pile(*told: Sequence[Said], actors: tuple[Actor, ...] = ()) -> Pile:
    """A pile of one report for each sequence of claims, published on the first days of May 2040, one a day."""
    reports, analyses, claims = [], [], []
    for number, said in enumerate(told, 1):
        name = f"r{number}"
        text = "\n\n".join(s.words + "." for s in said)
        reports.append(report(text, name, published=f"2040-05-{number:02d}", outlet=f"Outlet {number}"))
        paragraphs, at = [], 0
        for place, s in enumerate(said):
            paragraphs.append(Span(at, at + len(s.words) + 1))
            claims.append(_claim(name, place, at, s, text))
            at += len(s.words) + 3
        analyses.append(
            Analysis(
                report=name,
                paragraphs=tuple(paragraphs),
                sentences=(),
                tokens=(),
                quotes=(),
                mentions=(),
                times=(),
                quantities=(),
            )
        )
    return Pile(tuple(reports), tuple(analyses), tuple(claims), actors)


def _claim(name: str, place: int, at: int, said: Said, text: str) -> Claim:
    def span(words: str) -> Span:
        start = at + said.words.index(words)
        return Span(start, start + len(words))

    own = Span(at, at + len(said.words))
    chain = (Link(said.by, "unknown", Evidence.words(name, own, text), actor=f"a-{said.by}"),) if said.by else ()
    return Claim(
        id=f"{name}.c{place + 1}",
        report=name,
        start=own.start,
        end=own.end,
        exact=said.words,
        kind=said.kind,
        text=said.words,
        chain=chain,
        attributions=(),
        polarity=said.polarity,
        certainty=said.certainty,
        stance=said.stance,
        places=said.places,
        quantities=tuple(
            Quantity(span=span(words), low=value, high=value, unit=said.unit, counted=counted)
            for words, (value, counted) in said.numbers.items()
        ),
        times=tuple(ClaimTime("event", edtf, span(words)) for words, edtf in said.dates.items()),
    )
