"""Comparison of claims: which say the same, which contradict one another, which replace an earlier one."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.comparison.conflicts import conflicts_and_updates
from sayso.comparison.decided import Decided
from sayso.comparison.meaning import Meanings, meanings
from sayso.comparison.nearness import near
from sayso.comparison.profile import Profile, profiles
from sayso.comparison.propositions import propositions
from sayso.comparison.same import Likeness, gathered, likelihoods, likeness
from sayso.model import Actor, Analysis, Claim, Comparison, Report

__all__ = ["Decided", "Meanings", "compare", "compare_decided", "meanings"]


def compare(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    claims: Sequence[Claim],
    actors: Sequence[Actor],
    told: Sequence[Meanings],
) -> Comparison:
    """Group the claims of a pile into propositions and find the conflicts and updates among them.

    The result holds the same claims, by report id and place in the text, each with its proposition's id. Ids of propositions count from `p1` in
    the order of their first claims. Conflicts are of number, date, place, identity and polarity, one representative pair for each, heaviest first;
    those that need the reports' passages are found by assessment. The order of the input changes nothing. `told` are the meanings of
    the claims, report by report; a claim that they do not hold is like none.
    """
    given = profiles(reports, analyses, claims, actors)
    alike = likeness(given, near(given, told))
    return _compared(given, alike, gathered(given, alike), actors)


def compare_decided(
    reports: Sequence[Report],
    analyses: Sequence[Analysis],
    claims: Sequence[Claim],
    actors: Sequence[Actor],
    told: Sequence[Meanings],
    decided: Decided,
) -> tuple[Comparison, dict[str, int]]:
    """Compare as `compare` does, with what a person decided about pairs of claims put on the groups; conflicts follow from that.

    Groups of which nothing was decided stay as they are. Returns also, by claim id, the number of the group in which the claim is without the decisions.
    """
    given = profiles(reports, analyses, claims, actors)
    alike = likeness(given, near(given, told))
    groups = gathered(given, alike)
    alone = {given[at].claim.id: number for number, group in enumerate(groups) for at in group}
    settled = decided.applied(given, alike)
    return _compared(given, settled, decided.grouped(given, settled, groups), actors), alone


def _compared(
    given: Sequence[Profile], alike: Likeness, groups: Sequence[Sequence[int]], actors: Sequence[Actor]
) -> Comparison:
    grouped, made, label = propositions(given, alike, groups)
    conflicts, updates = conflicts_and_updates(given, alike, label, actors)
    return Comparison(grouped, made, conflicts, updates, likelihoods(given, alike, label))
