"""What is compared of each claim: its terms, the terms around it, its numbers, who vouches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from sayso.comparison.authority import counters, names_to_bodies
from sayso.comparison.counts import Figure, figures, put_aside
from sayso.comparison.wording import reads_alone
from sayso.comparison.words import names_of, stem, terms
from sayso.model import Actor, Analysis, Claim, Report

SMALL = 60  # claims from which a pile tells by itself which words are rare in it; a smaller one is weighed as if it had them
_AROUND = 320  # characters of the paragraph, on either side, that count as a claim's surroundings
_TAKEN_BACK_BEFORE = re.compile(
    r"\b(?:withdraws?|withdrew|retract(?:s|ed)?|takes? back|took back|apologi[sz](?:e|es|ed) for|corrects?)\b[^.]*$",
    re.IGNORECASE,
)
_TAKEN_BACK_HERE = re.compile(r"\b(?:wrongly|mistakenly|erroneously|incorrectly)\b|\bwas wrong\b", re.IGNORECASE)
_TAKEN_BACK_AFTER = re.compile(
    r"^(?:[^.!?]*[.!?])?\W*(?:that|this|it|the (?:report|statement|claim|figure)) (?:was|is) (?:\w+ )?"
    r"(?:wrong|incorrect|inaccurate|untrue|false|mistaken|error|mistake)\b",
    re.IGNORECASE,
)
_REVISES = re.compile(
    r"\b(?:correct|revis|amend|updat|rais|lower|increas|reduc)(?:e|es|ed) (?:its|his|her|their|the|an)\b"
    r"|\b(?:first|initial|earlier|previous|preliminary) (?:estimate|figure|count|toll|number|statement)s?\b",
    re.IGNORECASE,
)
_CAPITAL = re.compile(r"\b[^\W\d_a-z][^\W\d_]*")
_NAME = 0.6  # who and where recur through an affair whatever is said; what happened tells more


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim as comparison sees it.

    `order` is the report's place among the reports by day of publication, undated ones last. `own` are the terms of the claim, `around` those of the
    paragraph it stands in (at most 320 characters on either side). `voucher` is the actor at the origin of the chain, led to the body it speaks
    for; the outlet, as `report:NAME`, in its own voice. `outlet` names the report for a reader. `earliness` is 1 for the first report and falls to 0 for the last. `rarity` is the pile's, shared by all. `taken_back`
    tells that the words at the claim withdraw what it says, `revises` that they put a newer figure in place of an older one. `counters` are the bodies that its words name as those who count.
    `whole` tells that what it states is a sentence: a subject and its finite verb. `names` are the stems of the names in it.
    """

    claim: Claim
    order: tuple[str, str]
    own: Mapping[str, float]
    around: Mapping[str, float]
    numbers: tuple[Figure, ...]
    voucher: str
    outlet: str
    earliness: float
    rarity: Mapping[str, float]
    taken_back: bool
    revises: bool
    counters: frozenset[str] = frozenset()
    whole: bool = True
    names: frozenset[str] = frozenset()

    def weight(self, term: str) -> float:
        """Return how rare a term is among the claims of the pile: the logarithm of its inverse frequency."""
        return self.rarity.get(term, 1.0)

    def words(self, figure: Figure) -> str:
        """Return the words of the claim that give one of its figures."""
        at, span = self.claim.start, figure.quantity.span
        return self.claim.exact[span.start - at : span.end - at]


def same_authority(a: Profile, b: Profile) -> bool:
    """Tell whether one voice or body stands behind the figures of both claims: it vouches, or the words name it as the one who counts."""
    return a.voucher == b.voucher or bool((a.counters | {a.voucher}) & (b.counters | {b.voucher}))


def bodies(actors: Sequence[Actor]) -> dict[str, str]:
    """Return, for each actor's id, the id of the body it speaks for in the end; itself when it speaks for none."""
    speaks = {actor.id: actor.speaks_for for actor in actors}

    def last(actor: str) -> str:
        seen = [actor]
        while (above := speaks.get(seen[-1])) is not None and above not in seen:
            seen.append(above)
        return seen[-1]

    return {actor.id: last(actor.id) for actor in actors}


def voucher(claim: Claim, body_of: Mapping[str, str], outlet: str | None = None) -> str:
    """Return a key for who vouches for a claim at the origin of its chain; `report:` and the outlet in its own voice."""
    if not claim.chain:
        return f"report:{outlet or claim.report}"
    link = claim.chain[0]
    return body_of.get(link.actor, link.actor) if link.actor else f"name:{link.name.lower()}"


def _around(claim: Claim, report: Report | None, analysis: Analysis | None) -> str:
    if report is None:
        return ""
    start, end = report.body.start, report.body.end
    held = analysis.paragraphs if analysis else ()
    at = bisect_right(held, claim.start, key=lambda paragraph: paragraph.start) - 1
    if at >= 0 and claim.start < held[at].end:
        start, end = held[at].start, max(held[at].end, claim.end)
    return report.text[max(start, claim.start - _AROUND) : min(end, claim.end + _AROUND)]


def _beside(claim: Claim, text: str) -> tuple[str, str]:
    return text[max(0, claim.start - 80) : claim.start], text[claim.end : claim.end + 160]


def _taken_back(claim: Claim, report: Report | None) -> bool:
    before, after = _beside(claim, report.text) if report else ("", "")
    return (
        claim.stance == "retract"
        or _TAKEN_BACK_BEFORE.search(before) is not None
        or _TAKEN_BACK_HERE.search(claim.exact) is not None
        or _TAKEN_BACK_AFTER.search(after) is not None
    )


def _weighed(text: str, names: frozenset[str]) -> dict[str, float]:
    return {term: weight * (_NAME if term in names else 1.0) for term, weight in terms(text).items()}


def _named(claim: Claim) -> frozenset[str]:
    """Return the stems of the words that a claim writes with a capital, but for its first."""
    return frozenset(stem(match.group()) for match in _CAPITAL.finditer(claim.exact) if match.start())


def _order(report: Report) -> tuple[str, str]:
    return report.published or "~", report.id


def _outlet(report: Report | None) -> str:
    return report.label if report else "a report"


def profiles(
    reports: Sequence[Report], analyses: Sequence[Analysis], claims: Sequence[Claim], actors: Sequence[Actor]
) -> tuple[Profile, ...]:
    """Return one profile a claim, by report id and place in the text: the order that everything after it keeps."""
    report_of = {report.id: report for report in reports}
    analysis_of = {analysis.report: analysis for analysis in analyses}
    body_of = bodies(actors)
    known = names_to_bodies(actors, body_of)
    ordered = sorted(claims, key=lambda c: (c.report, c.start, c.end, c.id))
    names = names_of(report.text for report in reports)
    owns = [_weighed(claim.text or claim.exact, names) for claim in ordered]
    held = Counter(term for own in owns for term in own)
    size = max(len(owns), SMALL)
    weight = {term: log((size + 1) / (count + 0.5)) for term, count in held.items()}
    orders = sorted({_order(report) for report in reports})
    rank = {order: 1.0 - at / max(1, len(orders) - 1) for at, order in enumerate(orders)}
    found = []
    for claim, own in zip(ordered, owns, strict=True):
        report = report_of.get(claim.report)
        order = _order(report) if report else ("~", claim.report)
        analysis = analysis_of.get(claim.report)
        numbers = figures(claim, weight)
        if numbers and report is not None and analysis is not None:
            numbers += put_aside(claim, report.text, analysis.quantities)
        beside = _around(claim, report, analysis)
        around = _weighed(beside, names)
        found.append(
            Profile(
                claim,
                order,
                own,
                around,
                numbers,
                voucher(claim, body_of),
                _outlet(report),
                rank.get(order, 0.0),
                weight,
                _taken_back(claim, report),
                _REVISES.search(beside) is not None,
                counters(claim.exact, known) if numbers else frozenset(),
                reads_alone(claim, analysis),
                names.intersection(own, _named(claim)),
            )
        )
    return tuple(found)
