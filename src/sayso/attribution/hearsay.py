"""Where a speaker has it from: 'had seen it on X', 'has it from X', 'heard it from X'."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.clauses import content_end
from sayso.attribution.draft import Draft
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
            at = _from(page, i + 1, high)
            if at is None:
                carried = _has_it(page, i, sentence.first, high)
                if carried is not None:
                    yield carried
                continue
            owns = page.norm[i] in ("has", "have", "had")
            if owns and (page.norm[at] != "from" or not NEWS & set(page.norm[i + 1 : at])):
                continue
            coming = page.norm[i] in ("come", "comes", "came", "stems", "stemmed", "originates", "originated")
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
            yield Draft(
                cue=(i, at + 1),
                contents=[(subject[0][0], end)],
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
    thing = right(page, i + 1, min(high, i + 6))
    if thing is None or thing[1] >= high:
        return None
    k = thing[1]
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


def _quoted_by(page: Page, k: int, high: int) -> list[tuple[int, int]]:
    """Return who passed it on in ', quoted without a name by the Globe'."""
    if k + 2 >= high or page.norm[k] != "," or page.norm[k + 1] not in wordlist("carrying") | {"interviewed"}:
        return []
    by = next((j for j in range(k + 2, min(high - 1, k + 8)) if page.norm[j] == "by"), None)
    relay = right(page, by + 1, high) if by is not None else None
    return [relay] if relay is not None else []


def _from(page: Page, k: int, high: int) -> int | None:
    """Return where 'on', 'in' or 'from' stands behind the thing got, None when something else follows."""
    thing = page.norm[k - 1] in ("come", "comes", "came", "stems", "stemmed", "originates", "originated")
    for j in range(k, min(high, k + 6)):
        norm = page.norm[j]
        if norm in ("from", "on", "in", "via", "through") and thing:
            return j if not page.time[j + 1] and page.norm[j + 1] not in wordlist("weekdays") else None
        if norm == "," and thing and j + 1 < high and page.norm[j + 1] == "from":
            continue
        if norm in THINGS or page.tag[j] in ("NOUN", "PRON"):
            thing = True
        elif page.tag[j] not in ("ADV", "ADJ", "DET", "ADP"):
            return None
    return None
