"""On what ground a voucher has access of its own to what it says: it saw, counted, kept the record, did it itself, was there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.assessment.lexicon import pattern
from sayso.assessment.origins import Voucher
from sayso.assessment.pile import Pile
from sayso.attribution.names import body_tokens, generic
from sayso.attribution.states import state_of
from sayso.model import Actor, Claim, cover

BODY = frozenset({"government", "ministry", "armed force", "intelligence service", "company", "organisation"})
_KEEPS_RECORDS = BODY - {"government"}
_BEHIND = 160  # characters behind a source that may describe it: 'X, who chairs the board and has the sheet'
_LATER = 220  # characters behind a person's introduction that may say where he was


def access(pile: Pile, voucher: Voucher, claims: Sequence[Claim]) -> str | None:
    """Return the ground on which a voucher had access of its own to what it says in these claims, or None.

    It saw for itself; its words say that it saw, counted, measured or keeps the record; it tells its own act; it confirms in its own name; it was there; or it is a
    body that keeps its own records.
    """
    if voucher.saw:
        return f"{voucher.name} saw for itself"
    actor = pile.actors.get(voucher.actor or "")
    for claim in claims:
        ground = _told(pile, voucher, actor, claim)
        if ground:
            return ground
    if actor and actor.kind in _KEEPS_RECORDS:
        return f"{voucher.name} is a body with knowledge of its own"
    above = pile.actors.get(actor.speaks_for or "") if actor else None
    if above and above.kind in _KEEPS_RECORDS:
        return f"{voucher.name} speaks for {above.name}"
    if voucher.nameless and belongs(voucher):
        return f"“{voucher.name}” speaks of where they belong"
    there = _was_there(pile, actor, claims) if actor else None
    return f"{voucher.name} was there (“{there}”)" if there else None


def belongs(voucher: Voucher) -> str | None:
    """Return the words that tell where a nameless voucher belongs ('who works at'); None when they tell nothing."""
    hit = pattern("belongs").search(voucher.name)
    return hit.group() if hit else None


def _told(pile: Pile, voucher: Voucher, actor: Actor | None, claim: Claim) -> str | None:
    """Return the ground that the words of one claim give."""
    words = spoken(pile, claim)
    if pattern("hearsay").search(words):
        return None
    hit = pattern("perceived").search(words) or pattern("perceived").search(_described(pile, claim))
    if hit:
        return f"{voucher.name} has it at first hand (“{hit.group()}”)"
    kept = pattern("keeps").search(_described(pile, claim))
    if kept:
        return f"{voucher.name} has the record (“{kept.group()}”)"
    act = _own_act(pile, actor, claim)
    if act:
        return f"{voucher.name} tells of an act of its own (“{act}”)"
    if claim.stance == "confirm" and actor and (actor.kind in BODY or actor.speaks_for):
        return f"{voucher.name} confirms it in its own name"
    return None


def spoken(pile: Pile, claim: Claim) -> str:
    """Return a claim's words with those that attribute it: from the first word of its innermost attribution to the claim's end."""
    spans = [claim.span]
    for words in claim.attributions[-1:]:
        spans += [s for s in (*words.source, *words.cue) if abs(s.start - claim.start) < 300]
    return cover(spans).of(pile.reports[claim.report].text)


def _described(pile: Pile, claim: Claim) -> str:
    """Return the relative clause behind the source of a claim, up to the end of its sentence; empty without one."""
    text = pile.reports[claim.report].text
    for words in claim.attributions[-1:]:
        for source in words.source:
            if abs(source.start - claim.start) < 300:
                whole = source.of(text) + text[source.end : source.end + _BEHIND]
                found = re.search(r",\s+(?:who|which)\s[^.?!]*", whole)
                if found:
                    return found.group()
    return ""


def _own_act(pile: Pile, actor: Actor | None, claim: Claim) -> str | None:
    """Return the words by which a claim tells an act of its voucher: 'we closed', 'the Road Office closed', a government's own army; None when it tells another's."""
    if actor is None:
        return None
    root = pile.actors.get(pile.root(actor.id) or "")
    state = state_of(root.name) if root is not None and root.kind == "government" else None
    if state is not None:
        own = re.search(rf"\b(?:the|its|our)\s+{pattern('own_forces').pattern}", claim.exact, re.IGNORECASE)
        named = pattern("own_forces").search(claim.exact)
        if own is None and named is not None and state_of(claim.exact[: named.start()]) == state:
            own = named
        if own is not None:
            return own.group()
    hit = pattern("decided").search(claim.exact)
    if hit is None:
        return None
    names = {actor.name, *actor.aliases}
    if root is not None:
        names |= {root.name, *root.aliases}
    before = claim.exact[: hit.start()]
    telling = {t for name in names for t in body_tokens(name) if not generic(t)}
    if re.search(r"\b(we|our|I)\b", before) or telling & set(body_tokens(before)):
        return hit.group()
    return None


def _was_there(pile: Pile, actor: Actor, claims: Sequence[Claim]) -> str | None:
    """Return the words that place a person where it happened, in the sentence that names him or the next, if that goes on about him."""
    if actor.kind not in ("person", "nameless person"):
        return None
    homes = {claim.report for claim in claims}
    for mention in actor.mentions:
        if mention.report not in homes:
            continue
        text = pile.reports[mention.report].text
        sentences = [
            s.span
            for s in pile.analyses[mention.report].sentences
            if s.span.end > mention.start and s.span.start < mention.start + _LATER
        ]
        for number, span in enumerate(sentences[:2]):
            if number and not re.match(r"(?:He|She|They)\b", span.of(text)):
                break
            words = text[mention.end : span.end] if not number else span.of(text)
            hit = pattern("present").search(words)
            if hit:
                return hit.group()
    return None
