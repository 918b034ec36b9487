"""Reported speech: cue verbs with their subject and the clause they report, before or after."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.clauses import Opening, content_end, finite_ahead, opening
from sayso.attribution.draft import Draft, Range
from sayso.attribution.lexicon import CueVerb, verbs, wordlist
from sayso.attribution.page import Page
from sayso.attribution.subjects import Subject, inverted, subject_of


def verb_drafts(page: Page) -> Iterator[Draft]:
    """Yield a draft for each cue verb that reports something, sentence by sentence."""
    for sentence in page.sentences:
        taken = sentence.first
        for i in range(sentence.first, sentence.last):
            if i < taken:
                continue
            for verb, form in verbs().get(page.norm[i], ()):
                if not _present(page, verb, form, i):
                    continue
                draft = _draft(page, verb, form, i, *_bounds(page, i))
                if draft is not None:
                    yield draft
                    break


def _present(page: Page, verb: CueVerb, form: str, i: int) -> bool:
    if page.tag[i] not in ("VERB", "AUX"):
        return False
    if verb.particle:
        after = tuple(page.norm[i + 1 : i + 1 + len(verb.particle)])
        return after == verb.particle
    return True


def _bounds(page: Page, i: int) -> Range:
    """Return the stretch a cue at `i` may reach over: its sentence, within the quotation it stands in."""
    sentence = page.sentence(i)
    low, high = sentence.first, sentence.last
    quote = page.quote_at(i)
    if quote is not None:
        first, last = page.inside(quote.span)
        low, high = max(low, first), min(high, last)
    while high > low and page.breaks(high - 1) and not page.mark[high - 1] and page.norm[high - 1] not in (")", "]"):
        high -= 1
    return low, high


def _draft(page: Page, verb: CueVerb, form: str, i: int, low: int, high: int) -> Draft | None:
    after = i + 1 + len(verb.particle)
    subject = subject_of(page, i, form, low)
    if subject is not None and subject.passive:
        return None
    opens = opening(page, verb, after, high)
    content: list[Range] | None = None
    if opens.kind in ("that", "zero", "question", "infinitive", "preposition", "object", "colon", "quote"):
        if subject is None:
            subject = inverted(page, i, after, low, high) if opens.kind == "quote" else None
        if subject is None:
            found = inverted(page, i, after, low, high)
            return _after_content(page, verb, i, found, Opening("end", found.end, []), low, high) if found else None
        content = _content_after(page, verb, opens, high)
        # 'X said' may close what stands before although words follow: '..., X said on the website ...' is read as following content only with a clause.
        if content is None or (_closes_content(page, subject, low) and opens.kind in ("object", "preposition") ):
            return _after_content(page, verb, i, subject, opens, low, high)
    elif subject is not None and opens.kind in ("comma", "end", "none"):
        return _after_content(page, verb, i, subject, opens, low, high)
    else:
        found = inverted(page, i, after, low, high)
        return _after_content(page, verb, i, found, Opening("end", found.end, []), low, high) if found else None
    if not content or (opens.kind == "quote" and "q" not in verb.takes and "o" not in verb.takes and "a" not in verb.takes):
        return None
    return _made(page, verb, i, subject, content, opens)


def _made(page: Page, verb: CueVerb, i: int, subject: Subject, content: list[Range], opens: Opening) -> Draft:
    return Draft(
        cue=(subject.group, i + 1 + len(verb.particle)),
        contents=content,
        source=subject.shown,
        speaker=subject.speaker,
        stance="deny" if subject.negated and verb.stance in ("confirm",) else verb.stance,
        sourced=not verb.attitude,
        relays=list(opens.hearers),
    )


def _content_after(page: Page, verb: CueVerb, opens: Opening, high: int) -> list[Range] | None:
    at = opens.at
    if opens.kind == "that":
        at += 1
    elif opens.kind == "colon":
        at += 1
        if at >= high:
            return None
    elif opens.kind == "quote":
        quote = page.quote_at(at)
        high = max(high, page.inside(quote.outer)[1]) if quote is not None else high
    if at >= high:
        return None
    if at < high and page.norm[at] == "," and opens.kind == "that":
        at += 1
    end = content_end(page, at, high)
    return [(at, end)] if end > at else None


def _closes_content(page: Page, subject: Subject, low: int) -> bool:
    before = subject.shown[0] - 1 if subject.shown else subject.group - 1
    return before > low and page.norm[before] == ","


def _after_content(page: Page, verb: CueVerb, i: int, subject: Subject, opens: Opening, low: int, high: int) -> Draft | None:
    """Read the clause before '..., X said' (and what goes on after it) as the content."""
    if "s" not in verb.takes:
        return None
    start = min(subject.shown[0] if subject.shown else subject.group, subject.group)
    before = start - 1
    as_clause = before >= low and page.norm[before] == "as"
    if as_clause:
        return _as_clause(page, verb, i, subject, opens, low, high, before)
    if before < low or not page.breaks(before) or page.norm[before] in (";", "(", ":"):
        return None
    if subject.shown is None:
        return None
    first = _segment_start(page, before, low)
    content: list[Range] = []
    if before > first:
        end = before
        while end > first and page.breaks(end - 1) and not page.mark[end - 1]:
            end -= 1
        if page.mark[before] :
            end = before + 1
        if end > first:
            content.append((first, end))
    after = opens.at
    if opens.kind == "comma" and page.norm[after] == "," and after + 1 < high and _goes_on(page, after + 1, high):
        end = content_end(page, after + 1, high)
        content.append((after + 1, end))
    if not content or (finite_ahead(page, content[0][0], content[0][1]) is None and content[0][1] - content[0][0] < 4 and len(content) < 2):
        return None
    return _made(page, verb, i, subject, content, opens)


def _as_clause(page: Page, verb: CueVerb, i: int, subject: Subject, opens: Opening, low: int, high: int, at: int) -> Draft | None:
    if at <= low or (page.breaks(at - 1) is False and page.tag[at - 1] in ("CCONJ", "ADV") and at - 1 <= low):
        start = opens.at + 1
        if opens.kind != "comma" or start >= high:
            return None
        return _made(page, verb, i, subject, [(start, content_end(page, start, high))], opens)
    if page.breaks(at - 1):
        first = _segment_start(page, at - 1, low)
        if at - 1 > first:
            return _made(page, verb, i, subject, [(first, at - 1)], opens)
    return None


def _segment_start(page: Page, before: int, low: int) -> int:
    for k in range(before - 1, low - 1, -1):
        if page.norm[k] == ";":
            return k + 1
    first = low
    while first < before and page.breaks(first) and not page.mark[first]:
        first += 1
    return first


def _goes_on(page: Page, k: int, high: int) -> bool:
    """Tell whether the words after '..., X said,' belong to what X said."""
    norm = page.norm[k]
    if norm in ("citing", "who", "whose", "which", "as", "according", "after", "before", "while", "in", "at", "during", "speaking", "when", "with"):
        return False
    if page.tag[k] == "VERB" and norm.endswith(("ing", "ed")):
        return False
    return not page.mark[k]


def shown_as(page: Page, subject: Subject) -> str:
    """Return the words of a subject, for messages."""
    return page.words(*subject.shown) if subject.shown else ""


__all__ = ["shown_as", "verb_drafts", "wordlist"]
