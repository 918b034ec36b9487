"""Where a speaker has it from: 'had seen it on X', 'has it from X', 'heard it from X'."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.draft import Draft
from sayso.attribution.lexicon import wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases import group_start
from sayso.attribution.phrases_behind import right
from sayso.attribution.subjects import subject_before

NEWS = frozenset(["it", "this", "that", "story", "news", "figure", "figures", "number", "information", "account"])
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
                continue
            owns = page.norm[i] in ("has", "have", "had")
            if owns and (page.norm[at] != "from" or not NEWS & set(page.norm[i + 1 : at])):
                continue
            where = right(page, at + 1, high)
            if where is None:
                continue
            subject = subject_before(page, group_start(page, i, sentence.first), sentence.first)
            if subject is None or subject[0][0] >= i:
                continue
            end = where[1] - 1 if page.norm[where[1] - 1] == "," else where[1]
            # Seen or read there: only a place that carries words counts; 'has it from' and 'heard from' count anyone.
            strict = page.norm[i] not in ("has", "have", "had") and page.norm[at] != "from"
            yield Draft(
                cue=(i, at + 1),
                contents=[(subject[0][0], end)],
                source=subject[0],
                speaker=subject[1],
                origins=[(where[0], end)],
                outlet_only=strict,
            )


def _from(page: Page, k: int, high: int) -> int | None:
    """Return where 'on', 'in' or 'from' stands behind the thing got, None when something else follows."""
    thing = False
    for j in range(k, min(high, k + 6)):
        norm = page.norm[j]
        if norm in ("from", "on", "in", "via", "through") and thing:
            return j if not page.time[j + 1] and page.norm[j + 1] not in wordlist("weekdays") else None
        if norm in THINGS or page.tag[j] in ("NOUN", "PRON"):
            thing = True
        elif page.tag[j] not in ("ADV", "ADJ", "DET", "ADP"):
            return None
    return None
