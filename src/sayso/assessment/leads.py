"""Leads: what would settle an open proposition. Each rests on the proposition's own chains and passages, and leads to the words it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.assessment.independence import NOTHING_SHOWN
from sayso.assessment.origins import Voucher, asserting
from sayso.assessment.pile import Pile
from sayso.model import Absent, Claim, Conflict, Event, Lead, Proposition
from sayso.similarity import stem

OPEN_CONFLICTS = frozenset({"polarity", "identity", "number", "date", "place"})
_WORDS = 6
_TELLS = 0.45
"""Weight from which a word is worth searching with: names, figures and rare words."""
_ASKED = 2
_YEARLESS = "XXXX"


def leads(
    pile: Pile, proposition: Proposition, vouchers: Sequence[Voucher], conflicts: Sequence[Conflict]
) -> tuple[Lead, ...]:
    """Say what would settle a proposition: the absent dispatch, the unnamed link, the missing date or figure, whom to ask.

    `proposition` has its origins, pairs and history. One that rests on two independent origins and that nothing contradicts is settled
    as far as reports can settle it: it gets no lead.
    """
    against = [c for c in conflicts if c.kind in OPEN_CONFLICTS]
    if proposition.independent_origins >= 2 and not against:
        return ()
    claims = pile.claims_of[proposition.id]
    found = [
        *_dispatches(pile, claims),
        *_unnamed(pile, claims, vouchers),
        *_undated(pile, claims, proposition.history, against),
        *_yearless(pile, claims),
        *_baseless(pile, claims),
        *_asked(pile, against),
        *_unshown(pile, proposition, vouchers),
    ]
    if not vouchers and (said := [c for c in claims if asserting(c)]):
        first = said[0]
        found.append(
            Lead(
                "Nobody is credited. Look for the first report that says it.", _search(pile, claims), "first", first.id
            )
        )
    return tuple(dict.fromkeys(found))


def rests_on(pile: Pile, claim: Claim, missing: Absent) -> bool:
    """Tell whether a claim reached its report through an absent dispatch: its passage was made from it, or its chain runs over it."""
    if claim.report not in pile.dispatched[missing.id]:
        return False
    if any(edge.parent == missing.id for edge, _ in pile.taken(claim)):
        return True
    if missing.actor_name and any(_is_of(pile, link.name, link.actor, missing.actor_name) for link in claim.chain):
        return True
    credits = [e.span.span for e in missing.evidence if e.span and e.span.report == claim.report]
    sources = [span for words in claim.attributions for span in words.source]
    return any(credit.overlaps(source) for credit in credits for source in sources)


def _is_of(pile: Pile, name: str, actor: str | None, agency: str) -> bool:
    held = pile.actors.get(actor or "")
    known = {name, *((held.name, *held.aliases) if held else ())}
    return agency.casefold() in {each.casefold() for each in known}


def _dispatches(pile: Pile, claims: Sequence[Claim]) -> Iterator[Lead]:
    for missing in pile.stemma.absent:
        resting = [c for c in claims if rests_on(pile, c, missing)]
        if resting:
            words = " ".join(filter(None, [missing.actor_name, _search(pile, resting)]))
            where = _files(pile, resting)
            yield Lead(
                f"Find {missing.is_}: it is not in the pile, and {where} {_have(where)} this from it.",
                words, "dispatch", resting[0].id,
            )  # fmt: skip


def _unnamed(pile: Pile, claims: Sequence[Claim], vouchers: Sequence[Voucher]) -> Iterator[Lead]:
    members = {c.id for c in claims}
    for voucher in vouchers:
        said = [c for c in voucher.claims if c.id in members] if voucher.nameless else []
        if said:
            who = f"Who is behind “{voucher.name}”, quoted in {_files(pile, said)}?"
            yield Lead(f"{who} The name, or what they saw, would show how they know.", None, "name", said[0].id)
    for claim in claims:
        for link in claim.chain[:1]:
            if link.kind == "unknown" and not link.name[:1].isupper():
                what = f"Who said it? {_file(pile, claim)} gives only “{link.name}”."
                yield Lead(what, None, "name", claim.id)
                return


def _undated(
    pile: Pile, claims: Sequence[Claim], history: Sequence[Event], against: Sequence[Conflict]
) -> Iterator[Lead]:
    """A date of publication is missing only where the order of the accounts would decide something."""
    turned = len({event.status for event in history}) > 1
    sides = [pile.claims[i] for c in against if c.kind in ("number", "polarity") for i in (c.a, c.b)]
    weighed = {c.report for c in sides} if sides else set()
    if turned:
        weighed |= {pile.claims[event.claim].report for event in history if event.claim in pile.claims}
    undated = [c for c in [*claims, *sides] if c.report in weighed and pile.reports[c.report].published is None]
    if undated and len(weighed) > 1:
        why = "which account replaces which" if sides else "in which order its status changed"
        what = f"When was it published: {_files(pile, undated)}? Without the date it stays open {why}."
        yield Lead(what, None, "date", min(undated, key=lambda c: (c.report, c.start)).id)


def _yearless(pile: Pile, claims: Sequence[Claim]) -> Iterator[Lead]:
    for claim in claims:
        for time in claim.times:
            if time.role == "event" and _YEARLESS in time.edtf and time.span:
                words = " ".join(time.span.of(pile.reports[claim.report].text).split())
                yield Lead(f"In which year: “{words}”, in {_file(pile, claim)}?", None, "date", claim.id)
                return


def _baseless(pile: Pile, claims: Sequence[Claim]) -> Iterator[Lead]:
    for claim in claims:
        for quantity in claim.quantities:
            if quantity.ratio is not None and quantity.base is None and quantity.low is None:
                words = " ".join(quantity.span.of(pile.reports[claim.report].text).split())
                whom = f" Ask {claim.chain[0].name}." if claim.chain else ""
                what = f"From what number: “{words}”, in {_file(pile, claim)}?{whom}"
                yield Lead(what, None, "figure", claim.id)
                return


def _asked(pile: Pile, against: Sequence[Conflict]) -> Iterator[Lead]:
    asked: set[tuple[str, ...]] = set()
    for conflict in against:
        sides = [pile.claims[i] for i in (conflict.a, conflict.b)]
        names = tuple(dict.fromkeys(_voice(pile, c) for c in sides))
        if names not in asked and len(asked) < _ASKED:
            asked.add(names)
            yield Lead(f"Ask {' and '.join(names)} on what they base it: {conflict.reason}", None, "ask", sides[0].id)


def _unshown(pile: Pile, proposition: Proposition, vouchers: Sequence[Voucher]) -> Iterator[Lead]:
    """Whose knowledge is all that keeps origins from counting as independent."""
    reasons = {pair.reason for pair in proposition.pairs if pair.independence == "possible"}
    for voucher in vouchers:
        if not voucher.nameless and NOTHING_SHOWN.format(voucher.name) in reasons:
            what = f"How does {voucher.name} know it? Nothing in the reports shows it; that would tell whether the origins are independent."
            yield Lead(what, None, "ask", voucher.claims[0].id if voucher.claims else None)
            return


def _voice(pile: Pile, claim: Claim) -> str:
    return claim.chain[0].name if claim.chain else pile.reports[claim.report].label


def _file(pile: Pile, claim: Claim) -> str:
    return pile.reports[claim.report].file


def _files(pile: Pile, claims: Sequence[Claim]) -> str:
    names = sorted({_file(pile, c) for c in claims})
    shown = names[:4] + ([f"{len(names) - 4} more"] if len(names) > 4 else [])
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _have(where: str) -> str:
    return "have" if " and " in where else "has"


def _search(pile: Pile, claims: Sequence[Claim]) -> str:
    """Return words to search with: the rarest of the proposition's own words, those of most claims first, in the order of the text."""
    held: Counter[str] = Counter()
    form: dict[str, str] = {}
    place: dict[str, tuple[int, int]] = {}
    for row, claim in enumerate(claims):
        for at, raw in enumerate(re.split(r"[\s—–/]+", claim.exact)):
            word = raw.strip(".,;:!?()[]“”‘’\"'").removesuffix("’s").removesuffix("'s")
            key = stem(word.lower())
            named = word[:1].isupper() and at > 0
            if word and (named or word[:1].isdigit() or pile.words.weight(word.lower()) >= _TELLS):
                held[key] += 1
                form.setdefault(key, word)
                place.setdefault(key, (row, at))
    best = sorted(held, key=lambda k: (-held[k], -pile.words.weight(form[k].lower()), place[k]))[:_WORDS]
    return " ".join(form[key] for key in sorted(best, key=lambda k: place[k]))
