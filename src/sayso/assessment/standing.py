"""What still stands: the whole pile and what is left of it, set beside one another."""

from __future__ import annotations

from collections import Counter, defaultdict

from sayso.derivation import families
from sayso.model import Claim, Conflict, Dossier, LeftOut, Proposition, Regrouped, Shrunk, Standing


def standing(whole: Dossier, remaining: Dossier, left_out: tuple[LeftOut, ...]) -> Standing:
    """Return the difference between the dossier of a pile and that of what remains of it.

    Propositions of the two are matched by the largest overlap of their claims, which are the same where report, start and end are; a claim cut
    otherwise is met by the one it shares most characters with. A conflict is gone when neither its two claims nor its two propositions are
    in conflict of that kind any more.
    """
    met = _claims_met(whole, remaining)
    match = _matched(whole, remaining, met)
    left = {p.id: p for p in remaining.propositions}
    shrunk = []
    for before in whole.propositions:
        after = left.get(match.get(before.id, ""))
        if after is not None and _weight(after) < _weight(before):
            shrunk.append(Shrunk(before, after))
    return Standing(
        left_out=left_out,
        whole=whole,
        remaining=remaining,
        fallen=tuple(p for p in whole.propositions if not any(c in met for c in p.claims)),
        shrunk=tuple(shrunk),
        dissolved=_dissolved(whole, remaining, met, match),
        families=_regrouped(whole, remaining),
    )


def successors(whole: Dossier, remaining: Dossier) -> dict[str, str]:
    """Return, by proposition of the one dossier, the one of the other that shares most claims with it; none for what falls."""
    return _matched(whole, remaining, _claims_met(whole, remaining))


def _weight(proposition: Proposition) -> tuple[int, int]:
    return proposition.independent_origins, len(proposition.origins)


def _claims_met(whole: Dossier, remaining: Dossier) -> dict[str, str]:
    """Return, by claim of the whole, the claim of what remains that it is."""
    there: dict[str, list[Claim]] = defaultdict(list)
    for claim in remaining.claims:
        there[claim.report].append(claim)
    exact = {(claim.report, claim.start, claim.end): claim.id for claim in remaining.claims}
    same = {c.id: exact[key] for c in whole.claims if (key := (c.report, c.start, c.end)) in exact}
    taken = set(same.values())
    for claim in whole.claims:
        if claim.id not in same:
            near = [(-c.span.shared(claim.span), c.start, c.id) for c in there[claim.report] if c.id not in taken]
            if near and min(near)[0] < 0:
                same[claim.id] = min(near)[2]
    return same


def _matched(whole: Dossier, remaining: Dossier, met: dict[str, str]) -> dict[str, str]:
    """Return, by proposition of the whole, the one of what remains that shares most claims with it; none when it falls."""
    home = {claim: p.id for p in remaining.propositions for claim in p.claims}
    order = {p.id: place for place, p in enumerate(remaining.propositions)}
    match = {}
    for proposition in whole.propositions:
        shared = Counter(home[met[c]] for c in proposition.claims if c in met and met[c] in home)
        if shared:
            match[proposition.id] = min(shared, key=lambda id: (-shared[id], order[id]))
    return match


def _dissolved(whole: Dossier, remaining: Dossier, met: dict[str, str], match: dict[str, str]) -> tuple[Conflict, ...]:
    home = {c.id: c.proposition for c in whole.claims}
    now = {c.id: c.proposition for c in remaining.claims}
    claims = {(c.kind, frozenset((c.a, c.b))) for c in remaining.conflicts}
    pairs = {(c.kind, frozenset((now[c.a], now[c.b]))) for c in remaining.conflicts}
    gone = []
    for conflict in whole.conflicts:
        sides = [met.get(id) for id in (conflict.a, conflict.b)]
        homes = [match.get(home[id]) for id in (conflict.a, conflict.b)]
        held = None not in sides and (conflict.kind, frozenset(sides)) in claims
        if not held and (None in homes or (conflict.kind, frozenset(homes)) not in pairs):
            gone.append(conflict)
    return tuple(gone)


def _groups(dossier: Dossier) -> list[tuple[str, ...]]:
    reports, absent = [r.id for r in dossier.reports], [a.id for a in dossier.absent]
    return [tuple(f.reports) for f in families(dossier.derivations, reports, absent) if len(f.reports) > 1]


def _regrouped(whole: Dossier, remaining: Dossier) -> tuple[Regrouped, ...]:
    before, after = _groups(whole), _groups(remaining)
    changed = [
        Regrouped(group, tuple(new for new in after if set(new) & set(group))) for group in before if group not in after
    ]
    known = {report for group in before for report in group}
    return (*changed, *(Regrouped((), (new,)) for new in after if not known & set(new)))
