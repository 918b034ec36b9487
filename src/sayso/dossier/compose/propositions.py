"""What is claimed: each proposition as a line, and what opens beneath it."""

from __future__ import annotations

from collections import Counter as Counts

from sayso.dossier.compose.index import Index, claims_of
from sayso.dossier.compose.plain import shortened, visible
from sayso.dossier.compose.view import Counter, Group, LeadView, Moment, Occurrence, PropositionView, Ref
from sayso.dossier.compose.wording import (
    CONFLICTS,
    INDEPENDENCE,
    INFORMATION_GRADES,
    SOURCE_GRADES,
    amount,
    spoken,
    why_counted,
)
from sayso.model import Claim, Lead, Proposition

# A page of two hundred reports must stay readable, and light enough for a laptop: beyond these, links instead of sentences.
MAIN = 60
FULL, FULL_OF_FEW = 8, 20
# Piles of so few reports are shown in every detail.
FEW = 30
_GROUPS = 4
_QUOTES = " \"'“”‘’.,"


def propositions(index: Index) -> tuple[tuple[PropositionView, ...], tuple[PropositionView, ...]]:
    """Return the propositions an analyst needs first, and the long tail, both by rank."""
    first = main_ids(index)
    full = FULL_OF_FEW if len(index.reports) <= FEW else FULL
    return (
        tuple(_view(index, p, full) for p in index.ranked if p.id in first),
        tuple(_view(index, p, 0) for p in index.ranked if p.id not in first),
    )


def main_ids(index: Index) -> set[str]:
    """Return the ids of the propositions that are shown in full."""
    return {p.id for p in [p for p in index.ranked if not in_tail(index, p)][:MAIN]}


def in_tail(index: Index, proposition: Proposition) -> bool:
    """Tell whether a proposition is one statement of one report's own voice, or one non-answer, that nothing contradicts."""
    if len(proposition.claims) != 1 or index.conflicts[proposition.claims[0]] or proposition.claims[0] in index.updated:
        return False
    claim = index.claims[proposition.claims[0]]
    return claim.kind == "non-answer" or (not claim.chain and not claim.observed)


def _view(index: Index, p: Proposition, full: int) -> PropositionView:
    claims = claims_of(index, p)
    groups = _groups(index, claims, full > 0)
    shown = _telling(index, claims, full)
    names = {o.id: o.name for o in p.origins}
    grade = p.assessment
    return PropositionView(
        anchor=f"p{index.number[p.id]}",
        number=index.number[p.id],
        text=visible(p.text),
        glyphs=index.tally(p)[0],
        count=index.tally(p)[1],
        conflicts=_conflicts(index, claims),
        updated=any(c.id in index.updated for c in claims),
        groups=groups[: _GROUPS if full else 2],
        more_groups=max(0, len(groups) - (_GROUPS if full else 2)),
        but=_but(index, p, claims) if full else (),
        occurrences=tuple(_occurrence(index, c) for c in shown),
        further=tuple(index.claim_ref(c.id) for c in claims if c not in shown) if full else (),
        why_count=tuple(map(visible, why_counted(p))) if full else (),
        pairs=tuple(
            (
                visible(names.get(x.a, x.a)),
                visible(names.get(x.b, x.b)),
                INDEPENDENCE[x.independence],
                index.said(x.reason),
            )
            for x in p.pairs[: 15 if full else 0]
        ),
        grade=f"{grade.source_grade}{grade.information_grade}",
        grade_words=f"source {grade.source_grade}, {SOURCE_GRADES[grade.source_grade]}; "
        f"information {grade.information_grade}, {INFORMATION_GRADES[grade.information_grade]}",
        grade_reasons=index.reasons(grade.reasons) if full else (),
        history=moments(index, p) if full else (),
        leads=tuple(_lead(index, x) for x in p.leads) if full else (),
        rank_reasons=index.reasons(p.rank.reasons) if full else (),
    )


def _lead(index: Index, lead: Lead) -> LeadView:
    words = index.claim_ref(lead.claim, index.place(index.claims[lead.claim])) if lead.claim in index.claims else None
    return LeadView(lead.kind, index.said(lead.what), index.said(lead.search or ""), words)


def _telling(index: Index, claims: list[Claim], most: int) -> list[Claim]:
    """Choose the claims that are shown in full: one of each voice and manner first, those in conflict before all."""
    if len(claims) <= most:
        return claims
    met: Counts[tuple[str, ...]] = Counts()
    ranks = {}
    for claim in claims:
        voice = (*(link.name for link in claim.chain), index.manner(claim))
        ranks[claim.id] = (not index.conflicts[claim.id], met[voice])
        met[voice] += 1
    chosen = {c.id for c in sorted(claims, key=lambda c: ranks[c.id])[:most]}
    return [c for c in claims if c.id in chosen]


def moments(index: Index, p: Proposition) -> tuple[Moment, ...]:
    """Return the history of a proposition, each step led to its words."""
    return tuple(
        Moment(spoken(e.when), e.status, visible(e.by), index.claim_ref(e.claim))
        for e in p.history
        if e.claim in index.claims
    )


def _groups(index: Index, claims: list[Claim], linked: bool) -> tuple[Group, ...]:
    """Claims with one chain and one manner, in one line; several claims of one report give one link."""
    held: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        voice = tuple(link.name for link in claim.chain) or ("own voice",)
        held.setdefault((*voice, index.manner(claim)), []).append(claim)
    views = []
    for same in held.values():
        firsts = {c.report: c for c in reversed(same)}
        refs = [index.claim_ref(c.id) for c in same if firsts[c.report] is c]
        shown = refs[:12]
        if len(refs) > 12:
            shown.append(Ref("", f"and {len(refs) - 12} more"))
        by_weight = (not same[0].chain, -len(refs))
        views.append(
            (
                by_weight,
                Group(index.steps(same[0].chain, linked), index.hue(same[0]), tuple(shown), index.manner(same[0])),
            )
        )
    # Those who vouch come before a report's own voice; the voice in most reports first.
    return tuple(view for _, view in sorted(views, key=lambda item: item[0]))


def _conflicts(index: Index, claims: list[Claim]) -> tuple[Ref, ...]:
    """The kinds of conflict a proposition is in, each led to its first conflict."""
    place = {id(c): n for n, c in enumerate(index.dossier.conflicts, 1)}
    kinds: dict[str, int] = {}
    for claim in claims:
        for conflict in index.conflicts[claim.id]:
            at = place[id(conflict)]
            kinds[conflict.kind] = min(at, kinds.get(conflict.kind, at))
    return tuple(Ref(f"x{at}", kind, CONFLICTS[kind]) for kind, at in sorted(kinds.items(), key=lambda item: item[1]))


def _but(index: Index, p: Proposition, claims: list[Claim]) -> tuple[Counter, ...]:
    """The weightiest voices against: the other sides of the proposition's conflicts."""
    own = {c.id for c in claims}
    found: dict[str, Counter] = {}
    pairs = [(conflict, c.id) for c in claims for conflict in index.conflicts[c.id]]
    for conflict, mine in sorted(pairs, key=lambda pair: -pair[0].weight):
        other = conflict.b if conflict.a == mine else conflict.a
        # Within one proposition the lines above show both sides already, unless the words themselves differ.
        if other in own and conflict.kind in ("polarity", "certainty"):
            continue
        claim = index.claims[other]
        if other in own and (claim.exact == p.text or (other == conflict.a and index.claims[mine].exact != p.text)):
            continue
        words = index.claim_ref(other, f"“{shortened(claim.exact.strip(_QUOTES), 100)}”")
        found.setdefault(other, Counter(conflict.kind, words, index.steps(claim.chain), index.report_ref(claim.report)))
    return tuple(found.values())[:2]


def _occurrence(index: Index, claim: Claim) -> Occurrence:
    facts = [f"{t.role} {spoken(t.edtf)}" for t in claim.times if t.role != "publication"]
    facts += [f"number: {words}" for q in claim.quantities if (words := amount(q))]
    if "[" in claim.text and claim.text != claim.exact:  # words were filled in from elsewhere
        facts.insert(0, f"reads: {shortened(claim.text, 200)}")
    if claim.kind != "statement":
        facts.append(claim.kind)
    return Occurrence(
        claim.id,
        index.claim_anchor(claim.id),
        index.place(claim),
        index.report_ref(claim.report),
        index.hue(claim),
        index.steps(claim.chain),
        index.manner(claim),
        index.sentence(claim),
        tuple(map(visible, facts)),
    )
