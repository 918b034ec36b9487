"""Where a speaker has it from: 'had seen it on X', 'has it from X', 'heard it from X'."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.clauses import content_end
from sayso.attribution.draft import Draft
from sayso.attribution.figures import role_kinds
from sayso.attribution.lexicon import wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases import group_start
from sayso.attribution.phrases_behind import right
from sayso.attribution.subjects import subject_before

NEWS = frozenset(
    [
        "it",
        "this",
        "that",
        "story",
        "news",
        "figure",
        "figures",
        "number",
        "information",
        "account",
        "claim",
        "rumour",
        "rumor",
        "report",
        "tale",
        "version",
        "allegation",
    ]
)
SEEN = frozenset(["seen", "saw", "obtained", "reviewed", "viewed", "read", "examined", "got", "received"])
COMING = frozenset(["come", "comes", "came", "stems", "stemmed", "originates", "originated"])
THINGS = frozenset(["it", "this", "that", "them", "the", "a", "what", "which"])


def hearsay_drafts(page: Page) -> Iterator[Draft]:
    """Yield a draft for each clause that tells where its subject has something from; the place is the origin, the subject passes it on."""
    for sentence in page.sentences:
        high = sentence.last
        while high > sentence.first and page.breaks(high - 1) and not page.mark[high - 1]:
            high -= 1
        for i in range(sentence.first + 1, high - 2):
            if page.norm[i] not in wordlist("getting") or page.tag[i] not in ("VERB", "AUX"):
                continue
            shown = _has_seen(page, i, sentence.first, high)
            if shown is not None:
                yield shown
                continue
            at = _from(page, i + 1, high)
            if at is None:
                carried = _has_it(page, i, sentence.first, high)
                if carried is not None:
                    yield carried
                continue
            owns = page.norm[i] in ("has", "have", "had")
            if owns and (page.norm[at] != "from" or not NEWS & set(page.norm[i + 1 : at])):
                continue
            coming = page.norm[i] in COMING and page.norm[i + 1] != "across"
            where = right(page, at + 1, high)
            if where is None:
                continue
            subject = subject_before(page, group_start(page, i, sentence.first), sentence.first)
            if subject is None or subject[0][0] >= i:
                continue
            end = where[1] - 1 if page.norm[where[1] - 1] == "," else where[1]
            if coming:
                if not NEWS & set(page.norm[subject[0][0] : subject[0][1]]) or subject[0][1] - subject[0][0] == 1:
                    continue
                yield Draft(
                    cue=(i, at + 1),
                    contents=[(subject[0][0], end)],
                    source=(where[0], end),
                    speaker=(where[0], end),
                    relays=_quoted_by(page, end, high),
                )
                continue
            # Seen or read there: only a place that carries words counts; 'has it from' and 'heard from' count anyone.
            strict = page.norm[i] not in ("has", "have", "had") and page.norm[at] != "from"
            commas = [j for j in range(i, at) if page.norm[j] == ","]
            broken = commas[0] if len(commas) > 1 else None  # 'had come across it, she said, on the site'
            yield Draft(
                cue=(i, at + 1 if broken is None else i + 1),
                contents=[(subject[0][0], end if broken is None else broken)],
                source=subject[0],
                speaker=subject[1],
                origins=[(where[0], end)],
                outlet_only=strict,
                hearsay=True,
            )


def _has_it(page: Page, i: int, low: int, high: int) -> Draft | None:
    """Read 'The Globe has it that ...', 'The Globe has her at twelve knots', 'The Globe has the driver confessing'; only an outlet can be the subject."""
    if page.norm[i] not in ("has", "have", "had"):
        return None
    also = _has_it_too(page, i, low, high)
    if also is not None:
        return also
    thing = right(page, i + 1, min(high, i + 6))
    if thing is None:
        return None
    k = next((j for j in range(i + 2, thing[1]) if page.tag[j] == "VERB" and page.norm[j].endswith("ing")), thing[1])
    if k >= high:
        return None
    while k < high - 1 and page.norm[k] in ("himself", "herself", "itself", "themselves"):
        k += 1
    that = page.norm[k] == "that" and page.norm[i + 1] == "it"
    if not that and page.norm[k] not in ("at", "down", "as") and not page.norm[k].endswith("ing"):
        return None
    subject = subject_before(page, i, low)
    if subject is None:
        return None
    return Draft(
        cue=(i, k + 1 if that else i + 1),
        contents=[(k + 1 if that else i + 1, content_end(page, k, high))],
        source=subject[0],
        speaker=subject[1],
        outlet_only=True,
    )


def _has_seen(page: Page, i: int, low: int, high: int) -> Draft | None:
    """Read 'The Globe has seen the harbour's log: fourteen knots': the log speaks, the outlet passes it on."""
    if page.norm[i] not in SEEN:
        return None
    record = right(page, i + 1, high)
    if record is None or record[1] + 1 >= high or page.norm[record[1]] != ":":
        return None
    nouns = set(page.norm[record[0] : record[1]])
    if not nouns & wordlist("records") and not any(role_kinds().get(noun) == "document" for noun in nouns):
        return None
    subject = subject_before(page, group_start(page, i, low), low)
    if subject is None:
        return None
    at = record[1] + 1
    return Draft(
        cue=(i, i + 1),
        contents=[(at, content_end(page, at, high))],
        source=record,
        speaker=record,
        relays=[subject[1]],
        human=True,
    )


def _has_it_too(page: Page, i: int, low: int, high: int) -> Draft | None:
    """Read 'The Globe has it too': the outlet tells the same story."""
    if page.norm[i + 1] != "it" or i + 3 > high or page.norm[i + 2] not in ("too", "also", "first", "as"):
        return None
    subject = subject_before(page, i, low)
    end = i + 4 if page.norm[i + 2] == "as" else i + 3
    if subject is None or (end < high and not page.breaks(end)):
        return None
    return Draft(
        cue=(i, i + 1),
        contents=[(subject[0][0], end)],
        source=subject[0],
        speaker=subject[1],
        outlet_only=True,
    )


def _quoted_by(page: Page, k: int, high: int) -> list[tuple[int, int]]:
    """Return who passed it on in ', quoted without a name by the Globe'."""
    if k + 2 >= high or page.norm[k] != "," or page.norm[k + 1] not in wordlist("carrying") | {"interviewed"}:
        return []
    by = next((j for j in range(k + 2, min(high - 1, k + 8)) if page.norm[j] == "by"), None)
    relay = right(page, by + 1, high) if by is not None else None
    return [relay] if relay is not None else []


def _aside_end(page: Page, k: int, high: int) -> int:
    """Return where ', she said,' ends that stands between the thing got and the place; `k` when nothing does."""
    commas = [j for j in range(k, min(high, k + 9)) if page.norm[j] == ","]
    if len(commas) < 2 or not any(page.verb_forms(j) for j in range(commas[0], commas[1])):
        return k
    return commas[1] + 1


def _from(page: Page, k: int, high: int) -> int | None:
    """Return where 'on', 'in' or 'from' stands behind the thing got, None when something else follows."""
    thing = page.norm[k - 1] in COMING and page.norm[k] != "across"
    aside = _aside_end(page, k, high)
    for j in range(k, min(high, max(k + 6, aside + 2))):
        norm = page.norm[j]
        if j < aside and "," in page.norm[k : j + 1]:
            continue
        if norm in ("from", "on", "in", "via", "through") and thing:
            return j if not page.time[j + 1] and page.norm[j + 1] not in wordlist("weekdays") else None
        if norm == "," and thing and j + 1 < high and page.norm[j + 1] == "from":
            continue
        if norm in THINGS or page.tag[j] in ("NOUN", "PRON"):
            thing = True
        elif page.tag[j] not in ("ADV", "ADJ", "DET", "ADP"):
            return None
    return None
