"""Participles that credit: ', as noted in the memo,', 'As first reported by the Herald, ...', 'was confirmed yesterday before the council by X'."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.clauses import content_end
from sayso.attribution.closings import segment_start
from sayso.attribution.draft import Draft, Range
from sayso.attribution.figures import role_kinds
from sayso.attribution.hidden import speaks
from sayso.attribution.lexicon import CueVerb, verbs, wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases import group_start
from sayso.attribution.phrases_behind import right
from sayso.attribution.subjects import BE, subject_before

STATES = ("say", "confirm", "claim", "suggest")
FARTHEST = 9
"""Tokens behind a participle within which 'by X' is looked for."""


def noted_drafts(page: Page) -> Iterator[Draft]:
    """Yield a draft for each 'as noted in X' and for each passive whose 'by X' stands apart."""
    for sentence in page.sentences:
        for i in range(sentence.first, sentence.last):
            low, high = page.reach(i)
            found = _as_noted(page, i, low, high) or _told_apart(page, i, low, high)
            if found is not None:
                yield found


def _states(page: Page, i: int) -> CueVerb | None:
    """Return the verb of a past participle at `i` that states something."""
    for verb, form in verbs().get(page.norm[i], ()):
        stated = form in ("past", "participle") and verb.stance in STATES and not verb.attitude and not verb.particle
        if stated and verb.takes & {"t", "z"}:
            return verb
    return None


def _as_noted(page: Page, i: int, low: int, high: int) -> Draft | None:
    if page.norm[i] != "as" or not (i == low or page.norm[i - 1] in (",", "(", "—", "–")):
        return None
    k = i + 1
    while k < high and (page.tag[k] == "ADV" or page.norm[k] in ("first", "previously", "earlier")):
        k += 1
    if k + 2 >= high or page.norm[k + 1] not in ("by", "in", "on"):
        return None
    verb = _states(page, k)
    source = right(page, k + 2, high) if verb is not None else None
    if verb is None or source is None or page.time[source[0]] or page.norm[source[0]] in wordlist("weekdays"):
        return None
    end = next((j for j in range(*source) if page.norm[j] == ","), source[1])
    source = (source[0], end)
    if not (speaks(page, source) if page.norm[k + 1] == "by" else _carries_words(page, source)):
        return None
    contents = []
    if i > low:
        contents.append((segment_start(page, i - 1, low), i - 1))
    # A hint is about the noun before it, the rest is the reporter's: 'The move, as hinted by X, adds to the tension.'
    if end + 1 < high and page.norm[end] in (",", ")", "—", "–") and (verb.stance != "suggest" or not contents):
        contents.append((end + 1, content_end(page, end + 1, high)))
    contents = [(a, b) for a, b in contents if a < b]
    if not any(page.tag[j] in ("VERB", "AUX") for piece in contents for j in range(*piece)):
        return None
    return Draft(cue=(i, k + 2), contents=contents, source=source, speaker=source, stance=verb.stance, human=True)


def _carries_words(page: Page, phrase: Range) -> bool:
    """Tell whether something can be read or heard in a phrase: it names an outlet or a document, or has a noun for one."""
    nouns = any(role_kinds().get(page.norm[k]) in ("document", "outlet") for k in range(*phrase))
    named = any(m.kind in ("outlet", "news agency", "document") for m in page.mentions_in(page.span(*phrase)))
    return nouns or named or bool(set(page.norm[phrase[0] : phrase[1]]) & wordlist("utterances"))


def _told_apart(page: Page, i: int, low: int, high: int) -> Draft | None:
    """Read 'The fire was confirmed yesterday before the council by the mayor'."""
    if page.tag[i] not in ("VERB", "ADJ") or i + 2 >= high or page.norm[i + 1] == "by":
        return None
    verb = _states(page, i)
    if verb is None or "o" not in verb.takes:
        return None
    group = group_start(page, i, low)
    before = page.norm[group:i]
    if not BE & set(before) or wordlist("negators") & set(before):
        return None
    for k in range(i + 1, min(high - 1, i + 1 + FARTHEST)):
        if page.norm[k] == "by":
            agent = right(page, k + 1, high)
            subject = subject_before(page, group, low)
            if agent is None or subject is None or page.time[k + 1] or not _speaker(page, agent):
                return None
            end = next((j for j in range(*agent) if page.norm[j] == ","), agent[1])
            return Draft(
                cue=(group, i + 1),
                contents=[(subject[0][0], group)],
                source=(agent[0], end),
                speaker=(agent[0], end),
                stance=verb.stance,
            )
        if page.breaks(k) or page.tag[k] in ("VERB", "AUX", "SCONJ") or page.norm[k] in ("that", "and", "or"):
            return None
    return None


def _speaker(page: Page, phrase: Range) -> bool:
    """Tell whether somebody is named who speaks, and no way or means ('by letter', 'by a show of hands')."""
    noun = role_kinds().get(page.norm[phrase[0]], "document")
    return speaks(page, phrase) and (page.tag[phrase[0]] in ("DET", "PROPN") or noun != "document")
