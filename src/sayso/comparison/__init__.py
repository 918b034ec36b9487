"""Comparison of claims: which say the same, which contradict one another, which replace an earlier one."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.comparison.conflicts import conflicts_and_updates
from sayso.comparison.profile import profiles
from sayso.comparison.propositions import propositions
from sayso.comparison.same import likeness
from sayso.model import Actor, Analysis, Claim, Comparison, Report

__all__ = ["compare"]


def compare(
    reports: Sequence[Report], analyses: Sequence[Analysis], claims: Sequence[Claim], actors: Sequence[Actor]
) -> Comparison:
    """Group the claims of a pile into propositions and find the conflicts and updates among them.

    The result holds the same claims, by report id and place in the text, each with its proposition's id. Ids of propositions count from `p1` in
    the order of their first claims. Conflicts are of number, date, place, identity and polarity, one representative pair for each, heaviest first;
    those that need the reports' passages are found by assessment. The order of the input changes nothing.
    """
    given = profiles(reports, analyses, claims, actors)
    alike = likeness(given)
    grouped, made, label = propositions(given, alike)
    conflicts, updates = conflicts_and_updates(given, alike, label, actors)
    return Comparison(grouped, made, conflicts, updates)
