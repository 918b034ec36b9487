"""Clauses: where a content ends, where a main clause begins."""

from __future__ import annotations

from sayso.attribution.lexicon import verbs, wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases_behind import right


def finite_ahead(page: Page, start: int, high: int) -> int | None:
    """Return the first finite verb from `start` on that has words of a subject before it in the same stretch, None when there is none."""
    for i in range(start, high):
        if page.norm[i] in (";", ":") or (page.breaks(i) and page.norm[i] in ("(", ")")):
            return None
        if page.tag[i] in ("VERB", "AUX") and i > start and page.norm[i - 1] != "to":
            if page.norm[i].endswith("ing") and page.tag[i] == "VERB":
                continue
            return i
    return None


def content_end(page: Page, start: int, high: int) -> int:
    """Return where a content clause that opens at `start` ends: at what belongs to the sentence that reports it, else at its end.

    Cut are participles with a content of their own (', adding that'), 'according to', circumstances of the saying (', hours after'),
    a semicolon, and a second predicate of the speaker (', and hung up').
    """
    i = start
    while i < high:
        quote = page.quote_at(i)
        if (
            quote is not None
            and page.quote_of[i] != (page.quote_of[start - 1] if start else -1)
            and page.quote_of[i] != page.quote_of[start]
        ):
            i = max(i + 1, page.inside(quote.outer)[1])
            continue
        if page.norm[i] == ";" or (page.norm[i] in (",", "—", "–", "-", "--") and _closes(page, i, high)):
            return _trim(page, start, i)
        if page.norm[i] == "according" and i > start:
            return _trim(page, start, i)
        i += 1
    return _trim(page, start, high)


def object_end(page: Page, start: int, end: int) -> int:
    """Return where a noun phrase as content ends: before a colon or a joined clause with a subject and verb of its own."""
    for i in range(start + 1, end - 2):
        if page.quote_of[i] != page.quote_of[start]:
            continue
        if page.norm[i] == "," and page.norm[i + 1] in ("who", "whose"):
            return _trim(page, start, i)
        if page.norm[i] == "," and _other_says(page, i + 1, end):
            return _trim(page, start, i)
        if page.norm[i] == ":" or (
            page.norm[i] == ","
            and page.norm[i + 1] in ("and", "but", "while", "so")
            and finite_ahead(page, i + 2, end) is not None
        ):
            return _trim(page, start, i)
    return end


def _other_says(page: Page, k: int, end: int) -> bool:
    """Tell whether somebody else reports something from `k` on: the port in 'The owner affirms it, the port contests it'."""
    speaker = right(page, k, end) if k < end and page.tag[k] in ("DET", "PROPN") else None
    if speaker is None or speaker[1] + 1 >= end or page.tag[speaker[1]] != "VERB":
        return False
    return any(verb.takes & {"t", "o"} and not verb.attitude for verb, _ in verbs().get(page.norm[speaker[1]], ()))


def _trim(page: Page, start: int, end: int) -> int:
    while (
        end > start + 1
        and page.breaks(end - 1)
        and not page.mark[end - 1]
        and page.norm[end - 1] not in (")", "]", "%")
    ):
        end -= 1
    return end


TIMES_AFTER = frozenset(["hours", "days", "weeks", "minutes", "months", "shortly", "just", "soon"])


def _closes(page: Page, comma: int, high: int) -> bool:
    k = comma + 1
    if k + 1 >= high:
        return False
    norm, after = page.norm[k], page.norm[k + 1]
    if norm == "according" or norm == "citing":
        return True
    if norm in (
        "saying",
        "adding",
        "stating",
        "noting",
        "stressing",
        "claiming",
        "insisting",
        "arguing",
        "warning",
        "calling",
        "describing",
        "referring",
        "quoting",
        "telling",
    ):
        return True
    if norm in TIMES_AFTER and after in ("after", "before"):
        return True
    if norm == "as" and _own_cue(page, k + 1, high):
        return True
    if norm in ("and", "but"):
        return after in wordlist("gestures")
    return False


def reporting(page: Page, k: int, high: int) -> bool:
    """Tell whether all that follows from `k` is who says the whole: '..., according to the stamp, Berg said on Monday'."""
    speaker = right(page, k, high)
    if speaker is None or speaker[1] >= high or page.tag[speaker[1]] != "VERB":
        return False
    after = speaker[1] + 1
    says = any("t" in verb.takes and not verb.attitude for verb, _ in verbs().get(page.norm[speaker[1]], ()))
    return says and (after >= high or page.time[after] or page.norm[after] in wordlist("weekdays") | {"on"})


def main_clause(page: Page, start: int, high: int) -> int:
    """Return where a main clause begins behind a fronted subordinate one that is open at `start`: the mark before its subject, else `high`."""
    for i in range(start, high - 2):
        if page.norm[i] in (",", "—", "–", "--") and page.quote_of[i] == page.quote_of[start]:
            subject = right(page, i + 1, high)
            if subject is None or subject[1] >= high:
                continue
            after = subject[1]
            while after < high and (page.tag[after] == "ADV" or page.norm[after] == ","):
                after += 1
            if after < high and page.tag[after] in ("VERB", "AUX") and not page.norm[after].endswith("ing"):
                return i
    return high


def _own_cue(page: Page, start: int, high: int) -> bool:
    """Tell whether the clause from `start` has a cue verb as its first finite verb."""
    for i in range(start, min(high, start + 14)):
        if page.breaks(i):
            return False
        if page.tag[i] == "VERB" and page.norm[i - 1] != "to":
            return any(not verb.attitude and "t" in verb.takes for verb, _ in verbs().get(page.norm[i], ()))
    return False
