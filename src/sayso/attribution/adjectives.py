"""Adjective cues: 'is adamant that', 'remains convinced that', 'is certain he saw'."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.clauses import content_end
from sayso.attribution.draft import Draft
from sayso.attribution.lexicon import wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases import group_start
from sayso.attribution.subjects import subject_before


def adjective_drafts(page: Page) -> Iterator[Draft]:
    """Yield a draft for each adjective of assurance with a that-clause behind it and a form of 'be' or 'remain' before it."""
    for sentence in page.sentences:
        low, high = sentence.first, sentence.last
        while high > low and page.breaks(high - 1) and not page.mark[high - 1]:
            high -= 1
        for i in range(low + 1, high - 2):
            if page.norm[i] not in wordlist("assured") or page.norm[i + 1] != "that":
                continue
            verb = i - 1
            while verb > low and page.tag[verb] == "ADV":
                verb -= 1
            if page.tag[verb] != "AUX" and page.norm[verb] not in (
                "remains",
                "remained",
                "remain",
                "seems",
                "seemed",
                "sounded",
                "became",
            ):
                continue
            found = subject_before(page, group_start(page, verb, low), low)
            if found is None or page.norm[found[0][0]] in ("it", "there"):
                continue
            negated = any(page.norm[k] in wordlist("negators") for k in range(verb, i))
            yield Draft(
                cue=(verb, i + 1),
                contents=[(i + 2, content_end(page, i + 2, high))],
                source=found[0],
                speaker=found[1],
                stance="claim",
                sourced=not negated,
            )
