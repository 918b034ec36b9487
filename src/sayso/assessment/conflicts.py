"""Conflicts that need passages and claims together: certainty, attribution, quotation."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sayso.assessment.altered import cut, reworded
from sayso.assessment.drift import claim_on, same_voice
from sayso.assessment.pile import Pile, words_of
from sayso.model import Claim, Conflict, Drift

# Quotations this much alike (0-100) are the same words.
_SAME_WORDS = 85.0
_OTHERS = ("So is {} other quotation.", "So are {} other quotations.")
_MEDIA = frozenset({"news agency", "outlet"})


def _label(pile: Pile, claim: Claim) -> str:
    return pile.reports[claim.report].label


def _from_drift(pile: Pile, drift: tuple[Drift, ...]) -> list[Conflict]:
    found = []
    for step in drift:
        if step.parent is None:
            continue
        child, parent = pile.claims[step.child], pile.claims[step.parent]
        if step.kind == "hedge":
            reason = f"{_label(pile, child)} is surer than the report it was made from: “{step.before}” is lost."
            found.append(Conflict(kind="certainty", a=parent.id, b=child.id, reason=reason, weight=1.6))
        elif step.kind == "quotation":
            reason = f"The quotation was altered: “{step.before[:80]}” became “{step.after[:80]}”."
            found.append(Conflict(kind="quotation", a=parent.id, b=child.id, reason=reason, weight=1.8))
    return found


def _voice(pile: Pile, claim: Claim) -> str | None:
    """Return who speaks, past outlets and agencies that only relay; None when no one is credited."""
    spoken = [link for link in claim.chain if link.kind not in _MEDIA]
    return (pile.root(spoken[0].actor) or spoken[0].name) if spoken else None


def _credits(pile: Pile) -> list[Conflict]:
    """Find the same quoted words credited to two different speakers, in the earliest reports first.

    One quotation stands for all that two reports give to the same two speakers: whoever took one speech for another's took the whole of it.
    """
    found: dict[tuple[str, ...], Conflict] = {}
    more: Counter[tuple[str, ...]] = Counter()
    told: set[str] = set()  # one pair stands for all that credit the same words differently
    for mine, theirs in pile.quotations.repeated(_order(pile), _SAME_WORDS):
        if len(mine.words.split()) < 4:
            continue
        first = claim_on(pile, mine.report, mine.quote.span)
        second = claim_on(pile, theirs.report, theirs.quote.span)
        if first is None or second is None:
            continue
        x, y = _voice(pile, first), _voice(pile, second)
        words = " ".join(words_of(mine.words))
        if x and y and x != y and words not in told and not same_voice(pile, first, second):
            told.add(words)
            between = (first.report, second.report, x, y)
            more[between] += 1
            if between in found:
                continue
            names = [next(link.name for link in c.chain if link.kind not in _MEDIA) for c in (first, second)]
            reason = f"The same words are credited to {names[0]} ({_label(pile, first)}) and to {names[1]} ({_label(pile, second)})."
            found[between] = Conflict(kind="attribution", a=first.id, b=second.id, reason=reason, weight=1.8)
    return [
        replace(conflict, reason=f"{conflict.reason} {_OTHERS[more[between] > 2].format(more[between] - 1)}")
        if more[between] > 1
        else conflict
        for between, conflict in found.items()
    ]


def _quotations(pile: Pile) -> list[Conflict]:
    """Find what one speaker is quoted with in changed words, or without the words that turned it round, whoever took it from whom."""
    found = []
    for mine, theirs in reworded(pile, _order(pile)):
        first, second = claim_on(pile, mine.report, mine.quote.span), claim_on(pile, theirs.report, theirs.quote.span)
        if first is not None and second is not None and first.chain and same_voice(pile, first, second):
            reason = f"One utterance is quoted in two wordings: “{mine.words[:80]}” and “{theirs.words[:80]}”."
            found.append(Conflict(kind="quotation", a=first.id, b=second.id, reason=reason, weight=1.8))
    for one in cut(pile):
        second, first = claim_on(pile, *one.mine), claim_on(pile, *one.theirs)
        if first is not None and second is not None:
            reason = f"The quotation was cut: what stood between, “{(one.lost or '')[:80]}”, is left out."
            found.append(Conflict(kind="quotation", a=first.id, b=second.id, reason=reason, weight=2.0))
    return found


def _order(pile: Pile) -> list[str]:
    return sorted(pile.reports, key=lambda r: (pile.reports[r].published or "~", pile.reports[r].file, r))


def _moved(pile: Pile, drift: tuple[Drift, ...]) -> list[Conflict]:
    """Find the statements whose credit a rewrite moved from one voice to another; own words of the report are no voice."""
    found = []
    for step in drift:
        if step.kind != "credit" or step.parent is None:
            continue
        child, parent = pile.claims[step.child], pile.claims[step.parent]
        if _voice(pile, child) and _voice(pile, parent):
            reason = f"{_label(pile, child)} credits {step.after} with what {_label(pile, parent)}, from which it was made, has from {step.before}."
            found.append(Conflict(kind="attribution", a=parent.id, b=child.id, reason=reason, weight=1.4))
    return found


def assessed_conflicts(pile: Pile, drift: tuple[Drift, ...]) -> list[Conflict]:
    """Return the conflicts of certainty, attribution and quotation of a pile, one for each pair of propositions and kind.

    What one report took from the words of one speaker and gave to another is one conflict, however many statements it was.
    """
    unique: dict[tuple[str, str, str], Conflict] = {}
    taken: set[tuple[str | None, ...]] = set()
    for conflict in [*_from_drift(pile, drift), *_quotations(pile), *_credits(pile), *_moved(pile, drift)]:
        a, b = pile.claims[conflict.a], pile.claims[conflict.b]
        first, second = sorted((a.proposition, b.proposition))
        key = (str(conflict.kind), first, second)
        if conflict.kind == "attribution" and key not in unique:
            between = (a.report, b.report, _voice(pile, a), _voice(pile, b))
            if between in taken:
                continue
            taken.add(between)
        unique.setdefault(key, conflict)
    return [unique[k] for k in sorted(unique)]
