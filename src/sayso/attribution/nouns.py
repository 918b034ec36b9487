"""Noun cues: 'the claim that ...', 'a warning from X that ...', 'X's admission that ...'."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.clauses import content_end, finite_ahead
from sayso.attribution.draft import Draft, Range
from sayso.attribution.lexicon import noun_cues, wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases import group_start
from sayso.attribution.phrases_behind import right
from sayso.attribution.subjects import subject_before


def noun_drafts(page: Page) -> Iterator[Draft]:
    """Yield a draft for each noun of saying that a that-clause follows; its source is the possessor, the 'by X', or who issued it."""
    stances = noun_cues()
    for sentence in page.sentences:
        low, high = sentence.first, sentence.last
        while high > low and page.breaks(high - 1) and not page.mark[high - 1]:
            high -= 1
        for i in range(low, high - 2):
            stance = stances.get(page.norm[i])
            if stance is None or page.tag[i] == "VERB":
                continue
            if page.norm[i + 1] in ("is", "was", "remains", "remained") and _possessor(page, i, low) is None:
                continue
            agent, that = _agent(page, i + 1, high)
            if (
                that is None
                or that + 2 >= high
                or page.tag[that + 1] in ("VERB", "AUX")
                or finite_ahead(page, that + 1, high) is None
            ):
                continue
            source = agent or _possessor(page, i, low) or _issuer(page, i, low)
            yield Draft(
                cue=(i, that),
                contents=[(that + 1, content_end(page, that + 1, high))],
                source=source,
                speaker=source,
                stance=stance,
                sourced=source is not None and stance != "think",
            )


def _agent(page: Page, k: int, high: int) -> tuple[Range | None, int | None]:
    """Return who is named by 'by X' or 'from X' behind the noun, and where 'that' stands."""
    if page.norm[k] == "that":
        return None, k
    if page.norm[k] in ("is", "was", "remains", "remained") and k + 1 < high and page.norm[k + 1] == "that":
        return None, k + 1
    if page.norm[k] == "," and k + 1 < high and page.norm[k + 1] == "that":
        return None, k + 1
    if page.norm[k] in ("by", "from", "of") and k + 1 < high:
        agent = right(page, k + 1, high)
        if agent is not None:
            end = agent[1]
            for j in range(agent[0] + 1, agent[1]):
                if page.norm[j] == "that":
                    end = j
                    break
            if end < high and page.norm[end] == "that":
                return (agent[0], end), end
    return None, None


def _possessor(page: Page, noun: int, low: int) -> Range | None:
    for k in range(noun - 1, max(low, noun - 4) - 1, -1):
        if page.norm[k] in ("'s", "’s") or (page.tag[k] == "PART" and page.norm[k] in ("'", "’")):
            start = k - 1
            while (
                start > low
                and page.tag[start - 1] in ("PROPN", "NOUN", "DET", "ADJ")
                and page.norm[start - 1] not in ("'s",)
            ):
                start -= 1
            return (start, k) if start < k else None
        if page.norm[k] in ("his", "her", "its", "their"):
            return (k, k + 1)
        if any(m.kind == "nationality" and page.inside(m.span)[0] == k for m in page.mentions_in(page.span(k, k + 1))):
            return (k, k + 1)
        if page.tag[k] not in ("ADJ", "NOUN", "NUM"):
            return None
    return None


def _issuer(page: Page, noun: int, low: int) -> Range | None:
    """Return the subject of 'issued a statement that', 'made the claim that', or the X of 'From X comes the assurance that'."""
    if page.norm[low] == "from" and any(page.norm[k] in ("comes", "came", "come") for k in range(low + 2, noun)):
        return right(page, low + 1, noun)
    for k in range(noun - 1, max(low, noun - 5) - 1, -1):
        if page.tag[k] == "VERB":
            if page.norm[k] not in wordlist("issuing"):
                return None
            found = subject_before(page, group_start(page, k, low), low)
            return found[1] if found else None
        if page.breaks(k):
            return None
    return None
