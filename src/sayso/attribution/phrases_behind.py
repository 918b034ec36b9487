"""Noun phrases behind a cue: the speaker after 'according to', after '..., said', after 'by'."""

from __future__ import annotations

from sayso.attribution.lexicon import phrase_at, wordlist
from sayso.attribution.page import Page
from sayso.attribution.phrases import Range


def right(page: Page, start: int, high: int) -> Range | None:
    """Return the tokens of the noun phrase that begins at `start`, with what belongs to it, not reaching past `high`.

    An apposition after a comma belongs to it when another mark or the end closes it.
    """
    end = _core_right(page, start, high)
    if end is None:
        return None
    if (
        end == start + 1
        and page.tag[start] == "PRON"
        and page.norm[start] not in ("those", "one", "some", "many", "others")
    ):
        return (start, end)
    while end < high:
        norm = page.norm[end]
        if phrase_at("citing", page.norm, end):
            break
        if norm == "and" and end + 1 < high:
            more = _core_right(page, end + 1, high)
            if more is None or (more < high and page.tag[more] in ("VERB", "AUX")):
                break
            end = more
        elif (
            (page.tag[end] == "ADP" or norm in wordlist("adpositions"))
            and end + 1 < high
            and not _time_follows(page, end + 1)
        ):
            more = _core_right(page, end + 1, high)
            if more is None:
                break
            end = more
        elif (
            norm in ("who", "which", "whose")
            or (norm == "that" and end + 1 < high and page.tag[end + 1] in ("VERB", "AUX"))
            or _reduced(page, end, high)
        ):
            end = _until_mark(page, end, high)
        elif norm in ("close", "familiar"):
            end += 1
        else:
            break
    if end < high and page.norm[end] in (",", "(") and end + 1 < high:
        apposition = _apposition(page, end, high)
        if apposition is not None:
            return (start, apposition)
    return (start, end)


def _reduced(page: Page, i: int, high: int) -> bool:
    """Tell whether a participle at `i` goes on describing the noun before it ('a man briefed on the talks', 'an official speaking in private')."""
    norm = page.norm[i]
    if page.tag[i] != "VERB" or i + 1 >= high:
        return False
    if norm in wordlist("participles") and page.norm[i + 1] == "by":
        return True
    if norm.endswith("ing"):
        return norm not in (
            "saying",
            "adding",
            "citing",
            "stating",
            "claiming",
            "suggesting",
            "stressing",
            "noting",
            "telling",
            "warning",
        )
    return norm.endswith("ed") and norm not in wordlist("happening") and page.norm[i + 1] in wordlist("adpositions")


def _time_follows(page: Page, i: int) -> bool:
    return i < len(page.norm) and (
        page.norm[i] in wordlist("weekdays") or page.time[i] or (i + 1 < len(page.norm) and page.time[i + 1])
    )


def _core_right(page: Page, start: int, high: int) -> int | None:
    i = start
    if i < high and page.norm[i] in wordlist("subject_pronouns") and page.tag[i] == "PRON":
        return i + 1
    seen = False
    while i < high:
        tag, norm = page.tag[i], page.norm[i]
        if seen and (
            norm in wordlist("weekdays")
            or page.time[i]
            or (tag == "NUM" and norm.isalpha() and page.tag[i - 1] == "PROPN" and not page.capital(i))
        ):
            break
        if tag in ("NOUN", "PROPN", "NUM", "SYM"):
            seen = True
        elif norm == "her" and not seen and i + 1 < high and page.tag[i + 1] in ("NOUN", "ADJ", "PROPN"):
            pass
        elif tag == "PRON" and norm in wordlist("object_pronouns") and not seen:
            return i + 1
        elif (
            norm == "."
            and page.tag[i - 1] == "PROPN"
            and i + 1 < high
            and page.tag[i + 1] == "PROPN"
            and page.ends[i - 1] == page.starts[i]
        ) or ((tag == "DET" or norm in wordlist("determiners")) and not seen):
            pass
        elif norm == "'s" or (tag == "PART" and norm in ("'", "’")):
            seen = False
        elif (tag in ("ADJ", "ADV") and not seen) or (
            tag == "VERB" and norm.endswith(("ed", "ing")) and not seen and i > start
        ):
            pass
        else:
            break
        i += 1
    if not seen and i - start >= 2 and page.tag[start] == "DET" and page.tag[i - 1] == "ADJ":
        return i
    return (
        i
        if seen and i > start
        else (i if i > start and page.norm[i - 1] in wordlist("determiners") | {"others"} and i - start == 1 else None)
    )


def _until_mark(page: Page, i: int, high: int) -> int:
    while i < high and not page.breaks(i):
        i += 1
    return i


def _apposition(page: Page, comma: int, high: int) -> int | None:
    """Return the end of an apposition or relative clause that opens at `comma` and is closed by a mark."""
    i = comma + 1
    if page.norm[comma] == "(":
        close = next((k for k in range(i, min(high, i + 12)) if page.norm[k] == ")"), None)
        return close + 1 if close is not None else None
    relative = page.norm[i] in ("who", "whose", "which")
    if not relative:
        end = _core_right(page, i, high)
        if end is None or page.tag[i] == "PRON":
            return None
        wider = right(page, i, high) or (i, end)
        end = wider[1]
        if end < high and not page.breaks(end):
            return None
        if page.tag[i] not in ("DET", "PROPN", "NOUN", "ADJ", "NUM") and page.norm[i] not in wordlist("determiners"):
            return None
        return end
    return _until_mark(page, i, high)
