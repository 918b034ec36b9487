"""Non-answers: who was asked or could have spoken and said nothing, or could not establish something."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.clauses import content_end, main_clause, object_end
from sayso.attribution.draft import Draft, Range
from sayso.attribution.lexicon import phrase_at, wordlist
from sayso.attribution.openings import QUESTION_WORDS
from sayso.attribution.page import Page
from sayso.attribution.phrases import group_start, is_relative, left
from sayso.attribution.phrases_behind import right
from sayso.attribution.subjects import subject_before


def silence_drafts(page: Page) -> Iterator[Draft]:
    """Yield a draft for each refusal, silence or failed check; its stance is 'non-answer', it is no sourced statement."""
    for sentence in page.sentences:
        i = sentence.first
        while i < sentence.last:
            found = _refusal(page, i, sentence.last) or _negated(page, i, sentence.last)
            if found is None:
                i += 1
                continue
            draft = _draft(page, found, sentence.first, sentence.last)
            if draft is not None:
                yield draft
            i = found[1]
        absent = _no_comment(page, sentence.first, sentence.last)
        if absent is not None:
            yield absent


def _refusal(page: Page, i: int, high: int) -> Range | None:
    """Find 'declined to comment', 'would neither confirm nor deny', 'refrained from confirming'."""
    length = phrase_at("refusals", page.norm, i)
    if length:
        return (i, i + length)
    if page.norm[i] in wordlist("refusing") and i + 2 < high and page.norm[i + 1] in ("to", "from"):
        for k in range(i + 2, min(high, i + 5)):
            if page.norm[k] in wordlist("answering"):
                return (i, k + 1)
            if page.tag[k] != "ADV" and page.norm[k] != "be":
                return None
    return None


def _negated(page: Page, i: int, high: int) -> Range | None:
    """Find 'did not immediately respond', 'could not be reached', 'was unable to verify'."""
    placed = _in_no_position(page, i, high)
    if placed is not None:
        return placed
    negated = page.norm[i] in ("not", "n't")
    unable = page.norm[i] == "unable" and i + 1 < high and page.norm[i + 1] == "to"
    if not (negated or unable) or i == 0 or (negated and page.tag[i - 1] != "AUX"):
        return None
    begin = i + 2 if unable else i + 1
    for k in range(begin, min(high, begin + 4)):
        norm = page.norm[k]
        if norm in wordlist("answering") or (unable and norm == "establish"):
            if norm in ("say", "tell") and not unable and not _question_follows(page, k + 1, high):
                return None
            if norm in ("confirmed", "verified") or (norm in ("comment",) and page.tag[k - 1] == "DET"):
                return None
            mirrored = page.norm[k + 1 : k + 2] and page.norm[k + 1] in ("itself", "themselves", "himself", "herself")
            return (i - 1, k + 2 if mirrored else k + 1)
        if page.tag[k] != "ADV" and norm not in ("be", "been", "immediately", "wish", "want", "care", "to"):
            return None
    return None


def _in_no_position(page: Page, i: int, high: int) -> Range | None:
    """Find 'was not in a position to say', 'neither was in measure to confirm' from its 'in' on."""
    if page.norm[i] != "in":
        return None
    k = i + 2 if page.norm[i + 1 : i + 2] and page.norm[i + 1] in ("a", "any", "no") else i + 1
    if k + 2 >= high or page.norm[k] not in ("position", "condition", "measure", "state") or page.norm[k + 1] != "to":
        return None
    low = page.sentence(i).first
    no = page.norm[i + 1] == "no" or page.norm[i - 1] in ("not", "n't", "never")
    subject = subject_before(page, group_start(page, i - 1, low), low)
    neither = page.norm[low] == "neither" or (subject is not None and page.norm[subject[0][0]] in ("neither", "nobody"))
    if not (no or neither) or page.norm[k + 2] not in wordlist("answering") | {"establish"}:
        return None
    return (i - 1, k + 3)


def _fronted(page: Page, low: int, end: int) -> Range | None:
    """Return the question before 'the service does not say' and 'this he could not say': what is left open stands in front."""
    while end > low and (page.breaks(end - 1) or page.norm[end - 1] in ("this", "that")):
        end -= 1
    start = max((k + 1 for k in range(low, end) if page.norm[k] in (";", ":", "—", "–")), default=low)
    begins = start + 1 if page.norm[start] in ("about", "on", "as") else start
    asks = page.norm[begins] in QUESTION_WORDS and end - begins > 2
    return (start, end) if asks and any(page.tag[k] in ("VERB", "AUX") for k in range(begins, end)) else None


def _question_follows(page: Page, k: int, high: int) -> bool:
    return (
        k >= high
        or page.breaks(k)
        or page.norm[k]
        in ("what", "how", "why", "whether", "when", "who", "where", "which", "if", "more", "anything", "any")
    )


def _draft(page: Page, cue: Range, low: int, high: int) -> Draft | None:
    found = subject_before(page, group_start(page, cue[0], low), low)
    reach = high
    while reach > cue[1] and page.breaks(reach - 1) and not page.mark[reach - 1]:
        reach -= 1
    if (
        cue[0] > low
        and found is not None
        and found[0][0] - 1 >= low
        and page.norm[found[0][0] - 1] in ("while", "although", "though", "as", "after", "when")
    ):
        reach = main_clause(page, cue[1], reach)
    end = content_end(page, cue[1], reach) if cue[1] < reach else cue[1]
    if found is not None and is_relative(page, found[0][0]):
        # 'A spokesman, who did not give his name, said': the main verb ends the relative clause.
        end = next(
            (k for k in range(cue[1], end - 1) if page.norm[k] == "," and page.tag[k + 1] in ("VERB", "AUX")), end
        )
    if end > cue[1] + 1:
        end = object_end(page, cue[1], end)
    fronted = _fronted(page, low, found[0][0]) if found is not None else None
    if fronted is not None:
        return Draft(
            cue=cue,
            contents=[fronted],
            source=found[0] if found else None,
            speaker=found[1] if found else None,
            stance="non-answer",
            sourced=False,
        )
    content = (cue[1], end) if end > cue[1] and page.tag[cue[1]] != "CCONJ" and not page.breaks(cue[1]) else cue
    passive = page.norm[cue[1] - 1] in ("reached", "verified", "confirmed")
    return Draft(
        cue=cue,
        contents=[content],
        source=found[0] if found and not passive else None,
        speaker=found[1] if found else None,
        stance="non-answer",
        sourced=False,
    )


def _no_comment(page: Page, low: int, high: int) -> Draft | None:
    """Find 'There was no immediate comment from X' and a bare 'No answer.' after 'We asked X whether ...'."""
    words = page.norm[low:high]
    if words[:2] == ["there", "was"] and "no" in words[2:3]:
        for k in range(low + 3, min(high, low + 7)):
            if page.norm[k] in ("comment", "response", "reaction", "reply", "answer", "word"):
                source = right(page, k + 2, high) if k + 2 < high and page.norm[k + 1] in ("from", "by") else None
                return Draft(
                    cue=(low + 2, k + 1),
                    contents=[(low + 2, k + 1)],
                    source=source,
                    speaker=source,
                    stance="non-answer",
                    sourced=False,
                )
    bare = [w for w in words if w.isalnum()]
    if bare in (["no", "answer"], ["no", "comment"], ["no", "reply"], ["no", "response"], ["silence"], ["nothing"]):
        asked = _asked(page, low)
        if asked is not None:
            return Draft(
                cue=(low, low + len(bare)),
                contents=[(low, low + len(bare))],
                source=asked,
                speaker=asked,
                stance="non-answer",
                sourced=False,
            )
    return None


def _asked(page: Page, at: int) -> Range | None:
    """Return whom the sentence before `at` says was asked, or whose saying it asks for ('What does the bank say?')."""
    number = page.sentence_of[at] - 1
    if number < 0:
        return None
    before = page.sentences[number]
    for i in range(before.first, before.last):
        if page.norm[i] in ("asked", "questioned") and i + 1 < before.last:
            return right_short(page, i + 1, before.last)
        if page.norm[i] == "say" and i > before.first:
            return left(page, i, before.first)
    return None


def right_short(page: Page, start: int, high: int) -> Range | None:
    """Return the noun phrase at `start` up to a question word ('the bank whether ...')."""
    found = right(page, start, high)
    if found is None:
        return None
    for k in range(found[0], found[1]):
        if page.norm[k] in ("whether", "if", "what", "why", "how"):
            return (found[0], k) if k > found[0] else None
    return found
