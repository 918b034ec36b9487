"""Polls: the numbers of a survey are credited to who made it, also where no verb says so and where the report goes on telling them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.attribution.clauses import finite_ahead
from sayso.attribution.draft import Draft, Range
from sayso.attribution.lexicon import wordlist
from sayso.attribution.page import Page

INNER = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM", "X"])
WITHIN = frozenset(["in", "across", "from"])
_MAKER = re.compile(r"[A-Z][\w.&’'-]*(?:[ /]+[A-Z][\w.&’'-]*)*$")


@dataclass(frozen=True, slots=True)
class Poll:
    """One mention of a survey: its noun phrase up to the noun, and who made it ('' where the words do not say)."""

    part: Range
    maker: str


def polls(page: Page) -> list[Poll]:
    """Return the surveys that a report mentions, in text order."""
    found = []
    for i, norm in enumerate(page.norm):
        if norm not in wordlist("polls") or page.tag[i] not in ("NOUN", "PROPN"):
            continue
        low = page.sentence(i).first
        start = i
        while start > low and (page.tag[start - 1] in INNER or page.norm[start - 1] == "/"):
            start -= 1
        found.append(Poll((start, i + 1), maker_in(page.words(start, i))))
    return found


def maker_in(words: str) -> str:
    """Return the name that words before 'poll' end with: 'Kestrel/Omnia' of 'the latest Kestrel/Omnia'."""
    found = _MAKER.search(words)
    name = found[0].split(" ") if found else []
    while name and name[0].lower() in wordlist("determiners") | wordlist("months") | {"the", "new", "latest"}:
        name.pop(0)
    return " ".join(name)


def poll_meant(known: Sequence[Poll], part: Range) -> Poll | None:
    """Return the survey that a phrase speaks of: the named one it holds, else the last one named before it, else the first named in the report."""
    inside = [poll for poll in known if part[0] <= poll.part[1] - 1 < part[1]]
    if not inside:
        return None
    named = [poll for poll in inside if poll.maker]
    before = [poll for poll in known if poll.maker and poll.part[1] <= part[0]]
    return (named or before[-1:] or [poll for poll in known if poll.maker] or inside)[0]


def poll_drafts(page: Page, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield a draft for each sentence that tells numbers of a survey without a verb for it: 'Nine in ten drink tea, in a poll by X', and those that follow."""
    known = polls(page)
    cues = {draft.cue[0] for draft in drafts}
    told = {
        page.sentence_of[i]
        for draft in drafts
        if draft.sourced
        for a, b in (draft.cue, *draft.contents)
        for i in (a, max(a, b - 1))
    }
    last: Draft | None = None
    at = 0
    for number, sentence in enumerate(page.sentences):
        here = []
        while at < len(known) and known[at].part[1] <= sentence.last:
            here.append(known[at])
            at += 1
        made = next(
            (d for d in (_within(page, poll, drafts) for poll in here) if d is not None and d.cue[0] not in cues), None
        )
        if made is None and last is not None and number not in told and _shares(page, sentence.first, sentence.last):
            end = sentence.last
            while end > sentence.first + 1 and page.breaks(end - 1):
                end -= 1
            yield Draft(
                cue=(sentence.first, sentence.first + 1),
                contents=[(sentence.first, end)],
                source=last.source,
                speaker=last.speaker,
                carried=True,
            )
        if made is not None:
            yield made
        if here:
            part = here[-1].part
            last = made or Draft(cue=part, contents=[part], source=part, speaker=part)


def _within(page: Page, poll: Poll, drafts: Sequence[Draft]) -> Draft | None:
    """Read '..., in a poll by X' and 'Across four polls, ...': the rest of the clause is what the survey tells."""
    first, last = poll.part
    if (
        first == 0
        or page.norm[first - 1] not in WITHIN
        or any(a <= first < b for d in drafts if d.sourced for a, b in (*d.contents, d.source or (0, 0)))
    ):
        return None
    low, high = page.reach(first)
    low = _past_dateline(page, low, first)
    prep = first - 1
    if prep <= low + 1:
        comma = next((k for k in range(last, high) if page.norm[k] == ","), None)
        content = (comma + 1, high) if comma is not None else (last, high)
    else:
        end = prep
        while end > low and page.breaks(end - 1) and not page.mark[end - 1]:
            end -= 1
        content = (low, end)
    if content[1] - content[0] < 3 or finite_ahead(page, *content) is None:
        return None
    if not any(page.tag[k] in ("NUM", "SYM") for k in range(*content)):
        return None
    source = (first, last)
    behind = next((k for k in range(last, min(high, last + 8)) if page.norm[k] == "by"), None)
    if behind is not None and all(not page.breaks(k) for k in range(last, behind)):
        end = behind + 1
        while end < high and (page.tag[end] in INNER or page.norm[end] == "/"):
            end += 1
        source = (first, end)
    return Draft(cue=(prep, first), contents=[content], source=source, speaker=source, hearsay=True)


def _past_dateline(page: Page, low: int, high: int) -> int:
    """Return where a first sentence begins behind 'PLACE, May 3 (AGENCY) -'."""
    for k in range(low + 1, min(low + 14, high)):
        if page.norm[k] in ("-", "–", "—", "--") and page.norm[k - 1] == ")":
            return k + 1
    return low


def _shares(page: Page, first: int, last: int) -> bool:
    """Tell whether words tell shares of people asked: two percentages set against each other, or one of a group ('12% of voters')."""
    words = page.norm[first:last]
    marks = [k for k in range(len(words)) if words[k] in ("%", "percent") or words[k].endswith("%")]
    if not marks:
        return False
    against = len(marks) > 1 and any("to" in words[a:b] for a, b in pairwise(marks))
    return against or any(
        words[k + 1 : k + 2] in (["of"], ["among"]) and set(words[k + 1 : k + 6]) & wordlist("asked") for k in marks
    )
